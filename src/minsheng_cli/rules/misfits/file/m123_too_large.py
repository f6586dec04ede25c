"""No report of a county comes near this size; reading it could stop the machine."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件太大"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"文件有{about['size']}字节，超过100万字节的上限，没有读取",
        "检查是否存错了文件；附件、照片不要放进台账文件",
    )
