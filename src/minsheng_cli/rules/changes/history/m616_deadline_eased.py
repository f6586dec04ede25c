"""A deadline is moved by an entry that says what it was; nothing that it asks becomes less by itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from minsheng_cli.model.plan import Deadline
from minsheng_cli.numbers import written
from minsheng_cli.review.meaning import of_adjustment
from minsheng_cli.rules.context import Said
from minsheng_cli.rules.since import Pair, Since
from minsheng_cli.rules.writing import added_to
from minsheng_cli.source.nodes import place_of
from minsheng_cli.terms import quoted

SEVERITY = "error"
TITLE = "时限改了或要求放宽了"
WHY = "全县都照时限考核。节点目标报政府同意后可以调整，但要写明原来是哪一天、为什么、依据哪个文件；悄悄改了，逾期的就成了按时。"
MEND = "没有批准的改回去；经批准改日期的，在这个时限里用 adjustments 写明原来的日期、哪天定的、为什么、依据哪个文件。"
BAD = """\
id: september
name: 基本完成
date: 2024-10-31"""
GOOD = """\
id: september
name: 基本完成
date: 2024-10-31
percent: 80
binding: false
basis: 方案要求9月底前完成八成
adjustments:
  - {date: 2024-08-20, was: 2024-09-30, reason: 汛期停工一个月, document: 青政办〔2024〕15号}"""
_TARGETS = "经批准少做的，百分比不动，在有关指标的 adjustments 里写新目标"


def check(since: Since) -> Iterator[Said]:
    """Each deadline of the older plan, and what single indicators owe it."""
    for old, now in since.deadlines:
        if now is None:
            yield from _gone(since, old)
        elif since.now.sound(now.mapping):
            yield from _eased(since, old, now)
    for pair in since.indicators:
        for old, now in since.deadlines:
            if now is not None and since.now.sound(now.mapping):
                yield from _owed(since, pair, old, now)


def _gone(since: Since, old: Deadline) -> Iterator[Said]:
    plan = since.now.plan
    if plan is None or since.plan_file in since.now.broken:
        return
    message = f"{quoted(old.name, old.id)}这个时限（{old.date}，{written(old.percent)}%）原来有，现在没有了"
    at = place_of(since.plan_root, ("plan", "deadlines"), key=True)
    yield Said(
        since.plan_file,
        at,
        message,
        "照原来的补回去；经批准改日期的，改 date，再用 adjustments 写明原来的日期",
    )


def _eased(since: Since, old: Deadline, now: Deadline) -> Iterator[Said]:
    """A deadline on another day, for less, or only aimed at."""
    headers = since.headers
    assert headers is not None
    label = quoted(now.name, now.id)
    if now.date != old.date and not _adjusted(old, now):
        own = f"adjustments: [{{date: 哪天定的, was: {old.date}, reason: 原因, document: 文号}}]"
        yield Said(
            since.plan_file,
            now.mapping.value("date"),
            f"{label}的时限原来是{old.date}，现在改成了{now.date}，没有写明调整",
            f"经批准调整的，在这个时限里写明 {own}；没有批准的，请改成：{old.date}",
        )
    if now.percent < old.percent:
        yield Said(
            since.plan_file,
            now.mapping.value("percent"),
            f"{label}的要求原来是目标的{written(old.percent)}%，现在改成了{written(now.percent)}%",
            f"{_TARGETS}；没有批准的，请改成：{written(old.percent)}",
        )
    if headers[0].binds(old) and not headers[1].binds(now):
        there = "binding" in now.mapping.values
        yield Said(
            since.plan_file,
            now.mapping.value("binding"),
            f"{label}原来必须完成，现在改成了力争",
            "请改成：true" if there else added_to(now.mapping, "binding: true"),
        )


def _adjusted(old: Deadline, now: Deadline) -> bool:
    """Whether an entry that is new says what the date was."""
    known = {of_adjustment(each) for each in old.adjustments}
    return any(each.was == old.date and of_adjustment(each) not in known for each in now.adjustments)


def _owed(since: Since, pair: Pair, old: Deadline, now: Deadline) -> Iterator[Said]:
    """What an indicator owes a deadline, where it or the older plan says so of its own; an aim may be lowered with a reason (M332)."""
    before, after = pair.old.indicator.required.get(old.id), pair.now.indicator.required.get(now.id)
    if before is None and after is None:
        return
    was: Decimal = old.percent if before is None else before.percent
    left: Decimal = now.percent if after is None else after.percent
    reason = None if after is None else after.basis
    said_why = reason is not None and (before is None or reason != before.basis)
    headers = since.headers
    if left >= was or (said_why and headers is not None and not headers[1].binds(now)):
        return
    mapping = pair.now.indicator.mapping
    message = f"{since.context.indicator(pair.name)}对{quoted(now.name, now.id)}的要求原来是目标的{written(was)}%，现在成了{written(left)}%"
    if after is None:
        own = f"{now.id}: {{percent: {written(was)}}}"
        there = "required" in mapping.values
        hint = f"照原来的补回去：{own}" if there else added_to(mapping, f"required: {{{own}}}")
        yield Said(since.plan_file, mapping.key("required" if there else "id"), message, hint)
        return
    at = after.mapping.value("percent")
    yield Said(since.plan_file, at, message, f"{_TARGETS}；没有批准的，请改成：{written(was)}")
