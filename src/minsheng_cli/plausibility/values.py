"""Single numbers that do not fit what came before: dates, two numbers in one, ten or ten thousand times off.

The most certain cause is named; one number is asked about once.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction

from minsheng_cli.finding import Misfit
from minsheng_cli.patterns import pattern
from minsheng_cli.plausibility.trail import Told, Trail, Usual, typed

TIMES = (10, 100, 1000, 10000)
FAR = Fraction(3, 2)
"""Surplus is common (126%, 139%); what is further past the target and came at once is worth a question."""
FAR_AT_FIRST = Fraction(5, 2)
"""A first report may hold work that had begun before."""
ABSURD = 10
"""No county does ten times what it promised without a word (the highest rate published: 566%)."""
SUDDEN, MANY = 4, 8
"""How many usual months' increments in one are odd in a number past the target, and in one below it."""
EVEN_SO = 15
"""How many are odd even if later reports go on from there: no campaign brings that."""
YEAR = 4
"""Digits of a year; four digits are more often a figure than a year, as long as the target allows it."""
SMALL = 10
"""Numbers below it jump as they please."""
ENOUGH = 3
"""Reports with an increment that it takes to speak of a usual one."""


def odd_values(trail: Trail) -> Iterator[Misfit]:
    """Numbers to ask about, each once."""
    usual = Usual.at_start(trail)
    for index, told in enumerate(trail.told):
        later = trail.told[index + 1] if index + 1 < len(trail.told) else None
        question = None if told.explained else _question(trail, usual, told, later)
        if question is not None:
            yield question
        fell = later is not None and later.value < told.value
        if question is None or not fell:
            usual.add(told)


def _question(trail: Trail, usual: Usual, told: Told, later: Told | None) -> Misfit | None:
    if later is not None and later.value < told.value and later.entry.figure.revision is not None:
        return None  # put right since, with a reason
    if trail.target:
        return _ten_thousand_short(trail, usual, told) or _against_target(trail, usual, told, later)
    return _against_before(trail, usual, told)


def _against_target(trail: Trail, usual: Usual, told: Told, later: Told | None) -> Misfit | None:
    """A number that has a target."""
    value, rise = told.value, told.value - usual.level
    if trail.indicator.counted and rise < SMALL:
        return None
    month = _month(trail, usual) * usual.gap(told.month)
    if rise <= SUDDEN * month and rise < trail.fifth:
        return None  # an ordinary month, for which nothing of what follows could hold
    far = value > trail.target * (FAR if usual.increments else FAR_AT_FIRST) and rise > SUDDEN * month
    ahead = usual.increments >= 2 and rise > MANY * month and value > 2 * trail.due(told.month)
    borne_out = later is not None and later.value >= value and value < ABSURD * trail.target
    unusual = _unusual(trail, usual, told, EVEN_SO if borne_out else MANY)
    sudden = rise > SUDDEN * month and not borne_out and len(told.text) > YEAR
    if (far or sudden) and (date := date_in(told.text, trail)):
        return trail.ask("date-as-figure", told, date=date)
    if not (unusual or (not borne_out and (far or ahead))):
        return None
    if far and (parts := _joined(trail, usual, told.text)):
        return trail.ask("digits-run-together", told, first=parts[0], second=parts[1])
    if (far or ahead) and (fitting := _times_too_much(trail, usual, told)):
        return trail.ask("times-off", told, times=fitting[0], mend=fitting[1])
    if far and value > ABSURD * trail.target:
        return trail.ask("times-off", told, target=typed(trail.target))
    if unusual:
        return trail.ask("increment-unusual", told, rise=typed(rise), usual=typed(usual.largest))
    return None


def _month(trail: Trail, usual: Usual) -> Fraction:
    """The largest monthly increment so far, or what each month would bring if all came alike."""
    return max(usual.largest, trail.even_step)


