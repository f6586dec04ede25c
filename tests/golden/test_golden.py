"""Whole outputs of whole commands, one file each beside this one; `pytest --snapshot-update` rewrites them.

Two ledgers: the county's own (the repository's data/) and another county's small one.
"""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.conftest import ROOT, Minsheng

YUNXI = ROOT / "tests" / "ledgers" / "yunxi"


class TextFile(SingleFileSnapshotExtension):
    """One readable file a case."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class BytesFile(SingleFileSnapshotExtension):
    """The same for CSV, whose line ends count."""

    _write_mode = WriteMode.BINARY
    file_extension = "csv"


CASES = {
    "validate": (ROOT, "", ["validate"]),
    "validate-json": (ROOT, "", ["validate", "--format", "json"]),
    "validate-github": (ROOT, "", ["validate", "--format", "github"]),
    "validate-gitlab": (ROOT, "", ["validate", "--format", "gitlab"]),
    "report-august": (ROOT, "", ["report", "--month", "2023-08"]),
    "report-august-80": (ROOT, "80", ["report", "--month", "2023-08"]),
    "report-august-120": (ROOT, "120", ["report", "--month", "2023-08"]),
    "report-august-40": (ROOT, "40", ["report", "--month", "2023-08"]),
    "report-august-colour": (ROOT, "80", ["report", "--month", "2023-08", "--color", "always"]),
    "report-march-first-month": (ROOT, "", ["report", "--month", "2023-03"]),
    "report-january-nothing-yet": (ROOT, "", ["report", "--month", "2023-01"]),
    "report-october": (ROOT, "", ["report", "--month", "2023-10"]),
    "report-december": (ROOT, "", ["report", "--month", "2023-12"]),
    "report-august-json": (ROOT, "", ["report", "--month", "2023-08", "--format", "json"]),
    "report-december-json": (ROOT, "", ["report", "--month", "2023-12", "--format", "json"]),
    "by-department": (ROOT, "", ["report", "--month", "2023-08", "--by", "department"]),
    "by-area": (ROOT, "", ["report", "--month", "2023-08", "--by", "area"]),
    "by-indicator": (ROOT, "", ["report", "--month", "2023-08", "--by", "indicator"]),
    "sort-status": (ROOT, "", ["report", "--month", "2023-08", "--sort", "status"]),
    "sort-percent": (ROOT, "", ["report", "--month", "2023-08", "--sort", "percent"]),
    "department-sports": (
        ROOT,
        "",
        ["report", "--month", "2023-08", "--department", "教体", "--by", "indicator"],
    ),
    "status-behind": (ROOT, "", ["report", "--month", "2023-08", "--status", "滞后"]),
    **{
        f"{name}-{by}": (ROOT, "", ["report", "--month", "2023-08", "--by", by, *options])
        for by in ("project", "indicator", "department", "area")
        for name, options in (
            ("compare", ("--compare", "2023-07")),
            ("markdown", ("--format", "markdown")),
            ("markdown-compare", ("--format", "markdown", "--compare", "2023-07")),
            ("csv", ("--format", "csv")),
            ("csv-compare", ("--format", "csv", "--compare", "2023-07")),
        )
    },
    "compare-80": (ROOT, "80", ["report", "--month", "2023-08", "--compare", "2023-07"]),
    "compare-40": (ROOT, "40", ["report", "--month", "2023-08", "--compare", "2023-07"]),
    "compare-indicator-40": (
        ROOT,
        "40",
        ["report", "--month", "2023-08", "--compare", "2023-07", "--by", "indicator", "--status", "滞后"],
    ),
    "compare-colour": (
        ROOT,
        "80",
        ["report", "--month", "2023-08", "--compare", "2023-07", "--color", "always"],
    ),
    "compare-from-nothing": (ROOT, "", ["report", "--month", "2023-08", "--compare", "2023-01"]),
    "compare-past-a-deadline": (ROOT, "", ["report", "--month", "2023-12", "--compare", "2023-09"]),
    "compare-with-a-later-month": (ROOT, "", ["report", "--month", "2023-08", "--compare", "2023-10"]),
    "compare-json": (ROOT, "", ["report", "--month", "2023-08", "--compare", "2023-07", "--format", "json"]),
    "show-toilets-late-80": (ROOT, "80", ["show", "5", "--month", "2023-08"]),
    "show-toilets-nothing-yet": (ROOT, "80", ["show", "5", "--month", "2023-02"]),
    "show-shantytown-revision-colour": (
        ROOT,
        "80",
        ["show", "shantytown", "--month", "2023-10", "--color", "always"],
    ),
    "show-old-communities-items-80": (ROOT, "80", ["show", "老旧小区", "--month", "2023-10"]),
    "show-parks-parts-80": (ROOT, "80", ["show", "口袋公园", "--month", "2023-10"]),
    "show-parks-parts-40": (ROOT, "40", ["show", "口袋公园", "--month", "2023-10"]),
    "show-roads-carried-80": (ROOT, "80", ["show", "4", "--month", "2023-08"]),
    "show-employment-aim-80": (ROOT, "80", ["show", "6", "--month", "2023-10"]),
    "show-canteens-total": (ROOT, "", ["show", "8"]),
    "show-cancer-aid-open-base-80": (ROOT, "80", ["show", "17"]),
    "show-cancer-aid-open-base-40": (ROOT, "40", ["show", "17", "--month", "2023-08"]),
    "show-e-services-trend-80": (ROOT, "80", ["show", "20", "--month", "2023-08"]),
    "show-scoliosis-json": (ROOT, "", ["show", "10", "--month", "2023-10", "--format", "json"]),
    "explain-increment": (ROOT, "", ["explain", "M401"]),
    "explain-increment-colour": (ROOT, "", ["explain", "m401", "--color", "always"]),
    "explain-adjustment-40": (ROOT, "40", ["explain", "adjustment-unfit"]),
    "explain-increment-json": (ROOT, "", ["explain", "401", "--format", "json"]),
    "rules": (ROOT, "", ["rules"]),
    "yunxi-validate": (YUNXI, "", ["validate"]),
    "yunxi-show-adjustment-80": (YUNXI, "80", ["show", "1"]),
    "yunxi-show-adjustment-not-yet-40": (YUNXI, "40", ["show", "1", "--month", "2025-06"]),
    "yunxi-show-adjustment-json": (YUNXI, "", ["show", "1", "--format", "json"]),
    "yunxi-show-passed-deadline": (YUNXI, "", ["show", "3", "--month", "2025-12"]),
    "yunxi-report": (YUNXI, "", ["report"]),
    "yunxi-report-80": (YUNXI, "80", ["report", "--month", "2025-08"]),
    "yunxi-by-indicator": (YUNXI, "", ["report", "--by", "indicator"]),
    "yunxi-after-the-deadline": (YUNXI, "", ["report", "--month", "2025-12"]),
    "yunxi-json": (YUNXI, "", ["report", "--format", "json"]),
    **{
        f"yunxi-{name}-{by}": (YUNXI, "", ["report", "--by", by, *options])
        for by in ("project", "indicator", "department", "area")
        for name, options in (
            ("compare", ("--compare", "2025-05")),
            ("markdown", ("--format", "markdown")),
            ("markdown-compare", ("--format", "markdown", "--compare", "2025-05")),
            ("csv", ("--format", "csv")),
            ("csv-compare", ("--format", "csv", "--compare", "2025-05")),
        )
    },
    "yunxi-compare-json": (YUNXI, "", ["report", "--compare", "2025-05", "--format", "json"]),
}


@pytest.mark.parametrize("name", CASES)
def test_output(
    name: str, minsheng: Minsheng, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, columns, arguments = CASES[name]
    monkeypatch.setenv("MINSHENG_LEDGER", str(root))
    if columns:
        monkeypatch.setenv("COLUMNS", columns)
    result = minsheng(*arguments)
    assert result.code == 0, result.err
    if "csv" in arguments:
        assert result.out.encode() == snapshot(name=name, extension_class=BytesFile)
    else:
        assert result.out == snapshot(name=name, extension_class=TextFile)
