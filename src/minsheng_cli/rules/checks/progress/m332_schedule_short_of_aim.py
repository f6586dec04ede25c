"""A schedule that falls short of an aim (力争) is allowed, and said."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.checks.progress.schedules import short_schedules
from minsheng_cli.rules.context import Context, Said

SEVERITY = "warning"
TITLE = "时间表达不到阶段目标"


def check(context: Context) -> Iterator[Said]:
    """Schedules against the aims."""
    yield from short_schedules(context, binding=False)
