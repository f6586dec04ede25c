"""A part (其中) can never be more than the whole it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from minsheng_cli.numbers import written
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.status.course import Course

SEVERITY = "error"
TITLE = "其中项超过总项"
WHY = "其中项本来就包含在总项里，100套安置房里不会有200套公租房。“其中”的比总的多，一定有一个数填错了。"
MEND = "核对两个累计数，哪个填错了改哪个。"
BAD = """\
new-homes: 104
rental-homes: 280"""
GOOD = """\
new-homes: 104
rental-homes: 28"""


def check(context: Context) -> Iterator[Said]:
    """Parts against their wholes, in each month in which either was reported."""
    plan = context.plan
    if plan is None or not context.figures.series:
        return
    known = context.courses
    for name, found in context.responsibilities.items():
        whole_name = found.indicator.part_of
        if (
            whole_name is None
            or whole_name not in known
            or whole_name == name
            or context.doubts_all(found.indicator.mapping)
        ):
            continue
        part, whole = known[name], known[whole_name]
        if not part.responsibility.indicator.cumulative or not whole.responsibility.indicator.counts:
            continue
        told = False
        typed = {
            each: {entry.month: entry for entry in reversed(context.figures.series[each].entries)}
            for each in (name, whole_name)
        }
        for month in sorted({point.month for point in (*part.points, *whole.points)}):
            inner, outer = part.at(month), whole.at(month)
            exceeds = inner is not None and outer is not None and inner.done > outer.done
            if exceeds and not told and inner and outer:
                entry = typed[name].get(inner.month)
                if inner.month < month:
                    entry = typed[whole_name].get(month) or entry
                if entry:
                    message = f"{month}的其中项{context.indicator(name)}累计{_counted(part, inner.done)}，比总项{context.indicator(whole_name)}的{_counted(whole, outer.done)}还多"
                    yield Said(
                        entry.file,
                        entry.at,
                        message,
                        "其中项已经算在总项里，不会比总项多；核对这两个数，哪个填错了改哪个",
                    )
            told = exceeds


def _counted(course: Course, done: Fraction) -> str:
    """A number as it is reported, with its unit."""
    indicator = course.responsibility.indicator
    return f"{written(done * indicator.scaling)}{indicator.reported_unit}"
