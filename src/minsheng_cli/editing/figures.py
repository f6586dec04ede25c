"""One figure changed where it stands, in whichever form it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from minsheng_cli.editing.change import Amount, CannotEdit, FigureChange
from minsheng_cli.editing.spans import Listed, Mapped, Text
from minsheng_cli.editing.splices import (
    Splice,
    below,
    line_number,
    line_start,
    within,
    without,
    without_lines,
)
from minsheng_cli.editing.writing import VALUES, amount, braces, figure, text_of
from minsheng_cli.finding import LINE_END
from minsheng_cli.source.quoting import in_brackets


def changed(text: str, key: Text, node: object, change: FigureChange, *, flow: bool) -> list[Splice]:
    """The splices that change a figure; `flow`: whether it stands in braces."""
    if isinstance(node, Mapped):
        return list(_long(text, node, change)) if _fits(node, change) else _anew(text, key, node, change)
    longer = any(change.texts.values()) or len(change.parts) > 1
    if not longer:
        value = next(iter(change.parts.values()), None)
        return [] if value is None else list(_value(text, key, node, value, flow=flow))
    return _lengthened(text, key, node, change)


def _fits(node: Mapped, change: FigureChange) -> bool:
    """Whether the names of the long form are those that the new value has."""
    there = {key.says for key, _ in node.pairs} & set(VALUES)
    return bool(node.pairs) and (not change.parts or there <= set(change.parts))


def _anew(text: str, key: Text, node: Mapped, change: FigureChange) -> list[Splice]:
    """A long form with names of another kind, written again in braces, with the sentences that it had."""
    kept = {each.says: value.says for each, value in node.pairs if isinstance(value, Text)}
    texts = {name: kept[name] for name in ("note", "revision") if kept.get(name)} | change.texts
    return [in_place(text, key, node, figure(change.parts, texts, flow=True, long=bool(node.pairs)))]


def _long(text: str, node: Mapped, change: FigureChange) -> Iterator[Splice]:
    """The long form changed inside: values put in place, sentences added, replaced or taken away."""
    elements = [(key.start, value.end) for key, value in node.pairs]
    added: dict[str, str] = {}
    for name, value in change.parts.items():
        if (key := node.key(name)) is not None:
            yield from _value(text, key, node.get(name), value, flow=node.flow)
        else:
            added[name] = amount(value, flow=node.flow)
    dropped = []
    for name, said in change.texts.items():
        place = node.find(name)
        if place is None:
            if said:
                added[name] = text_of(said, flow=node.flow)
        elif not said:
            dropped.append(place)
        else:
            key, there = node.pairs[place]
            yield from _value(text, key, there, said, flow=node.flow)
    yield from (without(elements, dropped) if node.flow else without_lines(text, elements, dropped))
    if added:
        lines = [f"{name}: {value}" for name, value in added.items()]
        if node.flow:
            yield from within(text, (node.start, node.end), elements, len(elements) - 1, lines)
        else:
            yield below(text, node.end, [f"{' ' * node.column}{line}" for line in lines])


def _value(text: str, key: Text, node: object, value: Amount, *, flow: bool) -> Iterator[Splice]:
    """A value in the place of another; of a list only the entries that are different."""
    if (
        isinstance(node, Listed)
        and isinstance(value, tuple)
        and all(isinstance(each, Text) for each in node.items)
    ):
        yield from _items(text, key, node, value)
    elif isinstance(node, Text) and isinstance(value, str) and node.says == value and not node.nothing:
        return
    else:
        style = node.style if isinstance(node, Text) else ""
        yield in_place(text, key, node, amount(value, flow=flow, style=style))


def _items(text: str, key: Text, node: Listed, wanted: tuple[str, ...], deeper: int = 0) -> Iterator[Splice]:
    """The entries that are no longer there taken out, the new ones added behind the others.

    `deeper`: by how much the lines of the list are being moved in.
    """
    there = [item.says for item in node.items]
    dropped = [place for place, item in enumerate(there) if item not in wanted]
    new = [in_brackets(item) for item in wanted if item not in there]
    elements = [(item.start, item.end) for item in node.items]
    if (dropped or new) and len(dropped) == len(elements):
        yield in_place(text, key, node, amount(wanted, flow=node.flow))
    elif node.flow:
        yield from without(elements, dropped)
        if new:
            kept = max(place for place in range(len(elements)) if place not in dropped)
            yield from within(text, (node.start, node.end), elements, kept, new)
    else:
        yield from without_lines(text, elements, dropped)
        if new:
            dashes = " " * (node.column + deeper)
            yield below(text, elements[-1][1], [f"{dashes}- {item}" for item in new])


def in_place(text: str, key: Text, node: object, written: str) -> Splice:
    """A value written in place of a whole node, on the line of its name where it stood on lines below it."""
    assert isinstance(node, (Text, Listed, Mapped))
    behind = colon(text, key)
    if isinstance(node, Text):
        if node.start < node.end:
            return Splice(node.start, node.end, written)
        spaced = text[behind : behind + 1] == " "
        return Splice(behind + spaced, behind + spaced, written if spaced else f" {written}")
    start = node.start if node.flow else behind
    if _commented(text[start : node.end]):  # the comment would go with it
        raise CannotEdit(line_number(text, node.start))
    return Splice(start, node.end, written if node.flow else f" {written}")


def _commented(piece: str) -> bool:
    return "#" in piece and LINE_END.search(piece) is not None


def colon(text: str, key: Text) -> int:
    """Behind the colon of a name."""
    at = text.find(":", key.end)
    if at < 0 or text[key.end : at].strip():
        raise CannotEdit(line_number(text, key.end))
    return at + 1


def _lengthened(text: str, key: Text, node: object, change: FigureChange) -> list[Splice]:
    """A short form made a long one, with more beside the value."""
    said = {name: in_brackets(sentence) for name, sentence in change.texts.items() if sentence}
    new = change.parts.get(change.name)
    if isinstance(node, Listed) and (new is None or isinstance(new, tuple)) and len(change.parts) < 2:
        return list(_list_lengthened(text, key, node, new, said))
    assert isinstance(node, (Text, Listed))
    if change.parts:
        return [in_place(text, key, node, figure(change.parts, change.texts, flow=True))]
    assert isinstance(node, Text)
    was = text[node.start : node.end] if node.style in ("'", '"') else in_brackets(node.says)
    return [in_place(text, key, node, braces({change.name: was, **said}))]


def _list_lengthened(
    text: str, key: Text, node: Listed, wanted: tuple[str, ...] | None, said: Mapping[str, str]
) -> Iterator[Splice]:
    """A list given its name and sentences beside it; one on lines of its own keeps them."""
    if node.flow:
        yield Splice(node.start, node.start, "{done: ")
        yield from _items(text, key, node, wanted) if wanted is not None else ()
        yield Splice(node.end, node.end, "".join(f", {name}: {each}" for name, each in said.items()) + "}")
        return
    if wanted is not None and not {item.says for item in node.items} & set(wanted):
        yield in_place(text, key, node, braces({"done": amount(wanted, flow=True), **said}))
        return
    deeper = 0 if node.column > key.column else _STEP
    indent = " " * (node.column + deeper)
    yield below(text, colon(text, key), [f"{indent}done:"])
    items = list(_items(text, key, node, wanted, deeper)) if wanted is not None else []
    if deeper:
        starts = [line_start(text, node.start)]
        starts += [found.end() for found in LINE_END.finditer(text, node.start, node.end)]
        kept = (at for at in starts if not any(each.start <= at < each.end for each in items))
        yield from (Splice(at, at, " " * deeper) for at in kept)
    yield from items
    yield below(text, node.end, [f"{indent}{name}: {each}" for name, each in said.items()])


_STEP = 2
