"""What is different in a month's report, in the reporter's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minsheng_cli.editing.change import FigureChange, ReportChange
from minsheng_cli.kinds.figure import Reading
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.model.plan import AnyIndicator, PlanFile
from minsheng_cli.model.progress import ProgressFile
from minsheng_cli.model.series import Entry, Figures
from minsheng_cli.month import Month
from minsheng_cli.numbers import written
from minsheng_cli.terms import KEY_NAMES, OPEN_BASE, SAMPLE
from minsheng_cli.views.harmful import harmless


def changed(
    plan: PlanFile, change: ReportChange, before: Figures, after: Figures, day: tuple[str, str]
) -> list[str]:
    """One line a figure, a sentence, a remark; `day` is the day of the report before and after."""
    month = Month.parse(change.month)
    lines: list[str] = []
    for each in change.figures:
        indicator = plan.responsibilities[each.indicator].indicator
        lines += _figure(
            indicator, each, entry(before, each.indicator, month), entry(after, each.indicator, month)
        )
    for name, added in change.remarks.items():
        for new in added:
            project = next((found.name for found in plan.projects if found.id == new.project), "")
            lines.append(f"{KEY_NAMES[name]}{f'（{project}）' if project else ''}：{new.text}")
    if day[0] != day[1]:
        was = f"{day[0]} → " if day[0] else ""
        lines.append(f"{KEY_NAMES['reported_on']}：{was}{day[1]}")
    return [harmless(line) for line in lines]


def entry(figures: Figures, name: str, month: Month) -> Entry | None:
    """What a month's report says of an indicator, as far as it could be read."""
    series = figures.series.get(name)
    return next((each for each in (series.entries if series else []) if each.month == month), None)


def _figure(
    indicator: AnyIndicator, change: FigureChange, old: Entry | None, new: Entry | None
) -> Iterator[str]:
    label = f"{indicator.name}（{indicator.id}）"
    was, now = reported(indicator, old), reported(indicator, new)
    if was != now:
        yield f"{label}：{was} → {now}" if was else f"{label}：{now}（新填）"
    for name in change.texts:
        before, after = (getattr(each.figure, name, None) or "" if each else "" for each in (old, new))
        if before != after:
            yield f"{indicator.name}的{KEY_NAMES[name]}：{after or '（去掉）'}"


def reported(indicator: AnyIndicator, found: Entry | None) -> str:
    """A figure as a person says it: `230套`, `1210/1263人`, `主体完工`, `福康小区、城北新村`; empty where there is none."""
    return "" if found is None else said(indicator, found.reading)


def said(indicator: AnyIndicator, reading: Reading) -> str:
    """What a figure says, in the unit that it is reported in."""
    if reading.stage is not None:
        return reading.stage
    unit = indicator.reported_unit
    if reading.items is not None and isinstance(indicator, Quantity):
        names = indicator.items or {}
        listed = "、".join(names[item] for item in reading.items)
        return f"{len(reading.items)}{unit}（{listed}）" if listed else f"0{unit}"
    if reading.done is None:
        return ""
    if indicator.kind == "coverage":
        eligible = OPEN_BASE if reading.eligible is None else f"{written(reading.eligible)}{unit}"
        return f"{written(reading.done)}/{eligible}"
    return f"{written(reading.done)}{unit}"


def sample_note(own: ProgressFile | None, others: Sequence[ProgressFile]) -> list[str]:
    """Whether what was written counts as illustrative; `own` is the department's file, None where it is new."""
    if own is not None:
        return (
            [f"文件里写着 sample: true，这些数仍算{SAMPLE}；全部换成真实的数以后，再把这一行删掉"]
            if own.sample
            else []
        )
    if any(each.sample for each in others):
        return [f"别的文件标了{SAMPLE}，新文件没有标；这些数也是演示用的，加一行 sample: true"]
    return []
