"""A cumulative figure never falls by itself: either it was typed as the month's increment, or it was corrected, and then the reason belongs beside it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.model.series import Entry
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "累计数变小了"
WHY = "累计数从年初算起，只会增加。变小了，不是把本月新增填成了累计，就是以前的数有误；有误可以更正，但要写明原因，群众和上级才看得懂。"
MEND = "填的是本月新增的，改成累计数；以前填大了的，改以前那个月；确实核减的，写 revision 说明原因。"
BAD = "street-lamps: 52"
GOOD = "street-lamps: 912"


def check(context: Context) -> Iterator[Said]:
    """Each figure against the one before it in the file."""
    for series in context.figures.series.values():
        indicator = series.responsibility.indicator
        label = context.indicator(indicator.id)
        if indicator.kind == "trend":
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
            and _number(indicator, first) < _start(indicator)
            and isinstance(indicator, Quantity)
        ):
            message = f"{label}累计{first.reading.done}{indicator.reported_unit}，少于年初基数{indicator.opening}{indicator.unit}"
            yield Said(first.file, first.at, message, "累计数要包括年初已有的数，请加上基数再填")


def _number(indicator: AnyIndicator, entry: Entry) -> Fraction:
    """What may not fall: the stage's share, or what was done."""
    level = indicator.level(entry.reading) if indicator.kind == "milestone" else indicator.done(entry.reading)
    return level or Fraction(0)


def _start(indicator: AnyIndicator) -> Fraction:
    return indicator.start if indicator.kind == "quantity" else Fraction(0)


def _fall(label: str, indicator: AnyIndicator, before: Entry, entry: Entry) -> tuple[str, str] | None:
    """The sentence and the mend where `entry` is less than `before`."""
    now, then = entry.reading, before.reading
    if (
        now.items is not None
        and then.items is not None
        and (lost := [item for item in then.items if item not in now.items])
    ):
        names = "、".join(lost)
        return (
            f"{label}{before.month}已完成的{names}，到{entry.month}没有了",
            f"已完成的点位每月都要写上；确实要退回，写成 {{done: [{', '.join(now.items)}], revision: 退回的原因}}",
        )
    if _number(indicator, entry) >= _number(indicator, before):
        return None
    if indicator.kind == "milestone":
        return (
            f"{label}{before.month}已到“{then.stage}”，{entry.month}却退回“{now.stage}”",
            f"核对节点；确实退回时写成 {{stage: {now.stage}, revision: 退回的原因}}",
        )
    unit = indicator.reported_unit
    eligible = f", eligible: {now.eligible}" if now.eligible is not None else ""
    return (
        f"{label}累计数从{before.month}的{then.done}{unit}变成{entry.month}的{now.done}{unit}，变小了",
        f"如果填的是本月新增，请改成从年初起的累计数；如果是{before.month}的数填大了，改那一个；如果确实核减，写成 {{done: {now.done}{eligible}, revision: 核减的原因}}",
    )
