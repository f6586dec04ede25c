"""Only certain words are possible here."""

from minsheng_cli.rules.misfits.shape import bad_choice as word

SEVERITY = "error"
TITLE = "用词不在可选范围"

__all__ = ["SEVERITY", "TITLE", "word"]
