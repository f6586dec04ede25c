"""A file that ends in the middle, as one does that was sent over chat and did not arrive whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Minsheng, in_long_run
from tests.test_cases import BASE, overlay, places

TRANSPORT = "data/progress/transport.yaml"
SCHEDULE = "schedule:\n  street-lamps: {2024-06: 900, 2024-12: 1200}\nreports:"


@pytest.mark.parametrize(
    "first", [0, 200, *(in_long_run(first) for first in range(40, 400, 40) if first != 200)]
)
def test_each_end_is_a_finding_or_none(first: int, tmp_path: Path, minsheng: Minsheng) -> None:
    root = overlay(tmp_path / "ledger", tmp_path / "none")
    whole = (BASE / TRANSPORT).read_text("utf-8").replace("reports:", SCHEDULE)
    for end in range(first, min(first + 40, len(whole)), 3):
        text = whole[:end]
        (root / TRANSPORT).write_text(text, "utf-8")
        result = minsheng("validate", "--ledger", root)
        assert result.code in (0, 1), f"{text[-30:]!r}\n{result.err}"
        lines = text.split("\n")
        for place in places(result.out):
            assert place.file != TRANSPORT or place.line <= max(1, len(lines)), text[-30:]


def test_the_bracket_that_was_left_open_is_the_one_named(tmp_path: Path, minsheng: Minsheng) -> None:
    root = overlay(tmp_path / "ledger", tmp_path / "none")
    whole = (BASE / TRANSPORT).read_text("utf-8").replace("reports:", SCHEDULE)
    (root / TRANSPORT).write_text(whole[: whole.index("2024-12:") + 8], "utf-8")
    result = minsheng("validate", "--ledger", root)
    assert result.out.startswith(f"{TRANSPORT}:4:17: M108 错误 这里的括号 {{ 没有配对的 }}\n"), result.out
