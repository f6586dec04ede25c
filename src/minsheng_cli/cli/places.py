"""Where the ledger is that a command is about."""

from __future__ import annotations

import os
from pathlib import Path

from minsheng_cli.cli.arguments import one_line
from minsheng_cli.cli.mistakes import Mistake


def ledger_root(wish: str) -> Path:
    """The ledger's directory: the option, the environment, or the nearest one above; else a Mistake."""
    from minsheng_cli.source.folder import PLAN, find_root, holds_plan

    given = wish or os.environ.get("MINSHENG_LEDGER", "")
    if given:
        root = Path(given)
        if holds_plan(root):
            return root
        raise Mistake(f"{one_line(given)} 不是台账目录：里面没有 {PLAN}", "目录要写到 data 的上一级")
    try:
        here = Path.cwd()
    except OSError:
        raise Mistake("当前目录已经不在了", "换到别的目录再运行，或用 --ledger 目录 指明台账") from None
    found = find_root(here)
    if found is None:
        raise Mistake(
            f"这里没有台账：当前目录和上级目录里都没有 {PLAN}", "进入台账目录再运行，或用 --ledger 目录 指明"
        )
    return found
