"""An id names one thing: figures under an id that two indicators share belong to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "代号重复"
WHY = "代号是报数时认人的名字。两个指标用了同一个代号，部门报来的一个数就不知道该记到谁头上。"
MEND = "给后面的一个换一个没有用过的代号，别处用到它的地方一起改。"
BAD = """\
- id: new-homes
  name: 公租房"""
GOOD = """\
- id: rental-homes
  name: 公租房"""


def check(context: Context) -> Iterator[Said]:
    """Ids of deadlines, of projects and of indicators, each sort for itself."""
    plan = context.plan
    if plan is None:
        return
    sorts = (
        ("时限", plan.plan.deadlines, "各指标的 required 里用到它的也要改"),
        ("项目", plan.projects, "月报的问题、亮点里用到它的也要改"),
        (
            "指标",
            [indicator for project in plan.projects for indicator in project.indicators],
            "这个指标在月报、时间表里的代号也要改",
        ),
    )
    for word, things, also in sorts:
        first: dict[str, int] = {}
        for thing in things:
            at = thing.mapping.value("id")
            if thing.id in first:
                message = f"{word}代号“{thing.id}”在第{first[thing.id]}行已经用过"
                yield Said(context.plan_file, at, message, f"换一个没有用过的代号；{also}")
            first.setdefault(thing.id, at.line)
