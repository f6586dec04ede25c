"""Running other programs to build and install ours: what the tests of packaging share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import typer

from minsheng_cli import __version__
from minsheng_cli.cli.app import app
from tests.conftest import ROOT, spawn

COMMANDS = list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
_OURS = ("MINSHENG_", "PYTHON", "PIPX_", "VIRTUAL_ENV", "SOURCE_DATE_EPOCH", "COLUMNS", "FORCE_COLOR")
"""Beginnings of variables that would reach into what is tested."""


@dataclass(frozen=True)
class Tools:
    """Where the programs are."""

    build: Path
    """The folder of programs of an environment with hatchling and twine."""
    pipx: Path
    uv: Path


def call(*command: str | Path, cwd: Path, env: Mapping[str, str] | None = None, umask: int = -1) -> str:
    """What a program prints to stdout; it has to succeed."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    done = subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        env={**surroundings, **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
        umask=umask,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def new_venv(folder: Path, *packages: str | Path) -> Path:
    """A fresh environment with these packages from the registry; its folder of programs."""
    programs = folder / "bin"
    call(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    if packages:
        call(programs / "pip", "install", "-q", *packages, cwd=folder.parent)
    return programs


def off_line(wheels: Path) -> dict[str, str]:
    """Variables by which pip and uv take everything from a folder, and this very Python."""
    return {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "UV_NO_INDEX": "1",
        "UV_FIND_LINKS": str(wheels),
        "UV_OFFLINE": "1",
        "UV_PYTHON": sys.executable,
        "UV_PYTHON_DOWNLOADS": "never",
        "PIPX_DEFAULT_PYTHON": sys.executable,
    }


def works(*minsheng: Path | str, cwd: Path, ledger: Path = ROOT) -> None:
    """The installed program does its whole work, from `cwd` and from inside the ledger."""
    report = ("report", "--month", "2023-08")
    expected = spawn(*report).stdout.decode("utf-8")
    assert expected.startswith("献县2023年20项民生工程　2023年8月")
    assert call(*minsheng, "--version", cwd=cwd) == f"minsheng {__version__}\n"
    assert call(*minsheng, *report, "--ledger", ledger, cwd=cwd) == expected
    assert call(*minsheng, *report, cwd=ledger / "data" / "progress") == expected
    assert "M502" in call(*minsheng, "validate", "--ledger", ledger, cwd=cwd)
    assert call(*minsheng, "schema", "plan", cwd=cwd) == (ROOT / "schema/plan.schema.json").read_text("utf-8")
    for command in ([], *([each] for each in COMMANDS)):
        assert call(*minsheng, *command, "--help", cwd=cwd).startswith("用法：minsheng"), command
