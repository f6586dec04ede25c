"""The record of what was closed makes sense: one event after the other, each entry as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from minsheng_cli.fields.scalars import says_nothing
from minsheng_cli.month import Month
from minsheng_cli.rules.context import Context, Said, unread_in

if TYPE_CHECKING:
    from minsheng_cli.model.closed import Closing, Reopening

SEVERITY = "error"
TITLE = "关账记录前后不符"
WHY = "关账、重开一次接一次，谁先谁后、哪天做的、当时的数是什么，以后都要查得到；记录自己对不上，就证明不了什么。"
MEND = "这个文件由 minsheng close 来写，不要手改；改过的照原来的文件改回去，写重了的删掉多出来的一条。"
BAD = """\
- month: 2024-04
  reopened_on: 2024-05-20
  reason: 卫健局更正体检人数"""
GOOD = """\
- month: 2024-03
  reopened_on: 2024-05-20
  reason: 卫健局更正体检人数"""
_AS_IT_WAS = "照原来的文件改回去"


def check(context: Context) -> Iterator[Said]:
    """The entries in their order; where one cannot be read, what comes after it cannot be judged."""
    record = context.ledger.closed_document
    if record is None or record.model is None or unread_in(record):
        return
    before: dict[Month, Closing | Reopening] = {}
    for event in record.model.closed:
        for key, message, hint in _unfit(context, event, before.get(event.month)):
            yield Said(record.path, event.mapping.value(key), message, hint)
        before[event.month] = event


def _unfit(
    context: Context, event: Closing | Reopening, before: Closing | Reopening | None
) -> Iterator[tuple[str, str, str]]:
    """What is wrong with an entry after the one before of the same month: under which key, the sentence, the hint."""
    from minsheng_cli.model.closed import Closing

    if context.outside_plan(event.month):
        yield "month", f"{event.month}不在计划期内，关不了账", "核对年份和月份"
        return
    closing, was_closed = isinstance(event, Closing), isinstance(before, Closing)
    if closing and was_closed:
        yield (
            "month",
            f"{event.month}前面已经关过账，没有重开又关了一次",
            "写重了的，删掉多出来的一条；重开漏了记的，补上重开的一条",
        )
    if not closing and not was_closed:
        yield "month", f"{event.month}没有关账，不能重开", f"核对年份和月份；{_AS_IT_WAS}"
    yield from _of_closing(event) if isinstance(event, Closing) else _of_reopening(event)
    if before is not None and event.day < before.day:
        message = f"{event.month}这一条的日期{event.day}，比前面一条的{before.day}还早"
        yield "closed_on" if closing else "reopened_on", message, "核对日期"


def _of_closing(event: Closing) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a closing by itself."""
    from minsheng_cli.review.digest import of_month

    if event.closed_on < event.month.first_day:
        yield "closed_on", f"{event.month}还没有开始，{event.closed_on}不会关账", "核对日期"
    if event.digest != of_month(event.month, event.departments):
        message = f"{event.month}的校验码和下面各部门的对不上，这一条记录被人改过"
        yield "digest", message, f"{_AS_IT_WAS}；找不到原来的，核对数据以后删掉这一条，再运行 minsheng close"


def _of_reopening(event: Reopening) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a reopening by itself."""
    if says_nothing(event.reason):
        yield "reason", f"重开{event.month}没有写出原因", "用一句话写明为什么重开"
