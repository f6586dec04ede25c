"""minsheng git-setup: prepare the ledger's repository for reading changes by month and for checks before a commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from minsheng_cli.cli.mistakes import FAILED, FINE, Mistake
from minsheng_cli.cli.options import LedgerOption, QuietOption
from minsheng_cli.cli.places import ledger_root

if TYPE_CHECKING:
    from minsheng_cli.cli.tasks.git_places import Step


def git_setup(
    ledger: LedgerOption = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再问，直接做；没有终端时要写")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看要做什么，什么都不写")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="去掉以前装的，别人写的一概不动")] = False,
    quiet: QuietOption = False,
) -> int:
    """在台账的 git 仓库里装好：差异按月份分段，提交之前先检查要提交的台账。

    先列出要做的几件事，问过再做。别人的设置、钩子不改，只说该加哪一行；再运行一次，做过的不会重做。

    例：
    minsheng git-setup --dry-run
    minsheng git-setup --yes
    """
    root = ledger_root(ledger)
    import sys

    from minsheng_cli.cli import revisions, streams
    from minsheng_cli.cli.tasks.git_places import Place
    from minsheng_cli.cli.tasks.git_steps import removing, setting_up

    repository = revisions.repository(root)
    if "\n" in repository.prefix or "\n" in str(repository.top):
        raise Mistake("台账所在文件夹的名称里有换行，git 的设置写不了", "文件夹改名以后再运行")
    with revisions.in_words(repository):
        place = Place.of(repository)
        steps = [*(removing if remove else setting_up)(place, sys.executable or "")]
        waiting = [step for step in steps if step.act]
        noted = place.settings.get(place.note("setup")) is not None
        _tell([step for step in steps if step.refused] if quiet and yes else steps)
        if dry_run:
            streams.tell("只看不写，什么都没有动" if waiting else "没有要做的")
            return FINE
        if waiting and not yes and not _agreed():
            streams.tell("什么都没有动")
            return FINE
        for step in waiting:
            assert step.act is not None
            step.act()
        if not remove and not noted:
            place.settings.put(place.note("setup"), "done")
        elif remove and noted:
            place.settings.drop(place.note("setup"))
    if not quiet:
        streams.tell(f"做完了{len(waiting)}件" if waiting else "没有要做的")
    return FAILED if any(step.refused for step in steps) else FINE


def _tell(steps: list[Step]) -> None:
    """Every step with what it does, or why it does nothing."""
    from minsheng_cli.cli import streams
    from minsheng_cli.views.harmful import harmless

    for number, step in enumerate(steps, 1):
        streams.tell(harmless(f"{number}. {step.title}"))
        for line in step.told:
            streams.tell(harmless(f"   {line}"))


def _agreed() -> bool:
    """Whether the person at the terminal says yes; a Mistake where there is nobody to ask."""
    import sys

    if sys.stdin is None or not sys.stdin.isatty():
        raise Mistake(
            "没有终端可以问，什么都没有动", "看过上面要做的，加上 --yes 再运行：minsheng git-setup --yes"
        )
    from minsheng_cli.cli import streams

    streams.tell("做不做？回答 y 就做，直接回车不做：")
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是", "做", "好")
