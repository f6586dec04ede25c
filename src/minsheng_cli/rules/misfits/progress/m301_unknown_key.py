"""A key that the program does not know is mostly a misspelt one; its value would be lost."""

from minsheng_cli.rules.misfits.shape import unknown_key as word

SEVERITY = "error"
TITLE = "不认识的项目"

__all__ = ["SEVERITY", "TITLE", "word"]
