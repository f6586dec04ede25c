"""Typer's help and usage mistakes in Chinese.

Typer carries its own copy of Click whose words are English; the help is laid out here from the same
parameters, and the exceptions are told apart by the names of their classes, which are not exported.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from minsheng_cli.cli.completion import VARIABLE
from minsheng_cli.cli.mistakes import Mistake

if TYPE_CHECKING:
    from typer._click.shell_completion import CompletionItem


class ChineseCommand(TyperCommand):
    """A command whose help is Chinese."""

    def get_help(self, ctx: Any) -> str:
        """Usage, what it does, arguments, options, examples."""
        return help_text(self, ctx)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[CompletionItem]:
        """The options, where one was begun."""
        return _option_offers(self, ctx, incomplete)


class ChineseGroup(TyperGroup):
    """The program itself."""

    def get_help(self, ctx: Any) -> str:
        """Usage, what it does, options, commands."""
        return help_text(self, ctx)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Answer the shell where it asks what fits at the cursor; else run the command line."""
        if os.environ.get(VARIABLE):
            from minsheng_cli.cli import shells

            return shells.answer(self)
        return super().main(*args, **kwargs)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[CompletionItem]:
        """The commands with the first line of what they say of themselves; options."""
        from typer._click.shell_completion import CompletionItem

        names = [name for name in self.list_commands(ctx) if name.startswith(incomplete)]
        commands = [(name, self.get_command(ctx, name)) for name in names]
        return [
            *(
                CompletionItem(name, help=_first_line(each))
                for name, each in commands
                if each and not each.hidden
            ),
            *_option_offers(self, ctx, incomplete),
        ]


def _first_line(command: Any) -> str:
    return str(command.help or "").strip().split("\n")[0]


def _option_offers(command: Any, ctx: Any, incomplete: str) -> list[CompletionItem]:
    """The options that begin so and were not given yet."""
    from typer._click.shell_completion import CompletionItem

    if not incomplete.startswith("-"):
        return []
    given = {
        name for name in ctx.params if getattr(ctx.get_parameter_source(name), "name", "") == "COMMANDLINE"
    }
    return [
        CompletionItem(name, help=_option_help(each))
        for each in command.get_params(ctx)
        if each.param_type_name == "option" and not each.hidden and (each.multiple or each.name not in given)
        for name in sorted([*each.opts, *each.secondary_opts], key=len, reverse=True)
        if name.startswith(incomplete)
    ]


def help_text(command: Any, ctx: Any) -> str:
    """The whole help of a command or of the program."""
    from minsheng_cli.views.cells import left, width

    doc, _, examples = (command.help or "").partition("\n\n例：")
    arguments = [each for each in command.get_params(ctx) if each.param_type_name == "argument"]
    options = [
        each for each in command.get_params(ctx) if each.param_type_name == "option" and not each.hidden
    ]
    commands = getattr(command, "commands", {})
    usage = [ctx.command_path, *(each.metavar or each.name.upper() for each in arguments), "[选项]"]
    lines = [
        f"用法：{' '.join(usage)}{' 命令 …' if commands else ''}",
        "",
        *(line.strip() for line in doc.strip().split("\n")),
    ]
    sections = [
        (
            "命令",
            [
                (name, (each.help or "").strip().split("\n")[0])
                for name, each in commands.items()
                if not each.hidden
            ],
        ),
        ("参数", [(each.metavar or each.name.upper(), each.help or "") for each in arguments]),
        ("选项", [(_option(each), _option_help(each)) for each in options]),
    ]
    for title, rows in sections:
        if rows:
            room = min(34, max(width(name) for name, _ in rows))
            lines += ["", f"{title}："]
            lines += [f"  {left(name, room)}  {text}" for name, text in rows]
    if examples:
        lines += ["", "例：", *(f"  {line.strip()}" for line in examples.strip().split("\n"))]
    return "\n".join(lines)


def _option(option: Any) -> str:
    names = ", ".join([*sorted(option.opts, key=len), *option.secondary_opts])
    return names if option.is_flag else f"{names} {option.metavar or '值'}"


_STANDARD = {
    "--help": "显示这份说明",
}


def _option_help(option: Any) -> str:
    return next((words for name, words in _STANDARD.items() if name in option.opts), option.help or "")


def as_mistake(problem: Any, program: str = "minsheng") -> Mistake:
    """One of Typer's usage errors as a sentence."""
    kind = type(problem).__name__
    ctx = getattr(problem, "ctx", None)
    path = ctx.command_path if ctx is not None else program
    hint = f"看用法：{path} --help"
    if kind == "NoArgsIsHelpError":
        return Mistake(problem.message)
    if kind == "NoSuchOption":
        near = "、".join(problem.possibilities or ())
        return Mistake(f"没有 {problem.option_name} 这个选项", f"是不是 {near}？" if near else hint)
    if kind == "MissingParameter":
        param = getattr(problem, "param", None)
        name = (param.metavar or param.name) if param is not None else "参数"
        return Mistake(f"缺少参数 {name}", hint)
    message = str(problem.message)
    if found := re.search(r"No such command '([^']*)'", message):
        import difflib

        known = list(ctx.command.commands) if ctx is not None else []
        near = "、".join(difflib.get_close_matches(found[1], known, n=1))
        return Mistake(f"没有 {found[1]} 这个命令", f"是不是 {near}？" if near else hint)
    if kind == "BadOptionUsage":
        return Mistake(f"选项 {getattr(problem, 'option_name', '')} 后面缺值，或多写了值", hint)
    if "Missing command" in message:
        return Mistake("没有写命令", hint)
    if "unexpected extra argument" in message:
        extra = message[message.rfind("(") + 1 : message.rfind(")")]
        return Mistake(f"多写了参数：{extra}", hint)
    return Mistake("命令写法不对", hint)
