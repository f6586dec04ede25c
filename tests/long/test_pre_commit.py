"""The hooks of .pre-commit-hooks.yaml, run by pre-commit itself in a ledger's repository; all it installs lies on the disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from minsheng_cli.cli.registry import NAMES
from tests.conftest import ROOT
from tests.long.shop import off_line
from tests.repositories import SURROUNDINGS
from tests.test_cases import BASE

pytestmark = pytest.mark.long

FILE = "data/progress/transport.yaml"
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def run(wheels: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A program, without the person's git settings and without a network."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))}
    who = {f"GIT_{who}_{what}": f"{who}@x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    env = {
        **kept,
        **who,
        **off_line(wheels),
        **SURROUNDINGS,
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "PRE_COMMIT_COLOR": "never",
    }

    def call(*command: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*map(str, command)],
            cwd=cwd,
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=600,
        )
        assert done.returncode == 0 or not check, done.stdout + done.stderr
        return done

    return call


@pytest.fixture(scope="module")
def tool(run: Run, checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our repository as somebody else has it: its files as they are now, committed."""
    folder = tmp_path_factory.mktemp("tool") / "minsheng"
    shutil.copytree(checkout, folder)
    run("git", "init", "-q", cwd=folder)
    run("git", "add", "-A", cwd=folder)
    run("git", "commit", "-qm", "one", cwd=folder)
    return folder


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    root = tmp_path / "ledger"
    shutil.copytree(BASE, root)
    run("git", "init", "-q", cwd=root)
    run("git", "add", "-A", cwd=root)
    run("git", "commit", "-qm", "one", cwd=root)
    return root


def spoil(root: Path) -> None:
    file = root / FILE
    text = file.read_text("utf-8")
    assert "street-lamps: 912" in text
    file.write_text(text.replace("street-lamps: 912", "street-lamps: 912盏", 1), "utf-8")


def test_a_hook_a_command() -> None:
    assert [each["id"] for each in HOOKS] == ["minsheng-validate", "minsheng-fmt"]
    for each in HOOKS:
        program, command, *_ = each["entry"].split()
        assert program == "minsheng"
        assert command in NAMES


@pytest.mark.parametrize("hook", [each["id"] for each in HOOKS])
def test_tried_from_the_repository(hook: str, run: Run, tool: Path, ledger: Path) -> None:
    broken = hook == "minsheng-validate"
    if broken:
        spoil(ledger)
        run("git", "add", "-A", cwd=ledger)
    tries = (sys.executable, "-m", "pre_commit", "try-repo", tool, hook, "--all-files")
    done = run(*tries, cwd=ledger, check=not broken)
    assert ("Failed" if broken else "Passed") in done.stdout
    assert (f"{FILE}:14:21: M402" in done.stdout) == broken


def test_what_is_staged_is_checked(run: Run, tool: Path, ledger: Path) -> None:
    """As a keeper has it: the hooks in the ledger's own settings, run by git before each commit."""
    revision = run("git", "rev-parse", "HEAD", cwd=tool).stdout.strip()
    settings = {"repos": [{"repo": str(tool), "rev": revision, "hooks": [{"id": "minsheng-validate"}]}]}
    (ledger / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings), "utf-8")
    run(sys.executable, "-m", "pre_commit", "install", cwd=ledger)
    run("git", "add", "-A", cwd=ledger)
    run("git", "commit", "-qm", "settings", cwd=ledger)
    spoil(ledger)
    (ledger / "other.txt").write_text("x")
    run("git", "add", "other.txt", cwd=ledger)
    done = run("git", "commit", "-qm", "the ledger is not in it", cwd=ledger)
    assert "M402" not in done.stderr
    run("git", "add", FILE, cwd=ledger)
    shutil.copy(BASE / FILE, ledger / FILE)
    done = run("git", "commit", "-qm", "wrong as staged, right in the folder", cwd=ledger, check=False)
    assert done.returncode == 1
    assert "M402" in done.stdout + done.stderr
    run("git", "add", FILE, cwd=ledger)
    spoil(ledger)
    run("git", "commit", "-q", "--allow-empty", "-m", "right as staged, wrong in the folder", cwd=ledger)
