"""show --format text: the promise, how it stands, each indicator month by month, problems and highlights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from minsheng_cli.numbers import difference
from minsheng_cli.status.months import MOST_MONTHS, MonthByMonth
from minsheng_cli.status.standing import IndicatorStanding
from minsheng_cli.terms import INFERRED, KEY_NAMES, NO_AREA
from minsheng_cli.views.cells import harmless, width
from minsheng_cli.views.grid import sentences
from minsheng_cli.views.lines import Line
from minsheng_cli.views.show.deadlines import required_basis, towards_words
from minsheng_cli.views.show.rows import asked_apart, month_rows
from minsheng_cli.views.show.words import (
    about,
    adjusted,
    inferred_mark,
    items,
    said_with_figures,
    scheduled,
    stands,
)
from minsheng_cli.views.words import (
    DEFAULT_NOTE,
    SAMPLE_NOTE,
    day_word,
    deadline_notes,
    deadline_status_word,
    deadline_word,
    listed_files,
    month_word,
    rate_word,
    skipped,
    status_word,
    title_of,
)

INDENT = HANG = "  "


def render(history: MonthByMonth, cells: int | None) -> list[Line]:
    """The project as styled lines, `cells` wide (None: as wide as it needs)."""
    lines = _head(history, cells)
    for position, depth in _in_order(history.standing.indicators):
        lines += [[], *_indicator(history, position, depth, cells)]
    for word, kind in (("problems", "problems"), ("highlights", "highlights")):
        lines += _remarks(history, kind, KEY_NAMES[word], cells)
    lines.append([])
    return lines + sentences(_legend(history), cells, "", "below")


def _head(history: MonthByMonth, cells: int | None) -> list[Line]:
    plan, month, project, standing = history.plan, history.month, history.project, history.standing
    year = plan.plan.year
    lines = sentences([title_of(plan.plan, month, sample=history.sample)], cells, "", "title")
    lines += sentences([f"第{project.no}项　{project.name}"], cells, "", "title")
    lines += _left_out(history, cells)
    said = [f"{KEY_NAMES['promise']}：{project.promise}"] if project.promise else []
    who = "　".join(_who(history))
    said += [who] if cells is None or width(who) <= cells else _who(history)
    other = [key for key in project.inferred if key not in ("lead", "partners", "area")]
    said += [f"{KEY_NAMES.get(key, key)}为{INFERRED}" for key in other]
    if project.note:
        said.append(f"计划说明：{project.note}")
    lines += sentences(said, cells, "", "", HANG)
    overall = [f"总体：{status_word(standing.status)}"]
    if standing.completion is not None:
        overall.append(f"完成率{rate_word(standing.completion, full=standing.full)}")
    if standing.expected is not None:
        overall.append(f"按序时应完成{rate_word(standing.expected)}")
    if history.reported and standing.increment is not None and standing.carried_from is None:
        overall.append(_against_last_month(history))
    lines += sentences(["，".join(overall)], cells, "", standing.status)
    for each in standing.deadlines:
        aim = "" if each.binding else "力争"
        word = f"{deadline_word(each.deadline, year)}{aim}{each.deadline.name}：{deadline_status_word(each)}"
        lines += sentences([word], cells, "", each.status)
    return lines + sentences(_unreported(history), cells)


def _left_out(history: MonthByMonth, cells: int | None) -> list[Line]:
    """Which files were left out for their errors, and whether that touches this project."""
    if not history.left_out:
        return []
    names = "、".join(history.plan.department_name(name) for name in history.missing)
    whose = (
        f"{names}的文件有错，没有算入，有关指标按0计"
        if names
        else "另有文件有错，没有算入，本项目的指标不受影响，问题和亮点可能不全"
    )
    return sentences([f"【台账有错】{whose}：{listed_files(history.left_out)}"], cells, "", "missed")


def _who(history: MonthByMonth) -> list[str]:
    plan, project = history.plan, history.project
    said = [
        f"{KEY_NAMES['lead']}：{plan.department_name(project.lead)}{inferred_mark(project.inferred, 'lead')}"
    ]
    if project.partners:
        partners = "、".join(plan.department_name(each) for each in project.partners)
        said.append(f"{KEY_NAMES['partners']}：{partners}{inferred_mark(project.inferred, 'partners')}")
    area = NO_AREA if project.area is None else plan.areas.get(project.area, project.area)
    if plan.areas:
        said.append(f"{KEY_NAMES['area']}：{area}{inferred_mark(project.inferred, 'area')}")
    return said


def _against_last_month(history: MonthByMonth) -> str:
    """The change of the completion since the month before, or since the report before, in percentage points."""
    change = difference(history.standing.increment or Fraction(0))
    since = skipped(history.standing, history.month)
    before = "上月" if since is None else month_word(since, history.plan.plan.year)
    if not change:
        return f"与{before}持平"
    return f"比{before}{'增' if change > 0 else '减'}{abs(change):f}个百分点"


def _unreported(history: MonthByMonth) -> list[str]:
    """Which departments handed in no report of which month, from the first report on, and which were late."""
    year = history.plan.plan.year
    months = history.reported or history.months
    said: list[str] = []
    for position, one in enumerate(months[-1].deliveries):
        if one.department in history.missing:
            continue
        name = history.plan.department_name(one.department)
        deliveries = [(each.month, each.deliveries[position]) for each in months]
        silent = [month_word(month, year) for month, each in deliveries if each.reported_on is None]
        late = [
            f"{month_word(month, year)}（{day_word(each.reported_on, year)}报）"
            for month, each in deliveries
            if each.late and each.reported_on is not None
        ]
        said += [f"未报：{name}{'、'.join(silent)}"] if silent else []
        said += [f"迟报：{name}{'、'.join(late)}"] if late else []
    return said


def _in_order(indicators: Sequence[IndicatorStanding]) -> Iterator[tuple[int, int]]:
    """The indicators' places in the plan's order with their depth, those that are part of another below it."""
    places = {each.indicator.id: place for place, each in enumerate(indicators)}
    below: dict[int | None, list[int]] = {}
    for place, each in enumerate(indicators):
        below.setdefault(places.get(each.indicator.part_of or ""), []).append(place)
    waiting = [(place, 0) for place in reversed(below.get(None, []))]
    while waiting:
        place, depth = waiting.pop()
        yield place, depth
        waiting += [(part, depth + 1) for part in reversed(below.get(place, []))]


def _indicator(history: MonthByMonth, position: int, depth: int, cells: int | None) -> list[Line]:
    standing, year = history.standing.indicators[position], history.plan.plan.year
    part = "其中：" if depth else ""
    name = harmless(f"{part}{standing.indicator.name}")
    lines = sentences([f"{name}　{status_word(standing.status)}"], cells, "", standing.status)
    lines += sentences(about(standing, history.project, history.plan), cells, INDENT, "below", HANG)
    lines += sentences(adjusted(standing, history.month, year), cells, INDENT, "", HANG)
    lines += sentences([stands(standing, history.month, year)], cells, INDENT, "", HANG)
    lines += sentences(items(standing, year), cells, INDENT, "", HANG)
    lines += sentences(
        [towards_words(standing, each, history.month, year) for each in standing.deadlines],
        cells,
        INDENT,
        "",
        HANG,
    )
    lines += sentences(required_basis(standing, year), cells, INDENT, "below", HANG)
    lines += sentences(scheduled(standing, year), cells, INDENT, "below", HANG)
    lines += month_rows(history, position, cells, INDENT)
    return lines + sentences(said_with_figures(standing, year), cells, INDENT, "below", HANG)


def _remarks(history: MonthByMonth, kind: str, word: str, cells: int | None) -> list[Line]:
    """The problems or highlights of every month, the latest first."""
    year = history.plan.plan.year
    said = [
        f"{month_word(each.month, year)}：{text}"
        for each in reversed(history.months)
        for text in getattr(each.standing, kind)
    ]
    if not said:
        return []
    return [[], *sentences([word], cells), *sentences(said, cells, INDENT, "", HANG)]


def _expected_words(history: MonthByMonth) -> list[str]:
    """Which deadline the expected figures are for, where an aim has figures of its own."""
    year = history.plan.plan.year
    aims = [deadline_word(each, year) for each in asked_apart(history)]
    if not aims:
        return []
    said = "；".join(f"{word}应：照{word}的要求" for word in aims)
    return [f"应完成：照最近一个必须完成的时限，到当月应完成多少；{said}。"]


def _legend(history: MonthByMonth) -> list[str]:
    """What the marks mean, as far as they are used."""
    standings = history.standing.indicators
    said = []
    if any(each.point is not None and each.indicator.kind != "trend" for each in standings):
        said.append("进度：# 已完成，. 应完成而未完成，- 其余。各月都按当月有效的目标、当时报的数算。")
    said += _expected_words(history)
    if any(each.by_default for month in history.months for each in month.standing.indicators):
        said.append(DEFAULT_NOTE)
    said += deadline_notes(history.plan.plan)
    if history.shortened:
        said.append(f"只列最近{MOST_MONTHS}个月。")
    if history.sample:
        said.append(SAMPLE_NOTE)
    return said
