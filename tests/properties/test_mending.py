"""validate --fix on random slips: what was typed right before comes back, or the line stays as it is."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minsheng_cli import numbers
from minsheng_cli.mending.ledger import mend, mended_files
from minsheng_cli.mending.reading import Reader, meaning
from minsheng_cli.model.ledger import assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.source import folder
from minsheng_cli.source.folder import SourceFile
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.source.parse import parse
from tests.conftest import ROOT
from tests.properties.accidents import mutated

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
NOWHERE = Path("/nowhere")
"""Where the ledgers lie that are only in memory: no name is taken there."""


def texts(root: Path) -> dict[str, str]:
    return {file.path: (file.data or b"").decode() for file in folder.read(root)}


def wider(text: str) -> str:
    """The same ledger, typed by somebody who goes in by four spaces."""
    return re.sub(r"(?m)^( *)(- )?", lambda found: found[1] * 2 + ("-   " if found[2] else ""), text)


SMALL = texts(ROOT / "tests" / "cases" / "base")
YUNXI = texts(ROOT / "tests" / "ledgers" / "yunxi")
LEDGERS = (SMALL, YUNXI, texts(ROOT), {path: wider(text) for path, text in YUNXI.items()})


class Slip(NamedTuple):
    """A way to mistype a line: which lines can be, and what becomes of one; `sure` if it always comes back."""

    name: str
    lines: str
    typed: Callable[[str, random.Random], str]
    sure: bool = True


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _once(pattern: str, replacement: str) -> Callable[[str, random.Random], str]:
    return lambda line, _: re.sub(pattern, replacement, line, count=1)


SLIPS = (
    Slip("tab", r" +[^ #]", lambda line, rng: "\t" * rng.choice([1, 1, 2, 3]) + line.lstrip(" "), False),
    Slip(
        "tab after spaces",
        r" {2,}[^ #]",
        lambda line, rng: " " * rng.randrange(_lead(line)) + "\t" + line.lstrip(" "),
        False,
    ),
    Slip(
        "wide spaces",
        r" {2,}[^ #]",
        lambda line, rng: rng.choice("\u3000\u00a0") * (_lead(line) // rng.choice([1, 2])) + line.lstrip(" "),
        False,
    ),
    Slip(
        "gap after dash",
        r" *- +",
        lambda line, rng: re.sub(r"- +", rng.choice(["-\t", "-　"]), line, count=1),
        False,
    ),
    Slip("colon", r" *(?:- +)?[\w-]+: ?", _once(r": ?", "：")),
    Slip("colon in braces", r".*[{,] ?[a-z-]+: ", _once(r"([{,] ?[a-z-]+): ", r"\1：")),
    Slip("comma", r".*\{[^{}\[]*, [a-z]+: ", _once(r", ([a-z]+: )", r"，\1")),
    Slip("space after colon", r" *(?:- +)?[\w-]+: \S", _once(r": ", ":　")),
    Slip("braces", r".*: \{.*\}$", lambda line, _: line.replace("{", "｛", 1)[:-1] + "｝"),
    Slip("month", r".*month: [0-9]{4}-0", _once(r"-0([0-9])", r"-\1")),
    Slip("date", r".*reported_on: [0-9]{4}-0", _once(r"-0([0-9])", r"-\1")),
    Slip(
        "digits",
        r" +[a-z-]+: [0-9.]+$",
        lambda line, _: line[: line.index(":")] + line[line.index(":") :].translate(FULL_WIDTH),
    ),
    Slip("space after number", r" {6,}[a-z-]+: [0-9.]+$", lambda line, _: line + "　"),
)


def in_tabs(lines: list[str], rng: random.Random) -> None:
    """A few lines in a row, indented with tabs."""
    start = rng.randrange(len(lines))
    for number in range(start, min(len(lines), start + rng.randrange(2, 12))):
        tabs, spaces = divmod(_lead(lines[number]), rng.choice([2, 2, 4]))
        lines[number] = "\t" * tabs + " " * spaces + lines[number].lstrip(" ")


def saved(text: str, rng: random.Random) -> bytes:
    """As one of the editors saves it."""
    how = rng.choice(["plain", "plain", "mark", "crlf", "gb18030", "utf-16"])
    if how in ("gb18030", "utf-16"):
        return text.encode("utf-8" if "\u00a0" in text else how)  # which are no characters of everyday use
    return b"\xef\xbb\xbf" * (how == "mark") + text.replace("\n", "\r\n" if how == "crlf" else "\n").encode()


def mended(files: dict[str, bytes]) -> dict[str, bytes]:
    """What --fix makes of a ledger; a second run must find nothing more."""
    sources = [SourceFile(path, data, []) for path, data in files.items()]
    after = mended_files(sources, mend(NOWHERE, sources))
    assert mend(NOWHERE, after).files == []
    return {file.path: file.data or b"" for file in after}


def alike(line: str) -> str:
    """A line without what slips change; one with several may get only some of them mended."""
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", re.sub(r"-0(?=[0-9])", "-", line)))


def indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def means_so_far(path: str, got: list[str], right: list[str]) -> bool:
    """Whether a file that cannot be read to its end says the right things up to there, on the right lines."""
    end = Reader(path, None).sound_until("\n".join(got)) - 1
    heads = [parse(path, "\n".join(lines[:end])).root for lines in (got, right)]
    return repr(meaning(heads[0])) == repr(meaning(heads[1])) and all(
        alike(line) == alike(was) for line, was in zip(got, right, strict=True)
    )


def slipped(seed: int, slips: tuple[Slip, ...], most: int) -> None:
    """Mistype one file of a ledger, and see that --fix brings it back or leaves the line."""
    rng = random.Random(seed)
    ledger = rng.choice(LEDGERS)
    path = rng.choice(sorted(ledger))
    right = ledger[path].split("\n")
    wrong, made = list(right), []
    for _ in range(rng.randint(1, most)):
        slip = rng.choice(slips)
        places = [number for number, line in enumerate(wrong) if re.match(slip.lines, line)]
        if places:
            number = rng.choice(places)
            wrong[number] = slip.typed(wrong[number], rng)
            made.append(slip)
    tabs = len(slips) == len(SLIPS) and rng.random() < 0.2
    if tabs:
        in_tabs(wrong, rng)
    files = {each: text.encode() for each, text in ledger.items()}
    after = mended({**files, path: saved("\n".join(wrong), rng)})
    assert {each: data for each, data in after.items() if each != path} == {
        each: data for each, data in files.items() if each != path
    }
    got = after[path].decode().split("\n")
    if len(made) == 1 and made[0].sure and not tabs:
        assert got == right, made[0].name
    root = parse(path, after[path].decode()).root
    same = root is not None and meaning(root) == meaning(parse(path, ledger[path]).root)
    assert (
        same
        or means_so_far(path, got, right)
        or all(
            line in (was, typed)
            or (alike(line) == alike(was) and indent(line) in (indent(was), indent(typed)))
            for line, was, typed in zip(got, right, wrong, strict=True)
        )
    ), made


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
def test_one_slip(seed: int) -> None:
    slipped(seed, SLIPS[4:], 1)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
def test_several_slips(seed: int) -> None:
    slipped(seed, SLIPS, 3)


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_many_slips(part: int) -> None:
    for seed in range(part * 100, part * 100 + 100):
        slipped(seed, SLIPS, 4)


def said(node: Any) -> Iterator[tuple[int, str]]:
    """Everything that a file says, with its line; a key that has nothing yet says nothing of it."""
    if isinstance(node, Scalar):
        if not node.empty:
            yield node.at.line, node.text
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from said(item)
    elif isinstance(node, MappingNode):
        for name, value in node.values.items():
            yield node.keys[name].at.line, name
            yield from said(value)


def figures(files: dict[str, bytes]) -> dict[tuple[str, ...], Decimal]:
    """Every number that the ledger's figures give, full-width digits as the same number."""
    ledger = assemble(SourceFile(path, data, []) for path, data in files.items())
    return {
        (document.path, str(report.month), name, field): number
        for document, progress in ledger.progress
        for report in progress.reports
        for name, figure in report.figures.items()
        for field, value in vars(figure).items()
        if isinstance(value, str)
        and isinstance(number := numbers.parse(unicodedata.normalize("NFKC", value).strip()), Decimal)
    }


