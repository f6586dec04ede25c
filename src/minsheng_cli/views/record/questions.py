"""What record asks at a terminal: what each indicator is, what was reported last, what the schedule wants by now."""

from __future__ import annotations

from minsheng_cli.kinds.milestone import NOT_BEGUN, Milestone
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.model.plan import AnyIndicator, Header, PlanFile
from minsheng_cli.model.series import Entry, Series
from minsheng_cli.month import Month
from minsheng_cli.status.standing import DeadlineStanding, IndicatorStanding
from minsheng_cli.terms import DEFAULT_SCHEDULE, KEY_NAMES
from minsheng_cli.views.harmful import harmless
from minsheng_cli.views.record.words import reported
from minsheng_cli.views.show.words import target_words
from minsheng_cli.views.words import deadline_word, in_reported_unit, month_word, rate_word

LEAVE = "直接回车不改，没有报过的就是不报；按 Ctrl-C 退出，什么也不写。"
NOTE = "    说明（给看报表的人，直接回车不写）："
DOUBTED = "    没有填错的，写一句说明；填错了的，直接回车再填："
REASON = "    确实减少了的，写更正原因；填错了的，直接回车再填："
CONFIRM = "写入吗？写入打 y，不写打 n："


def opening(plan: PlanFile, department: str, month: Month, count: int, *, new: bool) -> list[str]:
    """Whose report it is, and how to answer."""
    what = "新报" if new else "已经报过，改哪一项填哪一项"
    who = plan.department_name(department)
    return [f"{who}　{month.year}年{month.number}月　{what}，共{count}项", LEAVE]


def about(standing: IndicatorStanding, series: Series, month: Month, header: Header, place: str) -> list[str]:
    """What a person has to know for one answer; `place` is which question it is, as `2/5`."""
    indicator, year = standing.indicator, header.year
    name = f"{indicator.name}（{indicator.id}）"
    lines = ["", f"{place}　{name}　{target_words(standing)}"]
    earlier = [each for each in series.entries if each.month < month]
    last = max(earlier, key=lambda each: each.month, default=None)
    facts = [f"{month_word(last.month, year)}报{reported(indicator, last)}" if last else "以前没有报过"]
    if wanted := _wanted(standing, standing.nearest, month, year):
        facts.append(wanted)
    lines.append(f"    {'，'.join(facts)}")
    if isinstance(indicator, Quantity) and indicator.items is not None:
        items = "、".join(f"{key} {words}" for key, words in indicator.items.items())
        lines.append(f"    {KEY_NAMES['items']}：{items}")
    if isinstance(indicator, Quantity) and indicator.opening:
        lines.append(f"    累计数要包括年初已有的{in_reported_unit(standing, indicator.start, 2)}")
    return [harmless(line) for line in lines]


def _wanted(standing: IndicatorStanding, towards: DeadlineStanding, month: Month, year: int) -> str:
    """What is due by the end of the month."""
    indicator, level = standing.indicator, towards.expected
    if level is None:
        return ""
    if isinstance(indicator, Milestone):
        amount = indicator.stage_at(level) or NOT_BEGUN
    elif indicator.kind == "coverage":
        amount = rate_word(level)
    else:
        amount = in_reported_unit(standing, level, 2)
    when = month_word(month, year)
    if towards.basis == "schedule":
        return f"{KEY_NAMES['schedule']}{when}应到{amount}"
    if towards.basis == "default":
        return f"{DEFAULT_SCHEDULE}{when}应到{amount}"
    return f"{deadline_word(towards.deadline, year)}要求到{amount}"


def prompt(indicator: AnyIndicator, month: Month, now: Entry | None) -> str:
    """The question itself, with what is there already."""
    there = f"，现在是{reported(indicator, now)}" if now else ""
    return harmless(f"    {month.number}月{_asked(indicator)}{there}：")


def _asked(indicator: AnyIndicator) -> str:
    if isinstance(indicator, Milestone):
        return "到哪个节点"
    if indicator.kind == "coverage":
        return f"累计 完成数/底数（{indicator.reported_unit}）"
    if isinstance(indicator, Quantity) and indicator.items is not None:
        return "已完成的点位（几个用逗号隔开，一个没有打 0）"
    return f"{'水平' if indicator.kind == 'trend' else '累计'}（{indicator.reported_unit}）"


def note_prompt(note: str) -> str:
    """The question for a note where there is one already."""
    return harmless(f"    说明现在是“{note}”，要换就写新的，打 无 去掉，直接回车留着：")


def remark_prompt(name: str, there: list[str]) -> list[str]:
    """What is asked of problems or highlights, with those that are there."""
    word = KEY_NAMES[name]
    lines = ["", f"{word}：一条一行，指明项目的写成 项目代号: 内容；没有就直接回车"]
    return [*lines, *(harmless(f"    第{number}条：{each}") for number, each in enumerate(there, 1))]


def remark_number(number: int) -> str:
    """The question for one more."""
    return f"    第{number}条："
