"""Table, Markdown, CSV, JSON and show say the same of a month: figures and statuses, wherever they overlap."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from minsheng_cli.terms import AIM_MISSED, DEADLINE_WORDS, STATUS_WORDS
from tests.as_of_ledger import kept
from tests.conftest import ROOT, Minsheng

YUNXI = ROOT / "tests" / "ledgers" / "yunxi"
MONTHS = [
    *((ROOT, f"2023-{month:02}", other) for month, other in ((3, ""), (6, "2023-03"), (8, "2023-07"))),
    *((ROOT, f"2023-{month:02}", other) for month, other in ((10, ""), (11, "2023-12"), (12, "2023-10"))),
    *((YUNXI, f"2025-{month:02}", other) for month, other in ((3, ""), (5, ""), (7, "2025-05"), (11, ""))),
]
SOME = (MONTHS[2], MONTHS[5], MONTHS[8])
"""Of the county's year one in the middle and its end, and one of the small ledger; the others in the long run."""
EVERY_MONTH = pytest.mark.parametrize(
    ("ledger", "month", "compare"),
    [
        pytest.param(
            *each, id="-".join(filter(None, each[1:])), marks=() if each in SOME else pytest.mark.long
        )
        for each in MONTHS
    ],
)
PARSER = MarkdownIt("commonmark").enable("table")


def percent(value: Decimal | None) -> str:
    return "--" if value is None else f"{value}%"


def change(value: Decimal | None) -> str:
    return "--" if value is None else f"+{value}" if value > 0 else str(value)


def cell(value: object) -> str:
    """What a CSV cell holds of a JSON value."""
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


def towards(deadlines: Sequence[dict[str, Any]], aims: set[str]) -> list[str]:
    """The words for the statuses towards the deadlines, as every format for a reader has them."""
    return [
        AIM_MISSED if each["status"] == "missed" and each["id"] in aims else DEADLINE_WORDS[each["status"]]
        for each in deadlines
    ]


def table_rows(text: str, numbers: int, *, compared: bool) -> Iterator[list[str]]:
    """The rows of a table as wide as it needs, as cells; `numbers` are those before the name, the first included."""
    for line in text.split("\n\n")[2 if compared else 1].splitlines()[1:]:
        if re.match(r" {0,3}[0-9]+ ", line):
            number, rest = line.split(maxsplit=1)
            cells = re.split(" +", re.sub(r"^[#.-]{10} +", "", rest), maxsplit=numbers - 1)
            yield [number, *cells]


def markdown_rows(text: str) -> list[list[str]]:
    """The cells of the one table, as a page shows them."""
    rows: list[list[str]] = []
    for token in PARSER.parse(text):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows and token.level == 4:
            rows[-1].append("".join(child.content for child in token.children or []))
    return rows[1:]


def csv_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


class Formats:
    """One month of one ledger in every format."""

    def __init__(self, minsheng: Minsheng, ledger: Path, month: str, compare: str) -> None:
        self.common = ("report", "--ledger", ledger, "--month", month)
        self.more = ("--compare", compare) if compare else ()
        self.minsheng = minsheng
        self.json = minsheng(*self.common, *self.more, "--format", "json").json
        self.aims = {
            each["id"]
            for project in self.json["projects"]
            for each in project["deadlines"]
            if not each["binding"]
        }

    def text(self, by: str, name: str) -> str:
        result = self.minsheng(*self.common, *self.more, "--by", by, "--format", name)
        assert result.code == 0, result.err
        return result.out


