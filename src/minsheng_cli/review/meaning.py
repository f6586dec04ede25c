"""What files say, whatever they look like: equal exactly where they mean the same."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from minsheng_cli.kinds.figure import Figure
from minsheng_cli.model.progress import ProgressFile, Remark, Report
from minsheng_cli.numbers import parse, trimmed, written

if TYPE_CHECKING:
    from minsheng_cli.kinds.indicator import Adjustment
    from minsheng_cli.model.closed import Closing, Reopening
    from minsheng_cli.model.plan import DeadlineAdjustment


def meaning(text: str | None) -> str | None:
    """A number as it is always written; any other text as it is."""
    number = parse(text) if text is not None else None
    return written(trimmed(number)) if isinstance(number, Decimal) else text


def words(text: str | None) -> str | None:
    """A sentence, however its lines are broken."""
    return None if text is None else "".join(text.split())


def of_adjustment(adjustment: Adjustment | DeadlineAdjustment) -> tuple[str | None, ...]:
    """What an adjustment of a target or of a deadline says."""
    said = adjustment.model_dump(exclude={"node"})
    return tuple(meaning(words(str(value))) for value in said.values())


def of_event(event: Closing | Reopening) -> tuple[str, ...]:
    """What an entry of the record of closed months says."""
    said = event.model_dump(exclude={"node"})
    return tuple(
        f"{name} {sorted(value.items()) if isinstance(value, dict) else words(str(value))}"
        for name, value in said.items()
    )


def of_file(file: ProgressFile) -> Any:
    """What a department's file says; the order of its reports and of what stands in them says nothing."""
    schedule = {
        name: {month: meaning(step) for month, step in steps.items()} for name, steps in file.schedule.items()
    }
    reports = sorted(((report.month, _of_report(report)) for report in file.reports), key=repr)
    return file.sample, schedule, reports


def _of_report(report: Report) -> Any:
    figures = sorted((name, *_of_figure(figure)) for name, figure in report.figures.items())
    return report.reported_on, figures, _of_remarks(report.problems), _of_remarks(report.highlights)


def _of_figure(figure: Figure) -> tuple[str, ...]:
    """A figure's parts as texts, for they are put in an order; none of them is told apart from the short form."""
    value = next((each for each in (figure.short, figure.done, figure.stage) if each is not None), None)
    done = repr(sorted(value)) if isinstance(value, list) else meaning(value)
    parts = (done, meaning(figure.eligible), words(figure.note), words(figure.revision))
    return tuple(repr(part) for part in parts)


def _of_remarks(remarks: list[Remark]) -> list[tuple[str, str]]:
    return sorted((remark.project or "", words(remark.text) or "") for remark in remarks)
