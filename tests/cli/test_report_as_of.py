"""report --as-of: which commit is meant, what was known there, what cannot be told, and nothing that acts."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.as_of_ledger import KNOWN_NOW, KNOWN_THEN, NOW, THEN, Kept, kept
from tests.conftest import Minsheng, write_ledger
from tests.repositories import SURROUNDINGS

BYS = ("project", "indicator", "department", "area")
FORMATS = ("table", "markdown", "csv", "json")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Read only: the ledger of tests/as_of_ledger.py, with names for its first commit."""
    made = kept(tmp_path_factory.mktemp("shared"))
    made.git("tag", "first", "main~1")
    made.git("tag", "-a", "-m", "七月", "told", "main~1", day="2025-08-05T10:00:00+08:00")
    made.git("branch", "then", "main~1")
    return made


@pytest.fixture
def own(tmp_path: Path) -> Kept:
    """The same to be changed."""
    return kept(tmp_path)


def document(minsheng: Minsheng, kept: Kept, revision: str, *more: str) -> Any:
    result = minsheng("report", "--ledger", kept.root, "--as-of", revision, "--format", "json", *more)
    assert (result.code, result.err) == (0, "")
    return result.json


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


# ---- which commit


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("main~1", "main~1，"),
        ("first", "first，"),
        ("told", "told，"),
        ("then", "then，"),
        ("{id}", ""),
        ("{short}", ""),
        ("2025-07-10", "到2025-07-10为止，"),
        ("2025-07-09", "到2025-07-09为止，"),
        ("2025-08-01", "到2025-08-01为止，"),
    ],
)
def test_the_commit_meant_is_taken_and_named(
    revision: str, said: str, shared: Kept, minsheng: Minsheng
) -> None:
    wanted = shared.git("rev-parse", "main~1")
    revision = revision.format(id=wanted, short=wanted[:10])
    table = minsheng("report", "--ledger", shared.root, "--as-of", revision).out
    assert f"现在与当时（{said}提交{wanted[:8]}，2025-07-09）比：" in table
    if revision in ("told", "2025-07-10"):
        told = document(minsheng, shared, revision)["as_of"]
        assert (told["revision"], told["commit"], told["date"]) == (revision, wanted, "2025-07-09")


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Kiritimati"])
def test_a_day_ends_at_midnight_in_beijing(
    zone: str, own: Kept, minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    last = own.keep("2025-09-10T23:59:59+08:00")
    own.keep("2025-09-10T16:00:00+00:00")
    told = document(minsheng, own, "2025-09-10")["as_of"]
    assert (told["commit"], told["date"]) == (last, "2025-09-10")
    told = document(minsheng, own, "2025-09-11")["as_of"]
    assert (told["commit"], told["date"]) == (own.git("rev-parse", "HEAD"), "2025-09-11")


def test_what_a_merge_brought_in_was_not_known_before_it(own: Kept, minsheng: Minsheng) -> None:
    before = own.git("rev-parse", "HEAD")
    own.git("checkout", "-q", "-b", "housing")
    own.keep("2025-09-05T10:00:00+08:00", {"progress/a.yaml": NOW["progress/a.yaml"] + "# 核过\n"})
    own.git("checkout", "-q", "main")
    own.git("merge", "-q", "--no-ff", "-m", "并入", "housing", day="2025-09-12T10:00:00+08:00")
    assert document(minsheng, own, "2025-09-10")["as_of"]["commit"] == before
    assert document(minsheng, own, "2025-09-12")["as_of"]["commit"] == own.git("rev-parse", "HEAD")


def test_a_tag_with_the_name_of_a_day_is_meant_first(own: Kept, minsheng: Minsheng) -> None:
    own.git("tag", "2025-12-31", "main~1")
    assert document(minsheng, own, "2025-12-31")["as_of"]["date"] == "2025-07-09"


def test_a_commit_that_says_no_time_has_no_date(own: Kept, minsheng: Minsheng) -> None:
    for number, when in enumerate(("@99999999999999 +0000", "@0 +0000")):
        told = document(minsheng, own, own.keep(when, {"x.yaml": str(number)}))["as_of"]
        assert told["date"] == (None, "1970-01-01")[number]
    table = minsheng("report", "--ledger", own.root, "--as-of", "HEAD~1")
    assert (table.code, "日期不明）比" in table.out) == (0, True)


@pytest.mark.parametrize("place", ["subfolder", "worktree", "moved"])
def test_wherever_the_ledger_is_kept(place: str, tmp_path: Path, minsheng: Minsheng) -> None:
    made = Kept(tmp_path / "top", "县/台账" if place == "subfolder" else "")
    first = made.keep(KNOWN_THEN, THEN)
    if place == "worktree":
        made.git("worktree", "add", "-q", "--detach", str(tmp_path / "other"))
        made.root = tmp_path / "other"
    if place == "moved":
        (made.path / "新").mkdir()
        made.git("mv", "data", "新/data")
        made.root = made.path / "新"
        made.keep(KNOWN_NOW)
    assert document(minsheng, made, first, "--month", "2025-05")["as_of"]["summary"]["projects"] == 3


# ---- what was known


def test_each_side_is_that_ledgers_own_report(shared: Kept, tmp_path: Path, minsheng: Minsheng) -> None:
    """What is told of then is what `report` said then; what is told of now is what it says without the option."""
    then = minsheng(
        "report", "--ledger", write_ledger(tmp_path, THEN), "--month", "2025-06", "--format", "json"
    ).json
    now = minsheng("report", "--ledger", shared.root, "--format", "json").json
    found = document(minsheng, shared, "first")
    told = dict(_sides(found))
    wanted = dict(_entries(then))
    gone = {(what, each["id"]): each for what, entries in found["as_of"]["gone"].items() for each in entries}
    assert set(wanted) == {name for name, side in told.items() if side is not None} | set(gone)
    assert {name for name, side in told.items() if side is None} == {
        ("projects", "trees-project"),
        ("indicators", "trees"),
        ("indicators", "wells"),
        ("departments", "d"),
        ("areas", "green"),
    }
    for name, entry in wanted.items():
        side = told.get(name) or gone[name]
        common = side.keys() & entry.keys() - {"deadlines"}
        assert len(common) >= 2
        assert {key: side[key] for key in common} == {key: entry[key] for key in common}, name
        for one, other in zip(side.get("deadlines", []), entry.get("deadlines", []), strict=True):
            assert one.items() <= other.items()
    summary = found["as_of"]["summary"]
    assert {key: summary[key] for key in then["summary"]} == then["summary"]
    assert (found["as_of"]["plan"], found["as_of"]["sample"]) == (then["plan"], then["sample"])
    assert _without(found) == now


def _entries(report: Any) -> Iterator[tuple[tuple[str, str], Any]]:
    for what in ("projects", "departments", "areas"):
        for each in report[what]:
            yield (what, each["id"]), each
            for one in each.get("indicators", []):
                yield ("indicators", one["id"]), one


def _sides(report: Any) -> Iterator[tuple[tuple[str, str], Any]]:
    return ((name, entry["as_of"]) for name, entry in _entries(report))


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without(item) for key, item in value.items() if key != "as_of"}
    return [_without(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("by", BYS)
def test_beside_itself_nothing_is_different(by: str, shared: Kept, minsheng: Minsheng) -> None:
    found = document(minsheng, shared, "HEAD")
    assert found["as_of"]["summary"]["percent_change"] == 0
    assert not any(found["as_of"]["gone"].values())
    for _, side in _sides(found):
        assert side["percent_change"] in (0, None)
        assert not side.get("reported") or "unit" not in side
    shown = minsheng("report", "--ledger", shared.root, "--as-of", "HEAD", "--by", by).out
    assert "各项目状态没有变化。" in shown
    assert not re.search("当时没有|现在没有|当时叫|改为|→(?![0-9]+件|[0-9.]+%)", shown)
    if by == "project":
        assert shown.count("比当时：没有变化") == 3


@pytest.mark.parametrize(
    ("old", "new", "name", "said"),
    [
        ("homes: 9", "homes: 9", "homes", "仍为9/10套"),
        ("homes: 9", "homes: {done: 9, note: 核过}", "homes", "仍为9/10套"),
        ("homes: 9", "homes: 10", "homes", "正常→已完成；9→10/10套，增1套"),
        ("homes: 9, ", "", "homes", "正常→滞后；6月底已达标→未达阶段目标；9→4/10套，减5套"),
        (
            "school: 开工, heating: 1.5",
            "school: 封顶, heating: 1.5",
            "school",
            "6月底未达阶段目标→已达标；开工→封顶",
        ),
        ("target: 10,", "target: 12,", "homes", "仍为9/12套，目标由10改为12套"),
        ("name: 新开工", "name: 开工", "homes", "仍为9/10套；当时叫“新开工”"),
        (
            "kind: quantity, target: 10, unit: 套",
            "kind: trend, baseline: 1, unit: 套, direction: up",
            "homes",
            "9/10套→9套，基数1套；类型由数量指标改为趋势指标",
        ),
        ("target: 3, unit: 公里", "target: 3, unit: 千米", "heating", "1.5/3公里→1.5/3千米"),
        ("id: heating,", "id: heating, weight: 2,", "heating", "仍为1.5/3公里；权重由1改为2"),
        (
            "reports:",
            "schedule: {homes: {2025-06: 9, 2025-12: 10}}\nreports:",
            "homes",
            "仍为9/10套；应完成的数改了",
        ),
    ],
)
def test_what_changed_since_in_words(
    old: str, new: str, name: str, said: str, tmp_path: Path, minsheng: Minsheng
) -> None:
    made = Kept(tmp_path)
    made.keep(KNOWN_THEN, THEN)
    files = {file: text for file, text in THEN.items() if old in text}
    assert files
    file, text = next((file, text) for file, text in files.items() if file != "progress/b.yaml")
    place = text.rindex(old)
    write_ledger(made.root, {file: f"{text[:place]}{new}{text[place + len(old) :]}"})
    common = ("report", "--ledger", tmp_path, "--as-of", "HEAD", "--by", "indicator")
    written = minsheng(*common, "--format", "csv")
    assert written.code == 0, written.err
    row = next(row for row in rows(written.out) if row["代号"] == name)
    assert row["变化"] == said
    assert ("说明：核过" in minsheng(*common).out) == ("核过" in new)


# ---- what cannot be read


def test_files_broken_then_are_left_out_and_that_is_said(own: Kept, minsheng: Minsheng) -> None:
    broken = THEN["progress/a.yaml"].replace("homes: 9", "homes: 九套")
    bad = own.keep("2025-08-10T10:00:00+08:00", {"progress/a.yaml": broken})
    own.keep("2025-08-11T10:00:00+08:00", {"progress/a.yaml": NOW["progress/a.yaml"]})
    sentence = "【当时台账有错】甲局的文件有错，没有算入，有关指标按0计：data/progress/a.yaml"
    common = ("report", "--ledger", own.root, "--as-of", bad)
    for more in ((), ("--format", "markdown")):
        result = minsheng(*common, *more)
        assert (result.code, result.err) == (0, "")
        assert sentence in result.out.replace("\n", "")
    assert "文件有错→7/12套" in minsheng(*common, "--by", "indicator").out
    assert document(minsheng, own, bad)["as_of"]["left_out"] == ["data/progress/a.yaml"]
    found = rows(minsheng(*common, "--by", "indicator", "--format", "csv").out)
    homes = next(row for row in found if row["代号"] == "homes")
    assert (homes["当时数据性质"], homes["数据性质"]) == ("台账有错，有文件没有算入", "")


def test_the_present_ledger_must_be_sound_as_always(own: Kept, minsheng: Minsheng) -> None:
    write_ledger(own.root, {"progress/d.yaml": NOW["progress/d.yaml"].replace("wells: 2", "wells: 2眼")})
    common = ("report", "--ledger", own.root, "--as-of", "HEAD")
    refused = minsheng(*common)
    assert (refused.code, refused.out) == (1, "")
    shown = minsheng(*common, "--allow-invalid", "--by", "indicator")
    assert shown.code == 0
    assert "【台账有错】丁局的文件有错" in shown.out
    assert "2/5眼→文件有错" in shown.out


@pytest.mark.parametrize(
    ("revision", "sentence", "hint"),
    [
        ("nowhere", "没有“nowhere”这个版本", "写提交号、分支名或标签"),
        ("-x", "没有“-x”这个版本", "写提交号"),
        ("--all", "没有“--all”这个版本", "写提交号"),
        ("main..then", "没有“main..then”这个版本", "写提交号"),
        ("main:data", "没有“main:data”这个版本", "写提交号"),
        ("main\n--all", "没有“main --all”这个版本", "写提交号"),
        ("\x1b[31mred\x07", "没有“<001B>[31mred<0007>”这个版本", "写提交号"),
        ("  ", "没有“”这个版本", "写提交号"),
        ("\udcff", "没有“<DCFF>”这个版本", "写提交号"),
        ("2025-07-08", "到2025-07-08那天结束时还没有提交过", "换一个后来的日期"),
        ("0001-01-01", "到0001-01-01那天结束时还没有提交过", "换一个后来的日期"),
        ("2025-02-30", "没有 2025-02-30 这一天", "日期写成 2025-09-10 这样"),
        ("2025年7月9日", "是日期的，要写全年月日", "是不是 --as-of 2025-07-09？"),
        ("2025-7-9", "是日期的，要写全年月日", "是不是 --as-of 2025-07-09？"),
        ("2025-07", "是日期的，要写到日", "写 --as-of 2025-07-31；要和那个月比，用 --compare 2025-07"),
    ],
)
def test_a_revision_that_is_none(
    revision: str, sentence: str, hint: str, shared: Kept, minsheng: Minsheng
) -> None:
    result = minsheng("report", "--ledger", shared.root, f"--as-of={revision}")
    assert (result.code, result.out) == (2, "")
    assert sentence in result.err
    assert hint in result.err
    assert result.err.count("\n") == 2


def test_not_with_another_month(shared: Kept, minsheng: Minsheng) -> None:
    result = minsheng("report", "--ledger", shared.root, "--as-of", "first", "--compare", "2025-05")
    assert (result.code, result.out) == (2, "")
    assert "--compare 和 --as-of 不能同时用" in result.err


def test_a_ledger_outside_git(tmp_path: Path, minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    root = write_ledger(tmp_path, NOW)
    assert minsheng("report", "--ledger", root).code == 0
    result = minsheng("report", "--ledger", root, "--as-of", "HEAD")
    assert (result.code, result.out) == (2, "")
    assert "这本台账不在 git 里" in result.err


def test_without_git(shared: Kept, minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = minsheng("report", "--ledger", shared.root, "--as-of", "first")
    assert (result.code, "没有装 git 程序" in result.err) == (2, True)


def test_before_the_first_commit(tmp_path: Path, minsheng: Minsheng) -> None:
    made = Kept(tmp_path)
    write_ledger(made.root, NOW)
    for revision in ("HEAD", "2025-07-10"):
        result = minsheng("report", "--ledger", made.root, "--as-of", revision)
        assert (result.code, "仓库里还没有提交" in result.err) == (2, True)


def test_a_shallow_clone(shared: Kept, tmp_path: Path, minsheng: Minsheng) -> None:
    shared.git("clone", "-q", "--depth", "1", f"file://{shared.path}", str(tmp_path / "few"))
    for revision in ("first", "HEAD~1", "2025-07-10"):
        result = minsheng("report", "--ledger", tmp_path / "few", "--as-of", revision)
        assert (result.code, "git fetch --unshallow" in result.err) == (2, True)
    assert minsheng("report", "--ledger", tmp_path / "few", "--as-of", "2025-09-01").code == 0


def test_a_repository_of_somebody_else(
    shared: Kept, minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**SURROUNDINGS, "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}.items():
        monkeypatch.setenv(name, value)
    result = minsheng("report", "--ledger", shared.root, "--as-of", "first")
    assert (result.code, "仓库属于别的用户" in result.err) == (2, True)


def test_a_revision_without_a_ledger_that_could_be_shown(own: Kept, minsheng: Minsheng) -> None:
    own.git("checkout", "-q", "--orphan", "empty")
    own.git("rm", "-rqf", ".")
    (own.path / "README").write_text("无")
    empty = own.keep("2025-01-02T10:00:00+08:00")
    broken = own.keep("2025-01-03T10:00:00+08:00", {"projects.yaml": "plan: [\n"})
    another = NOW["projects.yaml"].replace("2025", "2024").replace("2026", "2025")
    earlier = own.keep("2025-01-04T10:00:00+08:00", {"projects.yaml": another})
    own.git("checkout", "-q", "main")
    for revision, sentence in (
        (empty, "里还没有这本台账"),
        (broken, f"（提交 {broken[:8]}）的计划文件 data/projects.yaml 有1处错误，算不出那时的情况"),
        (earlier, "那时的计划是 2024-01 到 2025-03"),
    ):
        result = minsheng("report", "--ledger", own.root, "--as-of", revision)
        assert (result.code, result.out) == (2, "")
        assert sentence in result.err


# ---- hostile


@pytest.mark.parametrize("by", BYS)
def test_nothing_that_a_revision_holds_acts(by: str, tmp_path: Path, minsheng: Minsheng) -> None:
    """Names of tags, commits and all that the old ledger calls its things."""
    trap = "=1+1|@everyone <b>x</b> [链](http://x.example) `x` #1"
    made = Kept(tmp_path)
    names = (
        "安置房建设",
        "新开工",
        "农村公路",
        "甲局",
        "住有所居",
        "农贸市场",
        "改造市场",
        "丙局",
        "旧领域",
        "基本完成",
    )
    plan = THEN["projects.yaml"].replace("试县2025年民生实事（征求意见稿）", json.dumps(trap))
    for number, name in enumerate(names):
        plan = plan.replace(f": {name}", f": {json.dumps(f'{trap}{number}')}")
    made.keep(
        KNOWN_THEN,
        {**THEN, "projects.yaml": plan},
        author="\x1b[31m=cmd|' /C calc'!A0\u202e",
    )
    made.git("tag", "=cmd|'!A1@everyone<img/>#1")
    (tmp_path / "data" / "progress" / "c.yaml").unlink()
    made.keep(KNOWN_NOW, NOW)
    revision = "=cmd|'!A1@everyone<img/>#1" if by != "area" else "HEAD^{/^.}~1"
    common = ("report", "--ledger", made.root, "--as-of", revision, "--by", by)
    made_of = {name: minsheng(*common, "--format", name) for name in FORMATS}
    for result in made_of.values():
        assert (result.code, result.err) == (0, "")
        assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]", result.out)
    assert made_of["json"].json["as_of"]["revision"] == revision
    for row in rows(made_of["csv"].out):
        for cell in row.values():
            plain = re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", cell)
            assert plain or not re.match(r"\s*[=+\-@＝＋－＠\t\r]", cell), cell
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(made_of["markdown"].out):
        assert token.type not in ("html_block", "code_block", "fence", "hr", "ordered_list_open")
        kinds = {child.type for child in token.children or []}
        assert kinds <= {"text", "text_special", "strong_open", "strong_close"}, token.content


def test_a_revision_may_be_long(shared: Kept, minsheng: Minsheng) -> None:
    revision = f"HEAD^{{/{'.*' * 500}}}~1"
    shown = minsheng("report", "--ledger", shared.root, "--as-of", revision)
    assert shown.code == 0
    assert max(map(len, shown.out.splitlines())) < 600
    assert minsheng("report", "--ledger", shared.root, "--as-of", "x" * 50_000).code == 2


def test_the_working_tree_is_only_read(own: Kept, minsheng: Minsheng) -> None:
    write_ledger(own.root, {"progress/new.txt": "不相干"})
    before = own.git("status", "--porcelain", "--branch"), own.git("rev-parse", "HEAD")
    copied = shutil.copytree(own.path, own.path.parent / "copied")
    assert minsheng("report", "--ledger", own.root, "--as-of", "main~1").code == 0
    assert (own.git("status", "--porcelain", "--branch"), own.git("rev-parse", "HEAD")) == before
    for path in (own.path / "data").rglob("*.yaml"):
        assert path.read_bytes() == (copied / path.relative_to(own.path)).read_bytes()
