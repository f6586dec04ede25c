"""trace --format text: a project's or an indicator's numbers, each with its sum, its rule and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.numbers import percent
from minsheng_cli.review.amounts import level_term
from minsheng_cli.review.derivation import IndicatorTrace, ProjectTrace
from minsheng_cli.terms import INFERRED
from minsheng_cli.views.commits import SHALLOW
from minsheng_cli.views.grid import sentences
from minsheng_cli.views.lines import Line
from minsheng_cli.views.show.words import adjusted, items, stands, target_words
from minsheng_cli.views.trace.deadlines import deadline_lines
from minsheng_cli.views.trace.words import RULES, Blamed, Notes, equation, joined_names, overall_words, says
from minsheng_cli.views.words import (
    DEFAULT_NOTE,
    LEFT_OUT,
    SAMPLE_NOTE,
    deadline_status_word,
    deadline_word,
    figure,
    listed_files,
    month_word,
    rate_word,
    status_word,
    title_of,
)

INDENT, HANG = "  ", "  "


def render(
    trace: ProjectTrace, blamed: Blamed, why_none: str, cells: int | None, *, shallow: bool = False
) -> list[Line]:
    """The derivation as styled lines, `cells` wide; `why_none` says why there are no commits to name.

    `shallow`: whether older commits are not here.
    """
    plan, month, project = trace.plan, trace.month, trace.standing.project
    notes = Notes()
    title = f"{title_of(plan.plan, month, sample=trace.sample)}　怎么算出来的"
    lines = sentences([title], cells, "", "title")
    lines += sentences([f"第{project.no}项　{project.name}"], cells, "", "title")
    if trace.left_out:
        said = f"【台账有错】没有算入：{listed_files(trace.left_out)}"
        lines += sentences([said], cells, "", "missed")
    if not trace.alone:
        lines += _project(trace, cells)
    for each in trace.indicators:
        lines += [[], *_indicator(trace, each, notes, cells)]
    listed = notes.listed(blamed)
    if listed:
        lines += [[], *sentences(["出处（文件:行:列，最近改过这一行的提交）"], cells, "", "head")]
        lines += sentences(listed, cells, INDENT, "", HANG)
    lines.append([])
    return lines + sentences(list(_legend(trace, why_none, shallow=shallow)), cells, "", "below")


def _project(trace: ProjectTrace, cells: int | None) -> Iterator[Line]:
    standing, year = trace.standing, trace.plan.plan.year
    yield from sentences([f"总体：{_worst(trace)}"], cells, "", standing.status)
    said = [_completion(trace)]
    if standing.expected is not None:
        printed = rate_word(standing.expected)
        value = says(percent(standing.expected), of_hundred=True)
        said.append(f"按序时应完成：{equation(trace.expected, value, printed)}")
    for place, each in enumerate(standing.deadlines):
        names = [
            one.indicator.name
            for one in standing.indicators
            if one.deadlines[place].status == each.status and each.status != "met"
        ]
        whose = (
            f"，取各项里最差的：{joined_names(names)}" if 0 < len(names) < len(standing.indicators) else ""
        )
        said.append(f"{deadline_word(each.deadline, year)}：{deadline_status_word(each)}{whose}")
    yield from sentences(said, cells, "", "", HANG)


def _worst(trace: ProjectTrace) -> str:
    """The overall status, and whose it is."""
    standing = trace.standing
    word = status_word(standing.status)
    names = [each.indicator.name for each in standing.indicators if each.status == standing.status]
    if len(standing.indicators) == 1:
        return word
    if standing.status == "completed":
        return f"{word}，各项都已完成"
    if standing.status == "not-started":
        return f"{word}，各项都还没有动工"
    if standing.status == "on-track":
        return f"{word}，没有一项落后"
    return f"{word}，取各项里最差的：{joined_names(names)}"


def _completion(trace: ProjectTrace) -> str:
    """The mean, whose rates it adds up, and what is left out of it."""
    standing = trace.standing
    if trace.completion is None or standing.completion is None:
        return "完成率：没有计入平均的指标"
    printed = rate_word(standing.completion, full=standing.full)
    value = says(percent(standing.completion, full=standing.full), of_hundred=True)
    said = [f"完成率：{equation(trace.completion, value, printed)}"]
    weighed = [each for each in trace.counted if each.indicator.weight]
    if len(weighed) > 1:
        said.append(f"依次是{joined_names([each.indicator.name for each in weighed])}")
    weights = [
        f"{each.indicator.name}{each.indicator.weight:f}" for each in weighed if each.indicator.weight != 1
    ]
    if weights:
        said.append(f"权重：{'、'.join(weights)}，其余1")
    out = [each.indicator.name for each in standing.indicators if each not in weighed]
    if out:
        said.append(f"{joined_names(out)}不计入平均")
    if trace.capped:
        said.append("超过目标的按100%计入")
    if not standing.full and standing.completion == 1:
        said.append("还有指标没有达到全部目标，不印100.0%")
    return "；".join(said)


def _indicator(trace: ProjectTrace, each: IndicatorTrace, notes: Notes, cells: int | None) -> Iterator[Line]:
    standing, plan, year = each.standing, trace.plan, trace.plan.plan.year
    indicator = standing.indicator
    head = f"{indicator.name}（{indicator.id}）　{status_word(standing.status)}　{plan.department_name(standing.department)}"
    yield from sentences([head], cells, "", standing.status)
    if standing.left_out:
        yield from sentences([LEFT_OUT], cells, INDENT)
        return
    yield from sentences(list(_made(trace, each, notes)), cells, INDENT, "", HANG)
    yield from sentences(adjusted(standing, trace.month, year), cells, INDENT, "", HANG)
    yield from sentences(
        [f"总体：{status_word(standing.status)}，{overall_words(each, year)}"], cells, INDENT, "", HANG
    )
    for verdict in each.verdicts:
        first, *more = deadline_lines(each, verdict, trace.plan.plan, trace.month, notes)
        yield from sentences([first], cells, INDENT, verdict.standing.status, HANG)
        yield from sentences(more, cells, INDENT * 2, "", HANG)


def _made(trace: ProjectTrace, each: IndicatorTrace, notes: Notes) -> Iterator[str]:
    """What was reported and where it stands, the target, the rate, what is new."""
    standing, year = each.standing, trace.plan.plan.year
    indicator, point = standing.indicator, standing.point
    inferred = f"（{INFERRED}）" if {"target", "baseline", "opening"} & set(indicator.inferred) else ""
    yield f"{target_words(standing)}{inferred}{notes.mark(each.target)}"
    if each.start is not None and indicator.counts:
        word = "年初基数" if isinstance(indicator, Quantity) else "基数"
        yield f"{word}{figure(indicator.start, indicator.unit)}{notes.mark(each.start)}"
    places = each.figure.places if each.figure else ()
    yield f"{stands(standing, trace.month, year)}{notes.mark(*places)}"
    if point is None:
        return
    yield from items(standing, year)
    if isinstance(indicator, Milestone):
        shares = (f"{name}{level_term(indicator, share).text}" for name, share in indicator.shares.items())
        yield f"各节点的份额：{'、'.join(shares)}"
    if each.made is not None:
        yield from _added(each, year, notes)
    if each.rate is not None and standing.rate is not None:
        value = says(percent(standing.rate), of_hundred=True)
        yield f"完成率：{equation(each.rate, value, rate_word(standing.rate))}"
    if each.completion is not None:
        share = each.completion.value
        value = says(percent(share), of_hundred=True)
        most = "，按100%计入" if share > 1 else ""
        yield f"计入平均：{equation(each.completion, value, rate_word(share))}{most}"
    if each.increment is not None and standing.increment is not None and indicator.kind != "milestone":
        printed = figure(standing.increment, indicator.unit)
        before = (
            f"，减的是{month_word(each.before.point.month, year)}的数{notes.mark(*each.before.places)}"
            if each.before
            else "，减的是起点"
        )
        word = "升降" if indicator.kind == "trend" else "新增"
        yield f"{word}：{equation(each.increment, standing.increment, printed)}{before}"


def _added(each: IndicatorTrace, year: int, notes: Notes) -> Iterator[str]:
    """How the figure was added up, or came from another unit."""
    indicator, made = each.standing.indicator, each.made
    assert made is not None
    printed = figure(made.value, indicator.unit)
    if not each.parts:
        yield f"换算：{equation(made, made.value, printed)}，1{indicator.unit}是{indicator.scaling}{indicator.reported_unit}"
        return
    yield f"累计：{equation(made, made.value, printed)}，先是基数，再依次加各组成指标"
    for part in each.parts:
        if part.origin is None:
            yield f"“{part.indicator.name}”还没有报数，加0"
        else:
            month = month_word(part.origin.point.month, year)
            yield f"“{part.indicator.name}”{figure(part.value, indicator.unit)}，{month}报的{notes.mark(*part.origin.places)}"


def _legend(trace: ProjectTrace, why_none: str, *, shallow: bool) -> Iterator[str]:
    yield f"规则见 docs/rules.md：{joined_names(RULES)}。"
    if any(each.standing.by_default for each in trace.indicators):
        yield DEFAULT_NOTE
    project = trace.standing.project
    if project.inferred or any(each.standing.indicator.inferred for each in trace.indicators):
        yield f"{INFERRED}：计划没有写明，由记台账的人定的。"
    if why_none:
        yield why_none
    if shallow:
        yield SHALLOW
    if trace.sample:
        yield SAMPLE_NOTE
