"""The schema command: to the screen, into a file, and its mistakes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Minsheng, spawn, write_ledger


def published(name: str) -> str:
    return (ROOT / "schema" / f"{name}.schema.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("plan", "plan"), ("progress", "progress"), ("计划", "plan"), ("进度", "progress"), (" PLAN ", "plan")],
)
def test_a_file_goes_by_its_english_and_its_chinese_name(typed: str, name: str, minsheng: Minsheng) -> None:
    result = minsheng("schema", typed)
    assert (result.code, result.out, result.err) == (0, published(name), "")


def test_the_same_bytes_wherever_it_runs(tmp_path: Path) -> None:
    run = spawn(
        "schema", "plan", cwd=tmp_path, env={"LC_ALL": "C", "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"}
    )
    assert (run.returncode, run.stdout.decode(), run.stderr) == (0, published("plan"), b"")


def test_into_a_file(tmp_path: Path, minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = minsheng("schema", "progress", "--output", "schema/progress.schema.json")
    assert (result.code, result.out, result.err) == (0, "", "已写入 schema/progress.schema.json\n")
    assert (tmp_path / "schema/progress.schema.json").read_bytes().decode() == published("progress")
    assert minsheng("schema", "plan", "-o", "plan.json", "--quiet").err == ""
    assert (tmp_path / "plan.json").read_text("utf-8") == published("plan")
    assert minsheng("schema", "plan", "-o", "-").out == published("plan")


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        ((), "缺少参数 文件", "minsheng schema --help"),
        (("plam",), "文件种类 不能是“plam”", "是不是 plan？"),
        (("项目",), "文件种类 不能是“项目”", "可选：plan、progress、计划、进度"),
        (("",), "文件种类 不能是“”", "可选："),
        (("\x1b[31m",), "文件种类 不能是“<001B>[31m”", "可选："),
        (("plan", "progress"), "多写了参数：progress", "minsheng schema --help"),
        (("plan", "--format", "json"), "schema 没有 --format 这个选项", "有这个选项的命令："),
        (("plan", "--output", "no/such/x.json"), "写不了文件 no/such/x.json：文件夹不存在", "先建好文件夹"),
        (("plan", "--output", "."), "写不了文件 .：路径不是文件", "检查文件夹"),
        (("plan", "--output", "file/x.json"), "写不了文件 file/x.json：文件夹不存在", "先建好文件夹"),
    ],
)
def test_mistakes_are_a_sentence(
    arguments: tuple[str, ...],
    sentence: str,
    hint: str,
    tmp_path: Path,
    minsheng: Minsheng,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("x", "utf-8")
    result = minsheng("schema", *arguments)
    assert (result.code, result.out) == (2, "")
    first, second = result.err.splitlines()
    assert first == sentence
    assert hint in second
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_a_schema_never_takes_the_place_of_the_ledger(tmp_path: Path, minsheng: Minsheng) -> None:
    root = tmp_path / "ledger"
    shutil.copytree(ROOT / "data", root / "data")
    before = (root / "data/projects.yaml").read_bytes()
    for name in ("data/projects.yaml", "data/progress/x.json", "data/schema/x.json"):
        result = minsheng("schema", "plan", "--output", root / name)
        assert result.code == 2
        assert "台账自己的文件" in result.err
    assert (root / "data/projects.yaml").read_bytes() == before
    assert minsheng("schema", "plan", "--output", root / "schema/plan.schema.json").code == 0
    assert minsheng("validate", "--ledger", root).code == 0


def test_a_closed_pipe_and_a_full_disk() -> None:
    assert spawn("schema", "plan", "--output", "/dev/full").returncode == 2


def test_the_comment_that_editors_read_is_no_finding(tmp_path: Path, minsheng: Minsheng) -> None:
    line = "# yaml-language-server: $schema=../../schema/progress.schema.json\n"
    plan = (ROOT / "tests/ledgers/yunxi/data/projects.yaml").read_text("utf-8")
    water = (ROOT / "tests/ledgers/yunxi/data/progress/water.yaml").read_text("utf-8")
    bare = write_ledger(tmp_path / "bare", {"projects.yaml": plan, "progress/water.yaml": water})
    told = write_ledger(
        tmp_path / "told", {"projects.yaml": line + plan, "progress/water.yaml": line + water}
    )
    outs = [minsheng("report", "--ledger", root).out for root in (bare, told)]
    assert outs[0] == outs[1]
    assert "云溪" in outs[0]
