"""A key that the program does not know is mostly a misspelt one; its value would be lost."""

from minsheng_cli.rules.misfits.shape import unknown_key as word

SEVERITY = "error"
TITLE = "不认识的项目"
WHY = "打错一个字母，程序就不知道这一行说的是什么；放过去，这一项就等于没报。"
MEND = "按提示改成正确的名称；确实用不着的，删掉这一行。"
BAD = "rural-roads: {done: 7.85, notes: 雨天多}"
GOOD = "rural-roads: {done: 7.85, note: 雨天多}"

__all__ = ["SEVERITY", "TITLE", "word"]
