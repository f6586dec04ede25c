"""Where the plan names the sites, their number is the target."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "点位数与目标不符"


def check(context: Context) -> Iterator[Said]:
    """Named items against the target."""
    for responsibility in context.sound_responsibilities.values():
        indicator = responsibility.indicator
        if (
            isinstance(indicator, Quantity)
            and indicator.items is not None
            and len(indicator.items) != indicator.target
        ):
            message = f"点名的点位有{len(indicator.items)}个，目标却是{indicator.target}"
            yield Said(
                context.plan_file,
                indicator.mapping.value("target"),
                message,
                "核对 items 和 target，两者应当一致",
            )
