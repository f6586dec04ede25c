"""Slips of the hand that YAML reads as something else, without a word.

Each is said as a misfit at its sign, and the nodes are put as they were surely meant, so that nothing
further is blamed for it (the file has an error all the same, and is not used).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.model.keys import keys_beside
from minsheng_cli.model.pairs import (
    glued_pair,
    is_wide,
    name_before_braces,
    put_right,
    swallowed_pair,
    wide_mapping,
    wide_value,
)
from minsheng_cli.model.remarks import (
    nameless_name,
    nameless_text,
    note_apart,
    parted_remark,
    project_as_name,
    shorten_remarks,
)
from minsheng_cli.model.shares import shares_apart
from minsheng_cli.patterns import pattern
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode, only_pair
from minsheng_cli.source.quoting import in_quotes
from minsheng_cli.source.saying import unreadable
from minsheng_cli.source.wide import is_known_mapping, signs_of_names
from minsheng_cli.terms import KEY_NAMES, REMARKS, SENTENCES

_THOUSANDS = pattern(r"[0-9]{3}(?:\.[0-9]+)?")
_HEAD = pattern(r"-?[0-9]{1,3}(?:,[0-9]{3})*")
_PAIR = pattern(r"([A-Za-z_]+)\s*[:：]")
_SIGN = pattern(r"([，、])")
_IDS = pattern(r"[A-Za-z][A-Za-z0-9_-]*(?:\s*[，、]\s*[A-Za-z][A-Za-z0-9_-]*)+")
_NAME_AND_VALUE = pattern(
    r"[A-Za-z0-9-]+ +(?:-?[0-9]+(?:\.[0-9]+)?|[\u3400-\u9fff]+)|[\u3400-\u9fff]+ +[0-9.]+"
)
_IDS_APART = pattern(r"[a-z0-9-]+(?:[\s;；]+[a-z0-9-]+)+")
_ID_AND_SIGN = pattern(r"([a-z0-9-]+)\s*([，、；;。])")
_NAMES = {"，": "全角逗号", "、": "顿号"}
_TEXTS = frozenset(("note", "text"))
_LISTS_OF_PLAN = frozenset(("partners", "of", "inferred", "stages"))
_ID_LISTS = _LISTS_OF_PLAN - {"stages"} | {"done"}
_REMARK = frozenset(("text", "project"))
_DIGIT_AT_END = pattern(r"[0-9]\Z")
_FIGURE_GOES_ON = pattern(r"[0-9]{3}(?![0-9])")


def take_slips(path: str, root: Any, run_ons: Container[Position] = ()) -> list[Misfit]:
    """Find the slips below `root`, and put the nodes right; `run_ons` are texts of several lines, left as they are."""
    return list(_walk(path, root, run_ons))


def _walk(path: str, node: Any, run_ons: Container[Position]) -> Iterator[Misfit]:
    if isinstance(node, SequenceNode):
        for item in node.items:
            if not isinstance(item, Scalar):
                yield from _walk(path, item, run_ons)
    elif isinstance(node, MappingNode):
        yield from _in_pairs(path, node, run_ons)
        for name, value in node.values.items():
            if is_wide(value, run_ons) and name not in _TEXTS:
                node.values[name] = yield from wide_value(path, value, ids=name in _ID_LISTS)
        if "stages" in node.values:
            node.values["stages"] = yield from shares_apart(path, node.values["stages"])
        for name, value in list(node.values.items()):
            if name in _ID_LISTS or name == "stages":
                yield from _joined_names(path, name, value)
            elif name == "figures" and isinstance(value, MappingNode):
                shorten_remarks(value)
                yield from _named_items(path, value, run_ons)
            elif name in REMARKS and isinstance(value, SequenceNode):
                yield from _in_remarks(path, value, run_ons)
            if not isinstance(node.values[name], Scalar):
                yield from _walk(path, node.values[name], run_ons)


def _in_pairs(path: str, node: MappingNode, run_ons: Container[Position]) -> Iterator[Misfit]:
    """The slips that make other names and values of a mapping than were typed."""
    if _has_gaps(node):  # else nothing of a pair was read as a name
        yield from _split_number(path, node)
        if node.flow:
            yield from glued_pair(path, node)
    if not node.flow:
        yield from name_before_braces(path, node)
        return
    yield from swallowed_pair(path, node, run_ons)
    if _has_gaps(node):
        yield from _split_text(path, node)
        yield from _missing_colon(path, node)
        yield from nameless_name(path, node)


def _has_gaps(node: MappingNode) -> bool:
    """Whether a name has nothing behind it."""
    return any(isinstance(value, Scalar) and value.empty for value in node.values.values())


def _in_remarks(path: str, node: SequenceNode, run_ons: Container[Position]) -> Iterator[Misfit]:
    """The slips in a list of problems or highlights."""
    yield from parted_remark(path, node)
    for index, item in enumerate(node.items):
        if is_wide(item, run_ons):
            node.items[index] = yield from wide_mapping(path, item)
        elif isinstance(item, MappingNode) and item.flow and len(item.values) > 1:
            yield from glued_pair(path, item)
            yield from _missing_colon(path, item)
    yield from _colon_in_text(path, node)
    yield from nameless_text(path, node)
    yield from project_as_name(path, node)


def _named_items(path: str, figures: MappingNode, run_ons: Container[Position]) -> Iterator[Misfit]:
    """`stations: 【fuxing、guangming】`: the items that are done, in full-width brackets or run together."""
    for name, typed in figures.values.items():
        if name in REMARKS:
            continue  # a list of sentences that begins too far in
        value = typed
        if isinstance(typed, Scalar) and not typed.text.isalnum() and typed.at not in run_ons:
            value = figures.values[name] = yield from note_apart(path, typed)
        if is_wide(value, run_ons):
            figures.values[name] = yield from put_right(path, value, signs_of_names(value.text))
        elif isinstance(value, SequenceNode):
            yield from _joined_names(path, name, value)


def _split_number(path: str, node: MappingNode) -> Iterator[Misfit]:
    """`{done: 1,301}`: the comma of a thousand ends the value, and 301 is read as a key.

    With a space behind the comma they are rather two numbers.
    """
    before: Scalar | None = None
    key, end = "", 0
    for name in list(node.values):
        value = node.values[name]
        if (
            before is not None
            and _THOUSANDS.fullmatch(name)
            and isinstance(value, Scalar)
            and value.empty
            and _HEAD.fullmatch(before.text)
            and node.keys[name].at == (before.at.line, end + 1)
        ):
            text = f"{before.text},{name}"
            about = {"key": f"“{key}”", "text": text, "cause": "grouped", "mend": text.replace(",", "")}
            yield Misfit("figures", "number-not-plain", path, before.at, about)
            before.text = about["mend"]
            end += 1 + len(name)
            del node.values[name], node.keys[name]
            continue
        before, key = (value, name) if isinstance(value, Scalar) else (None, name)
        end = value.at.column + len(value.text) if isinstance(value, Scalar) else 0


def _split_text(path: str, node: MappingNode) -> Iterator[Misfit]:
    """`{done: 46.2, note: 完成53%,正在试压}`: a half-width comma ends the text, and its rest is read as a name."""
    before: Scalar | None = None
    typed: list[str] = []
    mend: list[str] = []
    length = 0
    for name in list(node.values):
        value, key = node.values[name], node.keys[name]
        goes_on = before is not None and isinstance(value, Scalar) and value.empty and name not in KEY_NAMES
        if goes_on and _begins_pair(name, node):
            goes_on = False
        if goes_on and before is not None and not key.quoted and key.at.line == before.at.line:
            gap = key.at.column - before.at.column - length
            if gap < 1:
                continue
            figure = gap == 1 and _DIGIT_AT_END.search(mend[-1]) and _FIGURE_GOES_ON.match(name)
            typed.append(f",{' ' * (gap - 1)}{name}")
            mend.append(f"{'' if figure else '，'}{name}")
            length += gap + len(name)
            del node.values[name], node.keys[name]
            continue
        if before is not None and len(typed) > 1:
            yield _comma_in_text(path, before, typed, mend)
        before = None
        if name in SENTENCES and isinstance(value, Scalar) and not value.quoted and not value.empty:
            before, typed, mend, length = value, [value.text], [value.text], len(value.text)
    if before is not None and len(typed) > 1:
        yield _comma_in_text(path, before, typed, mend)


def _begins_pair(text: str, node: MappingNode) -> bool:
    """Whether it is a name that may stand in these braces, with its value behind a colon that is not right."""
    found = _PAIR.match(text)
    return found is not None and found[1] in keys_beside(node.values)


def _missing_colon(path: str, node: MappingNode) -> Iterator[Misfit]:
    """`{stage 开工}`, `{pipes 9.125}`: a name and what belongs behind it are read as one name.

    Where none of our own names stands in the braces, they are those of indicators, months or stages.
    """
    bare = [
        typed
        for typed, value in node.values.items()
        if " " in typed and isinstance(value, Scalar) and value.empty and not node.keys[typed].quoted
    ]
    if not bare:
        return
    own, foreign = keys_beside(node.values), KEY_NAMES.keys().isdisjoint(node.values)
    apart: dict[str, str] = {}
    names = set(node.values)
    for typed in bare:
        name, _, rest = typed.partition(" ")
        fits = (name in own and rest.strip()) or (foreign and _NAME_AND_VALUE.fullmatch(typed))
        if fits and name not in names:
            apart[typed] = name
            names.add(name)
            yield Misfit("file", "missing-colon", path, node.keys[typed].at, {"text": typed})
    # in their order, which tells of stages which is the last
    values, keys = dict(node.values), dict(node.keys)
    node.values.clear()
    node.keys.clear()
    for typed, key in keys.items():
        name = apart.get(typed, typed)
        node.keys[name] = key
        value = Scalar(typed.removeprefix(name).strip(), key.at, False)
        node.values[name] = value if typed in apart else values[typed]


def _comma_in_text(path: str, value: Scalar, typed: list[str], mend: list[str]) -> Misfit:
    """The text as a whole, which is put where its beginning stood."""
    value.text = "".join(mend)
    return Misfit("file", "comma-in-text", path, value.at, {"typed": "".join(typed), "mend": value.text})


def _joined_names(path: str, name: str, node: Any) -> Iterator[Misfit]:
    """`[fuxing，guangming]`: a full-width comma makes one name of two.

    In a figure's list only between ids: `[4，移交中]` is a number with a remark.
    """
    if not isinstance(node, SequenceNode):
        return
    items: list[Any] = []
    for item in node.items:
        if isinstance(item, Scalar) and not item.quoted and (found := _ID_AND_SIGN.fullmatch(item.text)):
            at = Position(item.at.line, item.at.column + found.start(2))
            yield unreadable(path, at, "did not find expected node content", found[2])
            items.append(Scalar(found[1], item.at, False))
            continue
        if isinstance(item, Scalar) and not item.quoted and _IDS_APART.fullmatch(item.text):
            ids = re.split(r"[\s;；]+", item.text)
            yield unreadable(path, item.at, "comma missing", item.text, mend=", ".join(ids))
            items += [Scalar(each, item.at, False) for each in ids]
            continue
        found = _SIGN.search(item.text) if isinstance(item, Scalar) and not item.quoted else None
        if (
            found is None
            or (name == "stages" and found[1] == "、" and len(node.items) > 1)
            or (name not in _LISTS_OF_PLAN and not _IDS.fullmatch(item.text))
        ):
            items.append(item)
            continue
        for each in _SIGN.finditer(item.text):
            at = Position(item.at.line, item.at.column + each.start(1))
            about = {
                "sign": f"{_NAMES[each[1]]}“{each[1]}”",
                "mend": "半角逗号加一个空格“, ”",
                "text": each[1],
            }
            yield Misfit("file", "full-width-sign", path, at, about)
        items += [Scalar(part.strip(), item.at, False) for part in _SIGN.split(item.text)[::2]]
    node.items = items


def _colon_in_text(path: str, node: SequenceNode) -> Iterator[Misfit]:
    """`- 复兴小区: 管网待补`: a half-width colon makes a key of the beginning of a sentence."""
    for index, item in enumerate(node.items):
        if (pair := only_pair(item)) is None:
            continue
        name, key, value = pair
        if name in _REMARK or name.isascii() or not isinstance(value, Scalar):
            continue
        whole = Scalar(f"{{{name}}}", Position(key.at.line, key.at.column - 1), False)
        if item.flow and value.empty and is_known_mapping(whole.text):
            node.items[index] = yield from wide_mapping(path, whole)
            continue
        if item.flow and value.empty and key.at != item.at:
            yield unreadable(path, item.at, "bracket begins text", whole.text, mend=in_quotes(whole.text))
            node.items[index] = Scalar(whole.text, item.at, True)
            continue
        yield Misfit("progress", "colon-in-text", path, key.at, {"before": name, "after": value.text})
        node.items[index] = Scalar(f"{name}：{value.text}", key.at, True)
