"""An alias (*name) repeats another place; a ledger says each thing where it stands."""

from __future__ import annotations

from minsheng_cli.rules.misfits.shape import quoted_or_left_out

SEVERITY = "error"
TITLE = "内容以 * 开头"
WHY = "以 * 开头的内容，程序会当成到别处去抄一段，不当成文字。台账里每个数都写在自己的地方，别人才看得明白。"
MEND = "是文字的，用英文双引号括起来；不是的，删掉它，把内容照写一遍。"
BAD = "problems: [*沥青供应不足]"
GOOD = 'problems: ["*沥青供应不足"]'


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"“{about['typed']}”以 * 开头，程序会当成别的意思，不当成文字",
        quoted_or_left_out(about),
    )
