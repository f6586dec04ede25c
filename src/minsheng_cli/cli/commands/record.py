"""minsheng record: one month's report of one department, added or changed without touching YAML by hand."""

from __future__ import annotations

from typing import Annotated

import typer

from minsheng_cli.cli.mistakes import FINE
from minsheng_cli.cli.options import ColorOption, LedgerOption, QuietOption, color_of
from minsheng_cli.cli.places import ledger_root
from minsheng_cli.cli.shell import completion

DEPARTMENT = Annotated[
    str,
    typer.Argument(
        metavar="部门",
        help="代号、简称，或名称里不会弄混的一部分",
        autocompletion=completion.departments,
    ),
]
MONTH = Annotated[
    str,
    typer.Argument(metavar="月份", help="报哪个月，如 2025-08", autocompletion=completion.months),
]


def record(
    department: DEPARTMENT,
    month: MONTH,
    figures: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="指标=数",
            help="报一个指标的数，可以写几次：指标写代号，或名称里不会弄混的一部分；"
            "点位写已完成的，用逗号隔开；覆盖率写 完成数/底数；形象进度写节点",
            autocompletion=completion.figures,
        ),
    ] = None,
    notes: Annotated[
        list[str] | None,
        typer.Option(
            "--note",
            metavar="指标=说明",
            help="给一个指标写说明，可以写几次；等号后面空着，去掉原来的说明",
            autocompletion=completion.figures,
        ),
    ] = None,
    revisions: Annotated[
        list[str] | None,
        typer.Option(
            "--revision",
            metavar="指标=原因",
            help="累计数变小、节点退回时写更正原因，可以写几次",
            autocompletion=completion.figures,
        ),
    ] = None,
    problems: Annotated[
        list[str] | None,
        typer.Option(
            "--problem",
            metavar="内容",
            help="加一条问题，可以写几次；哪个项目的，写成 项目代号: 内容",
        ),
    ] = None,
    highlights: Annotated[
        list[str] | None,
        typer.Option("--highlight", metavar="内容", help="加一条亮点，写法同 --problem"),
    ] = None,
    reported_on: Annotated[
        str,
        typer.Option("--reported-on", metavar="日期", help="报送日期；不写时新的月报用今天，已有的月报不改"),
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看哪几行会怎么改，不写文件")] = False,
    ledger: LedgerOption = "",
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> int:
    """填报一个部门一个月的数：加一份月报，或改已有的月报，不用自己改文件。

    在终端上不写 --set 这些选项，就一项一项地问：列出上次报的数、目标和时间表，填错了当场说明。
    只改要改的那几行，注释、次序、空格都不动；改完先查一遍，有错误就不写。
    退出码：0 写好了，或没有要改的；1 这样写会有错误，没有写；2 用法不对。

    例：
    minsheng record 住建局 2025-12 --set 新开工=300 --dry-run
    minsheng record 住建局 2025-12 --set 新开工=300 --note 新开工=含二期3套
    minsheng record 卫健局 2025-12 --set 产前=3640/3662 --problem 流动人口信息不全
    """
    color_of(color)
    root = ledger_root(ledger)
    from minsheng_cli.cli.lock import locked
    from minsheng_cli.cli.tasks import recording
    from minsheng_cli.cli.tasks.situation import situation
    from minsheng_cli.cli.tasks.wishes import Wishes, change_wished

    wishes = Wishes(
        figures or (), notes or (), revisions or (), problems or (), highlights or (), reported_on
    )
    manner = recording.Manner(dry_run, color, quiet)
    if wishes.none:
        from minsheng_cli.cli.tasks import asking

        asking.ask(root, department, month, manner)
        return FINE
    with locked(root):
        here = situation(root, department, month)
        change = change_wished(here, wishes)
        outcome = recording.attempt(here, change)
        recording.refuse_errors(here, outcome)
        recording.finish(here, change, outcome, manner)
    return FINE
