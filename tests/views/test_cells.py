"""Text on a grid of cells: nothing is lost or too wide, and a number stays with its unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minsheng_cli.views.cells import width, wrap


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("还差151座，每月需75.5座", 10, ["还差", "151座，每", "月需75.5座"]),
        ("农村公路13.2/26.5公里", 20, ["农村公路", "13.2/26.5公里"]),
        ("比上月增12.1个百分点", 16, ["比上月增", "12.1个百分点"]),
        ("目标的90%，完成了", 12, ["目标的90%，", "完成了"]),
        ("1234567890123套", 8, ["12345678", "90123套"]),
        ("30400张以上", 8, ["30400张", "以上"]),
    ],
)
def test_where_a_line_ends(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


@given(st.text("0123456789./%公里座个百分点，。（）ab 万人次", max_size=60), st.integers(4, 40))
def test_nothing_is_lost_or_too_wide(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    # a sign that may not begin a line takes its neighbour along, and where there is no room stands out
    assert all(width(line) <= cells + 2 for line in lines)
