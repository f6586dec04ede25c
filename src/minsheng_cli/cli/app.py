"""The program: its commands, and the one place where exceptions become sentences and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from minsheng_cli import __version__
from minsheng_cli.cli import streams
from minsheng_cli.cli.chinese import ChineseGroup
from minsheng_cli.cli.mistakes import BUG, FINE, INTERRUPTED, Mistake
from minsheng_cli.cli.options import InstallCompletionOption, ShowCompletionOption
from minsheng_cli.cli.registry import Commands


class _Program(ChineseGroup):
    """The program itself, with its commands."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**{**attributes, "commands": Commands()})

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names; Typer would import them all for that."""
        return list(self.commands)


app = typer.Typer(
    cls=_Program,
    name="minsheng",
    help="民生工程台账：对群众公开承诺的事，一件一件记清楚办到了哪一步。",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(ctx: typer.Context, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        streams.write(f"minsheng {__version__}\n")
        raise typer.Exit(FINE)


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", help="显示版本", callback=_show_version, is_eager=True)
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="程序出错时显示详细信息，供报告问题用")] = False,
    install_completion: InstallCompletionOption = False,
    show_completion: ShowCompletionOption = False,
) -> None:
    """Options of the program itself; what they do is done elsewhere."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; nobody sees a traceback unless --debug asks for it."""
    streams.prepare()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = app(args=given, prog_name="minsheng", standalone_mode=False)
    except Mistake as mistake:
        return _said(mistake)
    except typer.TyperException as problem:
        from minsheng_cli.cli.usage import as_mistake

        return _said(as_mistake(problem))
    except (KeyboardInterrupt, typer.Abort):
        streams.tell("已中断")
        return INTERRUPTED
    except OSError:
        return _said(Mistake("系统拒绝读写：磁盘已满，或输出已关闭，或没有权限"))
    except MemoryError:
        return _said(
            Mistake("内存不够，没有做完", "关掉别的程序再运行；台账不大却总是这样的，报给维护人员", BUG)
        )
    except Exception as bug:
        if "--debug" in given:
            raise
        streams.tell(f"程序内部出错（{type(bug).__name__}），这是程序的问题，不是台账的问题")
        streams.tell("请加上 --debug 再运行一次（写成 minsheng --debug …），把显示的内容报给维护人员")
        return BUG
    if code == INTERRUPTED:  # Typer turns Ctrl-C into this code without a word
        streams.tell("已中断")
    return code if isinstance(code, int) else FINE


def _said(mistake: Mistake) -> int:
    from minsheng_cli.terms import bounded
    from minsheng_cli.views.harmful import harmless

    for line in mistake.sentence.split("\n"):
        streams.tell(harmless(bounded(line)))
    if mistake.hint:
        streams.tell(f"    {harmless(bounded(mistake.hint))}")
    return mistake.code
