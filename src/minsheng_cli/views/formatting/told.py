"""What fmt says of what it did: which files it wrote, which it left and why, and one line on the whole."""

from __future__ import annotations

from collections.abc import Sequence

from minsheng_cli.formatting.ledger import Laid, Layout, Left
from minsheng_cli.views.harmful import harmless

_MOST_LEFT = 20
SORTED = "月报从早到晚重新排了；哪个月份写错了的，请先改月份"


def left(files: Sequence[Left]) -> list[str]:
    """Files that are left for another reason than a finding, and why."""
    said = [_left(file) for file in files if file.why != "unreadable"]
    return [
        *said[:_MOST_LEFT],
        *([f"另外还有{len(said) - _MOST_LEFT}个文件"] if len(said) > _MOST_LEFT else []),
    ]


def _left(file: Left) -> str:
    path = harmless(file.path)
    if file.why == "unnamed":
        return f"{path} 没有动：第{file.line}行的花括号里有一项没有名称，或者没有内容"
    if file.why == "unsafe":
        return f"{path} 没有动：第{file.line}行的写法少见，排了怕改了意思；换成常用的写法再排"
    return f"{path} 没有动：排好以后读出来的和原来不一样，这是程序的问题，请把这个文件报给维护人员"


def written(file: Laid) -> str:
    """What is said of a file that has been written."""
    return f"已排好 {harmless(file.path)}" + (f"：{SORTED}" if file.sorted else "")


def summary(layout: Layout, *, wrote: bool) -> str:
    """One line on the whole."""
    laid, others = len(layout.laid), f"；{len(layout.left)}个文件没有动" if layout.left else ""
    sound = layout.files - len(layout.left)
    if not laid:
        return f"{sound}个文件都是规范写法{others}" if sound else f"没有能排的文件{others}"
    if wrote:
        return f"排好了{laid}个文件，数、文字、注释都没有变{others}"
    return f"{layout.files}个文件里有{laid}个没有排好，还没有写{others}；运行 minsheng fmt 就排好"
