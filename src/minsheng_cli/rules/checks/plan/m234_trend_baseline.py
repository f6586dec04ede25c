"""持续提升: rising above what? Either a baseline is given, or the first report is it."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.kinds.trend import Trend
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "趋势指标的基数不明"


def check(context: Context) -> Iterator[Said]:
    """Exactly one of `baseline` and `baseline_from`."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if not isinstance(indicator, Trend):
            continue
        if indicator.baseline is None and indicator.baseline_from is None:
            at = indicator.mapping.key("kind")
            yield Said(
                context.plan_file,
                at,
                "没有写从什么基数上提升",
                "补上 baseline: 数值，或 baseline_from: first report（以首次报送为基数）",
            )
        elif indicator.baseline is not None and indicator.baseline_from is not None:
            at = indicator.mapping.key("baseline_from")
            yield Said(context.plan_file, at, "基数写了两种来源", "baseline 和 baseline_from 只留一个")
