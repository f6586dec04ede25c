"""Slips in what is said of problems and highlights: a sentence or a project without its name, and what stands too deep."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minsheng_cli.finding import Misfit
from minsheng_cli.model.keys import meant_key
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.terms import KEY_NAMES

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REMARK = ["text", "project"]


def nameless_text(path: str, node: SequenceNode) -> Iterator[Misfit]:
    """`{project: stations, 东庄水厂6月18日通水}`: the sentence without its `text:`."""
    for item in node.items:
        if not isinstance(item, MappingNode) or not item.flow or "text" in item.values:
            continue
        for name, value in list(item.values.items()):
            if name.isascii() or not isinstance(value, Scalar) or not value.empty:
                continue
            key = item.keys.pop(name)
            del item.values[name]
            about = {
                "key": "text",
                "path": "text",
                "parent": "",
                "flow": "flow",
                "spaces": "0",
                "typed": name,
            }
            yield Misfit("progress", "missing-key", path, key.at, about)
            item.keys["text"], item.values["text"] = key, Scalar(name, key.at, True)
            break


def project_as_name(path: str, node: SequenceNode) -> Iterator[Misfit]:
    """`- pocket-parks: 苗木未到`: the project stands where `project:` and `text:` belong."""
    for item in node.items:
        if not isinstance(item, MappingNode) or len(item.values) != 1:
            continue
        (name, value), key = next(iter(item.values.items())), next(iter(item.keys.values()))
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
    for name in ("problems", "highlights"):
        listed = figures.values.get(name)
        if figures.flow or not isinstance(listed, SequenceNode):
            continue
        for index, item in enumerate(listed.items):
            text = item.values.get("text") if isinstance(item, MappingNode) else item
            if isinstance(text, Scalar):
                listed.items[index] = Scalar(text.text, text.at, True)
