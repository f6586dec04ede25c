"""Ids are ASCII, because git quotes other names and options must be typed."""

from minsheng_cli.rules.misfits.shape import bad_id as word

SEVERITY = "error"
TITLE = "代号写法不对"

__all__ = ["SEVERITY", "TITLE", "word"]
