"""What the months of an indicator show, by its kind: columns, bars and marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from minsheng_cli.kinds.milestone import NOT_BEGUN, Milestone
from minsheng_cli.model.plan import Deadline
from minsheng_cli.month import Month
from minsheng_cli.numbers import derived, written
from minsheng_cli.status.months import Delivery, MonthByMonth
from minsheng_cli.status.standing import DeadlineStanding, IndicatorStanding
from minsheng_cli.terms import BASELINE_MONTH, CARRIED, NOBODY, OPEN_BASE
from minsheng_cli.views.lines import Line, Span
from minsheng_cli.views.show.chart import Bar, Row, Title, chart
from minsheng_cli.views.words import (
    deadline_status_word,
    deadline_word,
    done,
    month_word,
    rate_word,
    signed,
    status_word,
)

NOTHING = "--"


@dataclass(frozen=True, slots=True)
class Shown:
    """One month of one indicator."""

    month: Month
    standing: IndicatorStanding
    delivery: Delivery | None

    @property
    def due(self) -> DeadlineStanding:
        """The nearest binding deadline ahead, else the last: the one that the overall status looks at."""
        return self.standing.nearest


def month_rows(history: MonthByMonth, position: int, cells: int | None, indent: str) -> list[Line]:
    """The months of an indicator as a table with bars; nothing where it has no figure yet."""
    shown = [
        Shown(
            each.month,
            each.standing.indicators[position],
            _delivery(each.standing.indicators[position], each.deliveries),
        )
        for each in history.reported
    ]
    if not shown or shown[-1].standing.point is None:
        return []
    year = history.plan.plan.year
    indicator = shown[-1].standing.indicator
    if isinstance(indicator, Milestone):
        columns, remark = _milestone(), "形象进度"
    elif indicator.kind == "coverage":
        columns, remark = _coverage(shown), ""
    elif indicator.kind == "trend":
        columns, remark = _trend(), ""
    else:
        columns, remark = _quantity(shown, year), ""
    columns.append((Title("总体", beside=True), _overall))
    columns += _aims(shown, year)
    rows = [
        Row(
            month_word(each.month, year),
            _bar(each),
            [cell(each) for _, cell in columns],
            "，".join([*_stage(each), *_marks(each, shown, year)]),
        )
        for each in shown
    ]
    marked = any(row.remark for row in rows)
    return chart("月份", [title for title, _ in columns], remark if marked else "", rows, cells, indent)


Column = tuple[Title, Callable[[Shown], Span]]


def _delivery(standing: IndicatorStanding, deliveries: Sequence[Delivery]) -> Delivery | None:
    return next((each for each in deliveries if each.department == standing.department), None)


def _quantity(shown: Sequence[Shown], year: int) -> list[Column]:
    columns: list[Column] = [
        (Title("完成率", True, True), lambda each: (rate_word(each.standing.rate), "")),
        (Title("累计", True), lambda each: (_done(each.standing), "")),
        (Title("新增", True), lambda each: (_increment(each.standing), "")),
        (Title("应完成", True), lambda each: (_expected(each.due), "")),
    ]
    for index, deadline in enumerate(shown[0].standing.deadlines):
        if deadline.binding or not any(_asks_otherwise(each, index) for each in shown):
            continue

        def asked(each: Shown, index: int = index) -> Span:
            return _expected(each.standing.deadlines[index]), ""

        columns.append((Title(f"{deadline_word(deadline.deadline, year)}应", True), asked))
    return columns


def asked_apart(history: MonthByMonth) -> list[Deadline]:
    """The aims that have a column of their own for what they expect, of some indicator."""
    standings = history.standing.deadlines
    return [
        aim.deadline
        for index, aim in enumerate(standings)
        if not aim.binding
        and any(
            _asks_otherwise(Shown(month, standing, None), index)
            for position, last in enumerate(history.standing.indicators)
            if last.indicator.counts and last.point is not None
            for month, standing in history.of(position)
            if month >= history.reported[0].month
        )
    ]


def _asks_otherwise(each: Shown, index: int) -> bool:
    """Whether an aim ahead expects another figure by now than the deadline that binds."""
    aim = each.standing.deadlines[index]
    return not aim.passed and aim.expected != each.due.expected


def _coverage(shown: Sequence[Shown]) -> list[Column]:
    columns: list[Column] = [
        (Title("覆盖率", True, True), lambda each: (rate_word(each.standing.rate), "")),
        (Title("累计", True), lambda each: (_done(each.standing), "")),
        (Title("底数", True), lambda each: (_eligible(each.standing), "")),
        (Title("新增", True), lambda each: (_increment(each.standing), "")),
        (Title("应达到", True), lambda each: (f"{written((each.due.expected or Fraction(0)) * 100)}%", "")),
    ]
    return columns


def _milestone() -> list[Column]:
    return [(Title("完成率", True, True), lambda each: (rate_word(each.standing.rate), ""))]


def _trend() -> list[Column]:
    return [
        (Title("水平", True, True), lambda each: (_done(each.standing), "")),
        (Title("增减", True), lambda each: (_increment(each.standing), "")),
    ]


def _aims(shown: Sequence[Shown], year: int) -> list[Column]:
    """The status towards each aim that was ever judged otherwise than the deadline that binds."""
    columns: list[Column] = []
    for index, deadline in enumerate(shown[0].standing.deadlines):
        if deadline.binding or not any(_judged_otherwise(each, index) for each in shown):
            continue

        def judged(each: Shown, index: int = index) -> Span:
            towards = each.standing.deadlines[index]
            return deadline_status_word(towards), towards.status

        columns.append((Title(deadline_word(deadline.deadline, year)), judged))
    return columns


def _judged_otherwise(each: Shown, index: int) -> bool:
    aim = each.standing.deadlines[index]
    fine = ("met", "on-track")
    both_fine = aim.status in fine and each.due.status in fine
    return not aim.passed and aim.status != each.due.status and not both_fine


def _overall(each: Shown) -> Span:
    return status_word(each.standing.status), each.standing.status


def _done(standing: IndicatorStanding) -> str:
    number = done(standing)
    return "未报" if number is None else written(number)


def _eligible(standing: IndicatorStanding) -> str:
    eligible = standing.point.reading.eligible if standing.point else None
    return NOTHING if eligible is None else written(eligible)


def _increment(standing: IndicatorStanding) -> str:
    if standing.increment is None:
        return NOTHING
    return signed(standing.increment, None)


def _expected(towards: DeadlineStanding) -> str:
    return NOTHING if towards.expected is None else written(derived(towards.expected, towards.places))


def _bar(each: Shown) -> Bar | None:
    """Done and expected as shares of the target; none for a trend, which has no target."""
    standing = each.standing
    if standing.indicator.kind == "trend":
        return None
    rate = standing.rate or Fraction(0)
    return Bar(rate, each.due.expected_rate, full=rate >= 1)


def _stage(each: Shown) -> list[str]:
    """A milestone's stage, and the one that was due where that is another."""
    standing = each.standing
    if not isinstance(standing.indicator, Milestone):
        return []
    stage = "未报" if standing.point is None else standing.point.reading.stage or NOT_BEGUN
    due = standing.indicator.stage_at(each.due.expected) if each.due.expected is not None else None
    reached = standing.point.level if standing.point is not None else None
    behind = each.due.expected is not None and (reached or 0) < each.due.expected
    return [f"{stage}（应到{due}）" if behind else stage]


def _marks(each: Shown, shown: Sequence[Shown], year: int) -> list[str]:
    """Carried forward, since when it was done, late, adjusted, corrected, without a base."""
    standing, point = each.standing, each.standing.point
    said = []
    if standing.left_out:
        said.append("文件有错")
    if standing.carried_from is not None:
        said.append(f"{CARRIED}{month_word(standing.carried_from, year)}")
    if standing.open_base:
        said.append(OPEN_BASE)
    if point is not None and point.nobody:
        said.append(NOBODY)
    if standing.baseline_month:
        said.append(BASELINE_MONTH)
    since = standing.increment_since
    new = {"milestone": "", "trend": "增减"}.get(
        standing.indicator.kind, "新增"
    )  # the column's title, if any
    if new and since is not None and since < each.month + -1 and standing.increment is not None:
        said.append(f"{new}为{month_word(since, year)}以来")
    if point is not None and point.month == each.month and point.revision:
        said.append("更正")
    if each.delivery is not None and each.delivery.late:
        said.append("迟报")
    before = next((one.standing.target for one in reversed(shown) if one.month < each.month), standing.target)
    if standing.target != before:
        said.append("目标调整")
    return said
