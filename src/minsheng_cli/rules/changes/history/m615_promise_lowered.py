"""What was promised is what is asked: a target is adjusted by an entry of its own, the plan's own figures stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from minsheng_cli.kinds.milestone import Milestone
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.kinds.total import Total
from minsheng_cli.kinds.trend import Trend
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.numbers import percent, written
from minsheng_cli.rules.context import Said
from minsheng_cli.rules.since import Pair, Since
from minsheng_cli.rules.units import in_unit_of
from minsheng_cli.terms import KIND_WORDS

SEVERITY = "error"
TITLE = "目标降低了"
WHY = "目标是向群众公开承诺的。在计划里直接改小，完成率马上好看，却没有谁批准过；经批准的调整另写一条，新旧目标都看得到。"
MEND = "计划原定的目标、基数、点位、节点改回原来的；经批准调整目标的，在 adjustments 里写明新目标、哪天起、为什么、依据哪个文件。"
BAD = """\
kind: quantity
target: 200"""
GOOD = """\
kind: quantity
target: 240
unit: 套
adjustments:
  - {date: 2024-05-01, target: 200, reason: 二期地块未交付, document: 青政办〔2024〕9号}"""
_ADJUST = "经批准调整的，原来的不动，在这个指标的 adjustments 里写新目标、哪天起、为什么、依据哪个文件"


def check(since: Since) -> Iterator[Said]:
    """Each indicator's target, and what it is counted from."""
    for pair in since.indicators:
        old, now = pair.old.indicator, pair.now.indicator
        label = since.context.indicator(pair.name)
        if old.kind == now.kind:
            said = _eased(since, pair, label)
        else:
            what = f"{label}原来是{KIND_WORDS[old.kind]}，现在改成了{KIND_WORDS[now.kind]}"
            said = iter([("kind", what, f"请改成：{old.kind}")])
        for key, message, hint in said:
            if key in old.inferred:
                continue  # nobody promised what we made out of the plan; whoever knows better puts it right
            yield Said(since.plan_file, now.mapping.value(key), message, hint)


def _eased(since: Since, pair: Pair, label: str) -> Iterator[tuple[str, str, str]]:
    """What is less than it was: under which key, the sentence, the hint."""
    old, now = pair.old.indicator, pair.now.indicator
    if isinstance(old, Trend) and isinstance(now, Trend):
        yield from _baseline(since, pair, label)
        return
    if isinstance(old, Milestone) and isinstance(now, Milestone):
        yield from _stages(old, now, label)
        return
    was = Fraction(old.plan_target or 0)
    left = in_unit_of(old, now, Fraction(now.plan_target or 0))
    key = "target_percent" if old.kind == "coverage" else "target"
    if left < was:
        message = f"{label}的目标原来是{_said(old, was)}，现在改成了{_said(old, left)}"
        yield key, message, f"{_ADJUST}；没有调整的，{_restore(old, now, key)}"
    start, begun = old.start, in_unit_of(old, now, now.start)
    if begun > start and left - begun < was - start:
        key = "opening" if isinstance(old, Quantity) else "baseline"
        word = "年初基数" if isinstance(old, Quantity) else "基数"
        fewer = (was - start) - (left - begun)
        message = f"{label}的{word}原来是{_said(old, start)}，现在改成了{_said(old, begun)}，要做的少了{_said(old, fewer)}"
        yield key, message, f"{_ADJUST}；没有调整的，{_restore(old, now, key)}"
    if isinstance(old, Quantity) and isinstance(now, Quantity) and old.items:
        kept = now.items or {}
        gone = [item for item, name in old.items.items() if not _named(item, name, kept)]
        if gone:
            listed = "、".join(f"{old.items[item]}（{item}）" for item in gone)
            yield "items", f"{label}的点位原来有{listed}，现在没有了", "计划点了名的点位，照原来的补回去"
    if isinstance(old, Total) and isinstance(now, Total) and set(old.of) != set(now.of):
        message = f"{label}原来由{'、'.join(old.of)}加总，现在由{'、'.join(now.of)}加总"
        yield "of", message, f"请改成：[{', '.join(old.of)}]"


def _named(item: str, name: str, kept: Mapping[str, str]) -> bool:
    """Whether a site that the plan names is still among them: by its name, whatever its id; or the name said more fully."""
    there = kept.get(item, "")
    return name in kept.values() or (there != "" and (name in there or there in name))


def _stages(old: Milestone, now: Milestone, label: str) -> Iterator[tuple[str, str, str]]:
    """Stages that have gone, and those that count for more; where steps are equal, one more changes them all."""
    if gone := [stage for stage in old.stages if stage not in now.stages]:
        listed = "、".join(f"“{stage}”" for stage in gone)
        yield "stages", f"{label}原来有{listed}这个节点，现在没有了", "照原来的补回去，次序也照原来的"
    before, after = (
        [stage for stage in one if stage in other]
        for one, other in ((old.stages, now.stages), (now.stages, old.stages))
    )
    if before != after:
        message = f"{label}的节点原来的次序是{'、'.join(before)}，现在成了{'、'.join(after)}"
        yield "stages", message, "照原来的补回去，次序也照原来的"
    same = list(now.stages) == list(old.stages)
    for stage, share in now.stages.items():
        was = old.shares.get(stage)
        if (share is not None or same) and was is not None and now.shares[stage] > was:
            counts = _percent(now.shares[stage])
            message = f"{label}做到“{stage}”原来算完成{_percent(was)}，现在改成了{counts}"
            back = f"“{stage}”是{written(was * 100)}"
            if old.stages[stage] is None:
                back = "原来没有写百分比，各节点一样重"
            yield "stages", message, f"各节点的百分比照原来的改回去，{back}"


def _percent(share: Fraction) -> str:
    """A share as it counts; where its digits never end, with one decimal."""
    digits = written(share * 100)
    return f"{digits}%" if len(digits) <= 8 else f"{percent(share)}%"


def _said(old: AnyIndicator, value: Fraction) -> str:
    """A number in the older plan's unit."""
    return f"{written(value)}{'%' if old.kind == 'coverage' else old.unit or ''}"


def _restore(old: AnyIndicator, now: AnyIndicator, key: str) -> str:
    """How to put back what it was."""
    number = written(getattr(old, key))
    if key in now.mapping.values and old.unit == now.unit:
        return f"请改成：{number}"
    return f"改回原来的 {key}: {number}，单位是{old.unit}"


def _baseline(since: Since, pair: Pair, label: str) -> Iterator[tuple[str, str, str]]:
    """A trend's baseline, given or taken from its first report."""
    old, now = pair.old.indicator, pair.now.indicator
    was = since.old.context.courses[pair.name].start
    left = since.context.courses[pair.name].start
    assert isinstance(old, Trend)
    assert isinstance(now, Trend)
    from_first = old.baseline is None and now.baseline is None
    if was is None or left is None or left >= was or from_first:
        return
    key = "baseline" if now.baseline is not None else "baseline_from"
    message = f"{label}的基数原来是{written(was)}{old.unit or ''}，现在成了{written(left)}{old.unit or ''}，门槛低了"
    same = old.baseline is not None and now.baseline is not None
    yield key, message, f"请改成：{written(was)}" if same else "基数照原来的写法改回去"
