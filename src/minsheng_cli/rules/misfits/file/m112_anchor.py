"""An anchor (&name) is a shorthand of YAML that hides figures from whoever reads the file."""

from __future__ import annotations

from minsheng_cli.rules.misfits.shape import quoted_or_left_out

SEVERITY = "error"
TITLE = "内容以 & 开头"
WHY = "以 & 开头的内容，程序会当成给它起的代称，不当成文字，这句话就丢了。"
MEND = "是文字的，用英文双引号括起来；不是的，把 & 和后面的代称删掉，只写内容。"
BAD = "problems: [&沥青供应不足]"
GOOD = 'problems: ["&沥青供应不足"]'


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"“{about['typed']}”以 & 开头，程序会当成别的意思，不当成文字",
        quoted_or_left_out(about),
    )
