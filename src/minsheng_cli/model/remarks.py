"""Slips in what is said of problems and highlights: a sentence or a project without its name, and what stands too deep."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

from minsheng_cli.finding import Misfit
from minsheng_cli.model.keys import meant_key
from minsheng_cli.patterns import pattern
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode, only_pair
from minsheng_cli.source.quoting import figure_key, in_brackets
from minsheng_cli.source.saying import LONGEST, unreadable
from minsheng_cli.terms import KEY_NAMES, REMARKS

_ID = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOTE = pattern(
    r"([0-9]+(?:\.[0-9]+)?|[\u3400-\u9fff]+)[\s，,；;、]+(?:note|备注|说明)\s*(?:：|:\s)\s*(\S.*)"
)
_REMARK = ["text", "project"]


def nameless_text(path: str, node: SequenceNode) -> Iterator[Misfit]:
    """`{project: stations, 东庄水厂6月18日通水}`: the sentence without its `text:`."""
    for item in node.items:
        if isinstance(item, MappingNode) and item.flow and "text" not in item.values:
            yield from _named(path, item, "text", "progress")


def nameless_name(path: str, node: MappingNode) -> Iterator[Misfit]:
    """`{id: pipes, 供水管网}`: the name without its `name:`."""
    if "id" in node.values and "name" not in node.values:
        yield from _named(path, node, "name", "plan")


def _named(path: str, node: MappingNode, wanted: str, family: str) -> Iterator[Misfit]:
    """The first text in braces that has no name, as the value of the one that is wanted there."""
    for name, value in node.values.items():
        if name.isascii() or not isinstance(value, Scalar) or not value.empty:
            continue
        key = node.keys.pop(name)
        del node.values[name]
        about = {
            "key": wanted,
            "path": wanted,
            "parent": "",
            "flow": "flow",
            "spaces": "0",
            "typed": name,
        }
        yield Misfit(family, "missing-key", path, key.at, about)
        node.keys[wanted], node.values[wanted] = key, Scalar(name, key.at, True)
        return


def parted_remark(path: str, node: SequenceNode) -> Iterator[Misfit]:
    """`[（project: stations, text: 通水）]`, or no braces at all: each name is read as an entry of its own."""
    items: list[Any] = []
    for item in node.items:
        square = isinstance(item, SequenceNode) and item.flow and len(item.items) == 2
        first: Any = item.items[0] if square else items[-1] if items else None
        second = item.items[1] if square else item
        (name, text), (other, said) = _lone_pair(first), _lone_pair(second)
        bare = name.lstrip("（(")
        if {bare, other} != set(_REMARK):
            items.append(item)
            continue
        key, typed = first.keys[name], f"{name}: {text}, {other}: {said}"
        said = said if bare == name else said.rstrip("）)")
        problem = "square brackets" if square else "braces left out" if bare == name else "round brackets"
        yield unreadable(
            path,
            item.at if square else key.at,
            problem,
            f"[{typed}]" if square else typed,
            mend=f"{{{bare}: {text}, {other}: {said}}}",
        )
        merged = MappingNode(key.at, flow=True)
        for each, value in ((bare, text), (other, said)):
            merged.keys[each], merged.values[each] = key, Scalar(value, key.at, False)
        items[len(items) if square else -1 :] = [merged]
    node.items = items


def _lone_pair(item: Any) -> tuple[str, str]:
    """The name and the text of an entry that has but one, without braces; else nothing."""
    name, key, value = only_pair(item) or ("", None, None)
    if key is not None and isinstance(value, Scalar) and not value.quoted and key.at == item.at:
        return name, value.text
    return "", ""


def note_apart(path: str, node: Scalar) -> Generator[Misfit, None, Any]:
    """`4380  note：含外迁` as one text: the figure and its remark in braces."""
    found = None if node.quoted or len(node.text) > LONGEST else _NOTE.fullmatch(node.text)
    if found is None:
        return node
    name = figure_key(found[1])
    mend = f"{{{name}: {found[1]}, note: {in_brackets(found[2])}}}"
    yield unreadable(path, node.at, "braces left out", node.text, mend=mend)
    figure = MappingNode(node.at, flow=True)
    for key, text in ((name, found[1]), ("note", found[2])):
        figure.keys[key], figure.values[key] = Scalar(key, node.at, False), Scalar(text, node.at, False)
    return figure


def project_as_name(path: str, node: SequenceNode) -> Iterator[Misfit]:
    """`- pocket-parks: 苗木未到`: the project stands where `project:` and `text:` belong."""
    for item in node.items:
        if (pair := only_pair(item)) is None:
            continue
        name, key, value = pair
        fits = _ID.fullmatch(name) and name not in KEY_NAMES and meant_key(name, _REMARK) is None
        if not fits or not isinstance(value, Scalar) or value.empty:
            continue
        about = {
            "key": name,
            "known": "text project",
            "parent": "",
            "after": value.text,
            "flow": "flow" if item.flow else "",
        }
        yield Misfit("progress", "unknown-key", path, key.at, about)
        item.keys = {"project": key, "text": key}
        item.values = {"project": Scalar(name, key.at, False), "text": Scalar(value.text, key.at, True)}


def shorten_remarks(figures: MappingNode) -> None:
    """`problems` of full remarks among the figures: only their sentences, so that a list of them is met there.

    That a list of sentences stands too deep is said in any case, and then nothing of how they are written.
    """
    for name in REMARKS:
        listed = figures.values.get(name)
        if figures.flow or not isinstance(listed, SequenceNode):
            continue
        for index, item in enumerate(listed.items):
            text = item.values.get("text") if isinstance(item, MappingNode) else item
            if isinstance(text, Scalar):
                listed.items[index] = Scalar(text.text, text.at, True)
