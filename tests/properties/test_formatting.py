"""The canonical form: of every layout the same, of itself itself; never another meaning, never a comment lost."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minsheng_cli.finding import Position
from minsheng_cli.formatting.ledger import lay_out
from minsheng_cli.formatting.text import formatted
from minsheng_cli.model.ledger import assemble
from minsheng_cli.source.folder import SourceFile
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.source.parse import parse
from tests.properties.accidents import mutated
from tests.properties.layouts import Tidy, Untidy
from tests.properties.test_mending import LEDGERS, YUNXI, wider

PATH = "data/other.yaml"
"""A file of which nothing is known, so that nothing is put in order."""
HERE = Position(1, 1)
ROOTS = [parse(path, text).root for ledger in LEDGERS[:2] for path, text in ledger.items()]

words = st.sampled_from(
    ["农村公路", "4.20", "2024-03", "未启动", "a-b", "0123", "雨天多 施工慢", "3 号楼", "（空）", "x"]
)
plain = st.builds(lambda text: Scalar(text, HERE, False), words)
quoted = st.builds(
    lambda text: Scalar(text, HERE, True), words | st.text("甲乙ab ,:#'\"\\[]{}-|", max_size=8).map(str.strip)
)
names = st.lists(
    st.sampled_from(["month", "figures", "甲", "a-b", "2024-03", "z"]), min_size=1, max_size=4, unique=True
)


def _mapping(values: Any, flow: bool) -> Any:
    def build(drawn: tuple[list[str], list[Any]]) -> MappingNode:
        keys, below = drawn
        return MappingNode(
            HERE, {key: Scalar(key, HERE, False) for key in keys}, dict(zip(keys, below, strict=True)), flow
        )

    return names.flatmap(
        lambda keys: st.tuples(st.just(keys), st.lists(values, min_size=len(keys), max_size=len(keys)))
    ).map(build)


def _listing(values: Any, flow: bool) -> Any:
    return st.lists(values, min_size=0 if flow else 1, max_size=3).map(
        lambda items: SequenceNode(HERE, items, flow)
    )


scalars = plain | quoted
flows = st.recursive(scalars, lambda below: _mapping(below, True) | _listing(below, True), max_leaves=6)
blocks = st.recursive(
    flows | st.just(Scalar("", HERE, False)),
    lambda below: _mapping(below, False) | _listing(below, False),
    max_leaves=12,
)
documents = _mapping(blocks, False) | st.sampled_from(ROOTS)


def said(text: str) -> list[object]:
    """All that a text says, in order."""

    def walk(node: Any) -> Any:
        if isinstance(node, Scalar):
            return node.text, node.quoted
        if isinstance(node, SequenceNode):
            return node.flow, [walk(item) for item in node.items]
        return node.flow, [(name, walk(value)) for name, value in node.values.items()]

    parsed = parse(PATH, text)
    assert parsed.root is not None, text
    return [walk(parsed.root)]


def canonical(text: str) -> str:
    return formatted(PATH, text).text


@settings(max_examples=40, deadline=None)
@given(documents, st.integers(0, 10**9))
def test_every_layout_has_the_same_form(root: Any, seed: int) -> None:
    tidy = Tidy().document(root)
    assert canonical(tidy) == tidy
    assert canonical(Untidy(seed, remarks=False).document(root)) == tidy


@settings(max_examples=50, deadline=None)
@given(documents, st.integers(0, 10**9))
def test_no_comment_is_lost_and_nothing_is_altered(root: Any, seed: int) -> None:
    keeps(root, seed)


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_many_layouts(part: int) -> None:
    for seed in range(part * 30, part * 30 + 30):
        for root in ROOTS:
            keeps(root, seed)


def keeps(root: Any, seed: int) -> None:
    """One way of typing a file, with comments and brackets on several lines: what its canonical form keeps."""
    writer = Untidy(seed, remarks=True)
    untidy = writer.document(root)
    form = canonical(untidy)
    assert said(form) == said(untidy)
    bare = form.replace(" ", "")
    assert [comment for comment in writer.comments if bare.count(comment) != 1] == []
    assert canonical(form) == form
    assert form.endswith("\n") and not form.endswith("\n\n") and not form.startswith("\n")
    assert "\n\n\n" not in form
    assert all(line == line.rstrip() and "\t" not in line for line in form.split("\n"))


@pytest.mark.parametrize("path", YUNXI)
def test_a_ledger_typed_by_fours_comes_back(path: str) -> None:
    """The ledgers at hand are canonical, and what is moved in by four blanks becomes what it was."""
    text = wider(YUNXI[path])
    assert formatted(path, text).text == YUNXI[path]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_whatever_is_mistyped_is_laid_out_whole_or_left(seed: int) -> None:
    """Whatever is typed into a file: it is laid out, and then in its canonical form, or left, and never for a bug of ours."""
    rng = random.Random(seed)
    path = rng.choice(sorted(YUNXI))
    files = [SourceFile(path, mutated(YUNXI[path], rng).encode("utf-8", "surrogatepass"), [])]
    ledger = assemble(files, in_step=False)
    layout = lay_out(files, ledger)
    assert len(layout.laid) + len(layout.left) <= 1
    assert "altered" not in {left.why for left in layout.left}
    for laid in layout.laid:
        again = lay_out(after := [SourceFile(path, laid.new.encode(), [])], assemble(after, in_step=False))
        assert (again.laid, again.left) == ([], [])
