"""The program around the commands: exit codes, streams, surroundings, other processes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from minsheng_cli.cli.registry import NAMES
from tests.conftest import ROOT, Minsheng, in_long_run, spawn, write_ledger


def test_version(minsheng: Minsheng) -> None:
    result = minsheng("--version")
    assert result.code == 0
    assert re.fullmatch(r"minsheng \d+\.\d+\.\d+\n", result.out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("-h",),
        ("validate", "--help"),
        ("report", "-h"),
        ("show", "-h"),
        ("explain", "-h"),
        ("rules", "-h"),
        ("schema", "-h"),
    ],
)
def test_help_is_chinese(arguments: tuple[str, ...], minsheng: Minsheng) -> None:
    result = minsheng(*arguments)
    assert result.code == 0
    assert result.out.startswith("用法：minsheng")
    commands = "|".join(NAMES)
    prose = re.sub(
        rf"minsheng|{commands}|MINSHENG_\w+|--?[\w-]+|[\w./-]+\.(json|sarif)|\b(text|json|github|gitlab|sarif|git|origin/main|table|markdown|csv|project|department|area|indicator|plan|status|percent|progress|unit-in-number|auto|always|never)\b",
        "",
        result.out,
    )
    assert not re.findall(r"[A-Za-z]{3,}", prose)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("repor",), "是不是 report？"),
        (("report", "--mont", "2023-08"), "--mont"),
        (("report", "--format", "pdf"), "--format 不能是“pdf”"),
        (("report", "--by", "projects"), "是不是 project？"),
        (("report", "--sort", "x"), "可选：plan、status、percent"),
        (("report", "extra"), "多写了参数"),
        (("show",), "缺少参数"),
        (("show", "1", "--format", "csv"), "可选：text、json"),
        (("report", "--month"), "--month"),
        (("validate", "--format", "yaml"), "可选：text、json"),
        (("validate", "--ledger", "/nowhere"), "不是台账目录"),
        ((), "用法：minsheng"),
    ],
)
def test_wrong_usage_is_a_sentence_and_exit_2(
    arguments: tuple[str, ...], words: str, minsheng: Minsheng
) -> None:
    result = minsheng(*arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert "Traceback" not in result.err


def test_no_ledger_here(minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = minsheng("validate")
    assert result.code == 2
    assert "这里没有台账" in result.err


def test_the_ledger_is_found_from_below(minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "data" / "progress")
    assert minsheng("validate", "--quiet").code == 0


def test_strict_counts_warnings(minsheng: Minsheng) -> None:
    assert minsheng("validate", "--ledger", ROOT).code == 0
    assert minsheng("validate", "--ledger", ROOT, "--strict").code == 1


def test_findings_go_to_stdout_and_the_summary_to_stderr(minsheng: Minsheng) -> None:
    result = minsheng("validate", "--ledger", ROOT)
    assert "M502" in result.out
    assert "查了14个文件" in result.err
    assert minsheng("validate", "--ledger", ROOT, "--quiet").err == ""


def test_one_broken_file_hides_nothing_in_the_others(minsheng: Minsheng, tmp_path: Path) -> None:
    """Whichever file cannot be read, the mistakes of all others are found, the plan's own included."""
    yunxi = ROOT / "tests" / "ledgers" / "yunxi" / "data"
    files = {path.relative_to(yunxi).as_posix(): path.read_text("utf-8") for path in yunxi.rglob("*.yaml")}
    files["progress/water.yaml"] = files["progress/water.yaml"].replace("9.125", "9.125千米")
    files["progress/gov-office.yaml"] = files["progress/gov-office.yaml"].replace("2025-06-30", "2025-6-30")
    both = {"data/progress/water.yaml", "data/progress/gov-office.yaml"}

    def broken(files: dict[str, str], root: Path) -> set[str]:
        found = minsheng("validate", "--ledger", write_ledger(root, files), "--format", "json").json[
            "findings"
        ]
        return {each["file"] for each in found if each["severity"] == "error"}

    assert broken(files, tmp_path / "a") == both
    assert broken({**files, "progress/education.yaml": "reports: [\n"}, tmp_path / "b") == {
        *both,
        "data/progress/education.yaml",
    }
    assert broken({**files, "projects.yaml": "plan: [\n"}, tmp_path / "c") == {*both, "data/projects.yaml"}
    no_title = files["projects.yaml"].replace('  title: "云溪县2025年3件民生实事"\n', "")
    assert broken({**files, "projects.yaml": no_title}, tmp_path / "d") == {*both, "data/projects.yaml"}


