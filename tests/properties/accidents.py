"""Accidents of typing, at random places of a text."""

from __future__ import annotations

import random
import re

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
