"""report --format markdown and csv as whole commands: what a reader, a spreadsheet and a program find in them."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.conftest import ROOT, Minsheng, spawn, write_ledger

YUNXI = ROOT / "tests" / "ledgers" / "yunxi"
BYS = ("project", "indicator", "department", "area")
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TRAPS = (
    '=HYPERLINK("http://evil.example","点")',
    "＝cmd|' /C calc'!A0",
    "-1+1",
    "@SUM(1)|**粗** [链](http://evil.example) <img src=x> `x`",
    '+甲",=1+1',
    "@everyone #1 https://evil.example",
    "1. 甲\\|乙",
)


@pytest.fixture
def trapped(tmp_path: Path) -> Path:
    """A ledger whose every name, note and problem is a trap."""
    plan = (YUNXI / "data" / "projects.yaml").read_text("utf-8")
    traps = iter(TRAPS * 10)
    plan = re.sub(
        r"^(\s+(?:- )?(?:name|title|short|unit)): .*$",
        lambda found: f"{found[1]}: {json.dumps(next(traps))}",
        plan,
        flags=re.MULTILINE,
    )
    plan = re.sub(r"name: [^,{}\"\n]+", lambda _: f"name: {json.dumps(next(traps))}", plan)
    water = (YUNXI / "data" / "progress" / "water.yaml").read_text("utf-8")
    water = water.replace("含6月完成数", "=1+1").replace(
        "reported_on: 2025-08-11",
        f"reported_on: 2025-08-11\n    problems: {json.dumps(list(TRAPS))}\n    highlights: {json.dumps(list(TRAPS))}",
    )
    return write_ledger(tmp_path, {"projects.yaml": plan, "progress/water.yaml": water})


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff月份,")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("compare", [(), ("--compare", "2025-05")], ids=["plain", "compare"])
@pytest.mark.parametrize("by", BYS)
def test_nothing_from_a_ledger_acts(
    by: str, compare: tuple[str, ...], trapped: Path, minsheng: Minsheng
) -> None:
    common = ("report", "--ledger", trapped, "--month", "2025-07", "--by", by, *compare)
    made = minsheng(*common, "--format", "csv")
    assert made.code == 0, made.err
    for row in rows(made.out):
        for cell in row.values():
            number = re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", cell)
            assert number or not re.match(r"\s*[=+\-@＝＋－＠\t\r]", cell), cell
    markdown = minsheng(*common, "--format", "markdown").out
    kinds = {"text", "text_special", "strong_open", "strong_close"}
    tokens = PARSER.parse(markdown)
    for token in tokens:
        assert token.type not in ("html_block", "code_block", "fence", "hr", "ordered_list_open"), token
        assert {child.type for child in token.children or []} <= kinds, token.content
        shown = "".join(child.content for child in token.children or [])
        assert not re.search(r"@[0-9a-z]|#[0-9a-z]|://", shown, re.IGNORECASE), shown
    assert "8203" not in markdown.replace("&#8203;", "")


@pytest.mark.parametrize("by", BYS)
def test_markdown_is_one_table_with_the_rows_of_the_json(by: str, minsheng: Minsheng) -> None:
    common = ("report", "--ledger", ROOT, "--month", "2023-08")
    tokens = PARSER.parse(minsheng(*common, "--by", by, "--format", "markdown").out)
    kinds = [token.type for token in tokens]
    assert (kinds.count("table_open"), kinds.count("heading_open")) == (1, 1)
    found = minsheng(*common, "--format", "json").json
    wanted = {
        "project": len(found["projects"]),
        "indicator": sum(len(each["indicators"]) for each in found["projects"]),
        "department": len(found["departments"]),
        "area": len(found["areas"]),
    }
    assert kinds.count("tr_open") == 1 + wanted[by]
    texts = [token.content for token in tokens if token.type == "inline"]
    assert "【示例数据】" in texts[0]
    assert any(each.startswith("【示例数据】") for each in texts[1:])


def test_csv_holds_the_exact_figures_of_the_json(minsheng: Minsheng) -> None:
    common = ("report", "--ledger", ROOT, "--month", "2023-08")
    wanted = {
        each["id"]: each
        for project in minsheng(*common, "--format", "json").json["projects"]
        for each in project["indicators"]
    }
    found = rows(minsheng(*common, "--by", "indicator", "--format", "csv").out)
    assert [row["代号"] for row in found] == list(wanted)
    for row in found:
        told = wanted[row["代号"]]
        target = "目标覆盖率（%）" if told["kind"] == "coverage" else "目标"
        for title, name in (
            (target, "target"),
            ("累计完成", "done"),
            ("底数", "eligible"),
            ("完成率（%）", "percent"),
            ("新增", "increment"),
        ):
            assert (Decimal(row[title]) if row[title] else None) == told[name], (row["代号"], title)
    fallen = [row for row in rows(minsheng(*common, "--format", "csv").out) if row["序号"] == "16"]
    assert fallen[0]["本月增减（百分点）"] == "-0.9", "a number of ours, not a text"
    assert fallen[0]["月份"] == "2023年8月"
    assert fallen[0]["数据性质"] == "示例数据"


def test_a_file_takes_the_format_of_its_suffix_byte_for_byte(minsheng: Minsheng, tmp_path: Path) -> None:
    common = ("report", "--ledger", ROOT, "--month", "2023-08")
    for suffix, name in ((".csv", "csv"), (".md", "markdown"), (".json", "json"), (".CSV", "csv")):
        target = tmp_path / f"8月{suffix}"
        assert minsheng(*common, "--output", target).code == 0
        assert target.read_bytes() == spawn(*common, "--format", name).stdout
    data = (tmp_path / "8月.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf\xe6\x9c\x88")
    assert data.count(b"\xef\xbb\xbf") == 1
    assert data.count(b"\n") == data.count(b"\r\n") == 21
    assert b"\r\r" not in data
    assert b"\r" not in (tmp_path / "8月.md").read_bytes()


@pytest.mark.parametrize("by", BYS)
def test_without_rows_the_header_stays(by: str, minsheng: Minsheng) -> None:
    common = ("report", "--ledger", YUNXI, "--by", by, "--status", "逾期")
    text = minsheng(*common, "--format", "csv").out
    assert text.startswith("\ufeff月份,")
    assert text.count("\r\n") == 1
    assert "没有符合条件的内容。" in minsheng(*common, "--format", "markdown").out


@pytest.mark.parametrize(
    ("option", "word", "name"),
    [
        ("--by", "项目", "project"),
        ("--by", "部门", "department"),
        ("--by", "领域", "area"),
        ("--by", "指标", "indicator"),
        ("--sort", "计划", "plan"),
        ("--sort", "状态", "status"),
        ("--sort", "完成率", "percent"),
    ],
)
def test_chinese_words_for_rows_and_their_order(
    option: str, word: str, name: str, minsheng: Minsheng
) -> None:
    common = ("report", "--ledger", ROOT, "--month", "2023-08", option)
    assert minsheng(*common, word) == minsheng(*common, name)


def test_a_wrong_word_gets_the_nearest_or_the_list(minsheng: Minsheng) -> None:
    assert "是不是 完成率？" in minsheng("report", "--ledger", YUNXI, "--sort", "完成").err
    listed = minsheng("report", "--ledger", YUNXI, "--by", "xyz").err
    assert "可选：project、department、area、indicator，或项目、部门、领域、指标" in listed
