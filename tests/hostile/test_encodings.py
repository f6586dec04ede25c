"""Files that are hard to tell: marks without end, an end in the middle of a character."""

from __future__ import annotations

import pytest

from minsheng_cli.source.encoding import recognise


def test_marks_without_end() -> None:
    found = recognise(b"\xef\xbb\xbf" * 3_000 + b"department: x\n")
    assert found.mark
    assert found.text is not None
    assert found.text.endswith("department: x\n")


@pytest.mark.parametrize("cut", [b"\xe4\xb8", b"\xe4"])
def test_a_cut_off_file_is_not_taken_for_another_encoding(cut: bytes) -> None:
    found = recognise(b"department: x  # " + cut)
    assert found.text is None
    assert not found.certain
    assert found.before == "department: x  # "
