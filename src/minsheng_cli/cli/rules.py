"""minsheng rules: everything that validate looks for."""

from __future__ import annotations

from minsheng_cli.cli.mistakes import FINE
from minsheng_cli.cli.options import ColorOption, QuietOption, TextFormatOption, one_of

FORMATS = ("text", "json")


def rules(
    output_format: TextFormatOption = "text", color: ColorOption = "auto", quiet: QuietOption = False
) -> int:
    """列出全部检查规则：代码、是错误还是警告、查的是什么，按类别排列。

    例：
    minsheng rules
    minsheng rules --format json
    """
    one_of(output_format, FORMATS, "--format")
    one_of(color, ("auto", "always", "never"), "--color")
    from minsheng_cli.cli import streams
    from minsheng_cli.rules.catalogue import catalogue

    found = [rule.explained for rule in catalogue()]
    if output_format == "json":
        from minsheng_cli.views.rules.json import render as render_json

        streams.write(render_json(found))
        return FINE
    from minsheng_cli.views.rules.text import listed

    lines = listed(found, streams.terminal_width())
    streams.write(streams.painted(lines, colour=streams.coloured(color)))
    if not quiet:
        streams.tell(f"共{len(found)}条；看其中一条的说明：minsheng explain {found[0].code}")
    return FINE
