"""Somebody in front of a file with the cursor at a finding's place: what stands there, and the lines around."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.test_cases import Place

_PAIRS = {"{": "}", "[": "]", "｛": "｝", "［": "］"}


@dataclass
class Cursor:
    """Somebody in front of the file that a finding names, with the cursor at its place."""

    root: Path
    place: Place
    message: str

    @property
    def path(self) -> Path:
        return self.root / self.place.file

    @property
    def text(self) -> str:
        return self.path.read_bytes().decode("utf-8")

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def line(self) -> str:
        return self.lines[self.place.line - 1]

    @property
    def start(self) -> int:
        return self.place.column - 1

    def save(self, lines: list[str]) -> None:
        self.path.write_bytes("\n".join(lines).encode())

    def put(self, line: str, number: int | None = None) -> None:
        """Make this of a line (the finding's, where no number is given)."""
        lines = self.lines
        lines[(number or self.place.line) - 1] = line
        self.save(lines)

    # ---- what stands at the place

    @property
    def in_braces(self) -> bool:
        before = self.line[: self.start]
        return any(before.count(sign) > before.count(end) for sign, end in _PAIRS.items())

    def typed(self) -> str:
        """The value, name or text at the place: as the sentence quotes it, else as far as it goes."""
        rest = self.line[self.start :]
        quoted = [text for text in re.findall("“(.+?)”(?!”)", self.message) if rest.startswith(text)]
        if quoted:
            return str(max(quoted, key=len))
        if rest[:1] in _PAIRS:
            return rest[: closing(rest) + 1]
        for pattern in (r'"(?:[^"\\]|\\.)*"', r"'[^']*'"):
            if found := re.match(pattern, rest):
                return found[0]
        ends = r"\s*(?:[,}\]]|: |:$| #|$)" if self.in_braces else r"\s*(?:: |:$| #|$)"
        found = re.match(rf".*?(?={ends})", rest)
        assert found is not None
        return found[0]

    # ---- lines

    def block_end(self, number: int) -> int:
        """The number of the last line below line `number`."""
        lines = self.lines
        indent = len(lines[number - 1]) - len(lines[number - 1].lstrip(" "))
        last = number
        while last < len(lines) and lines[last].startswith(" " * (indent + 1)):
            last += 1
        return last

    def line_of(self, key: str) -> int:
        found = [n for n, line in enumerate(self.lines, 1) if line.lstrip(" -").startswith(f"{key}:")]
        return min(found, key=lambda number: abs(number - self.place.line))

    def insert_line(self, after: int, text: str) -> None:
        lines = self.lines
        self.save([*lines[:after], text, *lines[after:]])

    def delete_block(self, number: int) -> None:
        lines = self.lines
        self.save([*lines[: number - 1], *lines[self.block_end(number) :]])


def closing(text: str) -> int:
    """Where the bracket that `text` begins with is closed."""
    depth = 0
    for index, sign in enumerate(text):
        depth += (sign in _PAIRS) - (sign in _PAIRS.values())
        if depth == 0:
            return index
    return len(text) - 1


def end_of_item(text: str) -> int:
    """Where the item that `text` begins with ends: at a comma or at the end of what it is in."""
    depth = 0
    for index, sign in enumerate(text):
        if depth == 0 and sign in ",}]":
            return index
        depth += (sign in _PAIRS) - (sign in _PAIRS.values())
    return len(text)
