"""A month without a report is carried forward from the month before, and that is said everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.rules.context import Context, Said, reporting_departments

SEVERITY = "warning"
TITLE = "缺某个月的月报"


def check(context: Context) -> Iterator[Said]:
    """Months between a department's first report and the latest month that anybody has reported."""
    sound = [
        (document, file)
        for document, file in context.ledger.progress
        if document.path not in context.broken_files
    ]
    owing = set(reporting_departments(context))
    latest = max((report.month for _, file in sound for report in file.reports), default=None)
    for document, file in sound:
        if latest is None or not file.reports or file.department not in owing:
            continue
        months = {report.month for report in file.reports}
        first = min(months)
        missing = [str(first + ahead) for ahead in range(latest - first + 1) if first + ahead not in months]
        if missing:
            at = file.mapping.key("reports")
            message = f"{context.department(file.department)}缺{'、'.join(missing)}的月报，沿用上一次的数"
            yield Said(document.path, at, message, "请催报补上；确实没有报，通报里会写明未报")