@EVERY_MONTH
def test_projects(ledger: Path, month: str, compare: str, minsheng: Minsheng) -> None:
    formats = Formats(minsheng, ledger, month, compare)
    wanted = []
    for each in formats.json["projects"]:
        then = each.get("compare")
        first = [percent(then["percent"])] if then else []
        moved = (
            then["percent_change"] if then else None if each["carried_from"] else each["increment_percent"]
        )
        wanted.append(
            [
                str(each["no"]),
                *first,
                percent(each["percent"]),
                change(moved),
                STATUS_WORDS[each["status"]],
                *towards(each["deadlines"], formats.aims),
            ]
        )
    size = len(wanted[0])
    assert [
        row[:size] for row in table_rows(formats.text("project", "table"), size + 1, compared=bool(compare))
    ] == wanted
    shown = markdown_rows(formats.text("project", "markdown"))
    assert [[row[0], *row[2 : size + 1]] for row in shown] == wanted
    assert [row[1].split("　")[0] for row in shown] == [each["name"] for each in formats.json["projects"]]
    rows = csv_rows(formats.text("project", "csv"))
    for row, each in zip(rows, formats.json["projects"], strict=True):
        assert [row[title] for title in row if title.endswith("状态") and "对比" not in title] == towards(
            each["deadlines"], formats.aims
        )
        assert (row["序号"], row["代号"], row["总体"]) == (
            str(each["no"]),
            each["id"],
            STATUS_WORDS[each["status"]],
        )
        assert row["完成率（%）"] == cell(each["percent"])
        assert row["应完成（%）"] == cell(each["expected_percent"])
        assert row["本月增减（百分点）"] == cell(None if each["carried_from"] else each["increment_percent"])
        assert row["已开工"] == ("是" if each["started"] else "否")
        if then := each.get("compare"):
            assert row["对比月完成率（%）"] == cell(then["percent"])
            assert row["完成率增减（百分点）"] == cell(then["percent_change"])
            assert row["对比月总体"] == STATUS_WORDS[then["status"]]
            assert row["新完成"] == ("是" if then["newly_completed"] else "否")
            assert [row[title] for title in row if re.fullmatch("对比月.+状态", title)] == towards(
                then["deadlines"], formats.aims
            )


@EVERY_MONTH
def test_indicators(ledger: Path, month: str, compare: str, minsheng: Minsheng) -> None:
    formats = Formats(minsheng, ledger, month, compare)
    indicators = [(one["no"], each) for one in formats.json["projects"] for each in one["indicators"]]
    wanted = []
    for no, each in indicators:
        then = each.get("compare")
        moved = percent(then["percent"]) if then else None
        figures = [moved, percent(each["percent"])] if then else [percent(each["percent"])]
        new = change(then["percent_change"]) if then else change(each["increment"])
        wanted.append(
            [
                str(no),
                *figures,
                new,
                STATUS_WORDS[each["status"]],
                *towards(each["deadlines"], formats.aims),
            ]
        )
    size = len(wanted[0])

    def plain(row: list[str]) -> list[str]:
        """Without since when something is new, which JSON has in a field of its own."""
        return [re.sub("（.*以来）", "", each) for each in row[:size]]

    assert [
        plain(row) for row in table_rows(formats.text("indicator", "table"), size + 1, compared=bool(compare))
    ] == wanted
    shown = markdown_rows(formats.text("indicator", "markdown"))
    assert [plain([row[0], *row[2 : size + 1]]) for row in shown] == wanted
    rows = csv_rows(formats.text("indicator", "csv"))
    for row, (no, each) in zip(rows, indicators, strict=True):
        assert (row["序号"], row["代号"], row["总体"]) == (str(no), each["id"], STATUS_WORDS[each["status"]])
        for title, name in (
            ("累计完成", "done"),
            ("底数", "eligible"),
            ("节点", "stage"),
            ("完成率（%）", "percent"),
            ("新增", "increment"),
            ("原目标", "original_target"),
            ("基数", "baseline"),
        ):
            assert row[title] == cell(each[name]), (each["id"], title)
        judged = [title.removesuffix("状态") for title in row if re.fullmatch("(?!对比月).+状态", title)]
        for title, one in zip(judged, each["deadlines"], strict=True):
            assert [row[f"{title}状态"]] == towards([one], formats.aims)
            assert row[f"{title}应完成"] == cell(one["expected"]), (each["id"], title)
            assert row[f"{title}还差"] == cell(one["gap"]), (each["id"], title)
        if then := each.get("compare"):
            assert row["对比月累计完成"] == cell(then["done"])
            assert row["累计完成增减"] == cell(then["done_change"])
            assert row["对比月完成率（%）"] == cell(then["percent"])


