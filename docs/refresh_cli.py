"""Rewrite docs/cli.md from what every command says of itself with --help; run by hand from anywhere.

tests/test_cli_doc.py holds the document equal to it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "cli.md"
HEAD = """\
# 命令和选项

<!-- 由 docs/refresh_cli.py 生成，不要手改 -->

下面是每个命令加 `--help`（或 `-h`）的原样输出。选项写在命令后面；`--version`、`--debug` 和命令补全的两个选项写在命令前面。

## 各命令共有的

- **结果和提示分开。** 结果写到标准输出，提示和出错的话写到标准错误；`--quiet` 不要提示，没有问题时一个字也不印。
- **退出码。** 0 正常；1 台账有错误（`validate --strict` 时警告也算）；2 命令用法不对、找不到台账或写不了文件；130 被 Ctrl-C 中断；70 程序自己出错。
- **`--output 文件`** 写进文件，写全了才放到位，没有写成的原来的文件不动；`-` 是屏幕。不写 `--format` 时按扩展名定格式。
- **`--color`** 依次看：`always`、`never`；环境变量 `NO_COLOR` 不空，不用颜色；`TERM=dumb`，不用；`FORCE_COLOR` 不空，用（`0` 是不用）；最后看是不是终端。
- **宽度。** 在终端上按终端的宽度折行，名称和数只折行，不截断；用环境变量 `COLUMNS` 可以另定。写到管道和文件里的，内容要多宽就多宽。
- **编码。** 写到管道和文件里的都是 UTF-8；终端是别的编码（如 GBK）的照它的编码，它没有的字印成编号。
- **台账在哪里。** `--ledger 目录`，其次环境变量 `MINSHENG_LEDGER`，再次从当前目录往上找。
- **一个选项只写一次。** 写了两次的不猜哪一个作数，直接说明。
- **名字以减号开头的，** 前面加 `--`：`minsheng explain -- 名字`。

## 命令补全

`minsheng --install-completion` 认出当前的终端（bash、zsh、fish、PowerShell），装好补全脚本；新开的终端里按 Tab 就能用。
能补全命令、选项、格式，还有台账里的月份、项目、部门、状态和规则代码。
台账取这一行里的 `--ledger`，其次 `MINSHENG_LEDGER`，再次当前目录；计划文件有错时，能读出多少用多少。

| 要填的 | 怎么打头 | 补全成 |
| --- | --- | --- |
| 月份 | 年份 | 计划起始月到最后一个月 |
| 项目 | 数字 | 序号 |
| | 字母 | 代号 |
| | 汉字 | 名称 |
| 项目或指标 | 数字 | 项目的序号 |
| | 字母 | 项目、指标的代号 |
| | 汉字 | 项目、指标的名称 |
| 部门 | 汉字 | 简称；没有简称这样开头的，全称 |
| | 字母 | 代号 |
| 状态 | 汉字、字母 | 中文词、英文词 |
| 规则 | `M4`、`m4`、`4` | 代码 |
| | 别的字母 | 英文名 |

项目一栏什么都没有打的，zsh、fish、PowerShell 列出序号，旁边是名称；bash 不显示说明，列出名称。
只想看脚本、自己装，用 `minsheng --show-completion`。
"""


def printed(*arguments: str) -> str:
    """What the command prints into a pipe, no matter where this runs."""
    known = ("PATH", "PYTHONPATH", "SYSTEMROOT", "VIRTUAL_ENV")
    env = {name: value for name, value in os.environ.items() if name in known}
    command = [sys.executable, "-m", "minsheng_cli", *arguments]
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def commands(program_help: str) -> Iterator[str]:
    """The names of the commands, in the order in which the program lists them."""
    listed = program_help.partition("命令：\n")[2].partition("\n\n")[0]
    for line in listed.splitlines():
        yield line.split()[0]


def document() -> str:
    """The whole document."""
    program = printed("--help")
    parts = [HEAD.rstrip("\n"), f"## minsheng\n\n```text\n{program.rstrip()}\n```"]
    for name in commands(program):
        parts.append(f"## minsheng {name}\n\n```text\n{printed(name, '--help').rstrip()}\n```")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), "utf-8", newline="\n")
