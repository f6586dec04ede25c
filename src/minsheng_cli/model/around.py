"""What a misfit's sentence needs of the nodes around it: where a key is missing, what was typed instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from minsheng_cli.fields.meant import meant
from minsheng_cli.finding import LINE_END, Misfit, Position
from minsheng_cli.source.nodes import MappingNode, Path, Scalar, SequenceNode, along


def more_of(kind: str, root: Any, path: Path, about: dict[str, str]) -> dict[str, str]:
    """What else is known of a misfit of this kind."""
    if kind == "missing-key":
        return _where_missing(root, path)
    if kind == "unknown-key":
        return {**_inside_figures(root, path), **_in_braces(root, path)}
    if kind == "empty-value":
        unnamed = bool(path) and isinstance(path[-1], str) and path[-1].replace(".", "", 1).isdecimal()
        return {"unnamed": "unnamed" if unnamed and parent_of(root, path).flow else ""}
    if kind == "wrong-shape":
        return _as_given(root, path)
    if kind == "bad-id":
        in_figures = (len(path) > 1 and path[-2] == "figures") or path[:1] == ("schedule",)
        return {"beside": " ".join(parent_of(root, path).values)} if in_figures else {}
    if kind == "nothing-said":
        listed = next(reversed(list(along(root, path))))
        return {"flow": "flow" if isinstance(listed, SequenceNode) and listed.flow else ""}
    if kind == "bad-number":
        return _number_meant(root, path, about)
    if kind in ("bad-date", "bad-month"):
        return _month_of_report(root, path)
    return {}


def parent_of(root: Any, path: Path) -> MappingNode:
    """The innermost mapping that the last step of `path` stands in, beyond the lists in between."""
    holders = (node for node in (root, *along(root, path[:-1])) if isinstance(node, MappingNode))
    return list(holders)[-1]


def _where_missing(root: Any, path: Path) -> dict[str, str]:
    """Whether a missing key belongs in braces, and how far in its line would begin."""
    parent = parent_of(root, path)
    return {"flow": "flow" if parent.flow else "", "spaces": str(parent.at.column - 1)}


def _as_given(root: Any, path: Path) -> dict[str, str]:
    """What stands where another shape belongs: a single text, or each entry's only name."""
    node = next(reversed(list(along(root, path))), root)
    if isinstance(node, SequenceNode):
        names = all(isinstance(each, MappingNode) and len(each.values) == 1 for each in node.items)
        only = node.items[0] if len(node.items) == 1 else None
        text = only.text if isinstance(only, Scalar) else ""
        return {"text": text, "dashes": "dashes" if names and node.items and not node.flow else ""}
    if isinstance(node, MappingNode):
        return {"text": "", "first": "" if node.flow else next(iter(node.values), "")}
    return {"text": node.text if isinstance(node, Scalar) else ""}


_SCALES = {"百": "100", "千": "1000", "万": "10000", "亿": "100000000"}
_IN_THE_UNIT = frozenset(("target", "opening", "baseline"))


def _number_meant(root: Any, path: Path, about: dict[str, str]) -> dict[str, str]:
    """The number that was meant, in the unit of its indicator where it is one of those."""
    unit = ""
    if about["key"] in _IN_THE_UNIT:
        for node in along(root, path):
            own = node.values.get("unit") if isinstance(node, MappingNode) else None
            unit = own.text if isinstance(own, Scalar) else unit
    elif about["key"] == "scale" and about["text"] in _SCALES:
        return {"mend": _SCALES[about["text"]]}
    elif about["mend"]:
        return {}
    found = meant(about["text"], unit, whole=False)
    sure = found is not None and found.sure and not found.remark
    if found is not None and sure:
        return {"mend": found.number}
    return {"mend": ""} if unit and about["cause"] == "unit" else {}


def _inside_figures(root: Any, path: Path) -> dict[str, str]:
    """How far in the figures of the same report begin."""
    figures = parent_of(root, path).values.get("figures")
    if not isinstance(figures, MappingNode) or figures.flow:
        return {"spaces": ""}
    return {"spaces": str(figures.at.column - 1)}


_MOST_PAIRS = 8
"""Nobody fills braces with more by hand."""


def _in_braces(root: Any, path: Path) -> dict[str, str]:
    """All that stands in the braces around, one to a line, and whether this name has no value beside it."""
    parent = parent_of(root, path)
    own = parent.values.get(str(path[-1]))
    bare = "bare" if parent.flow and isinstance(own, Scalar) and own.empty else ""
    if not parent.flow or len(parent.values) > _MOST_PAIRS:
        return {"bare": bare}
    texts = {name: _as_text(value) for name, value in parent.values.items()}
    whole = "".join(f"{name}{text or ''}" for name, text in texts.items())
    if None in texts.values() or len(whole) > _LONGEST or not whole.isprintable():
        return {"bare": bare}
    return {"bare": bare, "pairs": "\n".join(f"{name}\t{text}" for name, text in texts.items())}


_LONGEST = 500
"""Characters in braces that are looked at."""


def _as_text(node: Any) -> str | None:
    """A value as one text, a list of names with commas between them; None for anything else."""
    if isinstance(node, SequenceNode) and all(isinstance(item, Scalar) for item in node.items):
        return ", ".join(item.text for item in node.items)
    return node.text if isinstance(node, Scalar) else None


def _month_of_report(root: Any, path: Path) -> dict[str, str]:
    """The month of the report that a date stands in, as typed; and whether a comment can stand behind it."""
    holder = parent_of(root, path)
    month = holder.values.get("month")
    return {"month": month.text if isinstance(month, Scalar) else "", "flow": "flow" if holder.flow else ""}


def note_lines(misfits: list[Misfit], text: str, run_ons: Mapping[Position, int]) -> None:
    """Note the last line of a text of several lines in place of a list, and whether its first is a line of its own."""
    wrong = [each for each in misfits if each.kind == "wrong-shape" and each.at in run_ons]
    lines = LINE_END.split(text) if wrong else []
    for misfit in wrong:
        alone = not lines[misfit.at.line - 1][: misfit.at.column - 1].strip()
        misfit.about.update(last=str(run_ons[misfit.at]), alone="alone" if alone else "")
