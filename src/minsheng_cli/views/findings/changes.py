"""What validate --fix has changed, or would change: each line before and after; and what it left."""

from __future__ import annotations

from minsheng_cli.mending.change import Change, Left, Mends
from minsheng_cli.views.cells import harmless

_VISIBLE = {"\t": "<Tab>", "\u3000": "〈全角空格〉", "\u00a0": "〈不换行空格〉"}
_MOST = 200
"""Changes that a person is shown of one file; the JSON has all."""
_MOST_LEFT = 20


def render(mends: Mends) -> list[str]:
    """Lines for a person: the file, then every change in it; at the end what was left, and why."""
    lines = []
    for file in mends.files:
        lines.append(f"{harmless(file.path)}：")
        for change in file.changes[:_MOST]:
            lines += _change(change)
        if len(file.changes) > _MOST:
            lines.append(
                f"    还改了{len(file.changes) - _MOST}处，不一一列出；加 --format json 可以看到全部"
            )
    return [*lines, *_left(mends.left)]


def _change(change: Change) -> list[str]:
    if change.line is None:
        return [f"    {harmless(change.before)} → {harmless(change.after)}"]
    return [
        f"    第{change.line}行",
        f"      - {visible(change.before)}",
        f"      + {visible(change.after)}",
    ]


def _left(left: list[Left]) -> list[str]:
    """What was not mended: the place and the reason."""
    if not left:
        return []
    lines = ["下面这些没有改："]
    for each in left[:_MOST_LEFT]:
        place = "" if each.line is None else f"第{each.line}行"
        lines.append(f"    {harmless(each.path)}{place}：{harmless(each.why)}")
    if len(left) > _MOST_LEFT:
        lines.append(f"    另外还有{len(left) - _MOST_LEFT}处")
    return lines


def visible(line: str) -> str:
    """A line in which tabs and the spaces that look like others can be told from them."""
    for sign, shown in _VISIBLE.items():
        line = line.replace(sign, shown)
    return harmless(line)


def summary(mends: Mends, remaining: int, *, dry_run: bool) -> str:
    """One line on the whole; `remaining` is how many findings the ledger has now."""
    if not mends.files:
        return f"没有能自动改的地方；有{remaining}处要人来看" if remaining else "没有能自动改的地方"
    files = len(mends.files)
    lines = all(change.line is not None for file in mends.files for change in file.changes)
    changes = f"{mends.changes}{'行' if lines else '处'}"
    if dry_run:
        return f"可以自动改{files}个文件，共{changes}，还没有写；去掉 --dry-run 就写入"
    done = f"已改好{files}个文件，共{changes}"
    return f"{done}；还有{remaining}处要人来看" if remaining else done
