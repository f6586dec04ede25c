"""Options that several commands share, and what they are turned into."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from minsheng_cli.cli.arguments import one_line
from minsheng_cli.cli.mistakes import FINE, Mistake
from minsheng_cli.cli.shell import completion

LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger", metavar="目录", help="台账所在目录；不写则从当前目录往上找，或用环境变量 MINSHENG_LEDGER"
    ),
]
OutputOption = Annotated[
    str,
    typer.Option(
        "--output", "-o", metavar="文件", help="写入文件，“-”为屏幕；不写 --format 时按扩展名定格式"
    ),
]
ColorOption = Annotated[
    str,
    typer.Option(
        "--color", metavar="方式", help="颜色：auto、always、never", autocompletion=completion.colors
    ),
]
TextFormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="格式",
        help="输出格式：text、json",
        autocompletion=completion.choices(("text", "json")),
    ),
]
FindingFormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="格式",
        help="输出格式：text、json；流水线里用的 github、gitlab、sarif",
        autocompletion=completion.choices(("text", "json", "github", "gitlab", "sarif")),
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="不显示提示，只给结果")]
MonthOption = Annotated[
    str,
    typer.Option(
        "--month",
        "-m",
        metavar="月份",
        help="统计到哪个月，如 2025-08；不写为最近有月报的月",
        autocompletion=completion.months,
    ),
]
AllowInvalidOption = Annotated[
    bool, typer.Option("--allow-invalid", help="台账有错时，去掉出错的文件照样出，并在结果里注明")
]


def _install_completion(ctx: typer.Context, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from minsheng_cli.cli.shell import installing

        installing.install()
        raise typer.Exit(FINE)


def _show_completion(ctx: typer.Context, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from minsheng_cli.cli.shell import installing

        installing.show()
        raise typer.Exit(FINE)


InstallCompletionOption = Annotated[
    bool,
    typer.Option(
        "--install-completion",
        help="为当前终端安装命令补全",
        callback=_install_completion,
        is_eager=True,
        expose_value=False,
    ),
]
ShowCompletionOption = Annotated[
    bool,
    typer.Option(
        "--show-completion",
        help="显示命令补全脚本，供复制或改动",
        callback=_show_completion,
        is_eager=True,
        expose_value=False,
    ),
]


def one_of(value: str, allowed: Sequence[str], option: str, also: Sequence[str] = ()) -> str:
    """A choice, with the nearest one suggested; `also` are words that the option takes besides."""
    if value in allowed:
        return value
    import difflib

    near = difflib.get_close_matches(value, [*allowed, *also], n=1)
    known = "，或".join("、".join(words) for words in (allowed, also) if words)
    raise Mistake(f"{option} 不能是“{one_line(value)}”", f"是不是 {near[0]}？" if near else f"可选：{known}")


def color_of(wish: str) -> str:
    """What --color asks for; a Mistake for anything else."""
    return one_of(wish, ("auto", "always", "never"), "--color")


def format_for(wish: str, output: str, formats: Sequence[str], suffixes: dict[str, str]) -> str:
    """The format: as asked, by the output's suffix, or the first."""
    if wish:
        return one_of(wish, formats, "--format")
    suffix = Path(output).suffix.lower() if output not in ("", "-") else ""
    if suffix and suffix not in suffixes:
        raise Mistake(
            f"看扩展名“{one_line(suffix)}”定不了格式",
            f"用 --format 指明（{'、'.join(formats)}），或把扩展名改成 {'、'.join(suffixes)}",
        )
    return suffixes.get(suffix, formats[0])
