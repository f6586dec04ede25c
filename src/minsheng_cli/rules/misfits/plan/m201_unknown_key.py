"""A key that the program does not know is mostly a misspelt one; its value would be lost."""

from minsheng_cli.rules.misfits.shape import unknown_key as word

SEVERITY = "error"
TITLE = "不认识的项目"
WHY = "打错一个字母，程序就不知道这一行说的是什么；放过去，目标或时限就悄悄没有了。"
MEND = "按提示改成正确的名称；确实用不着的，删掉这一行。"
BAD = "Target: 240"
GOOD = "target: 240"

__all__ = ["SEVERITY", "TITLE", "word"]
