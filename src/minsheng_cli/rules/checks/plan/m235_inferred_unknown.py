"""What we concluded is marked wherever it is shown; a mark on nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "推定项不存在"


def check(context: Context) -> Iterator[Said]:
    """`inferred` names keys that stand in the same entry."""
    plan = context.plan
    for project in plan.projects if plan else ():
        for thing in (project, *project.indicators):
            for index, name in enumerate(thing.inferred):
                if name not in type(thing).model_fields:
                    hint = did_you_mean(name, type(thing).model_fields, "写本项里某一行的名称，例如 lead")
                    yield Said(
                        context.plan_file,
                        thing.item_node("inferred", index).at,
                        f"推定项“{name}”不是这里的一项",
                        hint,
                    )
