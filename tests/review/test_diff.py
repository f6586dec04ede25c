"""diff as a reviewer runs it: a month's report, corrections, changes of the plan, all formats."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.conftest import ROOT, Minsheng
from tests.repositories import Repository
from tests.review.county import FILES, HOUSING, HOUSING_AUGUST, PLAN

HOUSING_FILE = "data/progress/housing.yaml"


@pytest.fixture
def county(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "county")
    made.write(FILES)
    made.commit("七月", day="2023-08-05")
    return made


@pytest.fixture
def august(county: Repository) -> Repository:
    county.git("switch", "-q", "-c", "housing")
    county.write({HOUSING_FILE: HOUSING + HOUSING_AUGUST})
    county.commit("住建局8月", day="2023-09-03")
    return county


def changes(minsheng: Minsheng, county: Repository, *words: str) -> list[dict[str, Any]]:
    found = minsheng("diff", *words, "--format", "json", "--ledger", county.path)
    assert (found.code, found.err) == (0, "")
    listed: list[dict[str, Any]] = found.json["changes"]
    return listed


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_new_month(form: str, minsheng: Minsheng, august: Repository, snapshot: SnapshotAssertion) -> None:
    found = minsheng("diff", "--format", form, "--ledger", august.path)
    assert (found.code, found.err) == (0, "")
    assert found.out == snapshot


def test_the_line_that_a_reviewer_reads(minsheng: Minsheng, august: Repository) -> None:
    found = minsheng("diff", "main", "HEAD", "--ledger", august.path)
    assert "住建局 2023-08 新开工 206 → 230 套（+24，79.0%）10月底：滞后 → 正常" in found.out


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_everything_at_once(
    form: str, minsheng: Minsheng, august: Repository, snapshot: SnapshotAssertion
) -> None:
    august.replace(
        HOUSING_FILE, "shantytown-units: 206", "shantytown-units: {done: 198, revision: 重复统计8套}"
    )
    august.replace(HOUSING_FILE, "2023-08: 230, 2023-10: 291", "2023-08: 210, 2023-09: 240, 2023-10: 291")
    august.replace(HOUSING_FILE, "department: housing\n", "department: housing\nsample: true\n")
    august.replace("data/progress/health.yaml", "children: 46200", "children: 46,200")
    august.replace("data/projects.yaml", "target: 291", "target: 280")
    august.replace("data/projects.yaml", "date: 2023-10-31", "date: 2023-11-30")
    august.replace("data/projects.yaml", "name: 水质\n    lead: reform", "name: 水环境\n    lead: housing")
    august.replace("data/projects.yaml", "short: 住建局", "short: 住建")
    found = minsheng("diff", "main", "--format", form, "--ledger", august.path)
    assert found.code == 0
    assert found.out == snapshot


def test_only_what_the_files_mean_is_compared(minsheng: Minsheng, august: Repository) -> None:
    """Reordered, reformatted, renamed and moved: nothing is different."""
    first, second = HOUSING.partition("reports:\n")[::2]
    swapped = f"{first}reports:\n{HOUSING_AUGUST}{second}"
    august.write(
        {HOUSING_FILE: swapped.replace("shantytown-units: 206", "'shantytown-units':   {done: 206.0}")}
    )
    august.git("mv", HOUSING_FILE, "data/progress/zhujian.yaml")
    assert changes(minsheng, august, "HEAD") == []
    text = minsheng("diff", "HEAD", "--ledger", august.path)
    assert "台账的内容没有变化。" in text.out


def test_a_ledger_that_was_moved_to_another_folder(minsheng: Minsheng, august: Repository) -> None:
    (august.path / "county").mkdir()
    august.git("mv", "data", "county/data")
    august.commit("移到子目录")
    found = minsheng("diff", "HEAD~1", "--format", "json", "--ledger", august.path / "county")
    assert found.json["changes"] == []


def test_an_increment_is_what_was_changed(minsheng: Minsheng, august: Repository) -> None:
    august.replace(HOUSING_FILE, "shantytown-units: 230 ", "shantytown-units: 228 ")
    (change,) = changes(minsheng, august, "HEAD")
    wanted = {
        "kind": "figure",
        "department": "housing",
        "month": "2023-08",
        "project": 1,
        "indicator": "shantytown-units",
        "field": "done",
        "old": 230,
        "new": 228,
        "delta": -2,
        "reason": None,
        "earlier": False,
        "file": HOUSING_FILE,
        "line": 16,
        "column": 25,
        "side": "new",
    }
    assert {key: change[key] for key in wanted} == wanted


def test_figures_are_in_the_unit_of_the_target(minsheng: Minsheng, august: Repository) -> None:
    august.replace("data/progress/health.yaml", "children: 52300", "children: 53000")
    (change,) = changes(minsheng, august, "HEAD")
    assert str(change["old"]) == "5.23"
    assert str(change["new"]) == "5.3"
    text = minsheng("diff", "HEAD", "--ledger", august.path).out
    assert "卫健局 2023-08 儿童筛查 52300 → 53000 人（+700，73.6%）" in text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "2970",
            "请核实：“新开工”（shantytown-units）2023-08填的是2970套，同以前的数比，像是大了10倍（M430）",
        ),
        ("24", "有错：“新开工”（shantytown-units）累计数从2023-07的252套变成2023-08的24套，变小了（M401）"),
    ],
)
def test_whether_a_figure_is_plausible_stands_beside_it(
    typed: str, said: str, minsheng: Minsheng, tmp_path: Path
) -> None:
    shipped = Repository(tmp_path / "county")
    shutil.copytree(ROOT / "data", shipped.path / "data")
    shipped.commit()
    shipped.replace(HOUSING_FILE, "shantytown-units: 297\n", f"shantytown-units: {typed}\n")
    assert said in minsheng("diff", "HEAD", "--ledger", shipped.path).out


def test_what_becomes_real(minsheng: Minsheng, august: Repository) -> None:
    august.write({HOUSING_FILE: f"sample: true\n{HOUSING}"})
    august.commit()
    august.write({HOUSING_FILE: HOUSING})
    (change,) = changes(minsheng, august, "HEAD")
    assert (change["kind"], change["old"], change["new"]) == ("sample", True, False)
    assert "住建局 不再标示例数据，当作真实进度" in minsheng("diff", "HEAD", "--ledger", august.path).out


def test_an_adjusted_target_says_by_what_authority(minsheng: Minsheng, august: Repository) -> None:
    august.replace(
        "data/projects.yaml",
        "target: 291, unit: 套}",
        "target: 291, unit: 套, adjustments: [{date: 2023-08-01, target: 280, reason: 地块调规, document: 清政字〔2023〕9号}]}",
    )
    found = [each for each in changes(minsheng, august, "HEAD") if each["kind"] == "target"]
    assert [(each["field"], each["old"], each["new"], each["delta"]) for each in found] == [
        ("adjustments", 291, 280, -11)
    ]
    assert found[0]["reason"] == "2023-08-01起，地块调规（清政字〔2023〕9号）"


def test_closing_and_reopening_are_told(minsheng: Minsheng, august: Repository) -> None:
    assert minsheng("close", "2023-08", "--date", "2023-09-10", "--ledger", august.path).code == 0
    (change,) = changes(minsheng, august, "HEAD")
    assert (change["kind"], change["month"], change["field"]) == ("closed", "2023-08", "closed_on")
    assert (change["old"], change["new"]) == (None, "2023-09-10")
    august.commit("关账")
    again = ("--reopen", "--reason", "核减8套", "--date", "2023-09-12")
    assert minsheng("close", "2023-08", *again, "--ledger", august.path).code == 0
    found = minsheng("diff", "HEAD", "--ledger", august.path).out
    assert "2023-08 重开（2023-09-12）\n    原因：核减8套" in found
    august.git("rm", "-qf", "data/closed.yaml")
    gone = minsheng("diff", "HEAD", "--ledger", august.path).out
    assert "2023-08 关账的记录没有了（2023-09-10）" in gone


def test_an_indicator_under_a_new_id_is_the_same_one(minsheng: Minsheng, august: Repository) -> None:
    for name in ("data/projects.yaml", HOUSING_FILE):
        august.replace(name, "shantytown-units", "new-units")
    found = changes(minsheng, august, "HEAD")
    assert [(each["kind"], each["field"], each["old"], each["new"]) for each in found] == [
        ("indicator", "id", "shantytown-units", "new-units")
    ]


@pytest.mark.parametrize("broken", ["department: housing\nreports: [\n", "\x00", "department：housing\n"])
def test_what_cannot_be_read_is_said_and_nothing_guessed(
    broken: str, minsheng: Minsheng, august: Repository
) -> None:
    august.write({HOUSING_FILE: broken})
    found = minsheng("diff", "HEAD", "--format", "json", "--ledger", august.path).json
    first = found["changes"][0]
    assert (first["kind"], first["id"], first["old"]) == ("unreadable", HOUSING_FILE, None)
    assert [each["kind"] for each in found["changes"]] == ["unreadable"]
    assert found["effects"]["left_out"] == [[HOUSING_FILE], [HOUSING_FILE]]
    assert found["effects"]["projects"] == []
    assert found["effects"]["percent"] == [None, None]
    back = minsheng("diff", "HEAD", "--ledger", august.path)
    assert "读不出来：" in back.out
    assert "有错、两边都没有算入的文件：data/progress/housing.yaml" in back.out
    august.commit("坏了")
    mended = changes(minsheng, august, "HEAD", "HEAD~1")
    assert [each["kind"] for each in mended] == ["unreadable"]


def test_one_figure_that_cannot_be_read_is_alone(minsheng: Minsheng, august: Repository) -> None:
    august.replace(HOUSING_FILE, "shantytown-units: 206", "shantytown-units: 2x6")
    found = minsheng("diff", "HEAD", "--format", "json", "--ledger", august.path).json
    assert [(each["kind"], each["old"], each["new"]) for each in found["changes"]] == [
        ("unreadable", 206, "2x6")
    ]
    assert found["effects"]["projects"] == found["effects"]["departments"] == []


def test_reordered_reports_have_no_effect(minsheng: Minsheng, august: Repository) -> None:
    first, second = HOUSING.partition("reports:\n")[::2]
    august.write({HOUSING_FILE: f"{first}reports:\n{HOUSING_AUGUST}{second}"})
    found = minsheng("diff", "HEAD", "--format", "json", "--ledger", august.path).json
    assert found["changes"] == found["effects"]["projects"] == []
    assert found["effects"]["left_out"] == [[], []]


def test_a_plan_that_is_broken_makes_no_remark_new(minsheng: Minsheng, august: Repository) -> None:
    for broken in ("", PLAN.replace("  - no: 2\n    id: parks", "  - id: parks")):
        august.write({"data/projects.yaml": broken})
        found = changes(minsheng, august, "HEAD")
        assert [each["kind"] for each in found] == ["unreadable"], broken


def test_a_project_that_gets_another_number_or_lead(minsheng: Minsheng, august: Repository) -> None:
    august.write({"data/projects.yaml": PLAN.replace("no: 2\n", "no: 22\n")})
    assert [(each["field"], each["new"]) for each in changes(minsheng, august, "HEAD")] == [("no", 22)]


def test_a_closed_month_that_was_changed_is_loud(minsheng: Minsheng, august: Repository) -> None:
    assert minsheng("close", "2023-08", "--date", "2023-09-10", "--ledger", august.path).code == 0
    august.commit("关账")
    august.replace(HOUSING_FILE, "shantytown-units: 230 ", "shantytown-units: 231 ")
    found = minsheng("diff", "HEAD", "--ledger", august.path).out
    assert "改了已关账月份的数（1）" in found
    assert "    2023-08已在2023-09-10关账\n" in found
    assert "M601" in found
    assert "1 棚户区改造 79.0% → 79.4%" in found
    (change,) = changes(minsheng, august, "HEAD")
    assert change["findings"] == ["M601"]


def test_an_adjustment_that_was_altered_is_one_change(minsheng: Minsheng, august: Repository) -> None:
    adjusted = (
        "target: 291, unit: 套, adjustments: [{date: 2023-08-01, target: 280, reason: 调规, document: 9号}]}"
    )
    august.replace("data/projects.yaml", "target: 291, unit: 套}", adjusted)
    august.commit()
    august.replace("data/projects.yaml", "target: 280", "target: 270")
    found = changes(minsheng, august, "HEAD")
    assert [(each["field"], each["old"], each["new"], each["delta"]) for each in found] == [
        ("adjustments", 280, 270, -10)
    ]
    assert (
        "目标调整（2023-08-01起） 280 → 270 套（-10）"
        in minsheng("diff", "HEAD", "--ledger", august.path).out
    )


def test_a_reason_that_stood_there_is_none(minsheng: Minsheng, august: Repository) -> None:
    august.replace(HOUSING_FILE, "shantytown-units: 206", "shantytown-units: {done: 205, revision: 退房1套}")
    august.commit()
    august.replace(HOUSING_FILE, "done: 205", "done: 204")
    (change,) = changes(minsheng, august, "HEAD")
    assert change["reason"] is None
    assert (
        "没有写这次的原因（还是上一次的：退房1套）" in minsheng("diff", "HEAD", "--ledger", august.path).out
    )


def test_a_promise_changed_without_authority_says_so_first(minsheng: Minsheng, august: Repository) -> None:
    august.replace("data/projects.yaml", "short: 住建局", "short: 住建")
    august.replace("data/projects.yaml", "target: 291", "target: 280")
    found = minsheng("diff", "HEAD", "--ledger", august.path).out
    assert found.index("目标值 291 → 280 套（-11）\n    没有写调整的依据") < found.index("简称")


def test_the_order_of_stages_says_something(minsheng: Minsheng, august: Repository) -> None:
    august.replace(
        "data/projects.yaml", "[设计, 开工, 主体完工, 竣工验收]", "[设计, 主体完工, 竣工验收, 开工]"
    )
    found = minsheng("diff", "HEAD", "--ledger", august.path).out
    assert "节点 次序 设计、开工、主体完工、竣工验收 → 设计、主体完工、竣工验收、开工" in found


def test_what_a_stage_counts_for_was_not_written(minsheng: Minsheng, august: Repository) -> None:
    shares = "{设计: 10, 开工: 60, 主体完工: 80, 竣工验收: 100}"
    august.replace("data/projects.yaml", "[设计, 开工, 主体完工, 竣工验收]", shares)
    found = minsheng("diff", "HEAD", "--ledger", august.path).out
    assert "节点 设计 没有写 → 10；开工 没有写 → 60；主体完工 没有写 → 80；竣工验收 没有写 → 100" in found


def test_a_figure_that_another_department_reports_now_is_not_gone(
    minsheng: Minsheng, august: Repository
) -> None:
    august.replace("data/projects.yaml", "id: shantytown-units,", "id: shantytown-units, department: reform,")
    august.write(
        {
            HOUSING_FILE: HOUSING.replace("      shantytown-units: 206\n", "").replace(
                "  shantytown-units: {2023-07: 200, 2023-08: 230, 2023-10: 291}",
                "  big-park: {2023-08: 主体完工}",
            )
        }
    )
    july = "  - month: 2023-07\n    reported_on: 2023-08-01\n    figures:\n      good-days: 200\n      shantytown-units: 206\n"
    august.replace("data/progress/reform.yaml", "reports:\n", f"reports:\n{july}")
    found = changes(minsheng, august, "HEAD~1")
    assert not [
        each for each in found if each["indicator"] == "shantytown-units" and each["kind"] == "figure"
    ]


def test_a_department_under_a_new_id_is_the_same_one(minsheng: Minsheng, august: Repository) -> None:
    august.write({"data/projects.yaml": PLAN.replace("housing", "zhujian")})
    august.git("mv", HOUSING_FILE, "data/progress/zhujian.yaml")
    august.replace("data/progress/zhujian.yaml", "department: housing", "department: zhujian")
    kinds = {each["kind"] for each in changes(minsheng, august, "HEAD")}
    assert kinds == {"department"}


def test_a_plan_that_cannot_be_read(minsheng: Minsheng, august: Repository) -> None:
    august.write({"data/projects.yaml": "plan: [\n"})
    found = minsheng("diff", "HEAD", "--ledger", august.path)
    assert found.code == 0
    assert "data/projects.yaml 读不出来" in found.out
    assert "现在的计划有错，算不出进度，影响没有比。" in found.out
    august.commit()
    both = minsheng("diff", "HEAD", "HEAD", "--ledger", august.path)
    assert (both.code, both.out) == (2, "")
    assert "都读不出来" in both.err


def test_states_are_named_as_git_names_them(minsheng: Minsheng, august: Repository) -> None:
    august.git("switch", "-q", "main")
    august.replace("data/progress/reform.yaml", "205", "206")
    august.commit("发改局")
    august.git("switch", "-q", "housing")
    for words in ([], ["main...HEAD"], ["main...housing"]):
        found = minsheng("diff", *words, "--format", "json", "--ledger", august.path).json
        assert {each["department"] for each in found["changes"]} == {"housing"}, words
        assert found["old"] == "main"
    both = minsheng("diff", "main..housing", "--format", "json", "--ledger", august.path).json
    assert {each["department"] for each in both["changes"]} == {"housing", "reform"}
    assert "main的分叉处（" in minsheng("diff", "--ledger", august.path).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nothing"], "没有“nothing”这个版本"),
        (["--", "-p"], "没有“-p”这个版本"),
        (["--", "--output=x"], "没有“--output=x”这个版本"),
        (["HEAD", "\x1b[31mred\n"], "这个版本"),
        (["HEAD:data"], "没有“HEAD:data”这个版本"),
    ],
)
def test_a_revision_that_is_none(words: list[str], said: str, minsheng: Minsheng, august: Repository) -> None:
    found = minsheng("diff", "--ledger", august.path, *words)
    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert "\x1b" not in found.err
    assert not (august.path / "x").exists()


def test_outside_git(minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    Repository.write(type("Plain", (), {"path": tmp_path / "plain"}), FILES)  # type: ignore[arg-type]  # files alone
    found = minsheng("diff", "--ledger", tmp_path / "plain")
    assert (found.code, found.out) == (2, "")
    assert "这本台账不在 git 里，没有历史可看" in found.err
    assert minsheng("report", "--ledger", tmp_path / "plain").code == 0


def test_without_the_git_program(
    minsheng: Minsheng, august: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(august.path))
    found = minsheng("diff", "--ledger", august.path)
    assert (found.code, found.err.startswith("没有装 git 程序")) == (2, True)


def test_before_the_first_commit(minsheng: Minsheng, tmp_path: Path) -> None:
    made = Repository(tmp_path / "county")
    made.write(FILES)
    for words in ([], ["HEAD"]):
        found = minsheng("diff", *words, "--ledger", made.path)
        assert (found.code, "仓库里还没有提交" in found.err) == (2, True)


def test_before_there_was_a_ledger(minsheng: Minsheng, tmp_path: Path) -> None:
    made = Repository(tmp_path / "county")
    made.write({"README": "x"})
    first = made.commit()
    made.write(FILES)
    made.commit()
    found = minsheng("diff", first, "--ledger", made.path)
    assert (found.code, found.out) == (2, "")
    assert "里还没有这本台账" in found.err


def test_a_shallow_clone_is_told(minsheng: Minsheng, august: Repository, tmp_path: Path) -> None:
    august.git("clone", "-q", "--depth", "1", f"file://{august.path}", str(tmp_path / "clone"))
    found = minsheng("diff", "HEAD~1", "--ledger", tmp_path / "clone")
    assert (found.code, "git fetch --unshallow" in found.err) == (2, True)


@pytest.mark.parametrize("mode", ["worktree", "submodule", "subfolder"])
def test_wherever_the_ledger_is(mode: str, minsheng: Minsheng, august: Repository, tmp_path: Path) -> None:
    if mode == "worktree":
        place = tmp_path / "tree"
        august.git("worktree", "add", "-q", str(place), "HEAD")
    elif mode == "submodule":
        outer = Repository(tmp_path / "outer")
        outer.git(
            "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(august.path), "county"
        )
        place = outer.path / "county"
    else:
        outer = Repository(tmp_path / "outer")
        outer.write({f"counties/清河/{name}": text for name, text in FILES.items()})
        outer.write({f"counties/清河/{HOUSING_FILE}": HOUSING + HOUSING_AUGUST})
        outer.commit()
        place = outer.path / "counties" / "清河"
    file = place / HOUSING_FILE
    file.write_text(file.read_text("utf-8").replace("units: 230", "units: 229"), "utf-8")
    found = minsheng("diff", "HEAD", "--format", "json", "--ledger", place)
    assert [(each["old"], each["new"]) for each in found.json["changes"]] == [(230, 229)]


def test_inside_a_hook(minsheng: Minsheng, august: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """git starts hooks with variables that name its own places."""
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert minsheng("diff", "HEAD", "--ledger", august.path).code == 0


def test_links_and_odd_files_of_a_revision(minsheng: Minsheng, august: Repository) -> None:
    progress = august.path / "data" / "progress"
    (progress / "reform.yaml").rename(august.path / "data" / "kept.yaml")
    (progress / "reform.yaml").symlink_to("../kept.yaml")
    (progress / "away.yaml").symlink_to("../../../outside.yaml")
    (progress / "binary.yaml").write_bytes(bytes(range(256)))
    (progress / "large.yaml").write_bytes(b"#" * 1_000_001)
    (progress / "dir.yaml").mkdir()
    (progress / "dir.yaml" / "x").write_text("x")
    august.commit("怪文件")
    found = minsheng("diff", "HEAD~1", "HEAD", "--format", "json", "--ledger", august.path)
    assert found.code == 0
    unread = {each["id"] for each in found.json["changes"] if each["kind"] == "unreadable"}
    assert {f"data/progress/{name}.yaml" for name in ("away", "binary", "large")} <= unread
    assert not [each for each in found.json["changes"] if each["department"] == "reform"]


def test_markup_in_what_is_compared_stays_text(minsheng: Minsheng, august: Repository) -> None:
    august.replace(HOUSING_FILE, "苗木未到", "'<img src=x> [a](http://b) @all `x` </details>'")
    found = minsheng("diff", "HEAD", "--format", "markdown", "--ledger", august.path).out
    assert "<img" not in found
    assert "[a](http" not in found
    assert "@all" not in found
    august.git("branch", "a`b<i>")
    named = minsheng("diff", "a`b<i>", "--format", "markdown", "--ledger", august.path).out
    assert "<i>" not in named


def test_long_lists_are_folded(minsheng: Minsheng, august: Repository) -> None:
    notes = "".join(f"      - {{project: parks, text: 问题{number}}}\n" for number in range(40))
    august.replace(HOUSING_FILE, "      - {project: parks, text: 苗木未到}\n", notes)
    found = minsheng("diff", "HEAD", "--format", "markdown", "--ledger", august.path).out
    assert found.count("<details>") == found.count("</details>") == 1
    assert "<details><summary>问题（41）</summary>" in found


def test_the_plan_is_what_names_come_from(minsheng: Minsheng, august: Repository) -> None:
    august.write({"data/projects.yaml": PLAN.replace("small-parks", "pocket-parks")})
    found = minsheng("diff", "HEAD", "--ledger", august.path)
    assert found.code == 0
    assert "口袋公园 代号 small-parks → pocket-parks" in found.out


def test_a_second_file_of_a_department_hides_nothing(minsheng: Minsheng, august: Repository) -> None:
    """A copy that somebody left beside it comes first by name, and an empty one takes nothing away."""
    august.write(
        {
            "data/progress/housing-2.yaml": HOUSING + HOUSING_AUGUST,
            "data/progress/a.yaml": "department: housing\nreports: []\n",
        }
    )
    august.replace(HOUSING_FILE, "shantytown-units: 230", "shantytown-units: 231")
    found = changes(minsheng, august, "HEAD")
    assert [(each["kind"], each["old"], each["new"]) for each in found if each["kind"] == "figure"] == [
        ("figure", 230, 231)
    ]
    assert {each["file"] for each in found if each["kind"] == "unreadable"} == {
        "data/progress/a.yaml",
        "data/progress/housing-2.yaml",
    }
    assert not [each for each in found if each["new"] is None and each["kind"] != "unreadable"]


def test_a_month_reported_twice_is_never_nothing(minsheng: Minsheng, august: Repository) -> None:
    august.write({HOUSING_FILE: HOUSING + HOUSING_AUGUST + HOUSING_AUGUST.replace("230", "240")})
    (change,) = changes(minsheng, august, "HEAD")
    assert (change["kind"], change["file"]) == ("unreadable", HOUSING_FILE)


@pytest.mark.parametrize("form", ["text", "markdown", "json", "github"])
def test_a_month_that_stands_there_four_times(form: str, minsheng: Minsheng, august: Repository) -> None:
    again = HOUSING_AUGUST.replace("230", "240")
    august.write({HOUSING_FILE: HOUSING + HOUSING_AUGUST + again * 3})
    found = minsheng("diff", "HEAD", "--format", form, "--ledger", august.path)
    assert (found.code, found.err) == (0, "")
    assert "M323" in found.out


def test_what_is_said_of_anothers_indicator_is_not_nothing(minsheng: Minsheng, august: Repository) -> None:
    august.replace(HOUSING_FILE, "shantytown-units: 206", "shantytown-units: 206\n      children: 3")
    (change,) = changes(minsheng, august, "HEAD")
    assert (change["kind"], change["file"]) == ("unreadable", HOUSING_FILE)


def test_an_empty_revision_is_none_of_those_that_are_left_out(minsheng: Minsheng, august: Repository) -> None:
    for words in (("", "HEAD"), ("main", ""), (" ",)):
        found = minsheng("diff", *words, "--ledger", august.path)
        assert (found.code, found.out) == (2, "")
        assert "版本写成了空的" in found.err


def test_figures_of_a_file_with_an_error_are_illustrative_all_the_same(
    minsheng: Minsheng, august: Repository
) -> None:
    august.replace(HOUSING_FILE, "department: housing", "department: housing\nsample: true")
    august.replace(HOUSING_FILE, "shantytown-units: 206", "shantytown-units: 2o6")
    found = minsheng("diff", "HEAD", "--ledger", august.path)
    assert "【示例数据】" in found.out.splitlines()[0]
