"""What the changes do to projects, departments and the county, in words."""

from __future__ import annotations

from minsheng_cli.review.difference import Difference, GroupEffect, ProjectEffect
from minsheng_cli.status.standing import STATUSES, WORST_FIRST, CountyStanding, GroupStanding, ProjectStanding
from minsheng_cli.views.diff.figures import ARROW
from minsheng_cli.views.diff.words import towards_words
from minsheng_cli.views.words import month_word, rate_word, status_word

LEFT_OUT = "有文件出错、没有算入"
NOTHING = "对各项目、部门和全县的进度没有影响。"


def county_words(difference: Difference) -> list[str]:
    """The county then and now; why nothing can be said where one side has no plan that could be rolled up."""
    then, now = difference.effects.old, difference.effects.new
    if then is None or now is None:
        side = "原来的" if then is None else "现在的"
        return [f"{side}计划有错，算不出进度，影响没有比。"]
    said = []
    if (then.completion, then.counts) != (now.completion, now.counts):
        counts = "　".join(
            f"{status_word(status)}{then.counts[status]}{ARROW}{now.counts[status]}件"
            for status in STATUSES
            if then.counts[status] != now.counts[status]
        )
        mean = f"全县平均完成 {_rate(then)}{ARROW}{_rate(now)}"
        said.append(
            f"{mean}　{counts}".rstrip("　") if then.completion != now.completion else f"全县　{counts}"
        )
    for word, county in (("原来", then), ("现在", now)):
        if county.left_out:
            said.append(f"{word}有错、没有算入的文件：{'、'.join(county.left_out)}")
    return said


def month_of(difference: Difference) -> str:
    """The month that the effects are of."""
    county = difference.effects.new or difference.effects.old
    return month_word(county.month, county.plan.plan.year) if county else ""


def project_words(effect: ProjectEffect, year: int) -> str:
    """`1 棚户区改造工程 70.8% → 79.0%　滞后 → 正常　10月底：滞后 → 正常`."""
    one = effect.one
    name = f"{one.project.no} {one.project.name}"
    if effect.old is None or effect.new is None:
        return f"{name} {'新增' if effect.old is None else '删去'}（{_rate(one)}，{status_word(one.status)}）"
    if effect.left_out:
        return f"{name}　{LEFT_OUT}，没有比"
    said = [f"{name} {_rate(effect.old)}{ARROW}{_rate(effect.new)}"]
    if effect.old.completion == effect.new.completion:
        said = [f"{name} {_rate(effect.new)}"]
    moved = f"{status_word(effect.old.status)}{ARROW}{status_word(effect.new.status)}"
    if effect.old.status != effect.new.status:
        said.append(moved)
    told = [towards_words(*pair, year) for pair in effect.deadlines]
    said += [each for each in told if not each.endswith(f"：{moved}")]  # said once is enough
    return "　".join(said)


def worst_first(effects: list[ProjectEffect]) -> list[ProjectEffect]:
    """What is gone first, then what is now nearest to failing, then the rest in the plan's order."""

    def key(effect: ProjectEffect) -> tuple[bool, int]:
        worse = [
            WORST_FIRST.index(new.status)
            for old, new in effect.deadlines
            if old and new and WORST_FIRST.index(new.status) < WORST_FIRST.index(old.status)
        ]
        return (effect.new is not None, min(worse, default=len(WORST_FIRST)))

    return sorted(effects, key=key)


def department_words(effect: GroupEffect) -> str:
    """`住建局 70.1% → 72.0%`."""
    one = effect.new or effect.old
    assert one is not None
    if effect.left_out:
        return f"{one.name}　{LEFT_OUT}，没有比"
    return f"{one.name} {_rate(effect.old)}{ARROW}{_rate(effect.new)}"


def _rate(standing: CountyStanding | ProjectStanding | GroupStanding | None) -> str:
    return "无" if standing is None else rate_word(standing.completion, full=standing.full)