@EVERY_MONTH
def test_departments_and_areas(ledger: Path, month: str, compare: str, minsheng: Minsheng) -> None:
    formats = Formats(minsheng, ledger, month, compare)
    for by, title in (("department", "部门"), ("area", "领域")):
        told = {each["name"]: each for each in formats.json[f"{by}s"]}
        rows = [row for row in csv_rows(formats.text(by, "csv")) if row["代号"]]
        assert {row[title]: row["完成率（%）"] for row in rows} == {
            name: cell(each["percent"]) for name, each in told.items()
        }
        place = 2 if compare else 1
        shown = {row[0]: row[place] for row in markdown_rows(formats.text(by, "markdown"))}
        assert shown == {name: percent(each["percent"]) for name, each in told.items()}
        table = formats.text(by, "table")
        for name, each in told.items():
            assert re.search(
                rf"(?m)^ *{'.*' if compare else ''}{re.escape(percent(each['percent']))} .* {name}$", table
            ), (
                name,
                each["percent"],
            )


def test_beside_a_revision(tmp_path: Path, minsheng: Minsheng) -> None:
    """Then, now and the difference; what only one side has is in every format, too."""
    common = ("report", "--ledger", kept(tmp_path).root, "--as-of", "HEAD~1")
    found = minsheng(*common, "--format", "json").json
    aims = {
        each["id"] for project in found["projects"] for each in project["deadlines"] if not each["binding"]
    }
    indicators = [{**each, "no": one["no"]} for one in found["projects"] for each in one["indicators"]]
    for by, entries in (("project", found["projects"]), ("indicator", indicators)):
        wanted = []
        for each in entries:
            then = each["as_of"] or {"percent": None, "percent_change": None}
            wanted.append(
                [
                    str(each["no"]),
                    percent(then["percent"]),
                    percent(each["percent"]),
                    change(then["percent_change"]),
                    STATUS_WORDS[each["status"]],
                    *towards(each["deadlines"], aims),
                ]
            )
        size = len(wanted[0])
        table, markdown, csv_text = (
            minsheng(*common, "--by", by, "--format", name).out for name in ("table", "markdown", "csv")
        )
        assert [row[:size] for row in table_rows(table, size + 1, compared=True)] == wanted
        assert [[row[0], *row[2 : size + 1]] for row in markdown_rows(markdown)] == wanted
        gone = found["as_of"]["gone"][f"{by}s"]
        assert gone
        for each in gone:
            assert all(f"{each['name']}（" in text for text in (table, markdown))
        lines = csv_rows(csv_text)
        assert [row["代号"] for row in lines] == [each["id"] for each in (*entries, *gone)]
        sides = [*(each["as_of"] for each in entries), *gone]
        for row, side, missing in zip(
            lines, sides, [*("没有" for _ in entries), *("了" for _ in gone)], strict=True
        ):
            assert row["当时提交"] == found["as_of"]["commit"]
            then = side or {}
            assert row["当时完成率（%）"] == cell(then.get("percent"))
            assert row["完成率增减（百分点）"] == cell(then.get("percent_change"))
            assert row["当时总体"] == STATUS_WORDS.get(then.get("status", ""), "")
            if by == "indicator":
                for title, name in (
                    ("当时累计完成", "done"),
                    ("累计完成增减", "done_change"),
                    ("当时单位", "unit"),
                ):
                    assert row[title] == cell(then.get(name)), title
            if "percent_change" not in then:
                assert missing in row["变化"]
                assert (row["总体"] == "") == (missing == "了")
    for by, title in (("department", "部门"), ("area", "领域")):
        gone = found["as_of"]["gone"][f"{by}s"]
        lines = [row for row in csv_rows(minsheng(*common, "--by", by, "--format", "csv").out) if row["代号"]]
        told = [
            *((each["name"], each["as_of"]) for each in found[f"{by}s"]),
            *((each["name"], each) for each in gone),
        ]
        assert [(row[title], row["当时完成率（%）"]) for row in lines] == [
            (name, cell((then or {}).get("percent"))) for name, then in told
        ]
        shown = {
            row[0]: row[1:4]
            for row in markdown_rows(minsheng(*common, "--by", by, "--format", "markdown").out)
        }
        assert shown == {
            each["name"]: [
                percent((each["as_of"] or {}).get("percent")),
                percent(each["percent"]),
                change((each["as_of"] or {}).get("percent_change")),
            ]
            for each in found[f"{by}s"]
        }


