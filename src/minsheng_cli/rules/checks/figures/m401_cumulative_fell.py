"""A cumulative figure never falls by itself: either it was typed as the month's increment, or it was corrected, and then the reason belongs beside it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from minsheng_cli.kinds.figure import Reading
from minsheng_cli.kinds.indicator import Indicator
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.model.series import Entry
from minsheng_cli.numbers import written
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.rules.writing import added_up, long_form

SEVERITY = "error"
TITLE = "累计数变小了"
WHY = "累计数从年初算起，只会增加。变小了，不是把本月新增填成了累计，就是哪个月的数填错了；确实核减的也要写明原因，上级和群众才看得懂。"
MEND = (
    "填的是本月新增的，改成从年初起的累计数；以前填大了的，改以前那个月；确实核减的，用 revision 写明原因。"
)
BAD = "street-lamps: 52"
GOOD = "street-lamps: 912"


def check(context: Context) -> Iterator[Said]:
    """Each figure against the one before it in the file."""
    for series in context.figures.series.values():
        indicator = series.responsibility.indicator
        label = context.indicator(indicator.id)
        if indicator.kind == "trend" or context.stages_doubted(indicator):
            continue
        placed = [entry for entry in series.entries if (entry.file, entry.month) not in context.misplaced]
        for before, entry in pairwise(sorted(placed, key=lambda entry: entry.month)):
            if (
                entry.month != before.month
                and entry.figure.revision is None
                and (said := _fall(label, indicator, before, entry))
            ):
                message, hint = said
                yield Said(entry.file, entry.at, message, hint)
        first = series.entries[0] if series.entries else None
        if (
            first
            and first.figure.revision is None
            and isinstance(indicator, Quantity)
            and first.done < indicator.start
        ):
            opening = f"{written(indicator.start * indicator.scaling)}{indicator.reported_unit}"
            message = f"{label}累计{written(Fraction(first.reading.done or 0))}{indicator.reported_unit}，比年初基数{opening}还少"
            yield Said(first.file, first.at, message, _with_opening(indicator, first, opening))


def _with_opening(indicator: Quantity, first: Entry, opening: str) -> str:
    """The first figure and the opening together, where they make a figure that can be."""
    done, start = Fraction(first.reading.done or 0), indicator.start * indicator.scaling
    if slips := _slips(indicator, done, start):
        return f"{slips}累计数要包括年初已有的{opening}"
    if done + start > _most(indicator, start, None):
        return f"累计数要包括年初已有的{opening}，请加上它再填"
    return f"累计数要包括年初已有的{opening}；报的是今年新增的，请改成：{written(done + start)}"


def _number(indicator: AnyIndicator, entry: Entry) -> Fraction:
    """What may not fall: the stage's share, or what was done."""
    level = entry.level if indicator.kind == "milestone" else entry.done
    return level or Fraction(0)


def _fall(label: str, indicator: AnyIndicator, before: Entry, entry: Entry) -> tuple[str, str] | None:
    """The sentence and the mend where `entry` is less than `before`."""
    now, then = entry.reading, before.reading
    if isinstance(indicator, Quantity) and indicator.items is not None:
        return _lost(label, indicator, before, entry)
    if _number(indicator, entry) >= _number(indicator, before):
        return None
    if indicator.kind == "milestone":
        return (
            f"{label}{before.month}已到“{then.stage}”，{entry.month}却退回“{now.stage}”",
            f"节点填错了的改节点；确实退回了的，{long_form(entry, revision='退回的原因')}",
        )
    unit = indicator.reported_unit
    return (
        f"{label}累计数从{before.month}的{_typed(then)}{unit}变成{entry.month}的{_typed(now)}{unit}，变小了",
        f"{_likely(indicator, before, entry)}{before.month}填大了的，改{before.month}的数；确实核减的，{long_form(entry, revision='核减的原因')}",
    )


def _lost(label: str, indicator: Quantity, before: Entry, entry: Entry) -> tuple[str, str] | None:
    """Named items that were done and are done no longer."""
    now, then = entry.reading.items or (), before.reading.items or ()
    names = indicator.items or {}
    still, kept = set(now), {*now, *then}
    if not (lost := [item for item in then if item not in still]):
        return None
    every = ", ".join(item for item in names if item in kept)
    return (
        f"{label}{before.month}已完成的{'、'.join(f'{names[item]}（{item}）' for item in lost)}，到{entry.month}没有了",
        f"确实退回的，{long_form(entry, revision='退回的原因')}；没有退回的，已完成的点位每月都要写上，请改成：[{every}]",
    )


def _likely(indicator: Indicator, before: Entry, entry: Entry) -> str:
    """What most likely happened, with the number that it would make; it asks, for only the department knows."""
    now, then = Fraction(entry.reading.done or 0), Fraction(before.reading.done or 0)
    base = _base(before.reading, entry.reading)
    if then <= 10 * now <= 2 * then and then > _most(indicator, Fraction(0), base):
        return f"{before.month}的{written(then)}是不是多写了一个0？如是，把{before.month}的改成 {written(then / 10)}；"
    if then > 2 * _most(indicator, Fraction(0), base) and indicator.kind != "coverage":
        return f"{before.month}的{written(then)}远远超过目标，先核对那个月的数；"
    asked = _slips(indicator, now, then, base)
    if now and 2 * now <= then and now + then <= _most(indicator, then, base):
        done = written(now + then)
        sum_of = added_up(written(then), written(now))
        if base is None:
            return f"{asked}{sum_of}，写成 {done}；"
        return f"{asked}{sum_of}，{long_form(entry, done=done, eligible=written(base))}；"
    return f"{asked}填的是本月新增的，改成从年初起的累计数；"


def _slips(indicator: Indicator, now: Fraction, then: Fraction, base: Fraction | None = None) -> str:
    """The slips of the pen that would have made `now` out of a figure that fits after `then`."""
    slips = {Fraction(10): "少写了一个0", Fraction(10000): "按“万”填了"}
    if indicator.scaling not in (1, 10000):
        slips[indicator.scaling] = f"按“{indicator.unit}”填了"
    most = min(2 * then, _most(indicator, then, base))
    return "".join(
        f"是不是{slip}？如是，改成 {written(now * factor)}；"
        for factor, slip in slips.items()
        if now and then <= now * factor <= most
    )


def _base(then: Reading, now: Reading) -> Fraction | None:
    """The base of a coverage; where it fell with the figure, it was typed as the month's increment too."""
    if now.eligible is None:
        return None
    base, before = Fraction(now.eligible), Fraction(then.eligible or 0)
    return base if base >= before else base + before


def _most(indicator: Indicator, then: Fraction, base: Fraction | None) -> Fraction:
    """What a figure will hardly exceed: a coverage's base; a fifth more than the target, a tenth more than before."""
    if indicator.kind == "coverage":
        return 2 * then if base is None else base
    targets = (indicator.plan_target, *(each.target for each in indicator.adjustments))
    highest = max((Fraction(target) for target in targets if target is not None), default=Fraction(0))
    return max(highest * indicator.scaling * Fraction(6, 5), then * Fraction(11, 10))


def _typed(reading: Reading) -> str:
    """What was done, as it was typed."""
    return written(reading.done or Fraction(0))