def damaged(seed: int) -> None:
    """Break a ledger at random and mistype it as well: nothing beside the lines that --fix names is touched."""
    rng = random.Random(seed)
    ledger = rng.choice(LEDGERS)
    path = rng.choice(sorted(ledger))
    text = mutated(ledger[path], rng)
    lines = text.split("\n")
    for slip in rng.sample(SLIPS, 3):
        places = [number for number, line in enumerate(lines) if re.match(slip.lines, line)]
        if places:
            number = rng.choice(places)
            lines[number] = slip.typed(lines[number], rng)
    sources = [
        SourceFile(each, ("\n".join(lines) if each == path else whole).encode(), [])
        for each, whole in ledger.items()
    ]
    mends = mend(NOWHERE, sources)
    after = {file.path: file.data or b"" for file in mended_files(sources, mends)}
    for file in mends.files:
        named = {change.line for change in file.changes}
        old = re.split(r"\r\n|\r|\n", file.before.decode().removeprefix("\ufeff"))
        new = file.after.decode().split("\n")
        assert len(old) == len(new)
        assert {
            number for number, pair in enumerate(zip(old, new, strict=True), 1) if pair[0] != pair[1]
        } == named - {None}
        before, now = parse(path, "\n".join(old)).root, parse(path, file.after.decode()).root
        if before is not None and now is not None:
            assert [each for each in said(before) if each[0] not in named] == [
                each for each in said(now) if each[0] not in named
            ]
    were, are = figures({file.path: file.data or b"" for file in sources}), figures(after)
    assert {key: value for key, value in were.items() if key in are} == {
        key: value for key, value in are.items() if key in were
    }


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**9))
def test_damage(seed: int) -> None:
    damaged(seed)


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_much_damage(part: int) -> None:
    for seed in range(part * 70, part * 70 + 70):
        damaged(seed)


@given(st.text("０１２３４５６７８９", min_size=1, max_size=9).filter(lambda text: text[0] != "０"))
def test_full_width_digits_are_the_same_number(text: str) -> None:
    path = "data/progress/transport.yaml"
    typed = SMALL[path].replace("street-lamps: 912", f"street-lamps: {text}")
    files = {each: whole.encode() for each, whole in SMALL.items()}
    after = mended({**files, path: typed.encode()})[path].decode()
    found = re.search(r"street-lamps: ([0-9]+)$", after)
    assert found is not None
    assert Decimal(found[1]) == Decimal(unicodedata.normalize("NFKC", text))
    assert read_figures(assemble([SourceFile(path, after.encode(), [])])).misfits == []
