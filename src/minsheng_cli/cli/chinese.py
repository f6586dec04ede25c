"""Typer's help in Chinese, laid out from the same parameters; and the arguments looked at more closely.

Typer carries its own copy of Click whose words are English. Its usage mistakes are worded in usage.py.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.cli.shell.completion import VARIABLE

if TYPE_CHECKING:
    from typer._click.shell_completion import CompletionItem


class ChineseCommand(TyperCommand):
    """A command whose help is Chinese."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the arguments, after a look at what Typer lets pass: an option given twice, or for a value."""
        with _placed(ctx, args):
            _leave_as_typed(self, ctx)
            if not ctx.resilient_parsing:
                _look_at_options(self, ctx, list(args))
            return super().parse_args(ctx, args)

    def get_help_option(self, ctx: Any) -> Any:
        """The option of that name, with what it does done here."""
        return _telling(super().get_help_option(ctx))

    def get_help(self, ctx: Any) -> str:
        """Usage, what it does, arguments, options, examples."""
        return help_text(self, ctx)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[CompletionItem]:
        """The options, where one was begun."""
        return _option_offers(self, ctx, incomplete)


class ChineseGroup(TyperGroup):
    """The program itself."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the program's own options."""
        with _placed(ctx, args):
            _leave_as_typed(self, ctx)
            return super().parse_args(ctx, args)

    def get_help_option(self, ctx: Any) -> Any:
        """The option of that name, with what it does done here."""
        return _telling(super().get_help_option(ctx))

    def get_help(self, ctx: Any) -> str:
        """Usage, what it does, options, commands."""
        return help_text(self, ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command."""
        with _placed(ctx, args):
            return super().resolve_command(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Answer the shell where it asks what fits at the cursor; else run the command line."""
        if os.environ.get(VARIABLE):
            from minsheng_cli.cli.shell import shells

            return shells.answer(self)
        return super().main(*args, **kwargs)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[CompletionItem]:
        """The commands with the first line of what they say of themselves; options."""
        from typer._click.shell_completion import CompletionItem

        commands = [(name, each) for name, each in _visible(self, ctx) if name.startswith(incomplete)]
        return [
            *(
                CompletionItem(name, help=_first_line(each))
                for name, each in commands
                if each and not each.hidden
            ),
            *_option_offers(self, ctx, incomplete),
        ]


def _telling(option: Any) -> Any:
    """Print help as everything else is printed: to a closed pipe, or to a full disk, too."""

    def show(ctx: Any, option: Any, wanted: bool) -> None:
        if wanted and not ctx.resilient_parsing:
            from minsheng_cli.cli import streams

            streams.write(f"{ctx.get_help()}\n")
            ctx.exit()

    if option is not None:
        option.callback = show
    return option


class _AsTyped:
    """In place of Typer's own conversion, for which it imports pydantic."""

    def coerce(self, value: Any, **_: Any) -> Any:
        return value


def _leave_as_typed(command: Any, ctx: Any) -> None:
    """Our parameters are texts and flags, which each command reads itself, and says in Chinese what is wrong with them."""
    for each in command.get_params(ctx):
        each._runtime_param = _AsTyped()


@contextmanager
def _placed(ctx: Any, args: list[str]) -> Iterator[None]:
    """Let a usage mistake know which command it concerns and what was typed after its name."""
    typed = list(args)
    try:
        yield
    except typer.TyperException as problem:
        known: Any = problem
        known.ctx = getattr(problem, "ctx", None) or ctx
        known.typed = typed
        raise


def _look_at_options(command: Any, ctx: Any, args: list[str]) -> None:
    """A Mistake where one of two values would be dropped without a word, or an option is taken for a value."""
    parser = command.make_parser(ctx)
    values, _, given = parser.parse_args(args)
    if any(each.is_eager for each in given):  # help needs no sound arguments
        return
    names = {name for each in command.get_params(ctx) for name in (*each.opts, *each.secondary_opts)}
    for each in given:
        if each.param_type_name != "option" or each.is_flag:
            continue
        name, typed = max(each.opts, key=len), values.get(each.name)
        if given.count(each) > 1 and not each.multiple:
            raise Mistake(f"{name} 写了不止一次", "只留一个")
        if any(str(one).partition("=")[0] in names for one in (typed if each.multiple else [typed])):
            raise Mistake(f"{name} 后面没有写{each.metavar or '值'}", f"看用法：{ctx.command_path} --help")


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


def _in_usage(argument: Any) -> str:
    """What an argument is called, in brackets where it may be left out."""
    name = argument.metavar or argument.name.upper()
    return name if argument.required else f"[{name}]"


def help_text(command: Any, ctx: Any) -> str:
    """The whole help of a command or of the program, as wide as the screen."""
    from minsheng_cli.cli.streams import terminal_width
    from minsheng_cli.views.cells import wrap

    cells = terminal_width()
    doc, _, examples = (command.help or "").partition("\n\n例：")
    arguments = [each for each in command.get_params(ctx) if each.param_type_name == "argument"]
    options = [
        each for each in command.get_params(ctx) if each.param_type_name == "option" and not each.hidden
    ]
    commands = _visible(command, ctx)
    usage = [ctx.command_path, *(_in_usage(each) for each in arguments), "[选项]"]
    lines = [
        f"用法：{' '.join(usage)}{' 命令 …' if commands else ''}",
        "",
        *(part for line in doc.strip().split("\n") for part in wrap(line.strip(), cells)),
    ]
    sections = [
        ("命令", [(name, _first_line(each)) for name, each in commands]),
        ("参数", [(each.metavar or each.name.upper(), each.help or "") for each in arguments]),
        ("选项", [(_option(each), _option_help(each)) for each in options]),
    ]
    for title, rows in sections:
        if rows:
            lines += ["", f"{title}：", *_columns(rows, cells)]
    if examples:
        lines += ["", "例：", *(f"  {line.strip()}" for line in examples.strip().split("\n"))]
    return "\n".join(lines)


def _visible(group: Any, ctx: Any) -> list[tuple[str, Any]]:
    """The commands of a group, none where it is a command itself."""
    if not isinstance(group, TyperGroup):
        return []
    found = [(name, group.get_command(ctx, name)) for name in group.list_commands(ctx)]
    return [(name, each) for name, each in found if each is not None and not each.hidden]


_LEAST = 30
"""Cells that a text beside a name needs; on a narrower screen it stands below the name."""


def _columns(rows: list[tuple[str, str]], cells: int | None) -> list[str]:
    """Names, and beside or below them what they are."""
    from minsheng_cli.views.cells import left, width, wrap

    room = min(34, max(width(name) for name, _ in rows))
    lines: list[str] = []
    for name, text in rows:
        if cells is None or cells - room - 4 >= _LEAST:
            first, *more = wrap(text, cells and cells - room - 4)
            lines += [f"  {left(name, room)}  {first}", *(f"{' ' * (room + 4)}{part}" for part in more)]
        else:
            lines += [f"  {name}", *(f"      {part}" for part in wrap(text, cells - 6))]
    return lines


def _option(option: Any) -> str:
    names = ", ".join([*sorted(option.opts, key=len), *option.secondary_opts])
    return names if option.is_flag else f"{names} {option.metavar or '值'}"


_STANDARD = {
    "--help": "显示这份说明",
}


def _option_help(option: Any) -> str:
    return next((words for name, words in _STANDARD.items() if name in option.opts), option.help or "")
