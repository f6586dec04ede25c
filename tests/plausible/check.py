"""Running the rules over a ledger of the corpus, without a disk in between."""

from __future__ import annotations

import re
from pathlib import Path

from minsheng_cli.finding import Finding
from minsheng_cli.model.ledger import Ledger, assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.rules.context import Context
from minsheng_cli.rules.findings import findings
from minsheng_cli.source import folder
from tests.plausible.ledger import County, Place, Written, write

PLAUSIBLE = re.compile(r"M4[34]\d")
"""The codes of the warnings that this corpus is about."""
EXPECTED = re.compile(r"M5\d\d")
"""What normal years are told as well: months and figures left out on purpose."""


def _all(ledger: Ledger) -> list[Finding]:
    return list(findings(Context(ledger, read_figures(ledger))))


def validate(written: Written) -> list[Finding]:
    """All that `minsheng validate` finds."""
    return _all(assemble(written.sources))


def findings_in(root: Path) -> list[Finding]:
    """The same of a ledger on disk."""
    return _all(assemble(folder.read(root)))


def asked(county: County) -> list[tuple[Finding, Place | None]]:
    """Everything found but what is expected, each with the figure that it stands at."""
    written = write(county)
    found = [finding for finding in validate(written) if not EXPECTED.fullmatch(finding.code)]
    return [(finding, written.places.get((finding.file, finding.line))) for finding in found]


def told(county: County, finding: Finding, place: Place | None) -> str:
    """A finding with the series it is about, on a few lines."""
    series = county.row(place.indicator).series() if place else "(no figure)"
    due = ", ".join(county.month(each.month) for each in county.deadlines)
    return f"{finding.code} {place}: {finding.message}\n    {series}\n    deadlines {due}"