def _unusual(trail: Trail, usual: Usual, told: Told, many: int) -> bool:
    """Whether a month brought so many times what the months before it did, once there is something usual.

    What only makes up for a slow beginning (a harvest, a works season) is as it should be.
    """
    rise = told.value - usual.level
    return (
        usual.increments >= ENOUGH
        and usual.level - trail.start >= trail.target / 10
        and rise >= trail.fifth
        and told.value > trail.due(told.month)
        and rise > many * usual.largest * usual.gap(told.month)
    )


def _times_too_much(trail: Trail, usual: Usual, told: Told) -> tuple[str, str] | None:
    """By what the number would have to be divided to fit, and what it would be then."""
    step = 3 * _month(trail, usual) * usual.gap(told.month)
    reach = max(usual.level + step, trail.due(told.month) * Fraction(11, 10))
    for times in (*TIMES, trail.indicator.scaling):
        value = told.value / times
        if times > 1 and trail.can_be(value) and usual.level <= value <= min(reach, trail.target * FAR):
            return str(times), typed(value)
    return None


def _ten_thousand_short(trail: Trail, usual: Usual, told: Told) -> Misfit | None:
    """A number of 万 where single ones are counted: 3 typed for 30,000."""
    value, tiny = told.value, trail.tiny
    if not 0 < value <= tiny or usual.level > tiny or trail.start:
        return None
    due = trail.due(told.month)
    for times in (trail.indicator.scaling, Fraction(10000)):
        if times >= 1000 and due * Fraction(3, 10) <= value * times <= due * Fraction(8, 5):
            unit = trail.indicator.unit if times == trail.indicator.scaling else "万"
            return trail.ask("times-off", told, short=str(unit), mend=typed(value * times))
    return None


def _against_before(trail: Trail, usual: Usual, told: Told) -> Misfit | None:
    """A number without a target, a level or a base: only what came before it tells."""
    level, value = usual.level, told.value
    date = date_in(told.text, trail)
    if usual.last is None and not level:
        return trail.ask("date-as-figure", told, date=date) if date and len(told.text) > YEAR else None
    if level < SMALL or level / MANY < value < level * MANY:
        return None
    if date:
        return trail.ask("date-as-figure", told, date=date)
    if trail.indicator.kind == "coverage" and told.part == "done":
        return None  # a campaign reaches most of them in a month; more than eligible is an error of its own
    for times in TIMES:
        for mended in (value / times, value * times):
            if trail.can_be(mended) and level * Fraction(4, 5) <= mended <= level * Fraction(5, 2):
                less = "less" if mended > value else ""
                return trail.ask("times-off", told, times=str(times), mend=typed(mended), less=less)
    return None


_DAY = pattern(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_MONTH = pattern(r"([0-9]{4})([0-9]{2})")


def date_in(text: str, trail: Trail) -> str | None:
    """The day, month or year of the plan's time that a number reads like."""
    years = range(trail.header.year - 1, trail.header.year + 2)
    if text.isdigit() and len(text) == 4 and int(text) in years:
        return f"{text}年"
    if found := _MONTH.fullmatch(text):
        return (
            f"{text[:4]}年{int(found[2])}月" if int(found[1]) in years and 1 <= int(found[2]) <= 12 else None
        )
    if found := _DAY.fullmatch(text):
        try:
            day = datetime.date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return None
        return f"{day.year}年{day.month}月{day.day}日" if day.year in years else None
    return None


def _joined(trail: Trail, usual: Usual, text: str) -> tuple[str, str] | None:
    """The two numbers that were run together: the one before and this month's, or the same one twice."""
    if not text.isdigit() or len(text) < 4:
        return None
    most = max(trail.target * FAR, 2 * usual.level)
    for cut in range(2, len(text) - 1):
        first, second = text[:cut], text[cut:]
        if second.startswith("0"):
            continue
        before = usual.last is not None and first == usual.last.text
        if (before or first == second) and usual.level <= int(second) <= most:
            return first, second
    return None
