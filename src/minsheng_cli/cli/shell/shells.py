"""Answers to a shell that asks, at Tab, what fits at the cursor: each shell in its own quoting.

The shell hands over the line up to the cursor in `_MINSHENG_LINE` (see shell_scripts.py), and takes one offer a line.
Only PowerShell asks as Typer's own script does.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

from minsheng_cli.cli import streams
from minsheng_cli.cli.arguments import one_line, readable
from minsheng_cli.cli.mistakes import FINE, Mistake
from minsheng_cli.cli.shell.completion import VARIABLE
from minsheng_cli.cli.shell.shell_scripts import SHELLS, script
from minsheng_cli.views.harmful import harmless

LINE, WORD = "_MINSHENG_LINE", "_MINSHENG_WORD"


class Begun(NamedTuple):
    """The word at the cursor: what it means so far, and the quotation mark that is still open."""

    text: str
    quote: str


class Offered(NamedTuple):
    """One offer: what to put there, and what it is."""

    value: str
    about: str


def answer(command: Any) -> int:
    """Print what fits at the cursor, or the script that makes a shell ask; a Mistake for any other wish."""
    wish = os.environ[VARIABLE]
    what, _, shell = wish.partition("_")
    if what not in ("complete", "source") or shell not in SHELLS:
        raise Mistake(
            f"环境变量 {VARIABLE} 写成了“{one_line(wish)}”，不知道要做什么",
            "这个变量由命令补全自己设，平时不要设；去掉它再运行",
        )
    if what == "source":
        streams.write(script(shell))
    else:
        _write(_powershell(command) if shell in ("powershell", "pwsh") else _lines(command, shell))
    return FINE


def _lines(command: Any, shell: str) -> list[str]:
    words, begun = split(readable(os.environ.get(LINE, "")))
    option, equals, _ = begun.text.partition("=")
    joined = f"{option}=" if equals and option.startswith("--") else ""
    return [_LINES[shell](offer, begun, joined) for offer in fitting(command, words[1:], begun.text)]


def fitting(command: Any, words: list[str], begun: str) -> list[Offered]:
    """The offers for the word begun after others; nothing where they make no sense."""
    from typer._completion_classes import BashComplete

    try:
        items = BashComplete(command, {}, "minsheng", VARIABLE).get_completions(words, begun)
    except Exception:
        return []  # half a line may be anything
    return [Offered(str(item.value), harmless(item.help or "")) for item in items]


def split(line: str) -> tuple[list[str], Begun]:
    """The words before the cursor, and the one that it stands in, as a shell would understand them."""
    words: list[str] = []
    word, quote, inside, escaped = "", "", False, False
    for sign in line:
        if escaped:
            word += sign if quote != '"' or sign in '"\\$`' else f"\\{sign}"
            escaped = False
        elif sign == "\\" and quote != "'":
            inside = escaped = True
        elif quote:
            word, quote = (word, "") if sign == quote else (word + sign, quote)
        elif sign in "'\"":
            quote, inside = sign, True
        elif sign in " \t\n":
            if inside:
                words.append(word)
            word, inside = "", False
        else:
            word, inside = word + sign, True
    return words, Begun(word, quote)


def _bash(offer: Offered, begun: Begun, joined: str) -> str:
    """What takes the place of the part that bash takes for the word: after a `=` or `:` it begins anew."""
    replaced = split(readable(os.environ.get(WORD, "")))[1].text
    typed = begun.text.removeprefix(joined)
    kept = len(typed) - len(replaced) if typed.endswith(replaced) else 0
    value = offer.value[max(kept, 0) :]
    if begun.quote == "'":
        return value.replace("'", "'\\''")
    if begun.quote == '"':
        return re.sub(r'(["\\$`])', r"\\\1", value)
    return re.sub(r"([^\w@%+,./:=\u0080-\U0010ffff-])", r"\\\1", value)


def _zsh(offer: Offered, begun: Begun, joined: str) -> str:
    """Word, tab, what it is; the script and zsh itself see to quoting."""
    return f"{offer.value}\t{offer.about}"


def _fish(offer: Offered, begun: Begun, joined: str) -> str:
    """Word, tab, what it is; fish takes an option and its value for one word."""
    return f"{joined}{offer.value}\t{offer.about}"


_LINES: dict[str, Callable[[Offered, Begun, str], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}


def _powershell(command: Any) -> list[str]:
    """As Typer's script for it asks and wants to be answered."""
    from typer._completion_classes import PowerShellComplete

    words, begun = PowerShellComplete(command, {}, "minsheng", VARIABLE).get_completion_args()
    return [
        f"{_powershell_quoted(offer.value)}:::{offer.about or ' '}"
        for offer in fitting(command, words, begun.strip("'\""))
        if ":::" not in offer.value
    ]


def _powershell_quoted(value: str) -> str:
    if re.fullmatch(r"[\w./-]+", value):
        return value
    return "'" + re.sub(r"(['‘’‚‛])", r"\1\1", value) + "'"


def _write(lines: list[str]) -> None:
    """One offer a line, in the encoding in which the shell reads and the arguments come."""
    encoding = sys.getfilesystemencoding()
    if encoding.lower() in ("ascii", "us-ascii"):
        encoding = "utf-8"
    fit = [line for line in lines if line.encode(encoding, "ignore").decode(encoding) == line]
    stream: Any = sys.stdout
    if fit and hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding=encoding)
    if fit:
        streams.write("".join(f"{line}\n" for line in fit))
