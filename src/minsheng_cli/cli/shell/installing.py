"""--install-completion and --show-completion: make the shell that a person works in ask minsheng at Tab."""

from __future__ import annotations

import os
from pathlib import Path

from minsheng_cli.cli import streams
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.cli.shell.shell_scripts import SHELLS, script

_ZSH_LINE = "fpath=(~/.zfunc $fpath); autoload -Uz compinit; compinit"


def show() -> None:
    """Print the script of this shell."""
    streams.write(script(_shell()))


def install() -> None:
    """Put the script where this shell finds it, and say where; installed anew, nothing is there twice."""
    shell = _shell()
    try:
        written = _installed(shell)
    except (OSError, RuntimeError, ValueError):
        raise Mistake(
            "命令补全没有装好：写不了个人目录里的设置文件",
            "检查个人目录的权限；也可以运行 minsheng --show-completion，自己把脚本加进终端的设置文件",
        ) from None
    streams.tell(f"已装好 {shell} 的命令补全：{'、'.join(str(path) for path in written)}")
    streams.tell("新开一个终端就能用：输入 minsheng 后按 Tab 键")


def _shell() -> str:
    """The shell that this was started from, else the one that a person logs in to."""
    from typer._completion_shared import _get_shell_name

    try:
        found = _get_shell_name()
    except OSError:
        found = None
    named = os.environ.get("SHELL", "").replace("\\", "/").rpartition("/")[2].removesuffix(".exe")
    for shell in (found, named):
        if shell in SHELLS:
            return shell
    raise Mistake(
        "认不出这是哪种终端，命令补全没有动",
        "能用的有 bash、zsh、fish、PowerShell；在其中一种里运行，或用环境变量 SHELL 指明，如 SHELL=bash",
    )


def _installed(shell: str) -> list[Path]:
    home = Path.home()
    if shell == "bash":
        own = home / ".bash_completions" / "minsheng.sh"
        return [_put(own, script(shell)), _with_line(home / ".bashrc", f"source '{_quoted(own)}'")]
    if shell == "zsh":
        own = home / ".zfunc" / "_minsheng"
        return [_put(own, script(shell)), _with_line(home / ".zshrc", _ZSH_LINE)]
    if shell == "fish":
        return [_put(home / ".config" / "fish" / "completions" / "minsheng.fish", script(shell))]
    return [_powershell(shell)]


def _put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    streams.save(path, text)
    return path


def _with_line(path: Path, line: str) -> Path:
    """A settings file of which one line is ours; the others stay byte by byte as they were."""
    before = path.read_bytes() if path.exists() else b""
    wanted = os.fsencode(line)
    if wanted not in before.splitlines():
        gap = b"" if not before or before.endswith(b"\n") else b"\n"
        with path.open("ab") as file:
            file.write(gap + wanted + b"\n")
    return path


def _quoted(path: Path) -> str:
    return str(path).replace("'", "'\\''")


def _powershell(shell: str) -> Path:
    """Typer's own way: it asks PowerShell where its settings are."""
    import subprocess

    from typer._completion_shared import install_powershell

    try:
        return install_powershell(prog_name="minsheng", complete_var="_MINSHENG_COMPLETE", shell=shell)
    except subprocess.SubprocessError as problem:
        raise OSError from problem
