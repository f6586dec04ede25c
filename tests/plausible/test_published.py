"""Figures that bureaus really published stay silent; the ledgers on the border are at least valid."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.plausible.borderline import BORDERLINE
from tests.plausible.check import PLAUSIBLE, asked, findings_in, told
from tests.plausible.given import ledger_of
from tests.plausible.published import SOURCES, published


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_nobody_is_asked_about_what_was_really_published(name: str) -> None:
    county = published(name)
    found = [told(county, finding, place) for finding, place in asked(county)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("ledger", ["", "tests/ledgers/yunxi"])
def test_nobody_is_asked_about_the_shipped_ledgers(ledger: str) -> None:
    found = [finding for finding in findings_in(ROOT / ledger) if PLAUSIBLE.fullmatch(finding.code)]
    assert not found


def test_series_on_the_border_are_valid() -> None:
    for border in BORDERLINE:
        county = ledger_of([border.series])
        assert all(PLAUSIBLE.fullmatch(finding.code) for finding, _ in asked(county)), border
