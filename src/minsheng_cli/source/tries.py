"""Single mends of a line's beginning that may have been meant: moved, with or without its dash, a name put above it.

Which of them is right only the models can tell; they come in the order in which they are to be believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from minsheng_cli.finding import Misfit, Position
from minsheng_cli.patterns import pattern
from minsheng_cli.source.indent import (
    Step,
    at_margin,
    block_end,
    expected_above,
    expected_elsewhere,
    indents_near,
    taken,
)
from minsheng_cli.source.saying import indent_of, moved, says, unreadable

_NAMED = pattern(r" *(?:- +)?\{?[^\s:：\"'{\[]+\s*:(?: |$)")
_PARENTS = (
    "figures",
    "indicators",
    "adjustments",
    "deadlines",
    "schedule",
    "departments",
    "reports",
    "projects",
)
"""Names with nothing behind them, whose line is easily lost."""
_FAR = 60
"""Lines looked back on for those that hold a line."""
_RUN = 12
"""Lines side by side that were moved together."""


def lines_around(lines: Sequence[str], numbers: Iterable[int]) -> list[int]:
    """The indexes of lines near these numbers, and of those that hold them with the first line in each."""
    found: dict[int, None] = {}
    for number in numbers:
        index = min(number, len(lines)) - 1
        near = [n for n in range(max(0, index - 4), min(len(lines), index + 2)) if says(lines[n])]
        found |= dict.fromkeys(reversed(near))
        least = indent_of(lines[index]) if index >= 0 and lines[index].strip() else 1 << 30
        below = index
        for above in range(index - 1, max(-1, index - _FAR), -1):
            if not says(lines[above]):
                continue
            if indent_of(lines[above]) < least:
                found |= dict.fromkeys((above, below))
                least = indent_of(lines[above])
            below = above
    return list(found)


def tries(lines: Sequence[str], around: Iterable[int]) -> list[Step]:
    """The steps that may bring one of these lines, with those that go with it, to where it belongs."""
    found: dict[Step, tuple[int | bool, ...]] = {}
    for index in around:
        for step in (*_moves(lines, index), *_dashes(lines, index), *_parents(lines, index)):
            found.setdefault(step, _rank(lines, index, step))
    return sorted(found, key=lambda step: found[step])


def _rank(lines: Sequence[str], index: int, step: Step) -> tuple[int | bool, ...]:
    if step.how != "move":
        return (1 + (step.how == "parent"), False, False, False, 0, False, index)
    above, elsewhere = expected_above(lines, index), expected_elsewhere(lines, index)
    shift = abs(step.spaces - indent_of(lines[index]))
    unlikely = step.spaces not in (above, elsewhere)
    at_home = indent_of(lines[index]) == above
    odd = bool(step.spaces % 2)
    return (step.last - index, odd, unlikely, at_home, shift, step.spaces != above, index)


def _moves(lines: Sequence[str], index: int) -> Iterator[Step]:
    now, wanted = indent_of(lines[index]), (expected_elsewhere(lines, index), expected_above(lines, index))
    likely = {each for each in wanted if each is not None}
    every = {0} if at_margin(lines[index]) else indents_near(lines, index) | likely
    for spaces in sorted(every - {now}):
        ends = {index + 1, block_end(lines, index)}
        if spaces in likely:
            ends |= _runs(lines, index)
        for last in sorted(ends):
            yield Step(index + 1, last, spaces, "move", "")


def _runs(lines: Sequence[str], index: int) -> set[int]:
    """Where lines side by side with this one, and what is in them, may end."""
    now, found = indent_of(lines[index]), set()
    for other in range(index + 1, min(len(lines), index + _RUN)):
        if not says(lines[other]) or indent_of(lines[other]) < now:
            break
        found.add(other + 1)
    return {last for last in found if not _opens(lines, last)}


def _opens(lines: Sequence[str], last: int) -> bool:
    """Whether what follows line `last` is within it, so that moving the one without the other parts them."""
    return last < len(lines) and indent_of(lines[last]) > indent_of(lines[last - 1])


def _dashes(lines: Sequence[str], index: int) -> Iterator[Step]:
    line, spaces = lines[index], indent_of(lines[index])
    text = line.strip()
    if not _NAMED.match(line):
        return
    if text.startswith("- "):
        bare = text[1:].lstrip()
        yield Step(index + 1, index + 1, spaces, "undash", bare)
        yield Step(index + 1, index + 1, spaces + 2, "dash to space", bare)
        return
    yield Step(index + 1, index + 1, spaces, "dash", f"- {text}")
    if spaces >= 2:
        yield Step(index + 1, index + 1, spaces - 2, "first dash", f"- {text}")


def _parents(lines: Sequence[str], index: int) -> Iterator[Step]:
    now = indent_of(lines[index])
    above = next((lines[n] for n in range(index - 1, -1, -1) if says(lines[n])), "")
    inside = len(above) - len(above.lstrip(" -"))
    for spaces in sorted({0, inside, now - 2} & set(range(now + 1))):
        for name in _PARENTS:
            if not (spaces == 0 and any(line.startswith(f"{name}:") for line in lines)):
                yield Step(index + 1, index + 1, spaces, "parent", f"{name}:")


def with_step(lines: Sequence[str], step: Step) -> str:
    """The text once the step is taken."""
    if step.how == "parent":
        put = " " * step.spaces + step.text
        return "\n".join([*lines[: step.line - 1], put, *lines[step.line - 1 :]])
    return "\n".join(taken(lines, step))


def said(path: str, lines: Sequence[str], step: Step) -> Misfit:
    """The misfit that tells to take the step."""
    line = lines[step.line - 1]
    begins = indent_of(line)
    if step.how == "parent":
        about = {"name": step.text.rstrip(":"), "spaces": str(step.spaces)}
        return unreadable(path, Position(step.line, begins + 1), "parent left out", **about)
    if step.how == "first dash":
        name = line.strip().partition(":")[0]
        return unreadable(path, Position(step.line, begins + 1), "first dash", name)
    misfit = moved(path, line, step.line, step.spaces, step.last)
    misfit.about.update(problem=f"step {step.how}", typed=step.text)
    return misfit
