"""A text read in pieces is the text read whole, whatever it is like; and a piece that stays is not read again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from minsheng_cli.source import pieces
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.source.parse import parse
from minsheng_cli.source.pieces import Pieces
from tests.conftest import ROOT

LINES = """\
reports:|reports: []|reports: {|department: housing|schedule:|# note|  # note||  - month: 2023-08|  - {month: 2023-09}
    figures:|      units: 230|      units: 'a|  - b'|- x|    note: "one|  two" # c|    text: ||      kept|  less
  - month: "2023-10|    more: >|   odd:|---|...|%YAML 1.1|?|? key|: value|  &a x|  *a|<<: {a: 1}|units: 1|units: 2
\t- tab|  -|  - - 1|  - [1,|    2]|      }|a: b: c|  "quoted": 1|'name': 2|key :|  - month: 2023-08 #|  #- x
    - deeper: 1|  - same: 1|    same: 2|name: |    long|plain text
 more of it|  - |  --- |!!str a: 1|[a, b]|{a: 1}""".replace("\n", "|").split("|")


def plain(node: Any) -> Any:
    """What a node means."""
    if isinstance(node, Scalar):
        return node.text, node.quoted
    if isinstance(node, SequenceNode):
        return [plain(each) for each in node.items]
    return (
        {name: plain(each) for name, each in node.values.items()} if isinstance(node, MappingNode) else None
    )


def same(text: str) -> None:
    whole = parse("", text)
    assert plain(Pieces().read("", text)) == plain(whole.root), text


@given(st.lists(st.sampled_from(LINES), max_size=14))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(["reports:", "  - a: 'x", "  - y'", "  - b: 1"])
@example(["reports:", "  - a: |", "    x", "", "    y", "  - b: 1"])
@example(["reports:", "  - a: 1", "# c", "  - b: 1", "other: 1"])
@example(["reports:", "  x: 1", "  - b: 1"])
@example(["reports: &a", "  - b: 1"])
def test_pieces_make_the_whole(lines: list[str]) -> None:
    same("\n".join(lines))
    same("\n".join([*lines, ""]))


@pytest.mark.parametrize("path", sorted(ROOT.glob("data/**/*.yaml")), ids=lambda path: path.name)
def test_the_files_that_come_along_are_read_in_pieces(path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text("utf-8")
    same(text)
    reader = Pieces()
    reader.read("", text)
    count = 0

    def counted(*given: str) -> Any:
        nonlocal count
        count += 1
        return parse(*given)

    monkeypatch.setattr(pieces, "parse", counted)
    reader.read("", text.replace("2023-08", "2023-07", 1).rstrip())
    assert count <= 2


def test_pieces_that_have_become_too_many_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_MOST", 40)
    reader = Pieces()
    text = "a:\n  - b: 1\n  - c: 2\nd: 3\n"
    reader.read("", text)
    assert not reader.trim()
    reader.read("", text.replace("b", "bb" * 20))
    assert reader.trim() and not reader.trim()
    assert plain(reader.read("", text)) == plain(parse("", text).root)
