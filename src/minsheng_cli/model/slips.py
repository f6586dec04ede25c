"""Slips of the hand that YAML reads as something else, without a word.

Each is said as a misfit at its sign, and the nodes are put as they were surely meant, so that nothing
further is blamed for it (the file has an error all the same, and is not used).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.terms import KEY_NAMES

_THOUSANDS = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
_HEAD = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})*")
_SIGN = re.compile(r"\s*([，、])\s*")
_NAMES = {"，": "全角逗号", "、": "顿号"}
_ID_LISTS = frozenset(("done", "partners", "of", "inferred"))
_TEXT_LISTS = frozenset(("problems", "highlights"))
_REMARK = frozenset(("text", "project"))
_SENTENCES = frozenset(("note", "revision", "text", "basis", "reason", "promise"))
_FIGURE_END = re.compile(r"[0-9]$")
_FIGURE_GOES_ON = re.compile(r"[0-9]{3}(?![0-9])")


def take_slips(path: str, root: Any) -> list[Misfit]:
    """Find the slips below `root`, and put the nodes right."""
    return list(_walk(path, root))


def _walk(path: str, node: Any) -> Iterator[Misfit]:
    if isinstance(node, MappingNode):
        yield from _split_number(path, node)
        if node.flow:
            yield from _split_text(path, node)
        for name, value in list(node.values.items()):
            if name in _ID_LISTS or name == "stages":
                yield from _joined_names(path, name, value)
            elif name in _TEXT_LISTS and isinstance(value, SequenceNode):
                yield from _colon_in_text(path, value)
                yield from _nameless_text(path, value)
            yield from _walk(path, node.values[name])
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _walk(path, item)


def _split_number(path: str, node: MappingNode) -> Iterator[Misfit]:
    """`{done: 1,301}`: the comma of a thousand ends the value, and 301 is read as a key."""
    before: Scalar | None = None
    key = ""
    for name in list(node.values):
        value = node.values[name]
        if (
            before is not None
            and _THOUSANDS.fullmatch(name)
            and isinstance(value, Scalar)
            and value.empty
            and _HEAD.fullmatch(before.text)
            and node.keys[name].at.line == before.at.line
        ):
            text = f"{before.text},{name}"
            about = {"key": f"“{key}”", "text": text, "cause": "grouped", "mend": text.replace(",", "")}
            yield Misfit("figures", "number-not-plain", path, before.at, about)
            before.text = about["mend"]
            del node.values[name], node.keys[name]
            continue
        before, key = (value, name) if isinstance(value, Scalar) else (None, name)


def _split_text(path: str, node: MappingNode) -> Iterator[Misfit]:
    """`{done: 46.2, note: 完成53%,正在试压}`: a half-width comma ends the text, and its rest is read as a name."""
    before: Scalar | None = None
    typed = mend = ""
    for name in list(node.values):
        value, key = node.values[name], node.keys[name]
        goes_on = before is not None and isinstance(value, Scalar) and value.empty and name not in KEY_NAMES
        if goes_on and before is not None and not key.quoted and key.at.line == before.at.line:
            gap = key.at.column - before.at.column - len(typed)
            if gap < 1:
                continue
            figure = gap == 1 and _FIGURE_END.search(mend) and _FIGURE_GOES_ON.match(name)
            typed, mend = f"{typed},{' ' * (gap - 1)}{name}", f"{mend}{'' if figure else '，'}{name}"
            del node.values[name], node.keys[name]
            continue
        if before is not None and typed != before.text:
            yield _comma_in_text(path, before, typed, mend)
        fits = name in _SENTENCES and isinstance(value, Scalar) and not value.quoted and not value.empty
        before, typed, mend = (value, value.text, value.text) if fits else (None, "", "")
    if before is not None and typed != before.text:
        yield _comma_in_text(path, before, typed, mend)


def _comma_in_text(path: str, value: Scalar, typed: str, mend: str) -> Misfit:
    """The text as a whole, which is put where its beginning stood."""
    value.text = mend
    return Misfit("file", "comma-in-text", path, value.at, {"typed": typed, "mend": mend})


def _nameless_text(path: str, node: SequenceNode) -> Iterator[Misfit]:
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


def _joined_names(path: str, name: str, node: Any) -> Iterator[Misfit]:
    """`[fuxing，guangming]`: a full-width comma makes one name of two."""
    if not isinstance(node, SequenceNode):
        return
    items: list[Any] = []
    for item in node.items:
        found = _SIGN.search(item.text) if isinstance(item, Scalar) and not item.quoted else None
        if found is None or (name == "stages" and found[1] == "、" and len(node.items) > 1):
            items.append(item)
            continue
        at = Position(item.at.line, item.at.column + found.start(1))
        about = {
            "sign": f"{_NAMES[found[1]]}“{found[1]}”",
            "mend": "半角逗号加一个空格“, ”",
            "text": found[1],
        }
        yield Misfit("file", "full-width-sign", path, at, about)
        items += [Scalar(part, item.at, False) for part in _SIGN.split(item.text)[::2]]
    node.items = items


def _colon_in_text(path: str, node: SequenceNode) -> Iterator[Misfit]:
    """`- 复兴小区: 管网待补`: a half-width colon makes a key of the beginning of a sentence."""
    for index, item in enumerate(node.items):
        if not isinstance(item, MappingNode) or len(item.values) != 1:
            continue
        (name, value), key = next(iter(item.values.items())), next(iter(item.keys.values()))
        if name in _REMARK or name.isascii() or not isinstance(value, Scalar):
            continue
        yield Misfit("progress", "colon-in-text", path, key.at, {"before": name, "after": value.text})
        node.items[index] = Scalar(f"{name}：{value.text}", key.at, True)
