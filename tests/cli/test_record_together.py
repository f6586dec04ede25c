"""Several record at once: none is lost, whether they are of one department or of several; and who holds the lock is waited for."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Minsheng
from tests.test_cases import overlay

HOUSING = "data/progress/housing.yaml"
TRANSPORT = "data/progress/transport.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return overlay(tmp_path / "ledger", tmp_path / "nothing")


def start(root: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "minsheng_cli", "record", *arguments, "--ledger", str(root)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_none_of_several_is_lost(root: Path, minsheng: Minsheng) -> None:
    wanted: dict[str, list[tuple[str, ...]]] = {
        HOUSING: [
            ("住建局", "2024-04", "--set", "new-homes=110"),
            ("住建局", "2024-04", "--set", "rental-homes=30"),
            ("住建局", "2024-05", "--set", "new-homes=130", "--reported-on", "2024-06-01"),
            ("住建局", "2024-04", "--problem", "缺料"),
        ],
        TRANSPORT: [
            ("交通局", "2024-04", "--set", "street-lamps=930"),
            ("交通局", "2024-04", "--problem", "雨天多"),
        ],
    }
    running = [start(root, *arguments) for each in wanted.values() for arguments in each]
    for each in running:
        _, err = each.communicate(timeout=120)
        assert each.returncode == 0, err.decode()
    housing, transport = ((root / path).read_text("utf-8") for path in wanted)
    for text in (
        "new-homes: 110\n",
        "rental-homes: 30\n",
        "month: 2024-05\n",
        "new-homes: 130\n",
        "problems: [缺料]\n",
    ):
        assert text in housing
    assert "street-lamps: 930\n" in transport
    assert "problems: [雨天多]\n" in transport
    assert minsheng("validate", "--ledger", root).code == 0
    assert not list((root / "data").rglob(".*"))


def test_two_files_that_are_both_new(root: Path) -> None:
    """The second finds the file that the first has made, and adds to it."""
    (root / HOUSING).unlink()
    both = [
        start(root, "住建局", "2024-03", "--set", f"{name}=10", "--reported-on", "2024-04-02")
        for name in ("new-homes", "rental-homes")
    ]
    for each in both:
        _, err = each.communicate(timeout=120)
        assert each.returncode == 0, err.decode()
    text = (root / HOUSING).read_text("utf-8")
    assert "      new-homes: 10\n      rental-homes: 10\n" in text
    assert text.count("department:") == 1


def test_whoever_holds_the_lock_is_waited_for(root: Path) -> None:
    handle = os.open(root / "data", os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        running = start(root, "住建局", "2024-04", "--set", "new-homes=110")
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(1)
        assert "new-homes: 104\n" in (root / HOUSING).read_text("utf-8")
        (root / HOUSING).write_text(
            (root / HOUSING).read_text("utf-8").replace("rental-homes: 28", "rental-homes: 29"), "utf-8"
        )
        os.close(handle)
        handle = -1
    finally:
        if handle >= 0:
            os.close(handle)
    running.communicate(timeout=60)
    assert running.returncode == 0
    text = (root / HOUSING).read_text("utf-8")
    assert "new-homes: 110\n      rental-homes: 29\n" in text


def test_ctrl_c_while_waiting(root: Path) -> None:
    before = (root / HOUSING).read_bytes()
    handle = os.open(root / "data", os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        running = start(root, "住建局", "2024-04", "--set", "new-homes=110")
        time.sleep(1)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
    finally:
        os.close(handle)
    assert (running.returncode, err.decode()) == (130, "已中断\n")
    assert (root / HOUSING).read_bytes() == before