@pytest.mark.parametrize(
    ("ledger", "months"),
    [
        (ROOT, [f"2023-{month:02}" for month in range(3, 13)]),
        (YUNXI, [f"2025-{month:02}" for month in range(3, 12)]),
    ],
    ids=["xian", "yunxi"],
)
def test_each_month_of_show_is_that_of_its_report(
    ledger: Path, months: list[str], minsheng: Minsheng
) -> None:
    reports = {month: Formats(minsheng, ledger, month, "").json for month in months}
    for place, project in enumerate(reports[months[-1]]["projects"]):
        shown = minsheng(
            "show", project["id"], "--ledger", ledger, "--month", months[-1], "--format", "json"
        ).json
        assert shown["project"] == project
        told = {each["month"]: each for each in shown["months"]}
        for month in months:
            then = reports[month]["projects"][place]
            assert (
                told[month].items()
                >= {name: value for name, value in then.items() if name in told[month]}.items()
            )
            for index, each in enumerate(then["indicators"]):
                row = next(one for one in shown["indicators"][index]["months"] if one["month"] == month)
                for name in row.keys() & each.keys() - {"deadlines"}:
                    assert row[name] == each[name], (month, each["id"], name)
                for one, other in zip(row["deadlines"], each["deadlines"], strict=True):
                    assert one.items() <= other.items()


@pytest.mark.parametrize(("ledger", "month"), [(ROOT, "2023-12"), (YUNXI, "2025-11")], ids=["xian", "yunxi"])
def test_the_text_of_show_has_the_figures_of_its_json(ledger: Path, month: str, minsheng: Minsheng) -> None:
    projects = Formats(minsheng, ledger, month, "").json["projects"]
    for project in projects:
        common = ("show", project["id"], "--ledger", ledger, "--month", month)
        shown = minsheng(*common, "--format", "json").json
        lines = iter(minsheng(*common).out.splitlines())
        for indicator, each in _in_text(project, shown):
            heading = f"{'其中：' if indicator['part_of'] else ''}{indicator['name']}　{STATUS_WORDS[indicator['status']]}"
            assert heading in lines, heading
            first = next((place for place, row in enumerate(each["months"]) if row["done"] is not None), None)
            for row in [] if first is None else each["months"][first:]:
                number = f"{int(row['month'][-2:])}月"
                line = next(line for line in lines if re.match(rf" +{number} ", line))
                words = line.split()
                assert STATUS_WORDS[row["status"]] in words, line
                if indicator["kind"] == "milestone":
                    assert row["stage"] in words or any(word.startswith(row["stage"]) for word in words), line
                else:
                    assert cell(row["done"]) in words, line
                    assert change(row["increment"]) in words, line
                if indicator["kind"] != "trend":
                    assert percent(row["percent"]) in words, line
                if row["deadlines"][-1]["expected"] is not None:
                    assert cell(row["deadlines"][-1]["expected"]) in words, line
                assert ("沿用" in line) == (row["carried_from"] is not None), line


def _in_text(project: dict[str, Any], shown: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The indicators as the text has them: parts below their whole."""
    pairs = list(zip(project["indicators"], shown["indicators"], strict=True))

    def below(whole: str | None) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        return [one for pair in pairs if pair[0]["part_of"] == whole for one in [pair, *below(pair[0]["id"])]]

    return below(None)
