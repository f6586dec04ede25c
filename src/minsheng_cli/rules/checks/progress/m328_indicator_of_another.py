"""Each indicator has exactly one department that answers for it (谁主管谁负责)."""

from __future__ import annotations

from collections.abc import Iterator

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


def check(context: Context) -> Iterator[Said]:
    """Figures and schedules of indicators that another department answers for."""
    for document, file in context.ledger.progress:
        if file.department != file_stem(document.path):
            continue  # the file speaks for another department altogether: M321 says that
        for name, at, _ in named_indicators(file):
            found = context.responsibilities.get(name)
            if found is not None and context.owner_known(found) and found.department != file.department:
                owner = context.department(found.department)
                message = (
                    f"{context.indicator(name)}由{owner}负责，不由{context.department(file.department)}报"
                )
                yield Said(
                    document.path,
                    at,
                    message,
                    f"删掉这一行，由{owner}报在 {found.department}.yaml 里；责任单位定错了的，请台账管理员改计划",
                )
