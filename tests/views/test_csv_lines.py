"""No text in a CSV begins as a formula, in whatever way its lines are taken apart; all else reads back as it was."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minsheng_cli.views.csv_lines import BOM, document, guarded, typed
from minsheng_cli.views.harmful import harmless

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n]")
SIGNED = re.compile(r"\s*[=+\-@＝＋－＠]")
SIGNS = st.text(
    st.sampled_from("=+-@＝＋－＠,;|\"' \u3000\u00a0\t\r\n0123eE./:%$¥中aprTRUE") | st.characters(),
    max_size=30,
)


def read(written: str, delimiter: str = ",") -> list[list[str]]:
    assert written.startswith(BOM)
    return list(csv.reader(io.StringIO(written.removeprefix(BOM), newline=""), delimiter=delimiter))


@given(st.lists(SIGNS, min_size=1, max_size=4))
def test_no_cell_begins_as_a_formula_and_all_read_back(texts: list[str]) -> None:
    titles = ["序号", *(f"列{place}" for place in range(len(texts)))]
    written = document(titles, [[1, *texts], [2, *texts]])
    header, *rows = read(written)
    assert header == titles
    for number, row in enumerate(rows, 1):
        assert row.pop(0) == str(number)
        assert not [cell for cell in row if FORMULA.match(cell)]
        assert [typed(cell) for cell in row] == [harmless(each) for each in texts]
    for delimiter in ";|\t":
        for pieces in read(written, delimiter)[1:]:
            assert not [piece for piece in pieces if SIGNED.match(piece.lstrip('"'))], delimiter


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("  -2+3", "'  -2+3"),
        ("\u3000@SUM(A1)", "'\u3000@SUM(A1)"),
        ("+86 10", "'+86 10"),
        ("-", "'-"),
        ("\t=1", "<0009>=1"),
        ("甲;=1+1", "甲;'=1+1"),
        ('甲",=HYPERLINK("x")', '甲",\'=HYPERLINK("x")'),
        ("'=1", "'''=1"),
        ("'引", "''引"),
        ("007", "'007"),
        ("1-2", "'1-2"),
        ("2025-08", "'2025-08"),
        ("2e5", "'2e5"),
        ("１２", "'１２"),
        ("12:30", "'12:30"),
        ("march-2", "'march-2"),
        ("3-may", "'3-may"),
        ("TRUE", "'TRUE"),
        ("market-2", "market-2"),
        ("may", "may"),
        ("12人", "12人"),
        ("2025年8月", "2025年8月"),
        ("距10月底-差1个", "距10月底-差1个"),
        ("", ""),
    ],
    ids=ascii,
)
def test_a_text_is_guarded_only_where_it_must_be(words: str, cell: str) -> None:
    assert guarded(words) == cell
    assert typed(cell) == harmless(words)


def test_numbers_of_ours_stay_numbers() -> None:
    written = document(
        ["甲", "乙", "丙", "丁"],
        [[Decimal("-0.9"), Decimal("0.459666"), 3, None], [Decimal("1E+3"), "x", -1, ""]],
    )
    assert written == f'{BOM}甲,乙,丙,丁\r\n-0.9,0.459666,3,\r\n1000,"x",-1,\r\n'
