"""validate --base in real repositories: what is compared with what, and what git will not give."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import Minsheng, Result
from tests.repositories import Repository
from tests.test_cases import BASE

PLAN, TRANSPORT, HOUSING, HEALTH = (
    "data/projects.yaml",
    "data/progress/transport.yaml",
    "data/progress/housing.yaml",
    "data/progress/health.yaml",
)
MAY = """\
  - month: 2024-05
    reported_on: 2024-06-04
    figures:
      rural-roads: 9.6
      street-lamps: 950
"""


@pytest.fixture
def county(tmp_path: Path) -> Repository:
    """The sound ledger, committed to main, and a branch for the work at hand."""
    made = Repository(tmp_path / "county")
    shutil.copytree(BASE, made.path, dirs_exist_ok=True)
    made.commit("四月")
    made.git("switch", "-q", "-c", "work")
    return made


def codes(result: Result) -> list[str]:
    return [each["code"] for each in result.json["findings"]]


def against(minsheng: Minsheng, made: Repository, revision: str = "main", *options: str) -> Result:
    """What the command says, as JSON, which must be all that stands on stdout."""
    return minsheng("validate", "--base", revision, "--format", "json", "--ledger", made.path, *options)


def test_an_earlier_figure_is_found_whether_committed_or_not(minsheng: Minsheng, county: Repository) -> None:
    county.replace(TRANSPORT, "street-lamps: 860", "street-lamps: 878")
    for _ in ("in the working tree", "committed"):
        result = minsheng("validate", "--base", "main", "--ledger", county.path)
        assert result.code == 1
        assert result.out.startswith(f"{TRANSPORT}:8:21: M612 错误 ")
        assert "860盏，现在改成了878盏" in result.out
        county.commit()
    assert minsheng("validate", "--ledger", county.path).code == 0, "alone the ledger is sound"


def test_a_month_more_is_ordinary_work(minsheng: Minsheng, county: Repository) -> None:
    path = county.path / TRANSPORT
    path.write_text(path.read_text("utf-8") + MAY, "utf-8")
    result = against(minsheng, county)
    assert (result.code, codes(result)) == (0, ["M502"] * 2), "the others have not reported yet"


def test_the_latest_month_may_be_put_right(minsheng: Minsheng, county: Repository) -> None:
    county.replace(TRANSPORT, "street-lamps: 912", "street-lamps: 921")
    assert codes(against(minsheng, county)) == []


def test_what_others_landed_meanwhile_is_not_held_against_the_change(
    minsheng: Minsheng, county: Repository
) -> None:
    county.replace(HOUSING, "new-homes: 104", "new-homes: 110")
    county.commit("住建局4月更正")
    county.git("switch", "-q", "main")
    path = county.path / TRANSPORT
    path.write_text(path.read_text("utf-8") + MAY, "utf-8")
    county.commit("交通局5月")
    county.git("switch", "-q", "work")
    result = minsheng("validate", "--base", "main", "--ledger", county.path)
    assert (result.code, result.out) == (0, "")
    assert "（“main”和现在的共同起点）" in result.err
    parted = county.git("merge-base", "main", "work")
    assert against(minsheng, county).json["base"] == {"revision": "main", "commit": parted}


def test_a_commit_of_the_branch_itself(minsheng: Minsheng, county: Repository) -> None:
    county.replace(PLAN, "target: 240", "target: 200")
    county.commit("改目标")
    assert codes(against(minsheng, county, "HEAD")) == []
    result = against(minsheng, county, "HEAD~1")
    assert codes(result) == ["M615"]
    assert "（“HEAD~1”）" in result.err


def test_a_deadline_that_was_moved_with_approval(minsheng: Minsheng, county: Repository) -> None:
    county.replace(PLAN, "date: 2024-09-30", "date: 2024-10-31")
    assert codes(against(minsheng, county)) == ["M616"]
    own = "adjustments: [{date: 2024-08-20, was: 2024-09-30, reason: 汛期停工, document: 青政办〔2024〕15号}]"
    county.replace(PLAN, "      name: 基本完成\n", f"      name: 基本完成\n      {own}\n")
    assert codes(against(minsheng, county)) == []
    county.commit("时限调整")
    county.replace(PLAN, "date: 2024-10-31", "date: 2024-11-30")
    assert codes(against(minsheng, county, "HEAD")) == ["M616"], "once adjusted is not always adjusted"


def test_moved_and_renamed_files_are_the_same_ledger(minsheng: Minsheng, county: Repository) -> None:
    (county.path / "sub").mkdir()
    county.git("mv", "data", "sub/data")
    county.git("mv", "sub/data/progress/health.yaml", "sub/data/progress/a-health.yaml")
    result = minsheng("validate", "--base", "main", "--format", "json", "--ledger", county.path / "sub")
    assert codes(result) == ["M321"], "the name of the file, nothing on its history"


def test_a_worktree_and_a_ledger_in_a_folder(minsheng: Minsheng, tmp_path: Path) -> None:
    made = Repository(tmp_path / "many")
    for name in ("qinghe", "yunzhou"):
        shutil.copytree(BASE, made.path / name)
    made.commit()
    made.git("worktree", "add", "-q", "-b", "work", "../beside")
    beside = tmp_path / "beside" / "yunzhou"
    path = beside / TRANSPORT
    path.write_text(path.read_text("utf-8").replace("street-lamps: 860", "street-lamps: 878"), "utf-8")
    result = minsheng("validate", "--base", "main", "--format", "json", "--ledger", beside)
    assert [(each["code"], each["file"]) for each in result.json["findings"]] == [("M612", TRANSPORT)]


def test_a_ledger_that_was_not_there(minsheng: Minsheng, tmp_path: Path) -> None:
    made = Repository(tmp_path / "new")
    made.write({"README": "台账\n"})
    first = made.commit("开头")
    shutil.copytree(BASE, made.path, dirs_exist_ok=True)
    result = against(minsheng, made, "main")
    assert (result.code, codes(result)) == (0, [])
    assert f"版本 {first[:8]}（“main”）里还没有这本台账，全部当作新的\n" in result.err
    assert result.json["base"] == {"revision": "main", "commit": first}
    made.replace(TRANSPORT, "street-lamps: 860", "street-lamps: 860盏")
    assert against(minsheng, made, "main").code == 1


@pytest.mark.parametrize("side", ["old", "new"])
@pytest.mark.parametrize("name", [TRANSPORT, HOUSING, PLAN], ids=["a department", "another", "the plan"])
def test_what_cannot_be_read_on_either_side_is_not_compared(
    side: str, name: str, minsheng: Minsheng, county: Repository
) -> None:
    text = (county.path / name).read_text("utf-8")
    broken = text.replace(": ", "： ", 3).replace("2024-03", "2024-3")
    county.write({name: broken if side == "old" else text})
    county.commit("以前")
    county.write({name: broken if side == "new" else text})
    result = against(minsheng, county, "HEAD")
    alone = minsheng("validate", "--format", "json", "--ledger", county.path)
    assert codes(result) == codes(alone)
    assert (f"没有拿来比：{name}" in result.err) is (side == "old")


def test_one_figure_that_cannot_be_read_leaves_the_others(minsheng: Minsheng, county: Repository) -> None:
    county.replace(TRANSPORT, "rural-roads: 4.2", "rural-roads: 4.2公里")
    county.commit("带了单位")
    county.replace(TRANSPORT, "rural-roads: 4.2公里", "rural-roads: 4.6")
    county.replace(TRANSPORT, "street-lamps: 860", "street-lamps: 878")
    result = against(minsheng, county, "HEAD")
    assert codes(result) == ["M612"]
    assert f"没有拿来比：{TRANSPORT}\n" in result.err
    assert "没有拿来比" not in against(minsheng, county, "HEAD", "--quiet").err


def test_after_fixing(minsheng: Minsheng, county: Repository) -> None:
    county.replace(TRANSPORT, "street-lamps: 860", "street-lamps：878")
    looked = against(minsheng, county, "main", "--fix", "--dry-run")
    assert "M612" not in codes(looked), "it cannot be read yet"
    result = against(minsheng, county, "main", "--fix")
    assert codes(result) == ["M612"]
    assert result.json["findings"][0]["fixable"] is False
    assert "street-lamps: 878" in (county.path / TRANSPORT).read_text("utf-8")


def test_an_unknown_revision_is_said_before_anything_is_written(
    minsheng: Minsheng, county: Repository
) -> None:
    county.replace(TRANSPORT, "street-lamps: 860", "street-lamps：860")
    result = against(minsheng, county, "mian", "--fix")
    assert (result.code, result.out) == (2, "")
    assert "没有“mian”这个版本" in result.err
    assert "street-lamps：860" in (county.path / TRANSPORT).read_text("utf-8")


@pytest.mark.parametrize(
    "revision", ["", " ", "-x", "--all", "main...work", "main:data", "a\nb", "\x1b[31m红", "…" * 9]
)
def test_what_is_no_revision(revision: str, minsheng: Minsheng, county: Repository) -> None:
    result = minsheng("validate", f"--base={revision}", "--ledger", county.path)
    assert (result.code, result.out) == (2, "")
    assert "这个版本" in result.err
    assert "\x1b" not in result.err
    assert len(result.err.splitlines()) == 2


def test_what_can_be_found_without_the_older_version_is_shown(minsheng: Minsheng, county: Repository) -> None:
    """Whoever reads a pipeline's output loses no finding because the clone is shallow, or there is no git."""
    county.replace(TRANSPORT, "street-lamps: 860", "street-lamps: 8600")
    alone = minsheng("validate", "--ledger", county.path)
    for form in ("text", "json", "github"):
        plain = minsheng("validate", "--ledger", county.path, "--format", form)
        result = minsheng("validate", "--base", "mian", "--ledger", county.path, "--format", form)
        assert (result.code, result.out) == (2, plain.out)
        assert result.err.endswith("看有哪些\n")
    assert "M401" in alone.out


