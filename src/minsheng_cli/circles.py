"""What leads to what, and where that goes round in a circle; without recursion, however long the chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def components(leads_to: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The names in groups that lead to each other, each group after those that it leads to (Tarjan's algorithm).

    A name that is in no circle is a group of its own; names that are no keys are left out.
    """
    index: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []
    grouped: set[str] = set()
    found: list[list[str]] = []
    for start in leads_to:
        if start in index:
            continue
        path: list[tuple[str, Iterator[str]]] = []
        _enter(start, leads_to, index, lowest, waiting, path)
        while path:
            name, ahead = path[-1]
            following = next((each for each in ahead if each in leads_to and each not in grouped), None)
            if following is None:
                path.pop()
                if path:
                    above = path[-1][0]
                    lowest[above] = min(lowest[above], lowest[name])
                if lowest[name] == index[name]:
                    group = [waiting.pop()]
                    while group[-1] != name:
                        group.append(waiting.pop())
                    grouped.update(group)
                    found.append(group[::-1])
            elif following in index:
                lowest[name] = min(lowest[name], index[following])
            else:
                _enter(following, leads_to, index, lowest, waiting, path)
    return found


def _enter(
    name: str,
    leads_to: Mapping[str, Sequence[str]],
    index: dict[str, int],
    lowest: dict[str, int],
    waiting: list[str],
    path: list[tuple[str, Iterator[str]]],
) -> None:
    """Begin with a name: number it, and go on to what it leads to."""
    index[name] = lowest[name] = len(index)
    waiting.append(name)
    path.append((name, iter(leads_to[name])))


def in_circles(leads_to: Mapping[str, Sequence[str]]) -> set[tuple[str, str]]:
    """Every step from a name to another one that leads back to it."""
    group = {name: number for number, names in enumerate(components(leads_to)) for name in names}
    return {
        (name, following)
        for name, ahead in leads_to.items()
        for following in ahead
        if following in group and group[following] == group[name]
    }
