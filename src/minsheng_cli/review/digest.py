"""A month's reported figures as one short text, equal exactly where they mean the same.

What is digested of a department is this text, in UTF-8, each line ended by LF:

    minsheng figures 1
    housing 2024-08
    ["old-communities", ["chengbei", "fukang"], null]
    ["prenatal-tests", "1210", "1263"]
    ["shantytown-units", "230", null]

that is a version, the department and the month, and a line of JSON (ASCII, as `json.dumps` writes it) for each
indicator in the order of their ids: the id; the number, the stage, or the items in order of their ids; the eligible.
Numbers are written exactly and without zeros that say nothing, so 230 and 230.0 are the same; notes, revisions,
problems, the day of reporting, layout and order are not in it. The plan is not asked, so that the digest can be
checked whatever has become of the plan; a number and a stage of the same text need no telling apart, since no kind
of indicator takes both.

A month's digest is that of `minsheng month 1`, the month, and a line `department digest` for each department in the
order of their ids. So a record can be held against itself, and a change be put down to a department.

A digest is the first 32 hexadecimal digits of SHA-256. That is 128 bits: that two months agree in them by accident,
or that somebody finds other figures that do, can be left out of account, and a person can still compare two by eye.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from minsheng_cli.kinds.figure import Figure
from minsheng_cli.model.ledger import Ledger
from minsheng_cli.model.progress import Report
from minsheng_cli.month import Month
from minsheng_cli.review.meaning import meaning

LENGTH = 32


class Digests(NamedTuple):
    """Of a whole month, and of each department that reported it."""

    month: str
    departments: dict[str, str]


def digests(ledger: Ledger, month: Month) -> Digests:
    """What the reports of a month say, as they stand."""
    found = {
        file.department: of_department(file.department, report)
        for _, file in reversed(ledger.progress)
        for report in reversed(file.reports)
        if report.month == month
    }
    departments = {name: found[name] for name in sorted(found)}
    return Digests(of_month(month, departments), departments)


def of_month(month: Month, departments: Mapping[str, str]) -> str:
    """The digest of a month's departments, each with its own."""
    return _digest(
        ["minsheng month 1", str(month), *(f"{name} {departments[name]}" for name in sorted(departments))]
    )


def of_department(department: str, report: Report) -> str:
    """The digest of one department's report."""
    head = ["minsheng figures 1", f"{department} {report.month}"]
    return _digest([*head, *(_line(name, report.figures[name]) for name in sorted(report.figures))])


def _line(indicator: str, figure: Figure) -> str:
    """What is reported of one indicator."""
    given = (figure.short, figure.done, figure.stage)
    value = next((each for each in given if each is not None), None)
    said = sorted(value) if isinstance(value, list) else meaning(value)
    return json.dumps([indicator, said, meaning(figure.eligible)])


def _digest(lines: Iterable[str]) -> str:
    return sha256("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")).hexdigest()[
        :LENGTH
    ]
