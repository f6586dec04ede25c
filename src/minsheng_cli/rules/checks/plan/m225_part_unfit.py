"""其中: a part belongs to a whole of the same project and can never be more than it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from minsheng_cli.circles import components
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.similar import did_you_mean
from minsheng_cli.terms import KIND_WORDS

SEVERITY = "error"
TITLE = "“其中”关系不对"
WHY = "“其中”是说这个数已经包含在总项里，不再另外相加。写错了，同一批房子可能算两遍，“其中”的还会比总的多。"
MEND = "part_of 写同一个项目里总项的代号；其中项的目标不超过总项的目标。"
BAD = """\
- id: rental-homes
  name: 公租房
  kind: quantity
  target: 60
  unit: 套
  part_of: rural-roads"""
GOOD = """\
- id: rental-homes
  name: 公租房
  kind: quantity
  target: 60
  unit: 套
  part_of: new-homes"""


def check(context: Context) -> Iterator[Said]:
    """`part_of`: the whole exists in the same project, does not lead back, and is not smaller than its part."""
    plan = context.plan
    for project in plan.projects if plan else ():
        own = {indicator.id: indicator for indicator in project.indicators}
        round_and_round = _leading_back(own)
        for part in project.indicators:
            if part.part_of is None or context.doubts_all(part.mapping):
                continue
            at, label = part.mapping.value("part_of"), context.indicator(part.id)
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
                message = f"part_of（其中）写的指标“{part.part_of}”" + (
                    "在别的项目里，其中项和总项要在同一个项目" if elsewhere else "计划里没有"
                )
                yield Said(context.plan_file, at, message, partial(_mend, part.id, part.part_of, own))
            elif part.id in round_and_round:
                yield Said(
                    context.plan_file,
                    at,
                    f"{label}的 part_of（其中）转一圈又回到了它自己",
                    "指标不能是自己的一部分，改成总项的代号；它本身就是总项的，删掉 part_of 这一行",
                )
            elif not (whole.counts and (part.counts or part.kind == "milestone")):
                wrong, role, right = (
                    (part, "其中项", "数量、总量、节点指标")
                    if whole.counts
                    else (whole, "总项", "数量、总量指标")
                )
                message = f"{context.indicator(wrong.id)}是{KIND_WORDS[wrong.kind]}，不能当{role}"
                hint = f"{role}只能是{right}；不合的，删掉 part_of 这一行"
                yield Said(context.plan_file, at, message, hint)
            elif (part.plan_target or 0) > (whole.plan_target or 0):
                message = f"其中项{label}的目标是{part.plan_target}，比总项{context.indicator(whole.id)}的目标{whole.plan_target}还大"
                yield Said(
                    context.plan_file,
                    part.mapping.value("target"),
                    message,
                    "照计划原文核对两个目标值，哪个写错了改哪个",
                )


def _mend(part: str, typed: str, own: dict[str, AnyIndicator]) -> str:
    """The indicator of the project that was meant, or all that there are."""
    others = [name for name in own if name != part]
    listed = f"改成本项目里总项的代号（{'、'.join(others)}）；不属于哪一项的，删掉 part_of 这一行"
    return did_you_mean(typed, others, listed if others else "删掉 part_of 这一行")


def _leading_back(own: dict[str, AnyIndicator]) -> set[str]:
    """The parts whose wholes go round in a circle, be it further up."""
    wholes = {name: [each.part_of] if each.part_of else [] for name, each in own.items()}
    found: set[str] = set()
    for group in components(wholes):
        name = group[0]
        if len(group) > 1 or name in wholes[name] or any(whole in found for whole in wholes[name]):
            found.update(group)
    return found
