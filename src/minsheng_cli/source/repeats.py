"""Names that a mapping has twice, and what that is a sign of: in a list, the next entry's beginning may be lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from minsheng_cli.finding import Misfit
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode


class Repeats:
    """Says of each name that comes again; of an entry whose beginning is lost it is said once."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._lost: MappingNode | None = None
        """The entry in which names came again that are the next one's."""
        self._last: tuple[MappingNode, int, Misfit] | None = None
        """The entry in which a name came again last, how many names it had, and what was said."""

    def met(self, holders: Sequence[Any], key: Scalar, node: Any) -> Misfit | None:
        """The misfit of a name that the innermost of `holders` has already.

        The next entry's dash is missing where the first name comes again; its first line where others come one
        after another, or where what stands below them has names in common.
        """
        parent, name = holders[-1], key.text
        if self._lost is parent:
            return None
        first, begins = parent.values[name], next(iter(parent.keys))
        about = {"key": name, "first": str(parent.keys[name].at.line), "entry": "", "spaces": "", "dash": ""}
        about["nested"] = "" if isinstance(node, Scalar) or node.flow else "nested"
        about["flow"] = "flow" if parent.flow else ""
        misfit = Misfit("file", "duplicate-key", self._path, key.at, about)
        if parent.flow or len(holders) < 2 or not isinstance(holders[-2], SequenceNode):
            return misfit
        if begins == name:
            about["dash"] = "dash"
            self._lost = parent
            return misfit
        before, self._last = self._last, (parent, len(parent.keys), misfit)
        in_a_row = before is not None and before[0] is parent and before[1] == len(parent.keys)
        lost = {"entry": begins, "spaces": str(max(0, parent.at.column - 3))}
        if in_a_row or _share_names(first, node):
            self._lost = parent
            (before[2] if before is not None and in_a_row else misfit).about.update(lost)
        return None if in_a_row else misfit


def _share_names(one: Any, other: Any) -> bool:
    """Whether two mappings have a name in common: they are of two entries, not parts of one."""
    return (
        isinstance(one, MappingNode)
        and isinstance(other, MappingNode)
        and not one.values.keys().isdisjoint(other.values)
    )
