"""No report of a county comes near this size; reading it could stop the machine."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件太大"
WHY = "一个部门一年的月报不过几十KB，大到这个程度多半是存错了文件，读它还可能拖垮电脑。"
MEND = "检查是否存错了文件，附件和照片不要放进来。"
BAD = "（文件里夹进了照片或附件，超过1MB）"
GOOD = "（只写文字和数，附件另存别处）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"文件有{about['size']}字节，超过100万字节的上限，没有读取",
        "检查是否存错了文件；附件、照片不要放进台账文件",
    )
