"""data/closed.yaml with accidents of typing in it: always findings or none, never a crash; --fix takes no meaning away."""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from minsheng_cli.mending.ledger import mend, mended_files
from minsheng_cli.model.ledger import assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.rules.context import Context
from minsheng_cli.rules.findings import findings
from minsheng_cli.source import folder
from minsheng_cli.source.folder import CLOSED, SourceFile
from tests.cli.test_close import HEAD, MARCH, REOPENED
from tests.properties.accidents import mutated
from tests.test_cases import BASE, lines_of

FILES = folder.read(BASE)
TEXT = HEAD + MARCH + REOPENED + MARCH.replace("2024-04-12", "2024-04-21")


@given(st.integers(0, 10**9))
@settings(max_examples=25, deadline=None)
def test_accidents(seed: int) -> None:
    text = mutated(TEXT, random.Random(seed))
    files = [*FILES, SourceFile(CLOSED, text.encode("utf-8", "surrogatepass"), [])]
    ledger = assemble(files)
    lines = lines_of(text)
    for each in findings(Context(ledger, read_figures(ledger))):
        assert each.file == CLOSED or each.code == "M601", each
        if each.file == CLOSED:
            assert 1 <= each.line <= len(lines)
            assert 1 <= each.column <= len(lines[each.line - 1]) + 1
    after = assemble(mended_files(files, mend(Path("/nowhere"), files)))
    if ledger.closed and not after.closed:
        raise AssertionError("a month that was closed is no longer")
