"""`validate --base` without git: two ledgers on the disk, an older and a present one, checked the way that the command does."""

from __future__ import annotations

from pathlib import Path

from minsheng_cli.cli.loading import Checked, check
from minsheng_cli.cli.reading import read
from minsheng_cli.model.ledger import assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.rules.context import Context
from minsheng_cli.views.findings import json, text
from minsheng_cli.views.lines import plain
from tests.conftest import Minsheng, Result


def compared(root: Path, older: Path) -> Checked:
    """The ledger at `root` as checked against the one at `older`."""
    ledger = assemble(read(older))
    return check(root, Context(ledger, read_figures(ledger)))


def validate(minsheng: Minsheng, root: Path, older: Path | None, form: str = "text") -> Result:
    """What validate prints of a ledger; without an `older` one it is the command itself."""
    if older is None:
        return minsheng("validate", "--ledger", root, "--format", form)
    checked = compared(root, older)
    if form == "json":
        out = json.render(checked.findings, 0, [False] * len(checked.findings))
    else:
        out = plain(text.render(checked.findings))
    return Result(int(bool(checked.errors)), out, "")
