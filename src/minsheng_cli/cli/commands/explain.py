"""minsheng explain: why a rule is there, a wrong and a right example, how to mend it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from minsheng_cli.cli.arguments import one_line, readable
from minsheng_cli.cli.mistakes import FINE, Mistake
from minsheng_cli.cli.options import (
    ColorOption,
    OutputOption,
    QuietOption,
    TextFormatOption,
    color_of,
    format_for,
)
from minsheng_cli.cli.shell import completion

if TYPE_CHECKING:
    from minsheng_cli.rules.catalogue import Rule

MANY = "看全部代码：minsheng rules"


def explain(
    code: Annotated[
        str,
        typer.Argument(
            metavar="代码",
            help="检查时打印的代码，如 M402；也可以写 402，或规则的英文名",
            autocompletion=completion.codes,
        ),
    ],
    output_format: TextFormatOption = "",
    output: OutputOption = "",
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> int:
    """说明一条检查规则：为什么要查，错的和对的写法各举一例，怎么改。

    例：
    minsheng explain M402
    minsheng explain unit-in-number
    """
    from minsheng_cli.cli.output import TEXT_FORMATS, TEXT_SUFFIXES, deliver, shown, target

    chosen = format_for(output_format, output, TEXT_FORMATS, TEXT_SUFFIXES)
    color_of(color)
    file = target(output)
    from minsheng_cli.cli import streams
    from minsheng_cli.rules.catalogue import catalogue

    rule = _wanted(code, catalogue()).explained
    if chosen == "json":
        from minsheng_cli.views.rules.json import render as render_json

        text = render_json([rule])
    else:
        from minsheng_cli.views.rules.text import render

        text = shown(render(rule, None if file else streams.terminal_width()), file, color)
    deliver(text, file, quiet=quiet)
    return FINE


def _wanted(typed: str, rules: Sequence[Rule]) -> Rule:
    """The rule of a code, with or without its M, or of an English name."""
    word = unicodedata.normalize("NFKC", readable(typed)).strip().lower().replace("_", "-")
    number, typed = word.removeprefix("m"), one_line(typed)
    named = [rule for rule in rules if word == rule.name or number == rule.code[1:]]
    if len(named) == 1:
        return named[0]
    if named:
        raise Mistake(f"叫“{typed}”的规则有{len(named)}条", f"写代码：{_listed(named)}")
    if _is_number(number) and len(number) < 3:
        raise Mistake(f"没有“{typed}”这条规则", f"代码是 M 加三位数，如 M402；{MANY}")
    near = _near_number(int(number), rules) if _is_number(number) else _near_name(word, rules)
    raise Mistake(f"没有“{typed}”这条规则", f"相近的有 {_listed(near)}；{MANY}" if near else MANY)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4


def _near_number(number: int, rules: Sequence[Rule]) -> list[Rule]:
    """The three codes nearest to a number, in their order."""
    nearest = sorted(rules, key=lambda rule: abs(int(rule.code[1:]) - number))[:3]
    return sorted(nearest)


def _near_name(word: str, rules: Sequence[Rule]) -> list[Rule]:
    """The rules with the name that is nearest."""
    from minsheng_cli.similar import nearest

    found = nearest(word, [rule.name for rule in rules])
    return [rule for rule in rules if rule.name == found]


def _listed(rules: Sequence[Rule]) -> str:
    return "、".join(f"{rule.code}（{rule.explained.title}）" for rule in rules)
