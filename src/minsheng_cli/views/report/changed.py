"""How a report says what is different; `then` is another month, or what was known at a revision (`--as-of`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TypeVar

from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.numbers import difference, percent
from minsheng_cli.status.comparison import (
    Comparison,
    GroupChange,
    IndicatorChange,
    ProjectChange,
)
from minsheng_cli.status.standing import (
    STATUSES,
    URGENCY,
    IndicatorStanding,
)
from minsheng_cli.views.report.facts import NOW, THEN, named, points, problems
from minsheng_cli.views.report.rows import Rows
from minsheng_cli.views.report.words import reason
from minsheng_cli.views.words import (
    LATE,
    LEFT_OUT,
    amount,
    deadline_status_word,
    deadline_word,
    done,
    figure,
    month_word,
    rate_word,
    status_word,
)

UNCHANGED = "没有变化"
NOT_HEARD = "没有新报数"
ROUNDED = "增减按没有舍入的数算，与{both}的百分数直接相减可能差0.1。"
BROKEN_THERE = "文件有错"
"""Why one side alone has no figure."""


def side_words(comparison: Comparison) -> tuple[str, str]:
    """What the two sides are called: the month compared with and the report's own, or then and now."""
    if comparison.as_of is not None:
        return THEN, NOW
    year = comparison.now.plan.plan.year
    return month_word(comparison.then.month, year), month_word(comparison.now.month, year)


def summary(comparison: Comparison) -> list[str]:
    """What is different in the county: projects first, then the mean, then which projects moved."""
    then, now = comparison.then, comparison.now
    old, new = side_words(comparison)
    beside, crossed = old, comparison.backwards or comparison.as_of is not None
    differs: list[str] = []
    if comparison.as_of is not None:
        from minsheng_cli.views.report.known_then import differences, taken

        beside, differs = f"{old}（{taken(comparison.as_of)}）", differences(comparison)
    started = [sum(each.started for each in county.projects) for county in (then, now)]
    first = (
        f"{new}与{beside}比：已完成{then.counts['completed']}件→{now.counts['completed']}件，"
        f"已开工{started[0]}件→{started[1]}件"
    )
    if comparison.completion is not None:
        first += (
            f"，平均完成{rate_word(then.completion, full=then.full)}→{rate_word(now.completion, full=now.full)}"
            f"（{points(comparison.completion)}个百分点）"
        )
    if then.expected is not None and now.expected is not None:
        first += (
            f"，按序时应完成{rate_word(then.expected, full=then.expected_full)}"
            f"→{rate_word(now.expected, full=now.expected_full)}"
        )
    said = [f"{first}。"]
    if comparison.backwards:
        said.append(f"注意：{old}在{new}之后，增减是{new}比{old}多出或少了多少，不是后来的进展。")
    counted = [
        f"{status_word(status)}{then.counts[status]}件→{now.counts[status]}件"
        for status in STATUSES
        if then.counts[status] or now.counts[status]
    ]
    said.append("　".join(counted))
    for word, changes in (("完成", comparison.newly_completed), ("开工", comparison.newly_started)):
        what = f"{new}已{word}、{old}没有{word}的" if crossed else f"新{word}"
        if changes:
            said.append(f"{what}{len(changes)}件：{_names(changes)}")
    return [*said, _moved(comparison), *differs]


def _moved(comparison: Comparison) -> str:
    """The projects with another status, what wants attention first, those newly completed named before."""
    others: dict[str, list[ProjectChange]] = {}
    changed = [each for each in comparison.status_changed if not each.newly_completed]
    for each in sorted(changed, key=lambda each: URGENCY.index(each.now.status)):
        others.setdefault(status_change(each), []).append(each)
    same = len(comparison.projects) - len(comparison.status_changed)
    if not comparison.status_changed:
        return f"{'两边都有的' if comparison.came or comparison.left else ''}各项目状态没有变化。"
    listed = "；".join(f"{words}{len(each)}件（{_names(each)}）" for words, each in others.items())
    if not listed:
        every = "全部项目都新完成。" if comparison.as_of is None else "各项目当时没有完成，现在都已完成。"
        return f"其余{same}件状态没有变化。" if same else every
    return f"状态有变：{listed}{f'；其余{same}件没有变化' if same else ''}。"


def _names(changes: Iterable[ProjectChange]) -> str:
    return named([each.now.project.name for each in changes])


def status_change(change: ProjectChange | IndicatorChange) -> str:
    """`正常→滞后`; empty where the status is the same."""
    return arrow(change) if change.status_changed else ""


def arrow(change: ProjectChange | IndicatorChange) -> str:
    """The status, with the one before it where that was another."""
    now = status_word(change.now.status)
    return f"{status_word(change.then.status)}→{now}" if change.status_changed else now


def deadline_changes(change: ProjectChange | IndicatorChange, year: int) -> list[str]:
    """`10月底正常→未达阶段目标`: statuses towards deadlines that the overall status does not tell already."""
    if change.now.status == "completed":
        return []
    said = []
    for old, new in change.deadlines_changed:
        words = f"{deadline_status_word(old)}→{deadline_status_word(new)}"
        if words != status_change(change):
            before, day = deadline_word(old.deadline, year), deadline_word(new.deadline, year)
            said.append(f"{day}{words}" if before == day else f"{before}{words.replace('→', f'→{day}')}")
    return said


