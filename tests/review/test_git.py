"""What git is asked, in repositories that make it answer something else: tags, settings, other ledgers, missing objects."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from minsheng_cli.git.repository import Repository as Asked
from minsheng_cli.source import folder
from tests.conftest import Minsheng
from tests.repositories import SURROUNDINGS, Repository
from tests.review.county import FILES, HOUSING, HOUSING_AUGUST

HOUSING_FILE = "data/progress/housing.yaml"
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")


@pytest.fixture
def county(tmp_path: Path) -> Repository:
    """The ledger in July on main, and in August on the branch that is checked out."""
    made = Repository(tmp_path / "county")
    made.write(FILES)
    made.commit("七月", day="2023-08-05")
    made.git("switch", "-q", "-c", "housing")
    made.write({HOUSING_FILE: HOUSING + HOUSING_AUGUST})
    made.commit("住建局8月", day="2023-09-03")
    return made


def test_what_git_complains_at_length_does_not_hold_it_up(county: Repository) -> None:
    county.write({".gitattributes": "!x text\n" * 3_000})
    done = subprocess.run(
        [sys.executable, "-m", "minsheng_cli", "git-setup", "--dry-run"],
        cwd=county.path,
        env={**os.environ, **SURROUNDINGS},
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("name", ["main", "heads/main", "refs/heads/main"])
def test_a_tag_is_not_the_main_branch(name: str, minsheng: Minsheng, county: Repository) -> None:
    wanted = minsheng("diff", "--ledger", county.path)
    county.git("update-ref", f"refs/tags/{name}", "HEAD")
    found = minsheng("diff", "--ledger", county.path)
    assert (found.code, found.out) == (0, wanted.out)
    assert "206 → 230" in found.out


def test_a_tag_is_not_the_remote_branch(minsheng: Minsheng, county: Repository, tmp_path: Path) -> None:
    clone = Repository(tmp_path / "clone", clone=county.path)
    clone.git("fetch", "-q", str(county.path), "main:refs/remotes/origin/main")
    clone.git("remote", "set-head", "origin", "main")
    clone.git("tag", "origin/HEAD", "HEAD")
    found = minsheng("diff", "--ledger", clone.path)
    assert (found.code, "206 → 230" in found.out) == (0, True)


@pytest.mark.parametrize("revision", ["^HEAD", "^main", "HEAD^@", "main..HEAD", "HEAD^!"])
def test_what_names_other_than_one_commit_is_unknown(
    revision: str, minsheng: Minsheng, county: Repository
) -> None:
    found = minsheng("validate", "--base", revision, "--ledger", county.path)
    assert (found.code, f"没有“{revision}”这个版本" in found.err) == (2, True)


def test_settings_of_the_person_change_nothing(
    minsheng: Minsheng, county: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = minsheng("history", "shantytown-units", "--ledger", county.path).out
    assert "230套" in wanted
    (tmp_path / "order").write_text("data/progress/*\n")
    county.git("config", "diff.orderFile", str(tmp_path / "order"))
    county.git("config", "diff.relative", "true")
    county.git("replace", "--graft", "HEAD")
    monkeypatch.setenv("GIT_ICASE_PATHSPECS", "1")
    monkeypatch.setenv("GIT_GLOB_PATHSPECS", "1")
    (county.path / ".git" / "info").mkdir(exist_ok=True)
    (county.path / ".git" / "info" / "grafts").write_text(f"{county.git('rev-parse', 'HEAD')}\n")
    for words in (("history", "shantytown-units"), ("diff", "main", "HEAD")):
        found = minsheng(*words, "--ledger", county.path)
        assert found.code == 0, found.err
        assert "230" in found.out
    assert minsheng("history", "shantytown-units", "--ledger", county.path).out == wanted


@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_a_partial_clone_is_told_and_mended(
    left_out: str, minsheng: Minsheng, county: Repository, tmp_path: Path
) -> None:
    county.git("config", "uploadpack.allowFilter", "true")
    clone = Repository(tmp_path / "clone")
    clone.git("remote", "add", "origin", f"file://{county.path}")
    clone.git("fetch", "-q", f"--filter={left_out}", "origin")
    clone.git("switch", "-q", "housing")
    for words in (("diff", "origin/main", "HEAD"), ("history", "shantytown-units")):
        found = minsheng(*words, "--ledger", clone.path)
        assert (found.code, found.out, "部分克隆" in found.err) == (2, "", True), found.err
    clone.git("fetch", "-q", "--refetch", "--no-filter")
    assert "206 → 230" in minsheng("diff", "origin/main", "HEAD", "--ledger", clone.path).out


def _below(name: str) -> dict[str, str]:
    return {f"{name}/{path}": text for path, text in FILES.items()}


def test_a_new_county_is_not_compared_with_another(minsheng: Minsheng, tmp_path: Path) -> None:
    made = Repository(tmp_path / "both")
    made.write(_below("example"))
    first = made.commit()
    made.write(_below("county"))
    for _ in ("not committed", "committed"):
        found = minsheng("diff", first, "--ledger", made.path / "county")
        assert (found.code, found.out, "里还没有这本台账" in found.err) == (2, "", True)
        made.commit()


@pytest.mark.parametrize("committed", [True, False])
def test_one_of_two_ledgers_is_moved(committed: bool, minsheng: Minsheng, tmp_path: Path) -> None:
    made = Repository(tmp_path / "both")
    made.write(_below("2022") | _below("2023"))
    made.replace("2022/data/projects.yaml", "清河县", "别的县")
    first = made.commit()
    made.git("mv", "2023", "year2023")
    made.write({f"year2023/{HOUSING_FILE}": HOUSING + HOUSING_AUGUST})
    if committed:
        made.commit()
    found = minsheng("diff", first, "--ledger", made.path / "year2023")
    assert (found.code, found.err) == (0, "")
    assert "206 → 230" in found.out
    assert "别的县" not in found.out


def test_the_trace_of_a_shallow_clone_says_so(minsheng: Minsheng, county: Repository, tmp_path: Path) -> None:
    county.git("clone", "-q", "--depth", "1", f"file://{county.path}", str(tmp_path / "clone"))
    for place, shallow in ((tmp_path / "clone", True), (county.path, False)):
        found = minsheng("trace", "shantytown-units", "--ledger", place)
        assert (found.code, "git fetch --unshallow" in found.out) == (0, shallow)
        asked = minsheng("trace", "shantytown-units", "--ledger", place, "--format", "json")
        assert asked.json["shallow"] is shallow


@pytest.mark.parametrize("revision", [(), ("origin/main",)])
def test_the_main_branch_that_a_shallow_clone_lacks_comes_as_told(
    revision: tuple[str, ...], minsheng: Minsheng, county: Repository, tmp_path: Path
) -> None:
    clone = Repository(tmp_path / "clone")
    clone.git("remote", "add", "-t", "housing", "origin", f"file://{county.path}")
    clone.git("fetch", "-q", "--depth=1", "origin", "housing")
    clone.git("switch", "-q", "housing")
    refused = minsheng("diff", *revision, "--ledger", clone.path)
    assert (refused.code, "浅克隆" in refused.err) == (2, True)
    (command,) = re.findall(r"git (fetch [!-~ ]*[!-~])", refused.err)
    clone.git(*command.split())
    found = minsheng("diff", *revision, "--ledger", clone.path)
    assert (found.code, "206 → 230" in found.out) == (0, True)


@pytest.mark.parametrize(
    ("target", "outside"),
    [
        ("../../../outside.yaml", True),
        ("/outside.yaml", True),
        ("../../../../../outside.yaml", True),
        ("../way/outside.yaml", True),
        ("../kept.yaml", False),
        ("../../../county/data/kept.yaml", False),
    ],
)
def test_a_link_of_a_revision_stays_in_the_ledger(target: str, outside: bool, tmp_path: Path) -> None:
    made = Repository(tmp_path / "top")
    made.write(_below("county") | {"outside.yaml": HOUSING, "county/data/kept.yaml": HOUSING})
    (made.path / "county/data/way").symlink_to("../..")
    file = made.path / "county" / HOUSING_FILE
    file.unlink()
    file.symlink_to(target)
    made.commit()
    repository = Asked.at(made.path / "county")
    found = {each.path: each for each in repository.files(repository.commit("HEAD"))}[HOUSING_FILE]
    assert [each.kind for each in found.misfits] == (["outside-ledger"] if outside else [])
    assert (found.data is None) == outside
    on_disk = {each.path: each for each in folder.read(made.path / "county")}[HOUSING_FILE]
    assert found == on_disk


def test_what_git_gave_up_at_is_said_not_its_hints(county: Repository, minsheng: Minsheng) -> None:
    tree = county.git("rev-parse", "HEAD~1^{tree}").strip()
    lost = county.path / ".git" / "objects" / tree[:2] / tree[2:]
    lost.chmod(0o644)
    lost.write_bytes(b"junk")
    result = minsheng("diff", "HEAD~1", "--ledger", county.path)
    assert (result.code, result.out) == (2, "")
    assert "hint" not in result.err
    assert tree in result.err
