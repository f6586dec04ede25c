"""The options of record as what is to be changed; what they cannot mean is a Mistake."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minsheng_cli.cli.arguments import clean
from minsheng_cli.cli.days import day_typed
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.cli.select import indicator_id
from minsheng_cli.cli.tasks.situation import Situation, day_of
from minsheng_cli.editing.change import FigureChange, NewRemark, ReportChange
from minsheng_cli.editing.values import parts_of
from minsheng_cli.model.plan import AnyIndicator, PlanFile


class Wishes(NamedTuple):
    """The options as typed."""

    figures: Sequence[str] = ()
    notes: Sequence[str] = ()
    revisions: Sequence[str] = ()
    problems: Sequence[str] = ()
    highlights: Sequence[str] = ()
    reported_on: str = ""

    @property
    def none(self) -> bool:
        """Whether nothing was typed at all."""
        return not any(self)


def change_wished(situation: Situation, wishes: Wishes) -> ReportChange:
    """What the options ask for."""
    figures = {
        name: FigureChange(name, _parts(indicator, value), name=indicator.parts[0])
        for name, indicator, value in _pairs(situation, wishes.figures, "--set")
    }
    for option, key, texts in (
        ("--note", "note", wishes.notes),
        ("--revision", "revision", wishes.revisions),
    ):
        for name, indicator, text in _pairs(situation, texts, option):
            known = figures.get(name) or _there(situation, indicator, option)
            figures[name] = known._replace(note=text) if key == "note" else known._replace(revision=text)
    return ReportChange(
        str(situation.month),
        tuple(figures[name] for name in situation.order if name in figures),
        day_wished(situation, wishes.reported_on),
        tuple(remark(situation.plan, each, "--problem") for each in wishes.problems),
        tuple(remark(situation.plan, each, "--highlight") for each in wishes.highlights),
    )


def day_wished(situation: Situation, typed: str) -> str | None:
    """The day as typed; of a new report today's where none was, of one that has a day None."""
    if not typed:
        return None if day_of(situation.report) else datetime.date.today().isoformat()
    return day_typed(typed).isoformat()


def _pairs(
    situation: Situation, typed: Iterable[str], option: str
) -> Iterable[tuple[str, AnyIndicator, str]]:
    """The indicator and the text of each `ID=TEXT`, each indicator once."""
    seen: set[str] = set()
    for each in typed:
        wish, sign, text = clean(each, option).partition("=")
        if not sign:
            raise Mistake(f"{option} {each}：缺少等号", f"写成 {option} 指标=内容，等号是半角的")
        name = indicator_id(situation.plan, situation.department, wish)
        indicator = situation.plan.responsibilities[name].indicator
        if name in seen:
            raise Mistake(f"{option} 里“{indicator.name}”（{name}）写了不止一次", "只留一个")
        seen.add(name)
        yield name, indicator, text.strip()


def _parts(indicator: AnyIndicator, text: str) -> dict[str, str | tuple[str, ...]]:
    found = parts_of(indicator, text)
    if found is None:
        raise Mistake(f"“{indicator.name}”（{indicator.id}）的数“{text}”写法不对", how_to_write(indicator))
    return dict(found)


def how_to_write(indicator: AnyIndicator) -> str:
    """An example of a figure of this kind."""
    if indicator.kind == "coverage":
        return "写成 完成数/底数，如 1210/1263"
    if indicator.kind == "milestone":
        return f"写一个节点：{'、'.join(indicator.stages)}，或未启动"
    items = getattr(indicator, "items", None)
    if items:
        named = "、".join(f"{key}（{name}）" for key, name in items.items())
        return f"写已完成的点位，几个用逗号隔开：{named}；一个都没有写 0"
    return "写累计数，只写数字，如 230"


def _there(situation: Situation, indicator: AnyIndicator, option: str) -> FigureChange:
    """A change to a figure whose value stays; a Mistake where there is none."""
    report = situation.report
    if report is None or indicator.id not in report.figures:
        raise Mistake(
            f"“{indicator.name}”（{indicator.id}）{situation.month}还没有报数，{option} 没有地方写",
            f"同时写上 --set {indicator.id}=数",
        )
    return FigureChange(indicator.id, name=indicator.parts[0])


def remark(plan: PlanFile, typed: str, option: str) -> NewRemark:
    """A problem or a highlight; the id or the whole name of a project before a colon says which one it is about."""
    text = clean(typed, option)
    if not text:
        raise Mistake(f"{option} 后面没有写内容", "没有问题、亮点的，不写这个选项")
    found = min((at for sign in (":", "：") if (at := text.find(sign)) > 0), default=0)
    project = next((each.id for each in plan.projects if text[:found].strip() in (each.id, each.name)), None)
    rest = text[found + 1 :].strip() if project else ""
    return NewRemark(rest, project) if rest else NewRemark(text)
