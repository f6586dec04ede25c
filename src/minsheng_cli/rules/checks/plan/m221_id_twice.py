"""An id names one thing: figures under an id that two indicators share belong to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "代号重复"


def check(context: Context) -> Iterator[Said]:
    """Ids of deadlines, of projects and of indicators, each sort for itself."""
    plan = context.plan
    if plan is None:
        return
    sorts = (
        ("时限", plan.plan.deadlines),
        ("项目", plan.projects),
        ("指标", [indicator for project in plan.projects for indicator in project.indicators]),
    )
    for word, things in sorts:
        first: dict[str, int] = {}
        for thing in things:
            at = thing.mapping.value("id")
            if thing.id in first:
                message = f"{word}代号“{thing.id}”在第{first[thing.id]}行已经用过"
                yield Said(context.plan_file, at, message, "换一个没有用过的代号，并同步修改用到它的月报")
            first.setdefault(thing.id, at.line)