def figures(change: IndicatorChange, year: int) -> str:
    """`158→206/396座，增48座`, `开工→主体完工`, `仍为206/396座`."""
    then, now = change.then, change.now
    if now.point is None and then.point is None and then.left_out == now.left_out:
        return LEFT_OUT if now.left_out else "一直没有报数"
    if now.point is None or then.point is None:
        return f"{_reached(then)}→{_reached(now)}"
    since = "" if not change.silent else f"（{month_word(now.point.month, year)}以来没有新报数）"
    if not change.figure_changed or (not change.months and amount(then) == amount(now)):
        return f"仍为{amount(now)}{since}"
    if isinstance(now.indicator, Milestone) or now.indicator.kind == "coverage" or not change.same_measure:
        return f"{amount(then)}→{amount(now)}"
    unit = now.indicator.unit
    reached = figure(now.point.done, unit) if now.indicator.kind == "trend" else amount(now)
    said = f"{_typed(then)}→{reached}" if change.done else f"仍为{reached}"
    if change.done:
        said += f"，{'增' if change.done > 0 else '减'}{figure(abs(change.done), unit)}"
    if then.target is not None and now.target is not None and then.target != now.target:
        said += f"，目标由{then.target:f}改为{now.target:f}{unit or ''}"
    if now.indicator.kind == "trend" and now.course.start is not None:
        said += f"（基数{figure(now.course.start, unit)}）"
    return said + since


def _reached(standing: IndicatorStanding) -> str:
    return BROKEN_THERE if standing.left_out else amount(standing)


def _typed(standing: IndicatorStanding) -> str:
    number = done(standing)
    return "" if number is None else figure(number, None)


def indicator_line(change: IndicatorChange, comparison: Comparison) -> str:
    """What is different in an indicator: its status, its figures; its place in the plan, where that is another."""
    year = comparison.now.plan.plan.year
    said = [status_change(change), *deadline_changes(change, year), figures(change, year)]
    if comparison.as_of is not None:
        from minsheng_cli.views.report.known_then import redefined

        said += redefined(change, comparison)
    return "；".join(filter(None, said))


def figure_changes(change: ProjectChange, year: int) -> list[str]:
    """The figures that are different, each with its indicator's name."""
    return [
        f"{each.now.indicator.name}{_colon(each)}{figures(each, year)}"
        for each in change.indicators
        if each.figure_changed
    ]


def _colon(change: IndicatorChange) -> str:
    """A stage or a word stands behind a colon, a number behind the name."""
    numbers = change.then.point is not None and not isinstance(change.now.indicator, Milestone)
    return "" if numbers else "："


def project_line(change: ProjectChange, comparison: Comparison) -> str:
    """What is different in a project: its status, its figures, its place in the plan; or that nothing is."""
    year = comparison.now.plan.plan.year
    said = [status_change(change), *deadline_changes(change, year), *figure_changes(change, year)]
    if comparison.as_of is not None:
        from minsheng_cli.views.report.known_then import replanned

        said += replanned(change, comparison, said)
    if any(each.now.left_out for each in change.indicators):
        said.append(LEFT_OUT)
    elif change.silent:
        said.append(NOT_HEARD)
    return "；".join(filter(None, said)) or UNCHANGED


C = TypeVar("C", IndicatorChange, ProjectChange, GroupChange)


def why(change: IndicatorChange) -> str:
    """The department's own words on a figure reported since, beside a revision also where nothing is late."""
    if not change.reported:
        return ""
    note = change.now.point.note if change.now.point else None
    return reason(change.now) or (f"说明：{note}" if note and not change.months else "")


def whys(change: ProjectChange) -> list[str]:
    """The departments' own words on the figures reported since; else, where it is late, the month's problems."""
    said = dict.fromkeys(filter(None, map(why, change.indicators)))
    if not said and change.now.status in LATE and change.now.problems:
        return [problems(change.now.problems)]
    return list(said)


def group_line(change: GroupChange, comparison: Comparison) -> str:
    """What has another status in a department or an area, and what it did not count then; empty where nothing has."""
    said = [
        f"{project.now.project.name}{status_change(project)}"
        if own is None
        else f"{own.now.indicator.name}（{project.now.project.name}）{status_change(own)}"
        for project, own in change.moved
    ]
    if comparison.as_of is not None:
        from minsheng_cli.views.report.known_then import regrouped

        said += regrouped(change)
    return "；".join(said)


_Sides = tuple[Fraction | None, bool | None, Fraction | None, bool | None]
"""Two rates, each with whether all that it counts are at their full target (None: no mean)."""


def apart(pairs: Iterable[_Sides]) -> bool:
    """Whether a printed difference is not that of the two printed percentages."""
    for then, then_full, now, now_full in pairs:
        if then is None or now is None:
            continue
        printed = Fraction(percent(now, full=now_full)) - Fraction(percent(then, full=then_full))
        if printed != Fraction(difference(now - then)):
            return True
    return False


def rounding(comparison: Comparison, rows: Rows, by: str) -> list[str]:
    """The note on differences that look a tenth off, where there is one among what is shown."""
    changes: Sequence[ProjectChange | GroupChange]
    if by == "indicator":
        found = _both(comparison.indicators, [each.indicator.id for _, each in rows.indicators])
        pairs: list[_Sides] = [(each.then.rate, None, each.now.rate, None) for each in found]
    else:
        if by == "department":
            changes = _both(comparison.departments, [each.id for each in rows.departments])
        elif by == "area":
            changes = _both(comparison.areas, [each.id for each in rows.areas])
        else:
            changes = _both(comparison.projects, [each.project.id for each in rows.projects])
        pairs = [
            (each.then.completion, each.then.full, each.now.completion, each.now.full) for each in changes
        ]
    then, now = comparison.then, comparison.now
    if not apart([(then.completion, then.full, now.completion, now.full), *pairs]):
        return []
    return [ROUNDED.format(both="两个月" if comparison.as_of is None else "两边")]


def _both(changes: dict[str, C], names: Iterable[str]) -> list[C]:
    """The changes of these rows, as far as both sides have them."""
    return [changes[name] for name in names if name in changes]
