"""The built wheel in a virtual environment of its own, run from a directory of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.long


def test_the_wheel_works_anywhere(tmp_path: Path) -> None:
    venv, wheels = tmp_path / "venv", tmp_path / "wheels"

    def call(*command: str | Path) -> str:
        done = subprocess.run(
            [*map(str, command)], cwd=tmp_path, capture_output=True, text=True, timeout=600, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    call(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", wheels, ROOT)
    call(sys.executable, "-m", "venv", venv)
    call(venv / "bin" / "pip", "install", "-q", next(wheels.glob("*.whl")))
    report = call(venv / "bin" / "minsheng", "report", "--ledger", ROOT, "--month", "2023-08")
    assert report.startswith("献县2023年20项民生工程")
    assert call(venv / "bin" / "python", "-m", "minsheng_cli", "--version").startswith("minsheng ")
    published = (ROOT / "schema" / "plan.schema.json").read_text("utf-8")
    assert call(venv / "bin" / "minsheng", "schema", "plan") == published, (
        "made from the models, no file needed"
    )
    listing = call(sys.executable, "-m", "zipfile", "-l", next(wheels.glob("*.whl")))
    assert "minsheng_cli/py.typed" in listing
    assert "data/projects.yaml" not in listing, "the county's data is a ledger, not the tool"
