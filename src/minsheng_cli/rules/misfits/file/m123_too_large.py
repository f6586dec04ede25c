"""No report of a county comes near this size; reading it could stop the machine."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件太大"
WHY = "一个部门一年的月报也就几十KB，文件大得出奇，多半是存错了东西，硬读会拖住电脑。"
MEND = "检查是不是存错了文件；照片、附件不要放进台账文件。"
BAD = "（文件有3MB，里面夹着图片）"
GOOD = "（文件只有文字，几十KB）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"文件有{about['size']}字节，超过100万字节的上限，没有读取",
        "检查是否存错了文件；附件、照片不要放进台账文件",
    )
