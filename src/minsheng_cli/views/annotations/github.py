"""--format github: workflow commands, which GitHub shows beside the lines of a pull request.

A command is one line, so line ends in a text are escaped; the log shows only the text, so it names the place again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from minsheng_cli.views.annotations.record import Annotation, Level
from minsheng_cli.views.harmful import harmless

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_WORDS: dict[Level, str] = {"error": "错误", "warning": "警告", "note": "提示"}
_MOST = 10
"""Of each level GitHub shows so many a step."""


def render(annotations: Sequence[Annotation]) -> str:
    """A command a remark; where GitHub will not show them all, a count before them."""
    counts = Counter(each.level for each in annotations)
    lines = [_counted(counts)] if max(counts.values(), default=0) > _MOST else []
    return "".join(f"{line}\n" for line in (*lines, *map(_command, annotations)))


def _counted(counts: Counter[Level]) -> str:
    told = "、".join(f"{word}{counts[level]}处" for level, word in _WORDS.items() if counts[level])
    message = f"共{told}；GitHub 每一步里每种只显示前{_MOST}处，其余的看这一步的日志"
    return f"::notice title={_property('没有全部显示')}::{_data(message)}"


def _command(each: Annotation) -> str:
    path = harmless(each.path)
    properties = {"file": path, "line": str(each.line), "col": str(each.column)}
    if each.end > each.column:
        properties |= {"endLine": str(each.line), "endColumn": str(each.end)}
    properties["title"] = harmless(each.title)
    told = ",".join(f"{name}={_property(text)}" for name, text in properties.items())
    message = "\n".join(map(harmless, each.message.split("\n")))
    head = f"{path}:{each.line}:{each.column}: {harmless(each.title)} "
    return f"::{_COMMANDS[each.level]} {told}::{_data(head + message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
