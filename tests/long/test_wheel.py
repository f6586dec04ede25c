"""The built wheel: what is in it, and that it works in an empty environment, from any directory."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from minsheng_cli import __version__
from tests.conftest import ROOT
from tests.long.shop import Tools, call, new_venv, off_line, works
from tests.test_constraints import RUNTIME, needed

pytestmark = pytest.mark.long

PACKAGE = ROOT / "src" / "minsheng_cli"


@pytest.fixture(scope="module")
def programs(wheels: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment, and nothing installed in it but what the wheel asks for."""
    made = new_venv(tmp_path_factory.mktemp("venv") / "空 环境")
    call(made / "python", "-m", "pip", "install", "-q", "minsheng-cli", cwd=wheels, env=off_line(wheels))
    return made


def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


def test_it_holds_the_program_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    information = f"minsheng_cli-{__version__}.dist-info"
    ours = {name for name in names if not name.startswith(information)}
    source = {
        f"minsheng_cli/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert ours == source
    assert "minsheng_cli/py.typed" in ours
    assert names - ours == {
        f"{information}/{name}"
        for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")
    }


def test_the_sdist_holds_no_ledger_and_no_tests(tools: Tools, checkout: Path, tmp_path: Path) -> None:
    call(tools.build / "hatchling", "build", "-t", "sdist", "-d", tmp_path, cwd=checkout)
    (sdist,) = tmp_path.iterdir()
    with tarfile.open(sdist) as archive:
        tops = {name.split("/")[1] for name in archive.getnames()}
    assert tops == {
        *(
            "src",
            "docs",
            "schema",
            "README.md",
            "LICENSE",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "constraints.txt",
        ),
        *("pyproject.toml", ".gitignore", "PKG-INFO"),
    }


def test_no_path_of_this_machine_is_in_it(wheel: Path) -> None:
    places = [str(each).encode() for each in (ROOT, Path.home(), Path(sys.prefix), wheel.parent)]
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            text = archive.read(name)
            assert not [place for place in places if place in text], name


def test_its_metadata_is_whole(wheel: Path) -> None:
    told, declared = metadata(wheel), tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert (told["Name"], told["Version"]) == ("minsheng-cli", __version__)
    assert (told["License-Expression"], told["License-File"]) == ("MIT", "LICENSE")
    assert told["Requires-Python"] == ">=3.11"
    assert told["Description-Content-Type"] == "text/markdown"
    assert told.get_all("Classifier") == declared["classifiers"]
    assert told.get_all("Project-URL") is None, "it lies at no address yet: tell the right one, and test it"
    needed = [each for each in told.get_all("Requires-Dist") or () if "extra ==" not in each]
    assert len(needed) == len(declared["dependencies"])
    readme = (ROOT / "README.md").read_text("utf-8")
    assert told.get_payload(decode=True).decode("utf-8").strip() == readme.strip()  # type: ignore[union-attr]


def test_its_long_description_renders(tools: Tools, wheel: Path, checkout: Path) -> None:
    assert "PASSED" in call(tools.build / "twine", "check", "--strict", wheel, cwd=checkout)


def test_it_works_anywhere(programs: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "别的 文件夹"
    elsewhere.mkdir()
    works(programs / "minsheng", cwd=elsewhere)
    works(programs / "python", "-m", "minsheng_cli", cwd=elsewhere)
    assert call(programs / "python", "-m", "pip", "check", cwd=elsewhere)
    assert list(elsewhere.iterdir()) == []


def test_it_needs_nothing_that_is_not_asked_for(programs: Path, tmp_path: Path) -> None:
    """Neither a development tool nor the click that Typer used to bring."""
    listed = call(programs / "python", "-m", "pip", "freeze", cwd=tmp_path)
    names = {canonicalize_name(re.split("==| @ ", line)[0]) for line in listed.splitlines()}
    seen: set[str] = set()
    assert names == {"minsheng-cli", *(each for wanted in RUNTIME for each in needed(wanted, seen))}
    assert "click" not in names


def test_it_works_where_nothing_may_be_written(wheels: Path, tmp_path: Path) -> None:
    """Installed without compiled files, and its folder, the ledger and the present one read-only."""
    programs = new_venv(tmp_path / "只读 环境")
    install = ("-m", "pip", "install", "-q", "--no-compile", "minsheng-cli")
    call(programs / "python", *install, cwd=wheels, env=off_line(wheels))
    (package,) = programs.parent.glob("lib/python3*/site-packages/minsheng_cli")
    ledger = tmp_path / "县里 的台账"
    shutil.copytree(ROOT / "data", ledger / "data")
    assert list(package.rglob("*.pyc")) == []
    for folder in (package, ledger):
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
    bound = _bound_by_modes()
    tried = subprocess.run([*bound, "touch", str(package / "x")], capture_output=True, check=False)
    assert tried.returncode, "nothing may be written there, or this tests nothing"
    try:
        works(*bound, programs / "minsheng", cwd=ledger, ledger=ledger)
        assert list(package.rglob("*.pyc")) == []
    finally:
        for folder in (package, ledger):
            for path in (folder, *folder.rglob("*")):
                path.chmod(0o755)


def _bound_by_modes() -> list[str]:
    """A beginning of a command; whoever tests as root would else write where the modes forbid it."""
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
