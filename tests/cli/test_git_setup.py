"""git-setup in real repositories: what it installs, what that then does, what it leaves alone, how it goes away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from minsheng_cli.cli.tasks.staged_hook import CALL, ENTRY, ledgers, script, untouched
from tests.conftest import Minsheng, Result
from tests.repositories import SURROUNDINGS
from tests.terminal import home, terminal
from tests.test_cases import BASE

LINE = "data/**/*.yaml text eol=lf diff=minsheng\n"
FILE = "data/progress/transport.yaml"
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the person's settings nor the clock reach the repositories."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    settings = {
        **SURROUNDINGS,
        "GIT_CEILING_DIRECTORIES": str(tmp_path.parent),
        **{f"GIT_{who}_{what}": f"{who}@x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        **{f"GIT_{who}_DATE": "2023-09-04T08:00:00+0800" for who in ("AUTHOR", "COMMITTER")},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)


def git(folder: Path, *words: str, code: int = 0) -> str:
    """What git says, stderr included."""
    done = subprocess.run(
        ["git", *words], cwd=folder, capture_output=True, text=True, check=False, timeout=60, encoding="utf-8"
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def repository(top: Path, prefix: str = "") -> Path:
    """A repository with the sound ledger in it, committed; the ledger."""
    root = top / prefix
    shutil.copytree(BASE, root)
    git(top, "init", "-q", "-b", "main")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "one")
    return root


def setup(minsheng: Minsheng, root: Path, *options: str, code: int = 0) -> Result:
    result = minsheng("git-setup", "--ledger", root, *options)
    assert (result.code, result.out) == (code, ""), result.err
    return result


def everything(top: Path) -> dict[str, bytes]:
    """Every file of a repository that is not history."""
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in top.rglob("*")
        if path.is_file() and not path.relative_to(top).as_posix().startswith((".git/objects", ".git/logs"))
    }


def spoil(root: Path) -> None:
    file = root / FILE
    text = file.read_text("utf-8")
    assert "street-lamps: 912" in text
    file.write_text(text.replace("street-lamps: 912", "street-lamps: 912盏", 1), "utf-8")


# ---- what it does


ODD = pytest.param("-x/县里 a'b $(x)/", id="odd", marks=pytest.mark.long)


@pytest.mark.parametrize("prefix", ["", "2023/", ODD])
def test_it_installs_once_and_goes_without_a_trace(prefix: str, minsheng: Minsheng, tmp_path: Path) -> None:
    top = tmp_path / "仓库"
    root = repository(top, prefix)
    before = everything(top)
    seen = setup(minsheng, root, "--dry-run")
    assert everything(top) == before
    assert "git config diff.minsheng.xfuncname '^ +- month: .*$'" in seen.err
    assert f"{prefix}.gitattributes" in seen.err
    setup(minsheng, root, "--yes")
    assert git(top, "config", "--local", "diff.minsheng.xfuncname") == "^ +- month: .*$\n"
    assert (root / ".gitattributes").read_text() == LINE
    after = everything(top)
    assert after[".git/hooks/pre-commit"] == ENTRY
    assert ledgers(after[".git/minsheng-pre-commit"]) == [prefix]
    assert "没有要做的" in setup(minsheng, root, "--yes").err
    assert everything(top) == after
    setup(minsheng, root, "--remove", "--dry-run")
    assert everything(top) == after
    setup(minsheng, root, "--remove", "--yes")
    assert everything(top) == before
    assert "没有要做的" in setup(minsheng, root, "--remove", "--yes").err


def test_hunks_name_their_month(minsheng: Minsheng, tmp_path: Path) -> None:
    root = repository(tmp_path / "repository", "2023/")
    setup(minsheng, root, "--yes", "--quiet")
    file = root / FILE
    *_, last = [line.strip() for line in file.read_text("utf-8").splitlines() if "month: " in line]
    file.write_text(file.read_text("utf-8") + "      # 核对过\n", "utf-8")
    assert f"@@ {last}\n" in git(root, "diff", "-U0").replace("@@   -", "@@ -")


@pytest.mark.parametrize("prefix", [pytest.param("", marks=pytest.mark.long), "2023/", ODD])
def test_the_hook_looks_at_what_will_be_committed(
    prefix: str, minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = tmp_path / "aside"  # others may be committing meanwhile, and have their own things in /tmp
    aside.mkdir()
    monkeypatch.setenv("TMPDIR", str(aside))
    top = tmp_path / "repository"
    root = repository(top, prefix)
    setup(minsheng, root, "--yes", "--quiet")
    spoil(root)
    git(top, "commit", "-q", "--allow-empty", "-m", "what lies in the folder is not committed")
    said = git(top, "commit", "-qam", "wrong", code=1)
    assert "M402" in said
    assert f"\n{FILE}:" in f"\n{said}", "paths are the ledger's"
    assert "没有提交" in said
    git(top, "add", "-A")
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    assert "M402" in git(top, "commit", "-qm", "wrong as staged, right in the folder", code=1)
    git(top, "add", "-A")
    spoil(root)
    git(top, "commit", "-q", "--allow-empty", "-m", "right as staged, wrong in the folder")
    (top / "别的.txt").write_text("x")
    git(top, "add", "别的.txt")
    assert "查了" not in git(top, "commit", "-qm", "another file: the ledger is not looked at")
    assert not list(aside.iterdir())


@pytest.mark.long
def test_the_hook_needs_no_first_commit_and_lets_a_ledger_go(minsheng: Minsheng, tmp_path: Path) -> None:
    root = tmp_path / "repository"
    shutil.copytree(BASE, root)
    git(root, "init", "-q")
    setup(minsheng, root, "--yes", "--quiet")
    git(root, "add", "-A")
    assert "查了" in git(root, "commit", "-qm", "one")
    git(root, "rm", "-q", "--cached", FILE)
    (root / "data" / "progress" / "new.yaml").write_text("")
    git(root, "add", "-N", "data/progress/new.yaml")
    git(root, "commit", "-qm", "what is only meant to be added is not committed")
    git(root, "rm", "-q", "-r", "-f", "data")
    git(root, "commit", "-qm", "gone")


def test_a_repository_cannot_put_its_own_program_in_place_of_ours(minsheng: Minsheng, tmp_path: Path) -> None:
    root = repository(tmp_path / "repository")
    setup(minsheng, root, "--yes", "--quiet")
    (root / "minsheng_cli").mkdir()
    (root / "minsheng_cli" / "__main__.py").write_text("print('taken over')\n")
    spoil(root)
    git(root, "add", "-A")
    said = git(root, "commit", "-qm", "two", code=1)
    assert "taken over" not in said
    assert "M402" in said


@pytest.mark.parametrize("found", [pytest.param(True, marks=pytest.mark.long), False])
def test_the_hook_where_the_program_has_gone(found: bool, tmp_path: Path, minsheng: Minsheng) -> None:
    root = repository(tmp_path / "repository")
    setup(minsheng, root, "--yes", "--quiet")
    (root / ".git" / "minsheng-pre-commit").write_bytes(script([""], "/nowhere/python"))
    spoil(root)
    git(root, "add", "-A")
    programs = home(tmp_path / "home") / "bin"
    if not found:
        (programs / "minsheng").unlink()
    env = {**os.environ, "PATH": f"{programs}:/usr/bin:/bin"}
    done = subprocess.run(
        ["git", "commit", "-qm", "two"], cwd=root, env=env, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert ("M402" if found else "找不到 minsheng") in done.stderr.decode()


@pytest.mark.long
def test_two_ledgers_in_one_repository(minsheng: Minsheng, tmp_path: Path) -> None:
    top = tmp_path / "repository"
    one = repository(top, "2023/")
    two = shutil.copytree(BASE, top / "2024")
    setup(minsheng, one, "--yes")
    setup(minsheng, two, "--yes")
    file = top / ".git" / "minsheng-pre-commit"
    assert ledgers(file.read_bytes()) == ["2023/", "2024/"]
    git(top, "add", "-A")
    assert git(top, "commit", "-qm", "both").count("查了") == 1
    spoil(two)
    assert "M402" in git(top, "commit", "-qam", "wrong", code=1)
    setup(minsheng, two, "--remove", "--yes")
    assert ledgers(file.read_bytes()) == ["2023/"]
    assert git(top, "config", "diff.minsheng.xfuncname")
    git(top, "commit", "-qam", "wrong")
    spoil(one)
    git(top, "commit", "-qam", "wrong", code=1)
    setup(minsheng, one, "--remove", "--yes")
    assert not file.exists()
    git(top, "config", "diff.minsheng.xfuncname", code=1)


@pytest.mark.long
def test_a_worktree_and_a_submodule(minsheng: Minsheng, tmp_path: Path) -> None:
    top = tmp_path / "one"
    repository(top, "2023/")
    git(top, "worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    git(tmp_path, "init", "-q", "outer")
    git(tmp_path / "outer", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(top), "in")
    for root in (tmp_path / "tree" / "2023", tmp_path / "outer" / "in" / "2023"):
        setup(minsheng, root, "--yes")
        spoil(root)
        assert "M402" in git(root, "commit", "-qam", "wrong", code=1)
    assert (top / ".git" / "hooks" / "pre-commit").read_bytes() == ENTRY
    assert not (tmp_path / "outer" / ".git" / "hooks" / "pre-commit").exists()


# ---- what it leaves alone


def test_another_hook_stays_and_the_line_for_it_works(minsheng: Minsheng, tmp_path: Path) -> None:
    root = repository(tmp_path / "repository")
    hook = root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 别的检查\n")
    hook.chmod(0o755)
    for _ in range(2):
        assert f"   {CALL}\n" in setup(minsheng, root, "--yes", code=1).err
        assert hook.read_text() == "#!/bin/sh\necho 别的检查\n"
    assert CALL in setup(minsheng, root, "--yes", "--quiet", code=1).err
    hook.write_text(f"#!/bin/sh\n{CALL}\necho 别的检查\n")
    setup(minsheng, root, "--yes")
    assert "别的检查" in git(root, "commit", "-q", "--allow-empty", "-m", "two")
    spoil(root)
    said = git(root, "commit", "-qam", "wrong", code=1)
    assert "M402" in said
    assert "别的检查" not in said
    setup(minsheng, root, "--remove", "--yes")
    assert CALL in hook.read_text()
    git(root, "commit", "-qam", "without the program the line does nothing")


@pytest.mark.long
def test_hooks_elsewhere(minsheng: Minsheng, tmp_path: Path) -> None:
    """In the repository's own folder of hooks as usual; in one of the machine's not at all."""
    root = repository(tmp_path / "repository", "2023/")
    git(root, "config", "core.hooksPath", ".githooks")
    setup(minsheng, root, "--yes")
    entry = tmp_path / "repository" / ".githooks" / "pre-commit"
    assert entry.read_bytes() == ENTRY
    spoil(root)
    git(root, "commit", "-qam", "wrong", code=1)
    setup(minsheng, root, "--remove", "--yes")
    assert not entry.exists()
    shared = tmp_path / "shared"
    git(root, "config", "core.hooksPath", str(shared))
    assert CALL in setup(minsheng, root, "--yes", code=1).err
    assert not shared.exists()


def test_a_hook_of_ours_that_somebody_changed(minsheng: Minsheng, tmp_path: Path) -> None:
    root = repository(tmp_path / "repository")
    setup(minsheng, root, "--yes")
    file = root / ".git" / "minsheng-pre-commit"
    changed = file.read_bytes() + b"# mine\n"
    file.write_bytes(changed)
    for options in ((), ("--remove",)):
        assert "有人改过" in setup(minsheng, root, "--yes", *options, code=1).err
        assert file.read_bytes() == changed
    file.write_bytes(script([""], "/an/older/place"))
    setup(minsheng, root, "--yes")
    assert ledgers(file.read_bytes()) == [""]
    assert b"/an/older/place" not in file.read_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("* text=auto\n", f"* text=auto\n{LINE}"),
        ("* text=auto", f"* text=auto\n{LINE}"),
        ("# 说明\r\n*.docx binary\r\n", f"# 说明\r\n*.docx binary\r\n{LINE[:-1]}\r\n"),
        ("", LINE),
    ],
)
def test_attributes_are_added_to(before: str, after: str, minsheng: Minsheng, tmp_path: Path) -> None:
    root = repository(tmp_path / "repository")
    file = root / ".gitattributes"
    file.write_bytes(before.encode())
    setup(minsheng, root, "--yes")
    assert file.read_bytes() == after.encode()
    setup(minsheng, root, "--remove", "--yes")
    assert file.read_bytes() == before.encode()
    setup(minsheng, root, "--yes")
    file.write_bytes(f"{after}*.png binary\n".encode())
    setup(minsheng, root, "--remove", "--yes")
    assert file.read_bytes().endswith(b"*.png binary\n")
    assert LINE[:-1].encode() not in file.read_bytes()


def test_attributes_that_are_in_force_already(minsheng: Minsheng, tmp_path: Path) -> None:
    top = tmp_path / "repository"
    root = repository(top, "2023/")
    file = top / ".gitattributes"
    file.write_text("2023/data/**/*.yaml text eol=lf diff=minsheng\n")
    assert "别处已经写了同样的规定" in setup(minsheng, root, "--yes").err
    setup(minsheng, root, "--remove", "--yes")
    assert file.read_text() == "2023/data/**/*.yaml text eol=lf diff=minsheng\n"
    assert not (root / ".gitattributes").exists()
    (root / ".gitattributes").symlink_to(tmp_path / "elsewhere")
    file.unlink()
    assert "不是普通文件" in setup(minsheng, root, "--yes", code=1).err
    assert not (tmp_path / "elsewhere").exists()


def test_settings_that_were_there(minsheng: Minsheng, tmp_path: Path) -> None:
    root = repository(tmp_path / "repository")
    git(root, "config", "diff.minsheng.xfuncname", "^mine$")
    assert "已经设成别的（^mine$）" in setup(minsheng, root, "--yes", code=1).err
    assert git(root, "config", "diff.minsheng.xfuncname") == "^mine$\n"
    git(root, "config", "diff.minsheng.xfuncname", "^ +- month: .*$")
    setup(minsheng, root, "--yes")
    setup(minsheng, root, "--remove", "--yes")
    assert git(root, "config", "diff.minsheng.xfuncname") == "^ +- month: .*$\n", "not ours to remove"


# ---- asking


def test_without_a_terminal_nothing_is_asked(minsheng: Minsheng, tmp_path: Path) -> None:
    root = repository(tmp_path / "repository")
    before = everything(root)
    refused = setup(minsheng, root, code=2)
    assert "--yes" in refused.err
    assert "1. git 设置" in refused.err, "what would be done is told all the same"
    assert everything(root) == before


@pytest.mark.parametrize(("answer", "done"), [("y", True), ("是", True), ("", False), ("n", False)])
def test_at_a_terminal_it_asks(answer: str, done: bool, tmp_path: Path) -> None:
    root = repository(tmp_path / "repository")
    with terminal(["minsheng", "git-setup", "--ledger", str(root)], home(tmp_path / "home")) as child:
        child.expect("做不做")
        assert not (root / ".gitattributes").exists()
        child.sendline(answer)
        child.expect("做完了4件" if done else "什么都没有动")
        child.wait()
        assert child.exitstatus == 0
    assert (root / ".gitattributes").exists() == done


# ---- where it cannot be done


def test_no_git(minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = shutil.copytree(BASE, tmp_path / "ledger")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "没有装 git" in setup(minsheng, root, "--yes", code=2).err


def test_no_repository(minsheng: Minsheng, tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "ledger")
    assert "不在 git 里" in setup(minsheng, root, "--yes", code=2).err


def test_somebody_elses_repository(
    minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "repository")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    refused = setup(minsheng, root, "--yes", code=2).err
    assert "别的用户" in refused
    assert "safe.directory" in refused


def test_a_bare_repository(minsheng: Minsheng, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "bare.git")
    root = tmp_path / "bare.git"
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    before = everything(tmp_path)
    assert "没有检出的台账" in setup(minsheng, root, "--yes", code=2).err
    assert everything(tmp_path) == before


def test_a_line_end_in_a_folder_name(minsheng: Minsheng, tmp_path: Path) -> None:
    root = repository(tmp_path / "repository", "a\ncheck 'x'/")
    assert "换行" in setup(minsheng, root, "--yes", code=2).err


def test_a_folder_that_cannot_be_written(minsheng: Minsheng, tmp_path: Path) -> None:
    root = repository(tmp_path / "repository")
    shutil.rmtree(root / ".git" / "hooks")
    (root / ".git" / "hooks").write_text("a file in its place")
    refused = setup(minsheng, root, "--yes", code=2).err
    assert "写不了 .git/hooks/pre-commit" in refused
    (root / ".git" / "hooks").unlink()
    setup(minsheng, root, "--yes")


def test_names_of_folders_do_no_harm(minsheng: Minsheng, tmp_path: Path) -> None:
    root = repository(tmp_path / "repository", "a\x1b[31m\u202eb/")
    assert not set("\x1b\u202e") & set(setup(minsheng, root, "--yes").err)


def test_what_is_told_of_the_program_is_true() -> None:
    made = script(["b/", "", "b/"], "/a b/python")
    assert untouched(made)
    assert ledgers(made) == ["", "b/"]
    assert not untouched(made[:-1])
    assert not untouched(b"#!/bin/sh\n")


def test_attributes_too_large_are_left_alone(minsheng: Minsheng, tmp_path: Path) -> None:
    root = repository(tmp_path / "top")
    large = b"# \n" * 400_000
    (root / ".gitattributes").write_bytes(large)
    assert "太大" in setup(minsheng, root, "--yes", code=1).err
    assert (root / ".gitattributes").read_bytes() == large
    small = tmp_path / "small"
    root = repository(small)
    setup(minsheng, root, "--yes")
    (root / ".gitattributes").write_bytes(large + LINE.encode())
    assert "太大" in setup(minsheng, root, "--remove", "--yes", code=1).err
    assert (root / ".gitattributes").read_bytes() == large + LINE.encode()


@pytest.mark.parametrize("name", [".gitattributes", ".git/hooks/pre-commit", ".git/minsheng-pre-commit"])
def test_what_was_written_while_the_question_was_open_stays(name: str, tmp_path: Path) -> None:
    root = repository(tmp_path / "top")
    with terminal(["minsheng", "git-setup", "--ledger", str(root)], home(tmp_path / "home")) as child:
        child.expect("做不做")
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("*.sh text\n")
        child.sendline("y")
        child.expect("刚才被别人改过")
    assert (root / name).read_text() == "*.sh text\n"
