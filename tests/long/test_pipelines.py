"""The pipelines of docs/review.md, run in real clones the way that each platform runs them; what they would send is caught."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.repositories import SURROUNDINGS
from tests.test_cases import BASE
from tests.test_review_doc import PIPELINES, SCRIPTS

pytestmark = pytest.mark.long

GITHUB, GITLAB, GITEE = PIPELINES
FILE = "data/progress/transport.yaml"
CHANGES = {
    "another figure": ("street-lamps: 912", "street-lamps: 930", 0, "M"),
    "a broken file": ("street-lamps: 912", "street-lamps: 912盏", 1, "M402"),
    "an earlier month": ("street-lamps: 860", "street-lamps: 870", 1, "M6"),
}
_STUB = """\
#!/bin/sh
echo "$(basename "$0") $*" >> "$SENT"
for word in "$@"; do
    case "$word" in
        body@*) cat "${word#body@}" >> "$SENT" ;;
        *diff.md) cat "$word" >> "$SENT" ;;
    esac
done
"""


class Platform:
    """A bare repository with a main branch that has moved on, and a request; programs that catch what is sent."""

    def __init__(self, folder: Path, old: str, new: str) -> None:
        self.folder = folder
        self.sent = folder / "sent"
        self.sent.touch()
        programs = folder / "bin"
        programs.mkdir()
        for name, text in {
            **dict.fromkeys(("pip", "pip3", "gh", "curl"), _STUB),
            "minsheng": f'#!/bin/sh\nexec {sys.executable} -m minsheng_cli "$@"\n',
        }.items():
            (programs / name).write_text(text, "utf-8")
            (programs / name).chmod(0o755)
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "MINSHENG"))}
        self.env = {
            **kept,
            **{
                f"GIT_{who}_{what}": f"{who}@x"
                for who in ("AUTHOR", "COMMITTER")
                for what in ("NAME", "EMAIL")
            },
            **SURROUNDINGS,
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "SENT": str(self.sent),
            "MINSHENG_TOKEN": "secret",
        }
        self._history(old, new)

    def _history(self, old: str, new: str) -> None:
        work = self.folder / "work"
        shutil.copytree(BASE, work)
        self.git("init", "-q", "-b", "main", cwd=work)
        self.git("add", "-A", cwd=work)
        self.git("commit", "-qm", "one", cwd=work)
        self.git("switch", "-qc", "request", cwd=work)
        text = (work / FILE).read_text("utf-8")
        assert old in text
        (work / FILE).write_text(text.replace(old, new, 1), "utf-8")
        self.git("commit", "-qam", "two", cwd=work)
        self.git("switch", "-q", "main", cwd=work)
        other = work / "data" / "progress" / "health.yaml"
        other.write_text(other.read_text("utf-8") + "# 别人的改动\n", "utf-8")
        self.git("commit", "-qam", "somebody else's", cwd=work)
        self.git("clone", "-q", "--bare", str(work), str(self.folder / "origin.git"), cwd=work)
        self.git("update-ref", "refs/pull/7/head", "request", cwd=self.folder / "origin.git")

    def git(self, *words: str, cwd: Path) -> str:
        done = subprocess.run(
            ["git", *words], cwd=cwd, env=self.env, capture_output=True, check=True, timeout=60, text=True
        )
        return done.stdout.strip()

    def clone(self, *options: str) -> Path:
        """A clone with the request checked out, as a runner has it."""
        source = f"file://{self.folder / 'origin.git'}"
        self.git("clone", "-q", *options, source, "clone", cwd=self.folder)
        clone = self.folder / "clone"
        self.git("checkout", "-q", "--detach", "origin/request", cwd=clone)
        return clone

    def sh(self, script: str, cwd: Path, more: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-e", "-c", script],
            cwd=cwd,
            env={**self.env, **more},
            capture_output=True,
            check=False,
            timeout=60,
            text=True,
            encoding="utf-8",
        )


def run_github(platform: Platform) -> Iterator[subprocess.CompletedProcess[str]]:
    """Step by step, each with what the ones before have written down for it; nothing after one that failed."""
    clone, kept = platform.clone(), platform.folder / "env"
    env = {
        "GITHUB_BASE_REF": "main",
        "GITHUB_ENV": str(kept),
        "RUNNER_TEMP": str(platform.folder),
        "NUMBER": "7",
    }
    kept.touch()
    for line in SCRIPTS[GITHUB]:
        told = dict(each.split("=", 1) for each in kept.read_text("utf-8").splitlines())
        done = platform.sh(line, clone, {**env, **told})
        yield done
        if done.returncode:
            return


def run_gitlab(platform: Platform) -> Iterator[subprocess.CompletedProcess[str]]:
    clone = platform.clone()
    base = platform.git("merge-base", "origin/main", "HEAD", cwd=clone)
    env = {
        "BASE": base,
        "CI_API_V4_URL": "https://x/api/v4",
        "CI_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_IID": "7",
    }
    yield platform.sh("\n".join(SCRIPTS[GITLAB]), clone, env)
    assert (clone / "gl-code-quality.json").stat().st_size


def run_gitee(platform: Platform) -> Iterator[subprocess.CompletedProcess[str]]:
    """From a shallow clone of the target alone."""
    source = f"file://{platform.folder / 'origin.git'}"
    platform.git("clone", "-q", "--depth=1", "-b", "main", source, "clone", cwd=platform.folder)
    env = {"GITEE_BRANCH": "main", "GITEE_PULL_ID": "7", "MINSHENG_REPOSITORY": "a/b"}
    yield platform.sh("\n".join(SCRIPTS[GITEE]), platform.folder / "clone", env)


RUNS = {GITHUB: run_github, GITLAB: run_gitlab, GITEE: run_gitee}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", RUNS)
def test_the_comparison_is_posted_and_errors_stop_the_rest(name: str, change: str, tmp_path: Path) -> None:
    old, new, code, finding = CHANGES[change]
    platform = Platform(tmp_path, old, new)
    *before, last = RUNS[name](platform)
    said = last.stdout + last.stderr
    assert [each.returncode for each in before] == [0] * len(before), before[-1].stderr
    assert last.returncode == code, said
    sent = platform.sent.read_text("utf-8")
    posted = {GITHUB: "gh pr comment 7", GITLAB: "merge_requests/7/notes", GITEE: "pulls/7/comments"}
    assert posted[name] in sent
    if change != "a broken file":
        assert new.split(": ")[1] in sent, "the figure's new value is told"
    assert "别人的改动" not in sent
    if code and name != GITLAB:
        assert finding in said
