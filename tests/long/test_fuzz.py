"""Ledgers broken at random: nothing raises, and every finding stands at a place that exists."""

from __future__ import annotations

import random
import re

import pytest

from minsheng_cli.model.ledger import assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.rules import findings
from minsheng_cli.rules.context import Context
from minsheng_cli.source.folder import SourceFile
from tests.conftest import ROOT

pytestmark = pytest.mark.long

YUNXI = ROOT / "tests" / "ledgers" / "yunxi"
BASE = {path.relative_to(YUNXI).as_posix(): path.read_text("utf-8") for path in sorted(YUNXI.rglob("*.yaml"))}
TOKENS = [
    *(
        "：",
        "，",
        "\t",
        "　",
        "{",
        "}",
        "[",
        "]",
        "'",
        '"',
        "#",
        "&a",
        "*a",
        "!x",
        "---",
        "...",
        "\n",
        "- ",
        ": ",
        "~",
        "null",
    ),
    *(
        "yes",
        "0123",
        "12:30",
        "1_000",
        "1,301",
        "２３０",
        "230套",
        "-5",
        "1e5",
        "3.5",
        "",
        "2023-8",
        "<<: *a",
        "<<<<<<< HEAD",
    ),
    *(
        "\ufeff",
        "\x00",
        "\x1b[31m",
        "{a: 1}",
        "[1,2]",
        "2025-13",
        "9" * 40,
        "部门",
        "|",
        "> ",
        "? ",
        "%",
        "@",
        "`",
        "\\",
    ),
]
_BREAK = re.compile(r"\r\n|\r|\n")


def mutated(text: str, rng: random.Random) -> str:
    """One to three accidents of typing."""
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        lines = text.split("\n")
        place = rng.randrange(len(text) + 1)
        line = rng.randrange(len(lines))
        values = list(re.finditer(r": *([^\n{}\[\],]+)", text))
        accident = rng.randrange(6)
        if accident == 0:
            text = text[:place] + rng.choice(TOKENS) + text[place:]
        elif accident == 1:
            text = text[:place] + text[place + rng.choice([1, 2, 5, 30]) :]
        elif accident == 2:
            text = "\n".join(lines[:line] + lines[line + 1 :])
        elif accident == 3:
            text = "\n".join([*lines[:line], lines[rng.randrange(len(lines))], *lines[line:]])
        elif accident == 4:
            text = "\n".join([*lines[:line], " " * rng.randrange(4) + lines[line], *lines[line + 1 :]])
        elif values:
            found = rng.choice(values)
            text = text[: found.start(1)] + rng.choice(TOKENS) + text[found.end(1) :]
        text = text or "x"
    return text


@pytest.mark.parametrize("seed", range(40))
def test_accidents(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(150):
        files = dict(BASE)
        for name in rng.sample(sorted(files), rng.choice([1, 1, 2])):
            files[name] = mutated(files[name], rng)
        ledger = assemble(SourceFile(name, text.encode(), []) for name, text in files.items())
        for finding in findings(Context(ledger, read_figures(ledger))):
            lines = _BREAK.split(files[finding.file].removeprefix("\ufeff"))
            assert finding.line <= len(lines), finding
            assert finding.column <= max(1, len(lines[finding.line - 1]) + 1), finding
            assert finding.message, finding
            assert finding.hint, finding


@pytest.mark.parametrize("seed", range(20))
def test_bytes(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(200):
        name = rng.choice(sorted(BASE))
        data = bytearray(BASE[name].encode(rng.choice(["utf-8", "gb18030", "utf-16"])))
        for _ in range(rng.randrange(6)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        files = {**{path: text.encode() for path, text in BASE.items()}, name: bytes(data)}
        ledger = assemble(SourceFile(path, content, []) for path, content in files.items())
        assert isinstance(findings(Context(ledger, read_figures(ledger))), list)


def test_a_ledger_of_nothing() -> None:
    ledger = assemble([SourceFile("data/projects.yaml", b"", [])])
    assert [finding.code for finding in findings(Context(ledger, read_figures(ledger)))] == ["M120"]
