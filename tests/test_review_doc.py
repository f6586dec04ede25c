"""docs/review.md says what is true: its commands and options exist, its pipelines parse, its owners are the departments."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

import pytest
import typer
import yaml

from minsheng_cli.cli.app import app
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "review.md").read_text("utf-8")
BLOCKS = [(kind, body) for kind, body in re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)]
PIPELINES = {
    match[1]: yaml.safe_load(body)
    for kind, body in BLOCKS
    if kind == "yaml" and (match := re.match(r"# (\S+)\n", body))
}
COMMANDS = list(
    dict.fromkeys(
        found
        for piece in [*(body for _, body in BLOCKS), *re.findall(r"`([^`\n]+)`", TEXT)]
        for found in re.findall(r"(?:^|[ ;])(minsheng [a-z-]+(?: [^\n]*)?)$", piece, re.MULTILINE)
    )
)


def texts(value: Any) -> Iterator[str]:
    """Every text in a pipeline."""
    if isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_and_options_exist(line: str) -> None:
    _, command, *words = shlex.split(line)
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert command in commands
    known = {name for each in commands[command].params for name in (*each.opts, *each.secondary_opts)}
    assert {word for word in words if word.startswith("-")} <= known
    if "--format" in words:
        (option,) = (each for each in commands[command].params if "--format" in each.opts)
        assert words[words.index("--format") + 1] in re.findall(r"[a-z]+", option.help)


def test_all_commands_of_review_are_told_of() -> None:
    told = {shlex.split(line)[1] for line in COMMANDS}
    assert {"diff", "validate", "close", "report", "history", "trace", "record", "git-setup"} <= told


def test_there_is_a_pipeline_for_each_platform() -> None:
    assert set(PIPELINES) == {".github/workflows/review.yml", ".gitlab-ci.yml", ".workflow/review.yml"}


@pytest.mark.parametrize("name", PIPELINES)
def test_a_pipeline_posts_the_comparison_and_stops_at_errors(name: str) -> None:
    said = list(texts(PIPELINES[name]))
    (posted,) = (text for text in said if text.startswith("minsheng diff"))
    assert posted.startswith('minsheng diff "$BASE" HEAD --format markdown --output ')
    (checked,) = (text for text in said if text.startswith("minsheng validate"))
    assert '--base "$BASE"' in checked
    assert "||" not in checked
    posting = [number for number, text in enumerate(said) if "diff.md" in text]
    assert posting[0] < said.index(checked)
    assert len(posting) == 2, "written, then posted"


def _github() -> list[str]:
    steps = PIPELINES[".github/workflows/review.yml"]["jobs"]["review"]["steps"]
    assert steps[0]["with"]["fetch-depth"] == 0
    return [step["run"] for step in steps if "run" in step]


def _gitlab() -> list[str]:
    job = PIPELINES[".gitlab-ci.yml"]["review"]
    assert job["variables"]["GIT_DEPTH"] == "0"
    return list(job["script"])


def _gitee() -> list[str]:
    lines = PIPELINES[".workflow/review.yml"]["stages"][0]["steps"][0]["commands"]
    assert any("--unshallow" in line for line in lines)
    return list(lines)


SCRIPTS = {
    ".github/workflows/review.yml": _github(),
    ".gitlab-ci.yml": _gitlab(),
    ".workflow/review.yml": _gitee(),
}
"""What each runs, and that it has the whole history."""


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_a_pipeline_runs_is_shell(name: str) -> None:
    """As one script, the way that all three run it; nothing of the event is pasted into it."""
    lines = "\n".join(SCRIPTS[name])
    done = subprocess.run(["sh", "-n"], input=lines, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "${{" not in lines


def test_pieces_fit_into_what_they_are_put_into() -> None:
    (piece,) = (body for kind, body in BLOCKS if kind == "yaml" and body.startswith("      - name: 代码扫描"))
    steps = yaml.safe_load(piece)
    assert [step.get("uses", step.get("run")) for step in steps] == [
        'minsheng validate --base "$BASE" --output 检查.sarif',
        "github/codeql-action/upload-sarif@v4",
    ]
    assert steps[1]["with"]["sarif_file"] == "检查.sarif"


def test_hooks_for_pre_commit_exist() -> None:
    (found,) = (yaml.safe_load(body) for kind, body in BLOCKS if body.startswith("repos:"))
    known = {each["id"] for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {each["id"] for each in found["repos"][0]["hooks"]} == known


# ---- CODEOWNERS

(OWNERS,) = (
    [line.split() for line in body.splitlines() if not line.startswith("#")]
    for kind, body in BLOCKS
    if kind == "text" and "/data/progress/" in body
)


def owner(path: str) -> str:
    """Whose approval a file needs: the last line that fits."""
    *_, found = (who for fits, who in OWNERS if fnmatchcase(f"/{path}", f"*{fits}"))
    return str(found)


def test_each_department_has_its_line_and_no_other() -> None:
    files = sorted(path.name for path in (ROOT / "data" / "progress").iterdir())
    lines = [line for line, _ in OWNERS if line.startswith("/data/progress/")]
    assert lines == [f"/data/progress/{name}" for name in files]
    for name in files:
        assert owner(f"data/progress/{name}") == f"@xian-county/{name.removesuffix('.yaml')}"
    for other in ("data/projects.yaml", "data/closed.yaml", "data/progress/new.yaml", "CODEOWNERS"):
        assert owner(other) == "@xian-county/ledger"


def test_the_repository_itself_has_the_attributes() -> None:
    from minsheng_cli.cli.tasks.git_steps import LINE

    assert LINE.decode() in (ROOT / ".gitattributes").read_text("utf-8").splitlines()


def test_a_check_that_has_to_pass_is_always_run() -> None:
    on = PIPELINES[".github/workflows/review.yml"][True]  # YAML 1.1 reads `on` so
    assert "paths" not in (on["pull_request"] or {})


def test_only_where_a_comment_is_replaced_it_is_said_to_be() -> None:
    replaced = {name for name, lines in SCRIPTS.items() if any("--edit-last" in line for line in lines)}
    assert replaced == {".github/workflows/review.yml"}
    assert "GitHub 上的评论换成新的" in TEXT
    assert "评论会换成新的" not in TEXT
