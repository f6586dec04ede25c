"""A ledger takes seconds to read; what comes after the most that one may hold is left unread, and that is said."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "台账太大"
WHY = "一个县的台账只有几十个文件、几百KB。多出几百倍，多半是把别的文件拷了进来；全部硬读，电脑会卡住。"
MEND = "把不是部门月报的文件移走；几个县的放在几个台账里，一个县一个文件夹。"
BAD = "（data/progress 里有一万个文件）"
GOOD = "（data/progress 里一个部门一个文件）"
_MOST = {"files": "文件数超过了5,000个", "bytes": "文件合起来超过了2,000万字节", "values": "内容超过了48万项"}


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"台账太大，{_MOST[about['of']]}，从“{about['first']}”起有{about['count']}个文件没有读取",
        "把不是部门月报的文件移走；几个县的放在几个台账里，一个县一个文件夹",
    )
