"""A tag (!name) asks the reader to build something; a ledger holds plain text and numbers."""

from __future__ import annotations

from minsheng_cli.rules.misfits.shape import quoted_or_left_out

SEVERITY = "error"
TITLE = "内容以 ! 开头"
WHY = "以 ! 开头的内容，程序会当成一种特别的记号，不当成文字，这句话或这个数就丢了。"
MEND = "是文字的，用英文双引号括起来；不是的，把 ! 和紧跟着的字删掉，只写内容。"
BAD = "street-lamps: !!int 912"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"“{about['typed']}”以 ! 开头，程序会当成别的意思，不当成文字",
        quoted_or_left_out(about),
    )
