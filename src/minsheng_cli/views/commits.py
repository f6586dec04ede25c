"""How a commit is told: when, which, by whom, with what message; all of it is somebody else's text."""

from __future__ import annotations

from typing import Any

from minsheng_cli.git.log import Commit
from minsheng_cli.terms import shortened
from minsheng_cli.views.dates import moment_word

UNCOMMITTED = "未提交"
SHALLOW = "这里只取了最近的提交（浅克隆），更早的来历不在这里；要看全，先运行 git fetch --unshallow。"
GAP = "  "
"""Between the parts of a line; a line that is wrapped does not begin with it."""
_LONGEST = 40
"""Characters of a name or a message that stand in a line."""


def when_word(commit: Commit | None) -> str:
    """`2025-09-04 10:21`; or that it is not committed yet."""
    return UNCOMMITTED if commit is None else moment_word(commit.author.time)


def who_word(commit: Commit | None) -> str:
    """`张三  9f8e7d6c  “住建局8月月报”`; nothing where there is no commit yet."""
    if commit is None:
        return ""
    author = shortened(commit.author.name, _LONGEST) or "没有署名"
    message = f"“{shortened(commit.subject, 2 * _LONGEST)}”" if commit.subject else ""
    return GAP.join(filter(None, (author, commit.short, message)))


def commit_object(commit: Commit | None) -> dict[str, Any] | None:
    """A commit in JSON; null for what is not committed yet."""
    if commit is None:
        return None
    return {
        "id": commit.id,
        "author": commit.author.name,
        "date": commit.author.time or None,
        "subject": commit.subject,
    }
