"""Whatever stands where a file or a folder of the ledger belongs: one finding or sentence, never a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from minsheng_cli.source.folder import MAX_BYTES
from tests.conftest import Minsheng, Result
from tests.test_cases import BASE

PLAN, PROGRESS = "data/projects.yaml", "data/progress"


def without(root: Path, path: str) -> Path:
    """Make room at a path of the ledger."""
    place = root / path
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink()
    return place


def no_plan(root: Path) -> None:
    without(root, PLAN)


def plan_in_a_loop(root: Path) -> None:
    without(root, PLAN).symlink_to("projects.yaml")


def plan_linked_to_nothing(root: Path) -> None:
    without(root, PLAN).symlink_to("nothing.yaml")


def plan_is_a_folder(root: Path) -> None:
    without(root, PLAN).mkdir()


def plan_is_a_pipe(root: Path) -> None:
    os.mkfifo(without(root, PLAN))


def plan_is_a_device(root: Path) -> None:
    without(root, PLAN).symlink_to("/dev/zero")


def plan_too_large(root: Path) -> None:
    with without(root, PLAN).open("wb") as file:
        file.truncate(50 * MAX_BYTES)


def plan_empty(root: Path) -> None:
    without(root, PLAN).touch()


def no_data(root: Path) -> None:
    without(root, "data")


def data_is_a_file(root: Path) -> None:
    without(root, "data").touch()


def data_is_a_pipe(root: Path) -> None:
    os.mkfifo(without(root, "data"))


def data_in_a_loop(root: Path) -> None:
    without(root, "data").symlink_to("data")


def no_progress(root: Path) -> None:
    without(root, PROGRESS)


def progress_empty(root: Path) -> None:
    without(root, PROGRESS).mkdir()


def progress_is_a_pipe(root: Path) -> None:
    os.mkfifo(without(root, PROGRESS))


def progress_in_a_loop(root: Path) -> None:
    without(root, PROGRESS).symlink_to("round")
    (root / "data/round").symlink_to("progress")


def progress_linked_to_nothing(root: Path) -> None:
    without(root, PROGRESS).symlink_to("nothing")


def progress_linked_to_processes(root: Path) -> None:
    without(root, PROGRESS).symlink_to("/proc")


Odd = tuple[Callable[[Path], None], int, str]
ODD: list[Odd] = [
    (no_plan, 2, "不是台账目录"),
    (plan_in_a_loop, 1, f"{PLAN}:1:1: M124 错误 文件读不了：链接指向了自己"),
    (plan_linked_to_nothing, 1, f"{PLAN}:1:1: M124 错误 文件读不了：文件不存在"),
    (plan_is_a_folder, 1, f"{PLAN}:1:1: M125 "),
    (plan_is_a_pipe, 1, f"{PLAN}:1:1: M125 "),
    (plan_is_a_device, 1, f"{PLAN}:1:1: M126 "),
    (plan_too_large, 1, f"{PLAN}:1:1: M123 错误 文件有50,000,000字节"),
    (plan_empty, 1, f"{PLAN}:1:1: M120 "),
    (no_data, 2, "不是台账目录"),
    (data_is_a_file, 2, "不是台账目录"),
    (data_is_a_pipe, 2, "不是台账目录"),
    (data_in_a_loop, 2, "不是台账目录"),
    (no_progress, 0, ""),
    (progress_empty, 0, ""),
    (progress_is_a_pipe, 1, f"{PROGRESS}:1:1: M124 错误 文件读不了：上一级不是文件夹"),
    (progress_in_a_loop, 1, f"{PROGRESS}:1:1: M124 错误 文件读不了：链接指向了自己"),
    (progress_linked_to_nothing, 1, f"{PROGRESS}:1:1: M124 错误 文件读不了：链接指向的地方不存在"),
    (progress_linked_to_processes, 1, f"{PROGRESS}:1:1: M126 "),
]
COMMANDS = (
    ("validate", "--format", "json"),
    ("validate", "--fix"),
    ("report",),
    ("report", "--format", "json"),
    ("report", "--allow-invalid"),
)


def in_a_sentence(result: Result) -> bool:
    """Whether the command ended as it should, and not with a bug of ours."""
    return result.code in (0, 1, 2) and "Traceback" not in result.err and "程序内部出错" not in result.err


@pytest.mark.parametrize(("oddity", "code", "said"), ODD, ids=[each[0].__name__ for each in ODD])
def test_odd_places(
    oddity: Callable[[Path], None], code: int, said: str, tmp_path: Path, minsheng: Minsheng
) -> None:
    root = tmp_path / "ledger"
    shutil.copytree(BASE, root)
    oddity(root)
    result = minsheng("validate", "--ledger", root)
    assert result.code == code, result
    assert said in result.out + result.err
    assert result.out.count("错误") == (1 if code == 1 else 0)
    for command in COMMANDS:
        assert in_a_sentence(minsheng(*command, "--ledger", root)), command


NAMES = (
    b"a\nb.yaml",
    b"\x1b[31mred.yaml",
    b"\xff\xfe.yaml",
    b"\xff.yml",
    "\u202etxt.yaml".encode(),
    "\U000e0041\u200b.yaml".encode(),
    b" .yaml",
    "住建局.yaml".encode(),
    b"x" * 250 + b".yaml",
)
"""Names of files that no terminal should be given as they are."""


@pytest.mark.parametrize(
    "content", ["department: x\nreports: []\n", "reports: [\n", ""], ids=["read", "broken", "empty"]
)
def test_odd_names(content: str, tmp_path: Path, minsheng: Minsheng) -> None:
    root = tmp_path / "ledger"
    shutil.copytree(BASE, root)
    for name in NAMES:
        (root / PROGRESS / os.fsdecode(name)).write_text(content, "utf-8")
    result = minsheng("validate", "--ledger", root)
    assert result.code == 1
    for shown in (
        "a<000A>b.yaml:1:",
        "<001B>[31mred.yaml:1:",
        "<DCFF><DCFE>.yaml:1:",
        "<202E>txt.yaml:1:",
        "<DCFF>.yml:1:1: M119",
        "<E0041><200B>.yaml:1:",
    ):
        assert f"{PROGRESS}/{shown}" in result.out
    listed = minsheng("validate", "--ledger", root, "--format", "json")
    listed.out.encode()
    assert {os.fsencode(each["file"]).rpartition(b"/")[2] for each in listed.json["findings"]} >= set(NAMES)
    for command in (
        *COMMANDS,
        ("report", "--allow-invalid", "--format", "json", "--output", tmp_path / "out.json"),
    ):
        result = minsheng(*command, "--ledger", root)
        assert in_a_sentence(result), result
        assert not set("\x1b\u202e\udcff") & set(result.out + result.err)
    (tmp_path / "out.json").read_text("utf-8")


@pytest.mark.parametrize("path", [PLAN, f"{PROGRESS}/transport.yaml", PROGRESS, "data"])
def test_what_may_not_be_read(path: str, tmp_path: Path) -> None:
    """As another user where the tests run as root, who may read whatever the mode says."""
    root = tmp_path / "ledger"
    shutil.copytree(BASE, root)
    (root / path).chmod(0)
    for folder in (root, *tmp_path.parents[:3], tmp_path):  # pytest keeps its folders from other users
        if os.geteuid() == 0 and folder != Path(tmp_path.anchor):
            folder.chmod(folder.stat().st_mode | 0o055)
    code = f"""
