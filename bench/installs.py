"""Throw-away environments: the program as a user has it, from a wheel and compiled; beancount in one of its own."""

from __future__ import annotations

import shutil
import subprocess
import venv
from pathlib import Path

from bench.processes import Failed, Process, surroundings

HERE = Path(__file__).resolve().parent


def new_venv(folder: Path, *wanted: str) -> Path:
    """An environment with what is wanted in it, byte-compiled by pip as everywhere; its Python."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    command = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *wanted]
    done = subprocess.run(command, env=surroundings(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"装不上{'、'.join(wanted)}：\n{done.stderr.strip()}")
    return python


def program(python: Path) -> str:
    """The program beside a Python in which it is installed."""
    script = python.parent / "minsheng"
    if not script.is_file():
        raise Failed(f"{python.parent} 里没有 minsheng，--python 要写装好了 minsheng 的那个 Python")
    return str(script)


def floor(python: Path, folder: Path) -> Process:
    """The floor as something installed would be: its module compiled, started by a script of two lines."""
    folder.mkdir()
    shutil.copy(HERE / "floor.py", folder / "floor.py")
    subprocess.run(
        [python, "-c", "import compileall; compileall.compile_dir('.', quiet=1)"], cwd=folder, check=True
    )
    script = folder / "start.py"
    script.write_text("from floor import app\napp()\n", "utf-8")
    return Process([str(python), str(script), "--ledger", "."])


def compiled(python: Path) -> bool:
    """Whether the program's bytecode is there to be loaded; else each run compiles what it loads."""
    code = (
        "import minsheng_cli, importlib.util as u, pathlib as p\n"
        "files = p.Path(minsheng_cli.__file__).parent.rglob('*.py')\n"
        "print(all(p.Path(u.cache_from_source(str(f))).is_file() for f in files))"
    )
    done = subprocess.run(
        [python, "-c", code], env=surroundings(), capture_output=True, text=True, check=True
    )
    return done.stdout.strip() == "True"
