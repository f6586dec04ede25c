"""--output, --format and --quiet: the same on every command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Minsheng, write_ledger
from tests.test_docs import ledger_in

YUNXI = ROOT / "tests" / "ledgers" / "yunxi"
COMMANDS = (("validate",), ("report",), ("explain", "M402"), ("rules",))


@pytest.fixture(autouse=True)
def _in_a_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINSHENG_LEDGER", str(YUNXI))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda given: given[0])
def test_a_file_holds_what_the_screen_would_show(
    command: tuple[str, ...], minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    screen = minsheng(*command, "--color", "never")
    assert minsheng(*command, "--color", "never", "--output", "-").out == screen.out
    file = tmp_path / "结果.txt"
    result = minsheng(*command, "-o", file)
    assert (result.code, result.out) == (screen.code, "")
    assert f"已写入 {file}\n" in result.err
    assert file.read_text("utf-8") == screen.out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda given: given[0])
def test_the_suffix_picks_the_format(command: tuple[str, ...], minsheng: Minsheng, tmp_path: Path) -> None:
    file = tmp_path / "结果.JSON"
    assert minsheng(*command, "--output", file, "--quiet").err == ""
    assert file.read_text("utf-8") == minsheng(*command, "--format", "json").out
    assert minsheng(*command, "--output", tmp_path / "结果", "--format", "json").code == 0
    refused = minsheng(*command, "--output", tmp_path / "结果.docx")
    assert (refused.code, refused.out) == (2, "")
    assert "看扩展名“.docx”定不了格式" in refused.err
    assert not (tmp_path / "结果.docx").exists()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda given: given[0])
def test_the_ledger_own_folder_and_a_folder_that_is_not_there(
    command: tuple[str, ...], minsheng: Minsheng, tmp_path: Path
) -> None:
    for file in (YUNXI / "data" / "x.json", tmp_path / "nowhere" / "x.json", tmp_path):
        result = minsheng(*command, "--output", file, "--format", "json")
        assert (result.code, result.out) == (2, "")
        assert not (YUNXI / "data" / "x.json").exists()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda given: given[0])
def test_quiet_keeps_the_result_and_says_nothing_else(command: tuple[str, ...], minsheng: Minsheng) -> None:
    loud, quiet = minsheng(*command), minsheng(*command, "--quiet")
    assert quiet.out == loud.out
    assert quiet.err == ""


def test_nothing_at_all_where_a_sound_ledger_is_checked_quietly(minsheng: Minsheng, tmp_path: Path) -> None:
    result = minsheng("validate", "--quiet", "--ledger", write_ledger(tmp_path, ledger_in("files.md")))
    assert (result.code, result.out, result.err) == (0, "", "")


@pytest.mark.parametrize("command", ["report", "show 1", "validate"])
def test_a_pipe_by_its_name_as_a_device(command: str) -> None:
    """In a pipe /dev/stdout leads to something that has no path."""
    into = [sys.executable, "-m", "minsheng_cli", *command.split(), "--output", "/dev/stdout"]
    result = subprocess.run(
        [*into, "--format", "json", "--quiet"], capture_output=True, cwd=ROOT, check=False, timeout=60
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert json.loads(result.stdout)["schema_version"] == 1


def test_findings_in_a_file_keep_their_exit_code(minsheng: Minsheng, tmp_path: Path) -> None:
    file = tmp_path / "问题.txt"
    result = minsheng("validate", "--ledger", ROOT, "--strict", "--output", file)
    assert (result.code, result.out) == (1, "")
    assert "M502" in file.read_text("utf-8")
    assert "查了14个文件" in result.err


@pytest.mark.parametrize(
    "arguments", ["--help", "report -h", "--version", "rules", "validate", "--show-completion"]
)
def test_a_reader_that_has_gone_before_the_first_byte(arguments: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "minsheng_cli", *arguments.split()]
    env = {**os.environ, "SHELL": "/bin/bash"}
    try:
        result = subprocess.run(
            command, stdout=writing, stderr=subprocess.PIPE, cwd=ROOT, env=env, check=False, timeout=60
        )
    finally:
        os.close(writing)
    assert result.returncode == 0
    assert b"Traceback" not in result.stderr
    assert "系统拒绝" not in result.stderr.decode()
