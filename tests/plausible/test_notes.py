"""A note on the figure that was asked about ends the question, whatever it was."""

from __future__ import annotations

from random import Random

import pytest

from tests.conftest import in_long_run
from tests.plausible.check import PLAUSIBLE, asked, told
from tests.plausible.slips import SLIPS
from tests.plausible.years import county


@pytest.mark.parametrize("seeds", [range(300, 303), in_long_run(range(303, 312))], ids=str)
@pytest.mark.parametrize("name", sorted(SLIPS))
def test_a_note_ends_the_question(name: str, seeds: range) -> None:
    for seed in seeds:
        slip = SLIPS[name](Random(seed), county(seed))
        if slip is None:
            continue
        for finding, place in asked(slip.county):
            if PLAUSIBLE.fullmatch(finding.code):
                assert place is not None, finding
                slip.county.row(place.indicator).figures[place.month].note = "已核对，确实如此"
        left = [each for each in asked(slip.county) if PLAUSIBLE.fullmatch(each[0].code)]
        assert not left, "\n".join(told(slip.county, *each) for each in left)
