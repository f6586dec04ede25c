"""What we concluded is marked wherever it is shown; a mark on nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean
from minsheng_cli.terms import KEY_NAMES

SEVERITY = "error"
TITLE = "推定项不存在"
WHY = "计划没有写明、由县里推定的内容，报表里都要标出来。这里的名称写错了，该标的就没有标上，看报表的人会以为是计划原文。"
MEND = "写推定的那一行的名称，例如牵头单位是推定的写 lead，领域是推定的写 area。"
BAD = "inferred: [aera]"
GOOD = "inferred: [area]"


def check(context: Context) -> Iterator[Said]:
    """`inferred` names keys that stand in the same entry."""
    plan = context.plan
    for project in plan.projects if plan else ():
        for thing in (project, *project.indicators):
            for index, name in enumerate(thing.inferred):
                keys = [key for key in type(thing).model_fields if key in KEY_NAMES]
                if name not in keys and name not in thing.mapping.values:
                    chinese = next((key for key in keys if KEY_NAMES[key] == name), None)
                    hint = (
                        f"名称写英文的，请改成：{chinese}"
                        if chinese
                        else did_you_mean(name, keys, "写推定的那一行的名称，例如 lead 或 area")
                    )
                    yield Said(
                        context.plan_file,
                        thing.item_node("inferred", index).at,
                        f"inferred（推定项）里写的“{name}”，不是这一项里能写的名称",
                        hint,
                    )
