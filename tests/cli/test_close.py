"""minsheng close: a month closed, a change found without git, the month opened again with its reason."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.cli.test_fix import contents
from tests.cli.test_fix_files import mistype
from tests.conftest import ROOT, Minsheng
from tests.test_cases import overlay

CLOSED, TRANSPORT = "data/closed.yaml", "data/progress/transport.yaml"
MARCH = """\
  - month: 2024-03
    closed_on: 2024-04-12
    digest: dcc4a3b0c2176bf894c92d382c40bc87
    departments:
      health: c0a75369e186ec885f1ff994e4097b2b
      housing: aa0971deead6c5dba646ec9e924089de
      transport: f296000b1235189a32ff334d1c932df8
"""
HEAD = "# 关账记录：由 minsheng close 来写，只加不改。\nclosed:\n"
REOPENED = """\
  - month: 2024-03
    reopened_on: 2024-04-20
    reason: 交通局补报路灯18盏
"""
WHY = ("--reopen", "--reason", "交通局补报路灯18盏", "--date", "2024-04-20")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound ledger, and whoever closes its months stands in it."""
    root = overlay(tmp_path / "ledger", tmp_path / "nothing")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def closed(root: Path) -> Path:
    """One of which March is closed."""
    (root / CLOSED).write_text(HEAD + MARCH, "utf-8")
    return root


def record(root: Path) -> str:
    return (root / CLOSED).read_text("utf-8")


# ---- the whole way


def test_closed_changed_opened_again_and_closed(root: Path, minsheng: Minsheng) -> None:
    result = minsheng("close", "2024-03", "--date", "2024-04-12")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "已写入 data/closed.yaml\n"
        "2024-03 已关账，记下了3个部门的月报，校验码 dcc4a3b0c2176bf894c92d382c40bc87\n"
        "前面还没有关账的：2024-02；那时的数再变，2024-03 的新增、沿用也跟着变\n"
    )
    assert record(root) == HEAD + MARCH
    checked = minsheng("validate", "--strict")
    assert (checked.code, checked.out, checked.err) == (0, "", "查了5个文件，没有发现问题\n")

    mistype(root, TRANSPORT, ("street-lamps: 860", "street-lamps: 878"))
    refused = minsheng("report", "--month", "2024-04")
    assert refused.code == 1
    assert f"{TRANSPORT}:4:12: M601 错误 2024-03已在2024-04-12关账，交通局这个月的数据" in refused.err
    again = minsheng("close", "2024-03")
    assert (again.code, again.out) == (1, "")
    assert again.err.endswith("台账有1处错误，没有关账\n    改正后再运行\n")
    assert record(root) == HEAD + MARCH

    opened = minsheng("close", "2024-03", *WHY)
    assert (opened.code, opened.out) == (0, "")
    assert opened.err == (
        "已写入 data/closed.yaml\n"
        "2024-03 已重开，原因：交通局补报路灯18盏；改完以后运行 minsheng close 2024-03 再关账\n"
    )
    assert record(root) == HEAD + MARCH + REOPENED
    assert minsheng("validate", "--strict").code == 0

    assert minsheng("close", "2024-03", "--date", "2024-04-21").code == 0
    assert record(root).startswith(
        HEAD + MARCH + REOPENED + "  - month: 2024-03\n    closed_on: 2024-04-21\n"
    )
    assert minsheng("validate", "--strict").code == 0
    mistype(root, TRANSPORT, ("street-lamps: 878", "street-lamps: 860"))
    assert "M601" in minsheng("validate").out


def test_closed_and_unchanged_nothing_is_written(closed: Path, minsheng: Minsheng) -> None:
    before = (closed / CLOSED).stat()
    result = minsheng("close", "2024-03")
    assert (result.code, result.out) == (0, "")
    assert result.err == "2024-03 已在 2024-04-12 关账，数据没有变，不用再关\n"
    after = (closed / CLOSED).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_who_has_not_reported_is_said(root: Path, minsheng: Minsheng) -> None:
    result = minsheng("close", "2024-02", "--date", "2024-03-10")
    assert result.code == 0
    assert "还没有报 2024-02 的：交通局、卫健局；关账以后再报来，要先重开\n" in result.err
    assert "housing: " in record(root)
    assert "transport" not in record(root)
    text = (root / TRANSPORT).read_text("utf-8")
    late = "reports:\n  - {month: 2024-02, reported_on: 2024-03-12, figures: {rural-roads: 2, street-lamps: 830}}\n"
    (root / TRANSPORT).write_text(text.replace("reports:\n", late), "utf-8")
    assert "交通局这个月的月报是关账以后才有的" in minsheng("validate").out


