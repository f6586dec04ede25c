"""history --format text: each figure under its month, each change in its place, what is not committed yet."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.git.log import Commit
from minsheng_cli.review.history import FigureStory, History, IndicatorStory, Unreadable
from minsheng_cli.terms import sample_mark
from minsheng_cli.views.commits import GAP, SHALLOW, UNCOMMITTED, when_word, who_word
from minsheng_cli.views.grid import sentences
from minsheng_cli.views.history.words import NOT_YAML, WHY, figure_event, month_title, plan_event
from minsheng_cli.views.lines import Line

INDENT, HANG = "  ", "  "


def render(history: History, month: str, cells: int | None) -> list[Line]:
    """The stories as styled lines, `cells` wide (None: as wide as it needs); `month` is the only one asked for."""
    project = history.indicators[0].project
    lines = sentences([f"{history.says.title}　各数的来历{sample_mark(history.sample)}"], cells, "", "title")
    lines += sentences([f"第{project.no}项　{project.name}"], cells, "", "title")
    for story in history.indicators:
        lines += [[], *_indicator(history, story, month, cells)]
    notes = list(_notes(history))
    if history.unreadable:
        lines += [[], *sentences(["读不懂的版本"], cells, "", "head")]
        lines += sentences([_unreadable(each) for each in history.unreadable], cells, INDENT, "", HANG)
        lines += sentences(["这些版本里改了什么看不出来，都算到后面读得懂的版本上。"], cells, INDENT, "below")
    return lines + ([[], *sentences(notes, cells, "", "below")] if notes else [])


def _indicator(history: History, story: IndicatorStory, month: str, cells: int | None) -> Iterator[Line]:
    indicator, year = story.indicator, history.says.year
    department = history.says.departments.get(indicator.department, indicator.department)
    gone = "　计划里已经没有这个指标" if story.gone else ""
    head = f"{indicator.name}（{indicator.id}）　{department}{gone}"
    yield from sentences([head], cells, "", "name")
    if story.plan:
        yield from sentences(["计划"], cells, INDENT, "head")
    for change in story.plan:
        first, *more = plan_event(change, indicator)
        yield from _event(change.commit, first, more, cells)
    for figure in story.figures:
        yield from _figure(story, figure, year, cells)
    if not story.figures:
        when = f"{month_title(month, year)}" if month else ""
        yield from sentences([f"{when}没有报过数"], cells, INDENT, "below")


def _figure(
    story: IndicatorStory, figure: FigureStory, year: int | None, cells: int | None
) -> Iterator[Line]:
    yield from sentences([month_title(figure.month, year)], cells, INDENT, "head")
    for change in figure.events:
        what, words = figure_event(change, story.indicator)
        yield from _event(change.commit, what, words, cells)


def _event(commit: Commit | None, what: str, words: list[str], cells: int | None) -> Iterator[Line]:
    """One event on a line of its own, further words below it."""
    said = GAP.join(filter(None, (when_word(commit), what, who_word(commit))))
    yield from sentences([said], cells, INDENT * 2, "changed" if commit is None else "", HANG)
    yield from sentences(words, cells, INDENT * 3, "below", HANG)


def _unreadable(each: Unreadable) -> str:
    said = (
        when_word(each.commit),
        f"{each.file}：{WHY.get(each.why, NOT_YAML)}",
        who_word(each.commit),
    )
    return GAP.join(filter(None, said))


def _notes(history: History) -> Iterator[str]:
    if history.uncommitted:
        yield f"还有{history.uncommitted}处改动没有提交，标“{UNCOMMITTED}”。"
    if not history.head:
        yield "台账还没有提交过，没有来历可查。"
    if history.shallow:
        yield SHALLOW
