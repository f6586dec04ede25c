"""What a file is to say once a change has been made: worked out on what it says, not on how that is written."""

from __future__ import annotations

from typing import Any

from minsheng_cli.editing.change import FigureChange, NewRemark, ReportChange

_VALUE = "\0value"
"""A figure's value, whichever form it has; no file can contain that name."""
_NAMES = ("done", "stage")
Figure = dict[str, Any]


def normal(root: Any) -> Any:
    """A file's content with every figure in one form."""
    if not isinstance(root, dict):
        return root
    reports = root.get("reports")
    return {**root, "reports": [_report(each) for each in reports] if isinstance(reports, list) else reports}


def _report(report: Any) -> Any:
    figures = report.get("figures") if isinstance(report, dict) else None
    if not isinstance(figures, dict):
        return report
    return {**report, "figures": {name: _figure(value) for name, value in figures.items()}}


def _figure(figure: Any) -> Figure:
    if not isinstance(figure, dict):
        return {_VALUE: figure}
    return {
        _VALUE if name in _NAMES and name == _only_name(figure) else name: value
        for name, value in figure.items()
    }


def _only_name(figure: Figure) -> str:
    """What the value is called, where it has but one name."""
    found = [name for name in _NAMES if name in figure]
    return found[0] if len(found) == 1 else ""


def intended(root: Any, change: ReportChange) -> Any:
    """The content of a file, of which `root` is what it says now, with the change made."""
    wanted = dict(normal(root))
    reports = list(wanted.get("reports") or [])
    wanted["reports"] = reports
    months = [each.get("month") if isinstance(each, dict) else None for each in reports]
    if change.month in months:
        place = months.index(change.month)
    else:
        earlier = [
            number
            for number, month in enumerate(months, 1)
            if isinstance(month, str) and month < change.month
        ]
        place = earlier[-1] if earlier else 0
        reports.insert(place, {"month": change.month, "figures": {}})
    report = reports[place] = dict(reports[place])
    if change.reported_on is not None:
        report["reported_on"] = change.reported_on
    if change.figures or "figures" in report:
        figures = report["figures"] = dict(report.get("figures") or {})
        for each in change.figures:
            figures[each.indicator] = _after(figures.get(each.indicator, {}), each)
    for name, new in change.remarks.items():
        there = list(report.get(name) or [])
        report[name] = there + [said for each in new if (said := as_plain(each)) not in there]
    return wanted


def _after(before: Figure, change: FigureChange) -> Figure:
    """A figure with its change."""
    figure = dict(before)
    if change.parts:
        old = figure.get(_VALUE)
        for name in (_VALUE, *_NAMES, "eligible"):
            figure.pop(name, None)
        for name, value in change.parts.items():
            there = old if isinstance(old, list) and isinstance(value, tuple) else []
            wanted = [
                *(each for each in there if each in value),
                *(each for each in value if each not in there),
            ]
            figure[name if name == "eligible" else _VALUE] = value if isinstance(value, str) else wanted
    for name, text in change.texts.items():
        figure.pop(name, None)
        if text:
            figure[name] = text
    return figure


def as_plain(new: NewRemark) -> Any:
    """A remark as it reads."""
    return new.text if new.project is None else {"project": new.project, "text": new.text}
