"""A file without content says nothing, not even that nothing was done."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件是空的"
WHY = "空文件什么也没有说，连“没有进展”都没有说，报表没法替部门填。"
MEND = "照 docs/files.md 里的例子填上内容；这个部门不用报的，把文件删掉。"
BAD = "（文件里一个字也没有，或者只有 # 开头的说明）"
GOOD = "（文件里至少写了部门代号和月报）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    if about["closed"]:
        return "文件是空的", "关账记录不能丢，照原来的文件改回去；从来没有关过账的，把文件删掉"
    return "文件是空的", "照 docs/files.md 里的例子填上内容；这个部门不用报的，把文件删掉"