def test_today_where_no_day_is_given(root: Path, minsheng: Minsheng) -> None:
    before = date.today()
    assert minsheng("close", "2024-03").code == 0
    assert f"closed_on: {before}\n" in record(root) or f"closed_on: {date.today()}\n" in record(root)


@pytest.mark.parametrize("arguments", [(), WHY], ids=["close", "reopen"])
def test_a_trial_shows_the_entry_and_writes_nothing(
    arguments: tuple[str, ...], root: Path, minsheng: Minsheng
) -> None:
    if arguments:
        (root / CLOSED).write_text(HEAD + MARCH, "utf-8")
    before = contents(root)
    result = minsheng("close", "2024-03", "--dry-run", *(arguments or ("--date", "2024-04-12")))
    assert contents(root) == before
    shown = (REOPENED if arguments else MARCH).replace("\n  ", "\n").removeprefix("  ")
    assert (result.code, result.out) == (0, shown)
    assert result.err.startswith("还没有写；去掉 --dry-run 就加到 data/closed.yaml 末尾\n2024-03 可以")


def test_quietly(root: Path, minsheng: Minsheng) -> None:
    result = minsheng("close", "2024-02", "--quiet")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert minsheng("close", "2024-02", "--quiet").err == ""
    assert minsheng("close", "2024-02", "--reopen", "--reason", "补报", "--quiet").err == ""


# ---- what is refused


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        (("2024-05",), "2024-05 还没有一个部门报过，关不了账", "核对月份"),
        (("2023-12",), "2023-12 不在计划期内", "可选 2024-01 到 2024-12"),
        (("3月",), "月份“3月”写法不对", "写成 2024-03"),
        (("x",), "月份“x”写法不对", "写成 2024-01 这样，可选 2024-01 到 2024-12\n"),
        (("",), "没有写月份", "写成 2024-01 这样"),
        ((), "缺少参数 月份", "minsheng close --help"),
        (("2024-03", "--reopen"), "重开要写明原因", "minsheng close 2024-03 --reopen --reason 原因"),
        (("2024-03", "--reopen", "--reason", " "), "重开要写明原因", "--reason 原因"),
        (("2024-03", "--reopen", "--reason", "无"), "“无”没有说出原因", "用一句话写明"),
        (("2024-03", "--reopen", "--reason", "1\n2"), "--reason 的内容有换行", "写在一行里"),
        (
            ("2024-03", "--reopen", "--reason", "核减\x1b[31m"),
            "--reason 的内容里有看不见的字符：核减<001B>[31m",
            "去掉再写",
        ),
        (("2024-03", "--reopen", "--reason", "核减" * 200), "原因超过200个字", "写成一句话"),
        (("2024-03", "--reason", "核减"), "--reason 要和 --reopen 一起用", "2024-03 --reopen --reason"),
        (("2024-03", "--reopen", "--reason", "核减"), "2024-03 没有关账，不用重开", "核对月份"),
        (("2024-03", "--date", "2024/4/12"), "日期“2024/4/12”写法不对", "写成 2024-04-12"),
        (("2024-03", "--date", "昨天"), "日期“昨天”写法不对", "写成“年-月-日”"),
        (
            ("2024-03", "--date", "2024-02-29"),
            "2024-03 到 2024-02-29 还没有开始，这一天关账、重开都不对",
            "--date",
        ),
    ],
)
def test_wrong_usage(
    arguments: tuple[str, ...], sentence: str, hint: str, root: Path, minsheng: Minsheng
) -> None:
    result = minsheng("close", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"{sentence}\n")
    assert hint in result.err
    assert not (root / CLOSED).exists()


def test_no_day_before_the_last_event(closed: Path, minsheng: Minsheng) -> None:
    result = minsheng("close", "2024-03", "--reopen", "--reason", "核减", "--date", "2024-04-11")
    assert (result.code, record(closed)) == (2, HEAD + MARCH)
    assert "日期 2024-04-11 比这个月上一条记录的 2024-04-12 还早" in result.err


