"""The ways that README.md tells to install: its very commands, run in a copy of the code and off-line."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.long.shop import Tools, call, new_venv, off_line, works

pytestmark = pytest.mark.long

README = (ROOT / "README.md").read_text("utf-8")
INSTALL, UPGRADE, REMOVE = range(3)


def told(tool: str) -> list[list[str]]:
    """The commands of a row of the table: to install, to upgrade, to uninstall."""
    (row,) = re.findall(rf"^\| {tool} \|(.*)\|$", README, re.MULTILINE)
    return [shlex.split(cell.strip(" `")) for cell in row.split("|")]


def life(run: Callable[..., str], commands: list[list[str]], minsheng: Path, checkout: Path) -> None:
    """Installed, at work, installed again in a newer version, gone."""
    version = checkout / "src" / "minsheng_cli" / "__init__.py"
    text = version.read_text("utf-8")
    run(*commands[INSTALL])
    works(minsheng, cwd=checkout.parent)
    version.write_text(re.sub(r'__version__ = "[^"]*"', '__version__ = "9.9.9"', text), "utf-8")
    try:
        run(*commands[UPGRADE])
    finally:
        version.write_text(text, "utf-8")
    assert run(minsheng, "--version") == "minsheng 9.9.9\n"
    run(*commands[REMOVE])
    assert not minsheng.exists()


def test_pipx(tools: Tools, wheels: Path, checkout: Path, tmp_path: Path) -> None:
    env = {
        **off_line(wheels),
        "PIPX_HOME": str(tmp_path / "pipx 的家"),
        "PIPX_BIN_DIR": str(tmp_path / "bin"),
        "PIPX_MAN_DIR": str(tmp_path / "man"),
    }

    def run(program: str | Path, *arguments: str) -> str:
        return call(tools.pipx if program == "pipx" else program, *arguments, cwd=checkout, env=env)

    life(run, told("pipx"), tmp_path / "bin" / "minsheng", checkout)


def test_uv_tool(tools: Tools, wheels: Path, checkout: Path, tmp_path: Path) -> None:
    env = uv_places(wheels, tmp_path)

    def run(program: str | Path, *arguments: str) -> str:
        return call(tools.uv if program == "uv" else program, *arguments, cwd=checkout, env=env)

    life(run, told("uv"), tmp_path / "bin" / "minsheng", checkout)


def test_uvx(tools: Tools, wheels: Path, checkout: Path, tmp_path: Path) -> None:
    (uvx, *arguments), *_ = told("uv，只用一次不安装")
    assert uvx == "uvx"
    program = tools.uv.with_name("uvx")
    env = uv_places(wheels, tmp_path)
    assert call(program, *arguments, cwd=checkout, env=env).startswith("用法：minsheng")
    assert arguments[-2:] == ["minsheng", "--help"]
    (wheel,) = wheels.glob("minsheng_cli-*.whl")
    report = ("--from", wheel, "minsheng", "report", "--month", "2023-08")
    assert call(program, *report, cwd=ROOT / "data" / "progress", env=env).startswith(
        "献县2023年20项民生工程"
    )


def test_pip(wheels: Path, checkout: Path, tmp_path: Path) -> None:
    programs = new_venv(tmp_path / "venv")

    def run(program: str | Path, *arguments: str) -> str:
        return call(programs / program, *arguments, cwd=checkout, env=off_line(wheels))

    life(run, told("pip，在自己建的环境里"), programs / "minsheng", checkout)


@pytest.mark.parametrize("tool", ["pip", "uv"])
def test_with_the_tested_libraries(
    tool: str, tools: Tools, wheels: Path, checkout: Path, tmp_path: Path
) -> None:
    (line,) = re.findall(rf"`({tool} [^`]* constraints\.txt)`", README)
    program, *arguments = shlex.split(line)
    env = uv_places(wheels, tmp_path)
    found = tools.uv if program == "uv" else new_venv(tmp_path / "venv") / program
    call(found, *arguments, cwd=checkout, env=env)
    programs = tmp_path / ("bin" if program == "uv" else "venv/bin")
    assert call(programs / "minsheng", "--version", cwd=tmp_path).startswith("minsheng ")


def test_where_there_is_no_network(checkout: Path, wheels: Path, tmp_path: Path) -> None:
    """The two lines of README.md: the first gathers the files, here from those at hand; the second needs no more."""
    (block,) = re.findall(r"^```sh\n(pip wheel .*?)^```$", README, re.MULTILINE | re.DOTALL)
    gather, install = map(shlex.split, block.splitlines())
    connected, other = new_venv(tmp_path / "connected"), new_venv(tmp_path / "other")
    call(connected / gather[0], *gather[1:], cwd=checkout, env=off_line(wheels))
    (checkout / "wheels").rename(tmp_path / "wheels")
    assert "--no-index" in install
    call(other / install[0], *install[1:], cwd=tmp_path)
    works(other / "minsheng", cwd=tmp_path)


def uv_places(wheels: Path, folder: Path) -> dict[str, str]:
    return {
        **off_line(wheels),
        "UV_TOOL_DIR": str(folder / "uv 的工具"),
        "UV_TOOL_BIN_DIR": str(folder / "bin"),
        "UV_CACHE_DIR": str(folder / "cache"),
    }
