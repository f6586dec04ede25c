"""The same code gives the same wheel and the same sdist, byte for byte, wherever and whenever it is built."""

from __future__ import annotations

import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.long.shop import Tools, call, new_venv

pytestmark = pytest.mark.long


def built(hatchling: Path, code: Path, out: Path, *, umask: int = 0o022, **env: str) -> dict[str, bytes]:
    """Wheel and sdist by their names."""
    call(hatchling, "build", "-d", out, cwd=code, env=env, umask=umask)
    return {path.name: path.read_bytes() for path in out.iterdir()}


def laid_anew(code: Path, other: Path) -> None:
    """The same files in another order, from another time, with the modes of a careful person's umask."""
    files = sorted((path for path in code.rglob("*") if path.is_file()), reverse=True)
    for number, file in enumerate(files):
        copy = other / file.relative_to(code)
        copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        copy.write_bytes(file.read_bytes())
        copy.chmod(0o600)
        os.utime(copy, (1_000_000_000 + number,) * 2)


def test_everywhere_the_same(tools: Tools, checkout: Path, tmp_path: Path) -> None:
    hatchling, other = tools.build / "hatchling", tmp_path / "another place"
    laid_anew(checkout, other)
    here = built(hatchling, checkout, tmp_path / "1", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    there = built(hatchling, other, tmp_path / "2", umask=0o077, TZ="Asia/Shanghai", PYTHONHASHSEED="2")
    assert {name.rpartition(".")[2] for name in here} == {"whl", "gz"}
    assert here.keys() == there.keys()
    for name, content in here.items():
        assert content == there[name], name


def test_the_sdist_gives_the_same_wheel(tools: Tools, checkout: Path, tmp_path: Path) -> None:
    hatchling = tools.build / "hatchling"
    direct = built(hatchling, checkout, tmp_path / "1")
    (sdist,) = (tmp_path / "1").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "code", filter="data")
    (code,) = (tmp_path / "code").iterdir()
    again = built(hatchling, code, tmp_path / "2")
    assert again == direct


def test_the_oldest_allowed_builder_will_do(tools: Tools, checkout: Path, tmp_path: Path) -> None:
    """Its metadata has an older version; the program in the wheel is the same."""
    oldest = new_venv(tmp_path / "venv", "hatchling", "-c", ROOT / "constraints-oldest.txt") / "hatchling"
    call(oldest, "build", "-t", "wheel", "-d", tmp_path / "1", cwd=checkout)
    call(tools.build / "hatchling", "build", "-t", "wheel", "-d", tmp_path / "2", cwd=checkout)
    old, new = (dict(program(tmp_path / folder)) for folder in ("1", "2"))
    assert old == new


def program(folder: Path) -> list[tuple[str, bytes]]:
    (wheel,) = folder.iterdir()
    with zipfile.ZipFile(wheel) as archive:
        return [
            (name, archive.read(name))
            for name in archive.namelist()
            if not name.endswith(("/METADATA", "/WHEEL", "/RECORD"))
        ]
