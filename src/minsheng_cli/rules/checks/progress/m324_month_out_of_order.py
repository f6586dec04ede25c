"""Reports stand oldest first, so that the last one is the latest."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.month import Month
from minsheng_cli.rules.context import Context, Said

SEVERITY = "error"
TITLE = "月报没有按先后排列"
WHY = "月报从早到晚往下排，最下面的就是最近一次的。次序乱了，不是贴错了地方，就是月份写错了。"
MEND = "把早的月份整段移到前面；月份写错了的，改月份。"
BAD = """\
- month: 2024-04
  reported_on: 2024-05-03
  figures:
    rural-roads: {done: 7.85, note: 雨天多}
    street-lamps: 912
- month: 2024-03
  reported_on: 2024-04-02"""
GOOD = """\
- month: 2024-03
  reported_on: 2024-04-02
  figures:
    rural-roads: 4.2
    street-lamps: 860
  problems: [沥青供应不足]
- month: 2024-04
  reported_on: 2024-05-03"""


def check(context: Context) -> Iterator[Said]:
    """Months of one file, in the order of the file."""
    for document, file in context.ledger.progress:
        latest: Month | None = None
        first = context.newest_first(file)
        if first is not None:
            yield Said(
                document.path,
                file.reports[0].mapping.value("month"),
                f"{first}的月报排在了最前面，后面的都比它早",
                "月份没有写错的，把这一段整个移到文件末尾；写错了的改月份",
            )
        seen: set[Month] = set()
        for report in file.reports[0 if first is None else 1 :]:
            if context.outside_plan(report.month) or report.month in seen:
                continue  # M325 and M323 say that
            seen.add(report.month)
            if latest is not None and report.month < latest:
                message = f"{report.month}的月报排在了{latest}的后面"
                at = report.mapping.value("month")
                yield Said(
                    document.path,
                    at,
                    message,
                    f"月份没有写错的，把这一段整个移到{latest}那一段的上面；写错了的改月份",
                )
            else:
                latest = report.month
