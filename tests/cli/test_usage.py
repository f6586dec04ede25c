"""Wrong usage: every mistake is one sentence and one hint, says where what was typed belongs, and nothing acts on the terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from minsheng_cli.cli.app import app
from tests.conftest import ROOT, Minsheng, spawn

YUNXI = ROOT / "tests" / "ledgers" / "yunxi"


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        (("--ledger", "X", "report"), "--ledger 要写在命令后面", "写成：minsheng report --ledger X"),
        (
            ("--ledger", "a b", "report", "-q"),
            "--ledger 要写在命令后面",
            "写成：minsheng report --ledger 'a b' -q",
        ),
        (
            ("--ledger=X",),
            "没有写命令，--ledger 要写在命令后面",
            "如：minsheng validate --ledger=X",
        ),
        (("--month", "6", "validate"), "validate 没有 --month 这个选项", "有这个选项的命令："),
        (("report", "--version"), "--version 要写在命令前面", "写成：minsheng --version"),
        (("report", "--debug", "-q"), "--debug 要写在命令前面", "写成：minsheng --debug report -q"),
        (("validate", "--month", "x"), "validate 没有 --month 这个选项", "有这个选项的命令："),
        (("report", "--mnth", "x"), "没有 --mnth 这个选项", "是不是 --month？"),
        (
            ("report", "--month", "--format", "json"),
            "--month 后面没有写月份",
            "看用法：minsheng report --help",
        ),
        (("report", "--month"), "--month 后面没有写月份", "看用法：minsheng report --help"),
        (("report", "--quiet=3"), "--quiet 后面不用写值", "只写 --quiet"),
        (("report", "-m", "2023-08", "--month", "2023-07"), "--month 写了不止一次", "只留一个"),
        (("report", "—month", "8"), "多写了参数：—month 8", "选项前面是两个半角的减号：--month 8"),
        (("—help",), "没有 —help 这个命令", "选项前面是半角的减号"),
        (("report", "--", "x"), "多写了参数：x", "看用法：minsheng report --help"),
        (("report", "2023-08"), "多写了参数：2023-08", "月份前面加 --month：--month 2023-08"),
        (("show", "7", "8月"), "多写了参数：8月", "月份前面加 --month，写成四位年、两位月"),
        (("report", "7"), "多写了参数：7", "前面要写选项：--project 项目、"),
        (("report", "住建局"), "多写了参数：住建局", "前面要写选项：--project 项目、"),
        (("validate", "a/health.yaml"), "多写了参数：a/health.yaml", "整本台账一起查，不用写文件名"),
        (("validate", "X/"), "多写了参数：X/", "台账在别的目录的，前面加 --ledger"),
        (("REPORT",), "没有 REPORT 这个命令", "是不是 report？"),
        (("foo",), "没有 foo 这个命令", "命令有 validate、report、"),
        (("explain",), "缺少参数 代码", "看用法：minsheng explain --help；如：minsheng explain M402"),
        (("show",), "缺少参数 项目", "看用法：minsheng show --help；如：minsheng show 7"),
        (("schema",), "缺少参数 文件", "看用法：minsheng schema --help；如：minsheng schema plan"),
        (("report", "-x"), "没有 -x 这个选项", "看用法：minsheng report --help"),
    ],
)
def test_a_mistake_says_where_what_was_typed_belongs(
    arguments: tuple[str, ...], sentence: str, hint: str, minsheng: Minsheng
) -> None:
    result = minsheng(*arguments)
    assert (result.code, result.out) == (2, "")
    said = result.err.splitlines()
    assert len(said) == 2
    assert said[0] == sentence
    assert said[1].startswith(f"    {hint}")


def test_what_a_mistake_says_to_write_can_be_written(minsheng: Minsheng) -> None:
    said = minsheng("--ledger", YUNXI, "--quiet", "validate").err
    assert said.endswith(f"写成：minsheng validate --ledger {YUNXI} --quiet\n")
    assert minsheng(*said.split("minsheng ")[1].split()).code == 0


def test_two_dashes_end_the_options(minsheng: Minsheng) -> None:
    assert minsheng("explain", "--", "M402").code == 0
    assert minsheng("--", "explain", "M402").code == 0


def test_help_needs_no_sound_arguments(minsheng: Minsheng) -> None:
    for arguments in (("report", "-m", "x", "-m", "y", "-h"), ("report", "--by", "--help", "-h")):
        assert minsheng(*arguments).code == 0


@pytest.mark.parametrize(
    ("month", "hint"),
    [
        ("6月", "写成 2025-06"),
        ("6", "写成 2025-06"),
        ("06", "写成 2025-06"),
        ("六月份", "写成 2025-06"),
        ("十二月", "写成 2025-12"),
        ("２０２５－６", "写成 2025-06"),
        ("202506", "写成 2025-06"),
        ("2025-6", "写成 2025-06"),
        ("2025年6月", "写成 2025-06"),
        ("2024-6", "写成 2025-03 这样，可选 2025-03 到 2025-12；不写就是最近有月报的月"),
        ("1月", "写成 2025-03 这样，可选 2025-03 到 2025-12；不写就是最近有月报的月"),
        ("上月", "写成 2025-03 这样，可选 2025-03 到 2025-12；不写就是最近有月报的月"),
        ("x", "写成 2025-03 这样，可选 2025-03 到 2025-12；不写就是最近有月报的月"),
    ],
)
def test_a_month_typed_otherwise_is_named_as_this_plan_has_it(
    month: str, hint: str, minsheng: Minsheng
) -> None:
    result = minsheng("report", "--ledger", YUNXI, "--month", month)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"月份“{month}”写法不对\n    {hint}\n"


@pytest.mark.parametrize(
    ("option", "typed", "meant"),
    [
        ("--project", "口代公园", "3 口袋公园建设工程（pocket-parks）"),
        ("--project", "农村厕所改造", "5 农村厕所提升工程（rural-toilets）"),
        ("--project", "Shantytwon", "1 棚户区改造工程（shantytown）"),
        ("--department", "教育局", "教体局（education-sports）"),
        ("--department", "卫建局", "住建局（housing）、卫健局（health）"),
    ],
)
def test_a_name_with_a_slip_of_the_pen_is_asked_after(
    option: str, typed: str, meant: str, minsheng: Minsheng
) -> None:
    result = minsheng("report", "--ledger", ROOT, option, typed)
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith(f"\n    是不是 {meant}？\n")


@pytest.mark.parametrize("typed", ["99", "1x", "垃圾分类工程", "提", "长" * 5000])
def test_a_name_that_is_near_none_lists_them_all(typed: str, minsheng: Minsheng) -> None:
    result = minsheng("report", "--ledger", ROOT, "--department", typed)
    assert "\n    可选：发改局（development-reform）、" in result.err


def value_options() -> list[tuple[str, str]]:
    """Every option of every command that takes a value, and each argument as the option `--`."""
    group = typer.main.get_command(app)
    context = typer.Context(group, info_name="minsheng")
    found = []
    for name in group.list_commands(context):  # type: ignore[attr-defined]
        for each in group.get_command(context, name).params:  # type: ignore[attr-defined]
            if each.param_type_name == "argument":
                found.append((name, "--"))
            elif not each.is_flag:
                found.append((name, max(each.opts, key=len)))
    return found


@pytest.mark.parametrize(("command", "option"), value_options())
@pytest.mark.parametrize(
    "value", ["a\nb", "\x1b[2J\x1b]0;x\x07", "\u202e", "\udce4\udcbd", "\x00", "长" * 5000]
)
def test_no_value_acts_on_the_terminal(
    command: str, option: str, value: str, minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MINSHENG_LEDGER", str(YUNXI))
    result = minsheng(command, option, value)
    assert result.code in (0, 2)
    said = result.err.splitlines()
    assert result.code == 0 or 1 <= len(said) <= 2
    assert not any(sign in result.out + result.err for sign in "\x1b\x07\x00\u202e\udce4")
    assert all(len(line) < 2500 for line in said)


@pytest.mark.parametrize(
    "word", ["a\nb", "\x1b[2J", "--\x1b[2J", "--a\nb", "-\x1b", "\udce4\udcbd", "", "长" * 5000]
)
@pytest.mark.parametrize("before", [(), ("report",), ("rules",)])
def test_no_word_acts_on_the_terminal(before: tuple[str, ...], word: str, minsheng: Minsheng) -> None:
    result = minsheng(*before, word)
    assert result.code == 2
    assert len(result.err.splitlines()) == 2
    assert not any(sign in result.err for sign in "\x1b\udce4")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_arguments_are_understood_in_a_locale_without_chinese(encoding: str) -> None:
    surroundings = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [
        sys.executable.encode(),
        *(b"-m", b"minsheng_cli", b"report", b"--format", b"json"),
        *(word.encode(encoding) for word in ("--department", "住建局", "--status", "已完成")),
    ]
    env = {**os.environ, **surroundings}
    found = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, timeout=60, check=False)
    assert (found.returncode, found.stderr) == (0, b"")
    command[-3] = "住建厅".encode(encoding)
    wrong = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, timeout=60, check=False)
    assert wrong.returncode == 2
    assert wrong.stderr.decode().startswith("没有“住建厅”这个部门")


def test_a_file_name_in_a_locale_without_chinese(tmp_path: Path) -> None:
    surroundings = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = spawn("report", "--output", tmp_path / "8月.json", env=surroundings)
    assert (result.returncode, result.stderr.decode()) == (0, f"已写入 {tmp_path}/8月.json\n")
    assert (tmp_path / "8月.json").is_file()