import os, sys
from minsheng_cli.cli.app import run
import importlib, pkgutil, minsheng_cli
for each in pkgutil.walk_packages(minsheng_cli.__path__, "minsheng_cli."):  # the other user may not read the program
    importlib.import_module(each.name)
run(["validate", "--quiet", "--ledger", {str(BASE)!r}])
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
sys.exit(run(["validate", "--ledger", {str(root)!r}]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    (root / path).chmod(0o755)
    where = PLAN if path == "data" else path
    assert done.returncode == 1, done.stderr
    assert f"{where}:1:1: M124 错误 文件读不了：没有读取权限\n" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_file_that_changes_all_the_time(tmp_path: Path, minsheng: Minsheng) -> None:
    """While it is read it is written, taken away, and made a pipe, a folder, a link out, a loop: each time a finding or none."""
    root = tmp_path / "ledger"
    shutil.copytree(BASE, root)
    victim, text = root / PROGRESS / "transport.yaml", (BASE / PROGRESS / "transport.yaml").read_bytes()
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_bytes(text)
    stop = threading.Event()

    def swap() -> None:
        ways: list[Callable[[], object]] = [
            lambda: os.mkfifo(victim),
            victim.mkdir,
            lambda: victim.symlink_to(elsewhere),
            lambda: victim.symlink_to(victim.name),
            lambda: victim.write_bytes(text),
            lambda: victim.write_bytes(text * 5_000),
            lambda: None,
        ]
        while not stop.is_set():
            for way in ways:
                if victim.is_dir() and not victim.is_symlink():
                    victim.rmdir()
                else:
                    victim.unlink(missing_ok=True)
                way()

    writer = threading.Thread(target=swap)
    writer.start()
    try:
        results = [minsheng("validate", "--ledger", root) for _ in range(25)]
    finally:
        stop.set()
        writer.join()
    assert all(in_a_sentence(result) for result in results)
