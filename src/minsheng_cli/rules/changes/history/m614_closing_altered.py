"""The record of closings and reopenings is only ever added to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from minsheng_cli.review.meaning import of_event
from minsheng_cli.rules.context import Said
from minsheng_cli.rules.since import Since
from minsheng_cli.source.nodes import place_of
from minsheng_cli.terms import KEY_NAMES

if TYPE_CHECKING:
    from minsheng_cli.model.closed import Closing, Reopening

SEVERITY = "error"
TITLE = "关账记录被改了"
WHY = "哪个月哪天关的账、当时的数是什么、为什么重开，都靠这份记录。记录只往后加，改了、删了就证明不了什么。"
MEND = "照原来的补回去、改回去；要重开一个月，运行 minsheng close 加 --reopen 和 --reason，在后面加一条。"
BAD = "closed_on: 2024-04-20"
GOOD = "closed_on: 2024-04-12"


def check(since: Since) -> Iterator[Said]:
    """Each entry of the older record against the present ones."""
    record = since.context.ledger.closed_document
    if record is not None and record.path in since.now.broken:
        return
    left = Counter(map(of_event, since.now.events))
    missing = []
    for event in since.old.events:
        left[of_event(event)] -= 1
        if left[of_event(event)] < 0:
            missing.append(event)
    known = set(map(of_event, since.old.events))
    new = [event for event in since.now.events if of_event(event) not in known]
    for event in missing:
        altered = next((each for each in new if _alike(each, event)), None)
        if altered is None:
            yield _removed(since, event)
        else:
            new.remove(altered)
            yield _altered(since, event, altered)


def _alike(one: Closing | Reopening, other: Closing | Reopening) -> bool:
    """Whether one may have been made of the other."""
    return type(one) is type(other) and one.month == other.month


def _removed(since: Since, event: Closing | Reopening) -> Said:
    record = since.context.ledger.closed_document
    message = f"关账记录里，{_called(event)}原来有，现在没有了"
    hint = "照原来的补回去；记录只往后加，要重开的运行 minsheng close，加上 --reopen 和 --reason"
    if record is None:
        at = place_of(since.plan_root, ("plan",), key=True)
        return Said(since.plan_file, at, f"{message}，整个文件 data/closed.yaml 都没有了", hint)
    return Said(record.path, place_of(record.root, ("closed",), key=True), message, hint)


def _altered(since: Since, event: Closing | Reopening, altered: Closing | Reopening) -> Said:
    """The first thing that is not as it was."""
    record = since.context.ledger.closed_document
    key = next(
        name
        for name in type(event).model_fields
        if name != "node" and _said(event, name) != _said(altered, name)
    )
    message = f"关账记录里，{_called(event)}的{KEY_NAMES[key]}改过了"
    hint = "照原来的文件改回去" if key in ("digest", "departments") else f"请改成：{getattr(event, key)}"
    assert record is not None
    return Said(record.path, altered.mapping.value(key), f"{message}", hint)


def _said(event: Closing | Reopening, name: str) -> object:
    return getattr(event, name)


def _called(event: Closing | Reopening) -> str:
    """An entry for a sentence."""
    reopened = "reason" in type(event).model_fields
    return f"{event.month}在{event.day}{'重开' if reopened else '关账'}的一条"
