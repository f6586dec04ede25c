"""持续提升: rising above what? Either a baseline is given, or the first report is it."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.kinds.trend import Trend
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "趋势指标的基数不明"
WHY = "“持续提升”要看跟什么时候比。没有基数，报来的数是高了还是低了，谁也说不清。"
MEND = (
    "有现成基数的写 baseline；没有的写 baseline_from: first report，就是以第一次报的数为基数。两行只留一行。"
)
BAD = """\
name: 群众满意度
kind: trend
unit: 分
baseline_from: first report
baseline: 88"""
GOOD = """\
name: 群众满意度
kind: trend
unit: 分
baseline_from: first report"""


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
                f"{context.indicator(indicator.id)}没有写基数，不知道跟什么比",
                "以第一次报的数为基数的，加一行 baseline_from: first report；有现成基数的，加一行 baseline，后面写那个数",
            )
        elif indicator.baseline is not None and indicator.baseline_from is not None:
            at = indicator.mapping.key("baseline_from")
            message = f"{context.indicator(indicator.id)}的基数写了两种"
            hint = "以第一次报的数为基数的，删掉 baseline 这一行；有现成基数的，删掉 baseline_from 这一行"
            yield Said(context.plan_file, at, message, hint)
