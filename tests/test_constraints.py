"""constraints-oldest.txt holds the lower bounds of pyproject.toml, constraints.txt what was tested last; both whole."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.conftest import ROOT

FILES = ("constraints-oldest.txt", "constraints.txt")
_DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUNTIME = [Requirement(each) for each in _DECLARED["project"]["dependencies"]]
DEVELOPMENT = [Requirement(each) for each in _DECLARED["project"]["optional-dependencies"]["dev"]]
BUILD = [Requirement(each) for each in _DECLARED["build-system"]["requires"]]


def pins(name: str) -> dict[str, Version]:
    lines = [line for line in (ROOT / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    return {canonicalize_name(line.split("==")[0]): Version(line.split("==")[1]) for line in lines}


def needed(wanted: Requirement, seen: set[str]) -> Iterator[str]:
    """What a requirement brings along here, itself included."""
    name = canonicalize_name(wanted.name)
    if name in seen or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
        return
    seen.add(name)
    yield name
    for each in requires(name) or ():
        yield from needed(Requirement(each), seen)


@pytest.mark.parametrize("name", FILES)
def test_nothing_but_pins(name: str) -> None:
    """No hosts, no paths, no options: a file that is good anywhere."""
    lines = [line for line in (ROOT / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_-]+==[0-9.]+", line)] == []
    assert len(pins(name)) == len(lines), "one pin a library"


@pytest.mark.parametrize("wanted", [*RUNTIME, *DEVELOPMENT, *BUILD], ids=lambda wanted: wanted.name)
def test_bounds_and_pins_agree(wanted: Requirement) -> None:
    lower = [Version(each.version) for each in wanted.specifier if each.operator == ">="]
    oldest, tested = (pins(name)[canonicalize_name(wanted.name)] for name in FILES)
    assert lower == [oldest], "the lower bound is what the tests are run on"
    assert tested in wanted.specifier
    assert oldest <= tested


@pytest.mark.parametrize(
    ("name", "wanted"), [(FILES[0], RUNTIME), (FILES[1], [*RUNTIME, *DEVELOPMENT])], ids=FILES
)
def test_pins_are_whole(name: str, wanted: list[Requirement]) -> None:
    """Nothing is left to chance, neither of the libraries nor of what they need in turn."""
    seen: set[str] = set()
    assert {each for requirement in wanted for each in needed(requirement, seen)} <= set(pins(name))
