"""What an earlier month was reported to be has been published; it is corrected with a reason, never silently."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from minsheng_cli.fields.meant import converted
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.model.series import Entry
from minsheng_cli.numbers import exact
from minsheng_cli.review.meaning import words
from minsheng_cli.rules.context import Said
from minsheng_cli.rules.since import Since
from minsheng_cli.rules.units import in_unit_of
from minsheng_cli.rules.writing import in_braces, long_form, said_of, value_of
from minsheng_cli.source.nodes import MappingNode

SEVERITY = "error"
TITLE = "以前月份的数改了没有写原因"
WHY = "以前月份的数已经报了县里、上了通报。事后改动要让人知道改了什么、为什么，不然同一个月前后两个说法，谁也说不清。"
MEND = "没有更正的改回原来的数；确实更正的，在这个数上用 revision 写明这一次的原因。最近一个月的数在下个月开始报之前可以直接改。"
BAD = "street-lamps: 878"
GOOD = "street-lamps: {done: 878, revision: 核实后补计18盏}"


def check(since: Since) -> Iterator[Said]:
    """Each figure of an earlier month against what it was."""
    for (name, month), old in since.earlier:
        now = since.now.entries.get((name, month))
        if now is not None:
            yield from _changed(since, name, old, now)
        elif name in since.context.responsibilities:
            yield from _vanished(since, name, old)


def _changed(since: Since, name: str, old: Entry, now: Entry) -> Iterator[Said]:
    """A figure that means something else, unless its reason is new with it."""
    indicator = since.context.responsibilities[name].indicator
    before = since.old.context.responsibilities[name].indicator
    revision = now.figure.revision
    told = revision is not None and words(revision) != words(old.figure.revision)
    if told or before.kind != indicator.kind:
        return
    if _same(before, old, indicator, now):
        yield from _unexplained(since, name, old, now)
        return
    label, was, is_now = (
        since.context.indicator(name),
        said_of(before, old.reading),
        said_of(indicator, now.reading),
    )
    lacks = "没有写更正原因" if revision is None else "更正原因还是上一次的"
    at = now.eligible_at if now.reading.done == old.reading.done else now.at
    yield Said(
        now.file,
        at,
        f"{label}{old.month}原来报的是{was}，现在改成了{is_now}，{lacks}",
        f"确实更正的，{long_form(now, revision='这次更正的原因')}；{_undone(before, indicator, old, now)}",
    )


def _unexplained(since: Since, name: str, old: Entry, now: Entry) -> Iterator[Said]:
    """A reason that was taken from a figure which stayed: why it was put right is known no longer."""
    reason = old.figure.revision
    if reason is not None and now.figure.revision is None:
        yield Said(
            now.file,
            now.at,
            f"{since.context.indicator(name)}{old.month}的更正原因原来写着“{reason}”，现在没有了",
            f"照原来的补回去，{long_form(now, revision=reason)}",
        )


def _same(before: AnyIndicator, old: Entry, indicator: AnyIndicator, now: Entry) -> bool:
    """Whether two figures mean the same; where the reported unit is another, in the unit of the target."""
    if before.reported_unit != indicator.reported_unit:
        if before.unit == indicator.unit:
            return old.done == now.done
        if before.kind != "coverage":
            return old.done == in_unit_of(before, indicator, now.done)
    was = old.reading
    if isinstance(before, Quantity) and not before.items and now.reading.items is not None:
        return old.done == now.done  # the sites have been named since
    if was.items is not None and now.reading.items is not None:
        return set(was.items) == set(now.reading.items)
    supplemented = was.eligible is None and now.reading.eligible is not None
    return was == (now.reading._replace(eligible=None) if supplemented else now.reading)


def _undone(before: AnyIndicator, indicator: AnyIndicator, old: Entry, now: Entry) -> str:
    """How to put back what it was, in the present unit, with what stands beside it now."""
    reading, factor = old.reading, converted("1", before.reported_unit, indicator.reported_unit)
    if factor is not None and reading.done is not None and indicator.kind != "coverage":
        reading = reading._replace(done=exact(Fraction(reading.done) * Fraction(factor)))
    restored = now._replace(reading=reading)
    if indicator.kind == "coverage":
        return f"没有更正的，{long_form(restored)}"
    others = "" if before.reported_unit == indicator.reported_unit else "单位改了，各月的数一起换算；"
    return f"{others}没有更正的，请改成：{value_of(restored)}"


def _vanished(since: Since, name: str, old: Entry) -> Iterator[Said]:
    """A figure that a report has no longer; where the whole report has gone, M611 says so."""
    department = since.context.responsibilities[name].department
    placed = since.now.reports.get((department, old.month))
    series = since.context.figures.series[name]
    there = any(entry.month == old.month for entry in series.entries)  # twice, so nobody knows which
    unread = there or old.month in series.unread or not series.sound
    indicator, now = since.old.context.responsibilities[name].indicator, since.context.responsibilities[name]
    if unread or indicator.kind != now.indicator.kind:
        return
    if placed is None:
        yield from _left_behind(since, name, old)
        return
    if placed.path in since.now.broken:
        return
    figures = placed.report.mapping.values.get("figures")
    typed = f"{name}: {value_of(old) if old.figure.short is not None else in_braces(old)}"
    where = "在花括号里补上" if isinstance(figures, MappingNode) and figures.flow else "在这里的下面加一行"
    yield Said(
        placed.path,
        placed.report.mapping.key("figures"),
        f"{since.context.indicator(name)}{old.month}原来报的是{said_of(indicator, old.reading)}，现在没有了",
        f"{where} {typed}；确实不能算的也要留着，{where} {name}: {in_braces(old, revision='为什么不能算')}",
    )


def _left_behind(since: Since, name: str, old: Entry) -> Iterator[Said]:
    """A figure that went when another department was given its indicator, while the report it stood in is still there."""
    then, now = since.old.context.responsibilities[name], since.context.responsibilities[name]
    stood = since.now.reports.get((then.department, old.month))
    known = since.now.plan is None or now.department in since.now.plan.departments
    if not known or then.department == now.department or stood is None or stood.path in since.now.broken:
        return
    mapping = now.indicator.mapping
    typed = value_of(old) if old.figure.short is not None else in_braces(old)
    yield Said(
        since.plan_file,
        mapping.value("department") if "department" in mapping.values else mapping.value("id"),
        f"{since.context.indicator(name)}改由{since.context.department(now.department)}负责，"
        f"{old.month}原来报的{said_of(then.indicator, old.reading)}没有移过去",
        f"在{since.context.department(now.department)}的文件里补上{old.month}的月报，写上 {name}: {typed}",
    )
