"""A schedule that does not reach a binding requirement by its deadline plans to break the promise."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.checks.progress.schedules import short_schedules
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "时间表达不到时限要求"


def check(context: Context) -> Iterator[Said]:
    """Schedules against the binding deadlines."""
    yield from short_schedules(context, binding=True)
