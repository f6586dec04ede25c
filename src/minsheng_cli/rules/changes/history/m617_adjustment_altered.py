"""An adjustment is the record of a decision; what was decided stays as it was, the next decision is an entry of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from minsheng_cli.kinds.indicator import Adjustment
from minsheng_cli.model.plan import AnyIndicator, DeadlineAdjustment
from minsheng_cli.numbers import exact, written
from minsheng_cli.review.meaning import meaning, of_adjustment, words
from minsheng_cli.rules.context import Said
from minsheng_cli.rules.since import Since
from minsheng_cli.rules.units import in_unit_of
from minsheng_cli.rules.writing import added_to
from minsheng_cli.source.nodes import MappingNode
from minsheng_cli.source.quoting import in_brackets
from minsheng_cli.terms import KEY_NAMES, quoted

SEVERITY = "error"
TITLE = "调整记录被改了"
WHY = "每一次调整是一次决定，有日期、原因和文号。改了、删了，就说不清目标和时限是什么时候、为什么变的。"
MEND = "原来的调整照原样留着；又有新的调整，在后面另加一条。"
BAD = "{date: 2024-07-01, target: 27.5, reason: 增加李庄连接线, document: 青政办〔2024〕12号}"
GOOD = "{date: 2024-07-01, target: 28.5, reason: 增加李庄连接线, document: 青政办〔2024〕12号}"

Adjustments = Sequence[Adjustment] | Sequence[DeadlineAdjustment]


def check(since: Since) -> Iterator[Said]:
    """The adjustments of each indicator and each deadline."""
    for pair in since.indicators:
        old, now = pair.old.indicator, pair.now.indicator
        label = f"{since.context.indicator(pair.name)}的目标"
        yield from _compared(since, label, _in_present_unit(old, now), now.adjustments, now.mapping)
    for was, deadline in since.deadlines:
        if deadline is not None and since.now.sound(deadline.mapping):
            label = f"{quoted(deadline.name, deadline.id)}的时限"
            yield from _compared(since, label, was.adjustments, deadline.adjustments, deadline.mapping)


def _in_present_unit(old: AnyIndicator, now: AnyIndicator) -> Sequence[Adjustment]:
    """The older adjustments, their targets as the present plan counts them."""
    if old.unit == now.unit and old.scaling == now.scaling:
        return old.adjustments
    return [_with_target(each, in_unit_of(now, old, Fraction(each.target))) for each in old.adjustments]


def _with_target(adjustment: Adjustment, target: Fraction) -> Adjustment:
    said = {name: getattr(adjustment, name) for name in Adjustment.model_fields}
    return Adjustment.model_construct(**{**said, "target": exact(target)})


def _compared(
    since: Since, label: str, old: Adjustments, now: Adjustments, mapping: MappingNode
) -> Iterator[Said]:
    """Each older adjustment against the present ones of the same thing."""
    known = {of_adjustment(each) for each in old}
    kept = {of_adjustment(each) for each in now}
    new = [each for each in now if of_adjustment(each) not in known]
    for each in old:
        if of_adjustment(each) in kept:
            continue
        altered = next((other for other in new if _alike(each, other)), None)
        if altered is None:
            there = "adjustments" in mapping.values
            message = f"{label}{each.date}的调整原来有，现在没有了"
            whole = _written(each)
            hint = f"照原来的补回去：{whole}" if there else added_to(mapping, f"adjustments: [{whole}]")
            yield Said(since.plan_file, mapping.key("adjustments" if there else "id"), message, hint)
        else:
            new.remove(altered)
            key = next(name for name in _names(each) if not _same(each, altered, name))
            message = f"{label}{each.date}的调整改过了，{KEY_NAMES[key]}原来是{_text(each, key)}"
            hint = f"又有新的调整，在后面另加一条；这一条请改成：{in_brackets(_text(each, key))}"
            yield Said(since.plan_file, altered.mapping.value(key), message, hint)


def _alike(one: Adjustment | DeadlineAdjustment, other: Adjustment | DeadlineAdjustment) -> bool:
    """Whether one was made of the other: of four things at most one was changed, or the day stayed."""
    same = [_same(one, other, name) for name in _names(one)]
    return one.date == other.date or same.count(False) <= 1


def _names(adjustment: Adjustment | DeadlineAdjustment) -> list[str]:
    return [name for name in type(adjustment).model_fields if name != "node"]


def _same(one: Adjustment | DeadlineAdjustment, other: Adjustment | DeadlineAdjustment, name: str) -> bool:
    """Whether one of their four things means the same."""
    return meaning(words(_text(one, name))) == meaning(words(_text(other, name)))


def _text(adjustment: Adjustment | DeadlineAdjustment, name: str) -> str:
    """One of its four things, as it is written."""
    value = getattr(adjustment, name)
    return written(value) if name == "target" else str(value)


def _written(adjustment: Adjustment | DeadlineAdjustment) -> str:
    parts = (f"{name}: {in_brackets(_text(adjustment, name))}" for name in _names(adjustment))
    return f"{{{', '.join(parts)}}}"