def test_the_same_files_give_the_same_bytes_everywhere() -> None:
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"},
        {
            "PYTHONHASHSEED": "2",
            "TZ": "America/New_York",
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
    )
    for arguments in (
        ("validate",),
        ("report", "--month", "2023-08"),
        ("report", "--format", "json"),
        ("show", "3"),
    ):
        first, second = (spawn(*arguments, env=each) for each in surroundings)
        assert first.returncode == second.returncode == 0
        assert first.stdout == second.stdout


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -m minsheng_cli report --by indicator | head -n 1"
    result = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert result.returncode == 0
    assert result.stderr == b""
    assert result.stdout.decode().count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_a_sentence() -> None:
    for arguments in ("validate", "report", "report --help", "--version"):
        command = f"{sys.executable} -m minsheng_cli {arguments} > /dev/full"
        result = subprocess.run(
            ["bash", "-c", command], cwd=ROOT, capture_output=True, timeout=60, check=False
        )
        assert result.returncode == 2, arguments
        assert "磁盘已满" in result.stderr.decode()
        assert "Traceback" not in result.stderr.decode()


def shell(command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    program = f"{sys.executable} -m minsheng_cli"
    return subprocess.run(
        ["bash", "-c", command.replace("minsheng", program, 1)],
        cwd=cwd,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        "validate",
        "report --output -",
        "--version",
        *map(
            in_long_run,
            ["report", "report --format json", "show 3", "explain M402", "rules", "schema plan"],
        ),
    ],
)
def test_a_closed_output_is_a_sentence(arguments: str) -> None:
    for closed in (">&-", "<&- >&- 2>&-", "2>&- >&-"):
        result = shell(f"minsheng {arguments} {closed}")
        assert result.returncode == 2, closed
        assert b"Traceback" not in result.stderr
    assert "写不出去" in shell("minsheng report >&-").stderr.decode()


@pytest.mark.parametrize("columns", ["9" * 5000, "99999", "0", "-5", "x", "\u0663"])
def test_an_odd_width_is_no_reason_to_stop(columns: str) -> None:
    result = shell(f"COLUMNS={columns} minsheng report")
    assert result.returncode == 0
    assert result.stderr == b""


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    result = shell("rmdir ../gone && minsheng validate", gone)
    assert result.returncode == 2
    assert "当前目录已经不在了" in result.stderr.decode()


def test_a_report_never_takes_the_place_of_the_ledger(tmp_path: Path, minsheng: Minsheng) -> None:
    root = tmp_path / "ledger"
    shutil.copytree(ROOT / "data", root / "data")
    (tmp_path / "link").symlink_to(root / "data")
    before = (root / "data/projects.yaml").read_bytes()
    for name in (root / "data/projects.yaml", root / "data/progress/new.json", tmp_path / "link/x.json"):
        result = minsheng("report", "--ledger", root, "--format", "json", "--output", name)
        assert result.code == 2
        assert "台账自己的文件" in result.err
    assert (root / "data/projects.yaml").read_bytes() == before
    assert minsheng("report", "--ledger", root, "--output", root / "8月.json").code == 0


def test_arguments_cannot_act_on_the_terminal(minsheng: Minsheng) -> None:
    for arguments in (
        ("report", "--project", "\x1b[31mx"),
        ("report", "--month", "\x1b[31m"),
        ("show", "\x1b[31mx"),
        ("validate", "--ledger", "\x1b[2J"),
    ):
        result = minsheng(*arguments, *(() if "--ledger" in arguments else ("--ledger", ROOT)))
        assert result.code == 2
        assert "\x1b" not in result.err


def test_a_bug_is_a_sentence_and_exit_70(minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch) -> None:
    from minsheng_cli.cli import loading

    def fail(root: Path, base: object = None) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(loading, "check", fail)
    result = minsheng("validate", "--ledger", ROOT)
    assert result.code == 70
    assert "这是程序的问题" in result.err
    with pytest.raises(ZeroDivisionError):
        minsheng("--debug", "validate", "--ledger", ROOT)


def test_interrupted(minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch) -> None:
    from minsheng_cli.cli import loading

    def interrupt(root: Path, base: object = None) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(loading, "check", interrupt)
    assert minsheng("validate", "--ledger", ROOT).code == 130


@pytest.mark.parametrize(
    ("environment", "option", "coloured"),
    [
        ({}, "auto", False),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({"FORCE_COLOR": "1"}, "never", False),
    ],
)
def test_colour_follows_the_conventions(
    environment: dict[str, str],
    option: str,
    coloured: bool,
    minsheng: Minsheng,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in minsheng("report", "--ledger", ROOT, "--color", option).out) is coloured


def test_a_plan_without_any_file_of_a_department_is_said_to_be_alone(
    minsheng: Minsheng, tmp_path: Path
) -> None:
    """Files in the wrong folder are not read: without a word the ledger would only seem to be in order."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "data" / "progress").rename(tmp_path / "data" / "2023")
    result = minsheng("validate", "--ledger", tmp_path)
    assert (result.code, result.out) == (0, "")
    assert result.err == "查了1个文件，没有发现问题；data/progress 里还没有部门的文件\n"
