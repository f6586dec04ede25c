"""Quotation marks make a text of a number; it is taken, but the next program may not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from minsheng_cli.numbers import parse
from minsheng_cli.rules.context import Context, Said
from minsheng_cli.source.nodes import MappingNode, Scalar

SEVERITY = "warning"
TITLE = "数字加了引号"


def check(context: Context) -> Iterator[Said]:
    """Figures that are plain numbers in quotation marks."""
    for document, file in context.ledger.progress:
        for report in file.reports:
            holder = report.mapping.values.get("figures")
            for node in holder.values.values() if isinstance(holder, MappingNode) else ():
                values = (
                    [node.values[part] for part in ("done", "eligible") if part in node.values]
                    if isinstance(node, MappingNode)
                    else [node]
                )
                for value in values:
                    if isinstance(value, Scalar) and value.quoted and isinstance(parse(value.text), Decimal):
                        message = f"数字{value.text}加了引号，会被别的程序当成文字"
                        yield Said(document.path, value.at, message, f"去掉引号，写成：{value.text}")
