"""For the tests of packaging: a clean copy of the code, the tools, and everything an installation needs as files."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.long.shop import Tools, call, new_venv

LEFT_BEHIND = shutil.ignore_patterns(
    ".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", "tests", "dist"
)


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository without its history, in a folder whose name shells and tools like to stumble over."""
    folder = tmp_path_factory.mktemp("code") / "民生 台账"
    shutil.copytree(ROOT, folder, ignore=LEFT_BEHIND)
    return folder


@pytest.fixture(scope="session")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Tools:
    """pipx and uv, each in an environment of its own: pipx takes another way where it finds uv beside it."""
    folder = tmp_path_factory.mktemp("tools")
    pinned = ("-c", ROOT / "constraints.txt")
    return Tools(
        build=new_venv(folder / "build", "hatchling", "twine", "readme-renderer[md]", *pinned),
        pipx=new_venv(folder / "pipx", "pipx") / "pipx",
        uv=new_venv(folder / "uv", "uv") / "uv",
    )


@pytest.fixture(scope="session")
def wheels(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, the libraries as in constraints.txt, what builds the wheel, and the pip that pipx asks for."""
    folder = tmp_path_factory.mktemp("wheels")
    pip = (sys.executable, "-m", "pip", "wheel", "-q", "-c", ROOT / "constraints.txt", "-w", folder)
    call(*pip, checkout, "hatchling", "pip", cwd=checkout)
    return folder


@pytest.fixture(scope="session")
def wheel(wheels: Path) -> Path:
    (found,) = wheels.glob("minsheng_cli-*.whl")
    return found
