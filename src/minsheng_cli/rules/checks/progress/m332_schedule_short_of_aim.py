"""A schedule that falls short of an aim (力争) is allowed, and said."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.checks.progress.schedules import short_schedules
from minsheng_cli.rules.context import Context, Said

SEVERITY = "warning"
TITLE = "时间表达不到阶段目标"
WHY = "力争的目标可以达不到，但时间表排得比它低，要早有人知道、有个说法，免得到了日子才发现。"
MEND = "能提前的，把时间表往前排；提前不了的，请台账管理员在计划的这个指标下写 required，注明依据。"
BAD = """\
schedule:
  checkups: {2024-06: 5000, 2024-09: 9000, 2024-12: 12000}"""
GOOD = """\
schedule:
  checkups: {2024-06: 5000, 2024-09: 9600, 2024-12: 12000}"""


def check(context: Context) -> Iterator[Said]:
    """Schedules against the aims."""
    yield from short_schedules(context, binding=False)