@pytest.mark.parametrize("arguments", [("2024-04",), ("2024-03", *WHY)], ids=["close", "reopen"])
def test_a_ledger_with_errors_is_refused(
    arguments: tuple[str, ...], closed: Path, minsheng: Minsheng
) -> None:
    mistype(closed, TRANSPORT, ("street-lamps: 912", "street-lamps: 912盏"))
    result = minsheng("close", *arguments)
    assert (result.code, result.out) == (1, "")
    assert f"{TRANSPORT}:14:21: M402 错误" in result.err
    assert record(closed) == HEAD + MARCH


def test_of_two_changed_months_each_can_be_opened(root: Path, minsheng: Minsheng) -> None:
    for month in ("2024-03", "2024-04"):
        assert minsheng("close", month).code == 0
    mistype(
        root,
        TRANSPORT,
        ("street-lamps: 860", "street-lamps: 878"),
        ("street-lamps: 912", "street-lamps: 914"),
    )
    assert minsheng("validate").out.count("M601") == 2
    for month, left in (("2024-04", 1), ("2024-03", 0)):
        assert minsheng("close", month, "--reopen", "--reason", "交通局更正").code == 0
        assert minsheng("validate").out.count("M601") == left


# ---- the findings


def test_escape_sequences_in_the_record_do_nothing(closed: Path, minsheng: Minsheng) -> None:
    text = record(closed)
    (closed / CLOSED).write_text(text.replace("transport: f", '"\\e[31m交通\\n局": f'), "utf-8")
    for arguments in (("validate",), ("close", "2024-03"), ("validate", "--format", "json")):
        result = minsheng(*arguments)
        assert result.code == 1
        assert "\x1b" not in result.out + result.err


def test_a_file_with_another_error_is_not_also_said_to_have_changed(closed: Path, minsheng: Minsheng) -> None:
    """Of a figure or a month that cannot be read nobody knows what it is meant to be."""
    mistype(closed, TRANSPORT, ("street-lamps: 860", "street-lamps: 860盏"))
    assert "M601" not in minsheng("validate").out
    mistype(
        closed, TRANSPORT, ("street-lamps: 860盏", "street-lamps: 860"), ("month: 2024-03", "month: 3月初")
    )
    assert "M601" not in minsheng("validate").out


def test_a_change_elsewhere_is_none(closed: Path, minsheng: Minsheng) -> None:
    """Another month, the plan, remarks, layout: none of them is what was closed."""
    mistype(closed, TRANSPORT, ("street-lamps: 912", "street-lamps: 913"), ("[沥青供应不足]", "[沥青已到货]"))
    mistype(
        closed,
        TRANSPORT,
        (
            "      rural-roads: 4.2\n      street-lamps: 860\n",
            "      street-lamps: {done: 860.0, note: 已核}\n      rural-roads: 4.20\n",
        ),
    )
    mistype(closed, "data/projects.yaml", ("target: 1200", "target: 1300"), ("name: 路灯", "name: 新装路灯"))
    assert minsheng("validate").out == ""


def test_a_revision_brings_its_record_along(closed: Path, tmp_path: Path) -> None:
    """What git reads of a revision is the whole ledger, the record of what was closed among it."""
    from minsheng_cli.git.repository import Repository
    from minsheng_cli.model.ledger import assemble
    from minsheng_cli.month import Month

    surroundings = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", "3月关账")):
        subprocess.run(("git", *arguments), cwd=closed, env=surroundings, check=True)
    (closed / CLOSED).unlink()
    repository = Repository.at(closed)
    ledger = assemble(repository.files(repository.commit("HEAD")))
    assert list(ledger.closed) == [Month.of(2024, 3)]


def test_nothing_of_the_ledger_that_comes_along_is_closed() -> None:
    assert not (ROOT / CLOSED).exists()


def test_a_last_line_that_goes_on_is_not_added_to(closed: Path, minsheng: Minsheng) -> None:
    """A text of several lines that ends the file would get a line end that it does not have."""
    before = HEAD + MARCH + REOPENED.replace("reason: 交通局补报路灯18盏\n", "reason: |\n      交通局补报")
    (closed / CLOSED).write_text(before, "utf-8")
    result = minsheng("close", "2024-03", "--date", "2024-04-21")
    assert (result.code, record(closed)) == (1, before)
    assert "data/closed.yaml 最后一行没有换行" in result.err


def test_a_day_to_come_would_keep_the_month_from_being_opened_again(root: Path, minsheng: Minsheng) -> None:
    result = minsheng("close", "2024-03", "--date", "2999-01-01")
    assert (result.code, (root / CLOSED).exists()) == (2, False)
    assert "--date 的 2999-01-01 还没有到" in result.err
