"""What all tests use: the command as a person types it, and small ledgers on disk."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from minsheng_cli.cli.app import run

ROOT = Path(__file__).parent.parent

# A shell lets what it starts in the background ignore Ctrl-C, and programs hand that on to those that they start:
# ours would then rightly not hear it, and the tests that send it wait in vain.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Some machines let Python keep nothing compiled: hundreds of commands that tests start would each compile all of it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@dataclass(frozen=True)
class Result:
    """What a run of the command gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out, parse_float=Decimal)


Minsheng = Callable[..., Result]


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the machine changes what the command prints."""
    for name in (
        "NO_COLOR",
        "FORCE_COLOR",
        "GITHUB_ACTIONS",
        "PY_COLORS",
        "COLUMNS",
        "MINSHENG_LEDGER",
        "TERM",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def minsheng(capsys: pytest.CaptureFixture[str]) -> Minsheng:
    """Run a command in this process."""

    def call(*arguments: str | Path) -> Result:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return call


def spawn(
    *arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    surroundings = {
        name: value for name, value in os.environ.items() if name not in ("COLUMNS", "MINSHENG_LEDGER")
    }
    surroundings.update(env or {})
    command = [sys.executable, "-m", "minsheng_cli", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, timeout=60, check=False)


def in_long_run(*values: Any, name: str | None = None) -> Any:
    """A parameter set of a test that is tried only in the long run."""
    return pytest.param(*values, marks=pytest.mark.long, id=name)


def refresher_of(document: str) -> ModuleType:
    """The script that writes a document, docs/refresh_<document>.py."""
    spec = importlib.util.spec_from_file_location(
        f"refresh_{document}", ROOT / "docs" / f"refresh_{document}.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_ledger(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A ledger from its files' texts; names are relative to `data/`."""
    for name, text in files.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-cases`: what tests/test_cases.py expects is written anew from what validate says now."""
    parser.addoption("--update-cases", action="store_true", help="rewrite tests/cases/*/expected.txt")
