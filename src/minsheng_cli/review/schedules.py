"""What is different in a department's schedule: which steps ask for something else."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.finding import Position
from minsheng_cli.model.document import Document
from minsheng_cli.model.progress import ProgressFile
from minsheng_cli.month import Month
from minsheng_cli.review.change import Change, Place
from minsheng_cli.review.matched import Matched
from minsheng_cli.review.values import less, step_value
from minsheng_cli.source.nodes import MappingNode


def schedule_changes(department: str, matched: Matched) -> Iterator[Change]:
    """The steps that are different, by indicator and month; what cannot be read is not gone."""
    was = matched.old.files.get(matched.was_department(department))
    now = matched.new.files.get(department)
    lacks = matched.lack(department)
    before = {matched.now(name): steps for name, steps in (was[1].schedule if was else {}).items()}
    after = now[1].schedule if now else {}
    order = matched.order
    for name in sorted({**after, **before}, key=lambda name: (order.get(name, len(order)), name)):
        then, later = before.get(name, {}), after.get(name, {})
        for month in sorted({*then, *later}):
            values = step_value(then.get(month)), step_value(later.get(month))
            unread = any(value is None and lack for value, lack in zip(values, lacks, strict=True))
            if values[0] == values[1] or unread:
                continue
            place = (
                _place(now, name, month)
                if name in after
                else _place(was, matched.was(name), month, gone=True)
            )
            yield Change(
                "schedule",
                "schedule",
                values[0],
                values[1],
                place,
                department,
                month,
                matched.number(name),
                name,
                delta=less(values[1], values[0]),
            )


def _place(
    filed: tuple[Document, ProgressFile] | None, name: str, month: Month, *, gone: bool = False
) -> Place | None:
    if filed is None:
        return None
    document, file = filed
    schedule = file.mapping.values.get("schedule")
    steps = schedule.values.get(name) if isinstance(schedule, MappingNode) else None
    at: Position = steps.key(str(month)) if isinstance(steps, MappingNode) else file.mapping.at
    return Place(document.path, at, gone)
