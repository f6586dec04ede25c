"""Each indicator has exactly one department that answers for it (谁主管谁负责)."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.model.progress import ProgressFile
from minsheng_cli.rules.context import Context, Said, file_stem, named_indicators

SEVERITY = "error"
TITLE = "报了别的部门的指标"
WHY = "谁主管谁负责，一个指标只由一个部门报。两家都报，数不一样时就不知道该信谁的。"
MEND = "删掉这一行，由负责的部门报；计划里的责任单位写错了的，请台账管理员改计划。"
BAD = """\
figures:
  rural-roads: {done: 7.85, note: 雨天多}
  street-lamps: 912
  new-homes: 104"""
GOOD = """\
figures:
  rural-roads: {done: 7.85, note: 雨天多}
  street-lamps: 912"""


_FEW = 2
"""A copied line or two is no whole report."""


def check(context: Context) -> Iterator[Said]:
    """Figures and schedules of indicators that another department answers for."""
    for document, file in context.ledger.progress:
        if file.department != file_stem(document.path):
            continue  # the file speaks for another department altogether: M321 says that
        named = [
            (at, found)
            for name, at, _ in named_indicators(file)
            if (found := context.responsibilities.get(name)) is not None and context.owner_known(found)
        ]
        foreign = [(at, found) for at, found in named if found.department != file.department]
        owners = {found.department for _, found in foreign}
        if len(owners) == 1 and len(foreign) == len(named) > _FEW:
            yield _whole_file(context, document.path, file, *owners)
            continue
        own = context.department(file.department)
        for at, found in foreign:
            owner = context.department(found.department)
            message = f"{context.indicator(found.indicator.id)}由{owner}负责，不由{own}报"
            hint = (
                f"删掉这一行，由{owner}报在 {found.department}.yaml 里；责任单位定错了的，请台账管理员改计划"
            )
            yield Said(document.path, at, message, hint)


def _whole_file(context: Context, path: str, file: ProgressFile, owner: str) -> Said:
    """A file in which every figure is another department's."""
    own, theirs = context.department(file.department), context.department(owner)
    message = f"文件写的是{own}的，里面报的却全是{theirs}的指标，整份像是{theirs}的"
    hint = f"换成{own}自己的月报；{theirs}的内容应当在 {owner}.yaml 里"
    return Said(path, file.mapping.value("department"), message, hint)