def test_no_common_origin_and_a_shallow_clone(minsheng: Minsheng, county: Repository, tmp_path: Path) -> None:
    county.git("switch", "-q", "--orphan", "other")
    county.commit("别的来历")
    county.git("switch", "-q", "work")
    result = against(minsheng, county, "other")
    assert (result.code, "没有共同的来历" in result.err) == (2, True)
    shallow = Repository(tmp_path / "shallow")
    county.commit("再来一个")
    shallow.git("fetch", "-q", "--depth=1", county.path.as_uri(), "work:work")
    shallow.git("fetch", "-q", "--depth=1", county.path.as_uri(), "other:refs/remotes/origin/main")
    shallow.git("switch", "-q", "work")
    result = against(minsheng, shallow, "origin/main")
    assert (result.code, "git fetch --unshallow" in result.err) == (2, True)


def test_outside_git_and_without_git(
    minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = tmp_path / "alone"
    shutil.copytree(BASE, root)
    result = minsheng("validate", "--base", "main", "--ledger", root)
    assert (result.code, "不在 git 里" in result.err) == (2, True)
    monkeypatch.setenv("PATH", str(tmp_path))
    result = minsheng("validate", "--base", "main", "--ledger", root)
    assert (result.code, "没有装 git" in result.err) == (2, True)
    assert minsheng("validate", "--ledger", root).code == 0


def test_names_of_files_in_the_older_version_are_harmless(minsheng: Minsheng, county: Repository) -> None:
    if os.name == "nt":
        pytest.skip("no such names there")
    county.write({"data/progress/\x1b[31m\n红.yaml": "department: 1：2\n"})
    county.commit("怪名字")
    county.git("rm", "-q", "--", "data/progress/*红.yaml")
    result = against(minsheng, county, "HEAD")
    assert "没有拿来比：" in result.err
    assert "\x1b" not in result.err


def test_a_closed_month_is_told_of_once(minsheng: Minsheng, tmp_path: Path) -> None:
    """M601 finds it in the files alone; with an older version it is no other finding."""
    made = Repository(tmp_path / "closed")
    shutil.copytree(BASE, made.path, dirs_exist_ok=True)
    closed = BASE.parent / "M601-figure-changed" / "mended" / "data" / "closed.yaml"
    made.write({"data/closed.yaml": closed.read_text("utf-8")})
    made.commit("三月关账")
    made.replace(TRANSPORT, "street-lamps: 860", "street-lamps: {done: 878, revision: 补计}")
    assert codes(against(minsheng, made, "HEAD")) == ["M601"]
    record = made.path / "data" / "closed.yaml"
    reopened = "  - {month: 2024-03, reopened_on: 2024-05-10, reason: 补计路灯}\n"
    record.write_text(record.read_text("utf-8") + reopened, "utf-8")
    assert codes(against(minsheng, made, "HEAD")) == []
    record.unlink()
    assert codes(against(minsheng, made, "HEAD")) == ["M613", "M614"]


def test_departments_are_told_by_what_they_say(minsheng: Minsheng, county: Repository) -> None:
    """The plan is nobody's file, and layout is no change."""
    county.replace(PLAN, "name: 路灯", "name: 路灯（盏）")
    county.replace(TRANSPORT, "street-lamps: 912", "street-lamps: 920")
    county.replace(HEALTH, "{done: 210, eligible: 224}", "{eligible: 224.0, done: 210}")
    assert codes(against(minsheng, county)) == []
    county.replace(HEALTH, "eligible: 316", "eligible: 318")
    result = against(minsheng, county, "main", "--strict")
    assert (result.code, codes(result)) == (1, ["M621"])


def test_an_indicator_that_went_to_another_department(minsheng: Minsheng, county: Repository) -> None:
    county.replace(
        PLAN, "      - id: street-lamps\n", "      - id: street-lamps\n        department: reform\n"
    )
    text = (county.path / TRANSPORT).read_text("utf-8")
    lamps = [line for line in text.splitlines(keepends=True) if "street-lamps" not in line]
    county.write({TRANSPORT: "".join(lamps)})
    reform = "department: reform\nsample: true\nreports:\n"
    for month, day, lamp in (("03", "04-02", 860), ("04", "05-03", 912)):
        reform += (
            f"  - month: 2024-{month}\n    reported_on: 2024-{day}\n    figures: {{street-lamps: {lamp}}}\n"
        )
    county.write({"data/progress/reform.yaml": reform})
    assert codes(against(minsheng, county)) == ["M621"]


def test_a_department_by_another_id(minsheng: Minsheng, county: Repository) -> None:
    for name in (PLAN, TRANSPORT):
        text = (county.path / name).read_text("utf-8")
        for old, new in (
            ("transport: {", "traffic: {"),
            ("lead: transport", "lead: traffic"),
            ("department: transport", "department: traffic"),
        ):
            text = text.replace(old, new)
        county.write({name: text})
    county.git("mv", TRANSPORT, "data/progress/traffic.yaml")
    assert "M611" not in codes(against(minsheng, county))
