"""A changed figure in the words in which a bureau reads it: `新开工 206 → 230 套（+24，79.0%）`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from minsheng_cli.kinds.indicator import Indicator
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.model.series import Entry
from minsheng_cli.numbers import exact, written
from minsheng_cli.review.change import Change, FigureChange, Value
from minsheng_cli.terms import NOBODY, OPEN_BASE
from minsheng_cli.views.words import rate_word

ARROW = " → "
GONE = "没有了"


def figure_words(changes: Sequence[Change]) -> str:
    """All values of one figure that are different, in one phrase; they share their FigureChange."""
    detail = changes[0].figure
    if detail is None or detail.indicator is None or not (detail.old or detail.new):
        return "；".join(_raw(each) for each in changes)
    then = detail.old or detail.before
    was, now = _said(detail.was, then), _said(detail.indicator, detail.new)
    units = _unit(detail.was), _unit(detail.indicator)
    if detail.new is None:
        return f"{was}{units[0]}{ARROW}{GONE}"
    if then is None:
        return f"首报 {now}{units[1]}{_about(detail)}"
    if units[0] != units[1]:
        return f"{was}{units[0]}{ARROW}{now}{units[1]}{_about(detail, otherwise=True)}"
    if was == now:
        return f"{now}{units[1]}{_about(detail, same=True)}"
    return f"{was}{ARROW}{now}{units[1]}{_about(detail)}"


def _raw(change: Change) -> str:
    """What was typed where it cannot be read as a figure."""
    was, now = value_words(change.old), value_words(change.new)
    if change.old is None:
        return f"填了 {now}"
    return f"{was}{ARROW}{GONE if change.new is None else now}"


def _unit(indicator: Indicator | None) -> str:
    """The unit that is counted in; none behind a stage."""
    if indicator is None or indicator.kind == "milestone" or not indicator.reported_unit:
        return ""
    return f" {indicator.reported_unit}"


def _said(indicator: Indicator | None, entry: Entry | None) -> str:
    """A figure as it was typed, in the unit that is counted in."""
    if entry is None:
        return ""
    reading = entry.reading
    if reading.stage is not None:
        return reading.stage
    done = written(reading.done) if reading.done is not None else "0"
    if indicator is None or indicator.kind != "coverage":
        return done
    return f"{done}/{OPEN_BASE if reading.eligible is None else written(reading.eligible)}"


def _about(detail: FigureChange, *, same: bool = False, otherwise: bool = False) -> str:
    """`（+24，79.0%）`: what it is more than the figure before, and its rate.

    `otherwise`: it is counted in another unit, so that a difference would say nothing.
    """
    said = []
    was, now = detail.old or detail.before, detail.new
    if otherwise:
        said.append("单位变了")
    elif same:
        said.append("没有变化")
    elif was and now and was.reading.done is not None and now.reading.done is not None:
        more = Fraction(now.reading.done) - Fraction(was.reading.done)
        if more or was.reading.eligible == now.reading.eligible:
            said.append(_signed(more))
    if now is not None and now.reading.eligible == 0:
        said.append(NOBODY)
    elif detail.rate is not None:
        said.append(rate_word(detail.rate))
    said += _items(detail)
    return f"（{'，'.join(said)}）" if said else ""


def _signed(value: Fraction) -> str:
    text = written(exact(value))
    return f"+{text}" if value >= 0 else text


def _items(detail: FigureChange) -> list[str]:
    """Which of the named sites were added or are gone."""
    indicator, was, now = detail.indicator, detail.old or detail.before, detail.new
    if not isinstance(indicator, Quantity) or indicator.items is None or was is None or now is None:
        return []
    before, after = was.reading.items or (), now.reading.items or ()
    before_names = detail.was.items if isinstance(detail.was, Quantity) and detail.was.items else {}
    names = {**before_names, **indicator.items}
    return [
        f"{word}{'、'.join(names.get(each, each) for each in listed)}"
        for word, listed in (
            ("新完成", [each for each in after if each not in before]),
            ("少了", [each for each in before if each not in after]),
        )
        if listed
    ]


def value_words(value: Value) -> str:
    """Any value of the files in words."""
    if value is None:
        return "无"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return written(value)
    if isinstance(value, list):
        return "、".join(value_words(each) for each in value) or "无"
    if isinstance(value, dict):
        return "、".join(f"{name} {value_words(each)}" for name, each in value.items()) or "无"
    return str(value)


def then_now(change: Change) -> str:
    """A value then and now."""
    if change.old is None:
        return f"新增 {value_words(change.new)}"
    if change.new is None:
        return f"{value_words(change.old)}{ARROW}删去"
    return f"{value_words(change.old)}{ARROW}{value_words(change.new)}"
