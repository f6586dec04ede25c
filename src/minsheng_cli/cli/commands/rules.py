"""minsheng rules: everything that validate looks for."""

from __future__ import annotations

from minsheng_cli.cli.mistakes import FINE
from minsheng_cli.cli.options import (
    ColorOption,
    OutputOption,
    QuietOption,
    TextFormatOption,
    color_of,
    format_for,
)


def rules(
    output_format: TextFormatOption = "",
    output: OutputOption = "",
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> int:
    """列出全部检查规则：代码、是错误还是警告、查的是什么，按类别排列。

    例：
    minsheng rules
    minsheng rules --format json
    """
    from minsheng_cli.cli.output import TEXT_FORMATS, TEXT_SUFFIXES, deliver, shown, target

    chosen = format_for(output_format, output, TEXT_FORMATS, TEXT_SUFFIXES)
    color_of(color)
    file = target(output)
    from minsheng_cli.cli import streams
    from minsheng_cli.rules.catalogue import catalogue

    found = [rule.explained for rule in catalogue()]
    if chosen == "json":
        from minsheng_cli.views.rules.json import render as render_json

        deliver(render_json(found), file, quiet=quiet)
        return FINE
    from minsheng_cli.views.rules.text import listed

    deliver(shown(listed(found, None if file else streams.terminal_width()), file, color), file, quiet=quiet)
    if not quiet:
        streams.tell(f"共{len(found)}条；看其中一条的说明：minsheng explain {found[0].code}")
    return FINE
