"""A remark on a place in a file, whoever makes it: a check, or a comparison of two revisions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Level = Literal["error", "warning", "note"]


class Annotation(NamedTuple):
    """One remark, as its text was made; the formats see to it that no text does any harm."""

    path: str
    """From the repository's root, with `/`."""
    line: int
    column: int
    end: int
    """The column behind the last character on the same line; not beyond `column` where nobody knows."""
    level: Level
    rule: str
    """The id of a Described."""
    title: str
    message: str
    """What is to be said; lines may follow that say what to do."""
    fingerprint: str
    """The same for the same remark in the next run, wherever its line has moved to (`fingerprints`)."""


class Described(NamedTuple):
    """What a reader may ask of all remarks of a kind."""

    id: str
    level: Level
    title: str
    why: str
    help: str


def fingerprints(subjects: Iterable[tuple[str, ...]]) -> list[str]:
    """A fingerprint for each subject (rule, path, names down to the place); equal ones are told apart by their order."""
    import hashlib  # only these formats need it

    met: dict[tuple[str, ...], int] = {}
    made = []
    for subject in subjects:
        met[subject] = met.get(subject, 0) + 1
        text = "\0".join((*subject, str(met[subject])))
        made.append(hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32])
    return made
