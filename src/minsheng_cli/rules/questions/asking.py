"""Words that all questions share: which number is meant, and how to end the question where the number is right."""

from __future__ import annotations

from minsheng_cli.terms import quoted


def subject(about: dict[str, str]) -> str:
    """The number in question: the indicator, the month, what was typed."""
    part = "的底数" if about["part"] == "eligible" else ""
    return f"{quoted(about['name'], about['id'])}{about['month']}{part}填的是{about['text']}{about['unit']}"


def otherwise(about: dict[str, str], reason: str = "原因") -> str:
    """What to write where nothing is wrong."""
    whole = "把整个花括号" if about["braces"] else ""
    return f"没有错的，加一句说明，{whole}写成 {{{about['figure']}, note: {reason}}}"


def if_so(about: dict[str, str], slip: str, reason: str = "原因") -> str:
    """A slip to ask about, what to type if it was one, and what if it was none."""
    return f"是不是{slip}？如是，改成 {about['mend']}；{otherwise(about, reason)}"
