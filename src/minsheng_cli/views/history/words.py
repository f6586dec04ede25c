"""How history says things: figures as they were told, what happened to one, what happened to a target."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from minsheng_cli.month import Month
from minsheng_cli.review.history import Event
from minsheng_cli.review.told import Adjusted, Planned, Terms, Told, Value
from minsheng_cli.review.versions import CONFLICT, MISSING
from minsheng_cli.terms import KEY_NAMES, OPEN_BASE, shortened
from minsheng_cli.views.dates import month_word

WHY = {CONFLICT: "里面有没解决的合并冲突", MISSING: "读不到内容"}
"""Why a version could not be read; any other is no text or no YAML."""
NOT_YAML = "不是读得通的台账文件"
_OR_BEFORE = "（最早的提交里就有，实际可能更早）"
_FULL_STOP = "。"


def month_title(month: str, year: int | None) -> str:
    """A month's heading; one that is written wrongly, as it is written."""
    try:
        known = Month.parse(month)
    except ValueError:
        return f"月份“{shortened(month)}”" if month else "没有写月份"
    return month_word(known, year or 0)


def told_word(told: Told, indicator: Planned) -> str:
    """A figure: `230套`, `1210/1263人`, `主体完工`, `2个（城北新村、福康小区）`."""
    unit = indicator.unit
    if told.done is None and told.eligible is None:
        return "没有写数"
    if indicator.kind == "coverage":
        if told.eligible is None:
            return f"{_value(told.done, '')}{unit}，{OPEN_BASE}"
        return f"{_value(told.done, '')}/{_value(told.eligible, unit)}"
    if isinstance(told.done, tuple):
        names = "、".join(indicator.items.get(name, name) for name in told.done)
        return f"{len(told.done)}{unit}（{names}）" if names else f"0{unit}"
    return _value(told.done, unit)


def _value(value: Value, unit: str) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}{unit}"
    return "没有写" if value is None else shortened("、".join(value) if isinstance(value, tuple) else value)


def figure_event(event: Event[Told], indicator: Planned) -> tuple[str, list[str]]:
    """What happened to a figure, and the department's words on it."""
    old, new = event.old, event.new
    was = told_word(old, indicator) if old else ""
    now = told_word(new, indicator) if new else ""
    if event.what == "dropped":
        what = (
            f"合并时丢掉了{was}，{f'退回{now}' if now else '这个数没有了'}" if was else f"合并时又有了{now}"
        )
    elif event.what == "added":
        what = f"报{now}"
    elif event.what == "removed":
        what = f"删去（原为{was}）"
    elif event.what == "words":
        what = f"{now}，数没有变"
    else:
        what = f"由{was}改为{now}"
    return f"{what}{_OR_BEFORE if event.or_before else ''}", list(_words(old, new))


def _words(old: Told | None, new: Told | None) -> Iterator[str]:
    """Reasons and notes that are new, and those that are there no more."""
    for key in ("revision", "note"):
        before, after = (getattr(each, key) if each else None for each in (old, new))
        if after and after != before:
            yield f"{KEY_NAMES[key]}：{after}"
        elif before and not after and new is not None:
            yield f"{KEY_NAMES[key]}去掉了，原来写的是：{before}"


def plan_event(event: Event[Terms], indicator: Planned) -> list[str]:
    """What happened to an indicator in the plan; one sentence for each change."""
    old, new = event.old, event.new
    if new is None:
        return ["从计划里删去" + (f"（原来{target_word(old, indicator)}）" if old else "")]
    if old is None:
        said = [f"列入计划，{target_word(new, indicator)}"]
        said += [f"目标调整：{adjusted_word(each, new.unit)}" for each in new.adjustments]
    else:
        said = [word for each in old.differences(new) for word in _difference(*each, old=old, new=new)]
        if event.what == "dropped":
            said = [f"合并时退回了原来的：{each}" for each in said]
    return [f"{said[0]}{_OR_BEFORE if event.or_before else ''}", *said[1:]]


def _difference(field: str, was: object, now: object, *, old: Terms, new: Terms) -> Iterator[str]:
    """One field of the terms that is another."""
    if field == "target":
        yield f"目标由{_value(old.target, old.unit)}改为{_value(new.target, new.unit)}"
    elif field == "adjustments":
        yield from (
            f"目标调整：{adjusted_word(each, new.unit)}"
            for each in new.adjustments
            if each not in old.adjustments
        )
        yield from (
            f"去掉了目标调整：{adjusted_word(each, old.unit)}"
            for each in old.adjustments
            if each not in new.adjustments
        )
    elif field == "unit":
        yield f"{KEY_NAMES[field]}由{old.unit or '没有写'}改为{new.unit or '没有写'}"
    elif field == "stages":
        yield f"{KEY_NAMES[field]}由{_pairs(old.stages)}改为{_pairs(new.stages)}"
    elif field == "opening":
        yield f"{KEY_NAMES['baseline']}由{_value(old.opening, old.unit)}改为{_value(new.opening, new.unit)}"
    else:
        yield f"{KEY_NAMES['required']}由{_pairs(old.required)}改为{_pairs(new.required)}"


def target_word(terms: Terms, indicator: Planned) -> str:
    """What the plan asks: a number, stages, or a level above a baseline."""
    if terms.stages:
        return f"依次走完{_pairs(terms.stages)}"
    if indicator.kind == "trend":
        base = f"基数{_value(terms.opening, terms.unit)}" if terms.opening is not None else "第一次报的数"
        return f"要求高于{base}"
    return f"目标{_value(terms.target, terms.unit)}"


def adjusted_word(each: Adjusted, unit: str) -> str:
    """From when, to what, why, by which document."""
    return (
        f"{each.date or '没有写日期'}起调整为{_value(each.target, unit)}，"
        f"原因：{each.reason.rstrip(_FULL_STOP) or '没有写'}，文号：{each.document or '没有写'}"
    )


def _pairs(pairs: tuple[tuple[str, Value], ...]) -> str:
    """Names with their percents, where they have them."""
    return (
        "、".join(name if share is None else f"{name}{_value(share, '%')}" for name, share in pairs) or "没有"
    )
