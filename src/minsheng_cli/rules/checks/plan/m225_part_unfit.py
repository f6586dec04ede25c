"""其中: a part belongs to a whole of the same project and can never be more than it."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean

SEVERITY = "error"
TITLE = "“其中”关系不对"


def check(context: Context) -> Iterator[Said]:
    """`part_of`: the whole exists in the same project, does not lead back, and is not smaller than its part."""
    plan = context.plan
    for project in plan.projects if plan else ():
        own = {indicator.id: indicator for indicator in project.indicators}
        for part in project.indicators:
            if part.part_of is None or context.doubts_all(part.mapping):
                continue
            at = part.mapping.value("part_of")
            whole = own.get(part.part_of)
            if whole is not None and context.doubts_all(whole.mapping):
                continue
            if whole is None:
                built = part.part_of in context.responsibilities
                if not context.declared.complete or (
                    part.part_of in context.declared.indicators and not built
                ):
                    continue
                elsewhere = part.part_of in context.declared.indicators
                message = f"“其中”所属的指标“{part.part_of}”" + (
                    "不在同一个项目里" if elsewhere else "不存在"
                )
                others = [name for name in own if name != part.id]
                yield Said(
                    context.plan_file,
                    at,
                    message,
                    did_you_mean(part.part_of, others, "改成本项目内某个指标的代号"),
                )
            elif _leads_back(part, own):
                yield Said(
                    context.plan_file,
                    at,
                    f"“{part.id}”的“其中”关系绕回了自己",
                    "一个指标不能是自己的一部分，改成它所属的总项",
                )
            elif not (whole.counts and (part.counts or part.kind == "milestone")):
                message = f"“{part.id}”和“{whole.id}”的类型之间不能有“其中”关系"
                yield Said(context.plan_file, at, message, "“其中”用于数量指标；节点指标完成时在总项里算1")
            elif (part.plan_target or 0) > (whole.plan_target or 0):
                message = f"其中项目标{part.plan_target}大于总项“{whole.name}”的目标{whole.plan_target}"
                yield Said(
                    context.plan_file,
                    part.mapping.value("target"),
                    message,
                    "核对两个目标值，其中项不能超过总项",
                )


def _leads_back(part: AnyIndicator, own: dict[str, AnyIndicator]) -> bool:
    seen = {part.id}
    above = part.part_of
    while above is not None and above in own:
        if above in seen:
            return True
        seen.add(above)
        above = own[above].part_of
    return False
