"""Texts put into a file are read back as they were, whatever signs stand in them."""

from __future__ import annotations

import string
from itertools import product
from typing import Any

import pytest

from minsheng_cli.source.nodes import Scalar, SequenceNode
from minsheng_cli.source.parse import parse
from minsheng_cli.source.quoting import in_brackets, in_line

SIGNS = string.punctuation + " 字1"


def read_back(line: str) -> str:
    """The only text in a line of a file."""
    parsed = parse("x.yaml", line)
    assert parsed.misfits == [], line
    node: Any = parsed.root
    while not isinstance(node, Scalar):
        node = node.items[0] if isinstance(node, SequenceNode) else next(iter(node.values.values()))
    text: str = node.text
    return text


@pytest.mark.parametrize("around", [("字", "字"), ("", "字"), ("字", ""), ("", "")], ids=str)
def test_any_two_signs(around: tuple[str, str]) -> None:
    texts = [f"{around[0]}{''.join(pair)}{around[1]}".strip() for pair in product(SIGNS, repeat=2)]
    for text in filter(None, dict.fromkeys(texts)):
        assert read_back(f"note: {in_line(text)}\n") == text
        assert read_back(f"a: {{note: {in_brackets(text)}}}\n") == text
        assert read_back(f"a: [{in_brackets(text)}]\n") == text
