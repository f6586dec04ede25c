"""Which commit last changed a line of a file: one `git blame` a file, and only for the lines asked about.

git is asked about what is committed, never about the file as it stands, for then it would run the filters that a
repository sets. Which line of the file is which of the committed one is found here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from minsheng_cli.ends import alike_at_ends
from minsheng_cli.finding import LINE_END
from minsheng_cli.git.blobs import Blobs
from minsheng_cli.git.log import Author, Commit
from minsheng_cli.git.program import ask
from minsheng_cli.git.repository import Repository

_WORDS = ("blame", "--porcelain", "--no-textconv", "--encoding=UTF-8", "--ignore-revs-file=", "-w")
_MOST = 400
"""Lines between the first and the last that differ, beyond which nobody asks which of them are the same: at worst that
takes the cube of their number, here a second."""
_MOST_MINUTES = 24 * 60


class Blame:
    """Asks for the commits of lines; of a file that is not committed, there are none."""

    def __init__(self, repository: Repository, blobs: Blobs) -> None:
        self._repository = repository
        self._blobs = blobs

    def lines(self, path: str, text: str, wanted: Iterable[int]) -> Mapping[int, Commit | None]:
        """The commit of each wanted line of a file that reads `text` now; None where it is not committed yet."""
        asked = sorted(set(wanted))
        path = self._followed(path)
        found = self._blobs.read(f"HEAD:{self._repository.prefix}{path}")
        if found is None or found.data is None:
            return dict.fromkeys(asked)
        places = _places(LINE_END.split(found.data.decode("utf-8", "replace")), LINE_END.split(text))
        known = {line: places[line] for line in asked if line in places}
        if not known:
            return dict.fromkeys(asked)
        ranges = [f"-L{line},{line}" for line in sorted(set(known.values()))]
        answer = ask(self._repository.root, *_WORDS, *ranges, "HEAD", "--", path)
        commits = _told(answer)
        return {line: commits.get(known[line]) if line in known else None for line in asked}

    def _followed(self, path: str) -> str:
        """The file that a link within the ledger leads to: git blames the lines of what a link says."""
        root = self._repository.root.resolve()
        target = (root / path).resolve()
        return target.relative_to(root).as_posix() if target.is_relative_to(root) else path


def _places(committed: list[str], now: list[str]) -> dict[int, int]:
    """The lines of a file that are committed, counted from 1, by their numbers now."""
    top, bottom = alike_at_ends(committed, now)
    known = {line: line for line in range(1, top + 1)}
    known |= {len(now) - line: len(committed) - line for line in range(bottom)}
    old, new = committed[top : len(committed) - bottom], now[top : len(now) - bottom]
    if max(len(old), len(new)) > _MOST:
        return known
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        known |= {top + block.b + step: top + block.a + step for step in range(1, block.size + 1)}
    return known


def _told(answer: bytes) -> dict[int, Commit]:
    """The commits of lines by the lines' numbers; git tells of each commit but once."""
    commits: dict[str, Commit] = {}
    found: dict[int, Commit] = {}
    about: dict[str, str] = {}
    name, line = "", 0
    for row in answer.split(b"\n"):
        if row.startswith(b"\t"):
            if name not in commits:
                time = _time(about.get("author-time", ""), about.get("author-tz", ""))
                author = Author(about.get("author", ""), time)
                commits[name] = Commit(name, (), author, about.get("summary", ""), {})
            found[line] = commits[name]
            name = ""
        elif not name:
            parts = row.split()
            if len(parts) >= 3 and parts[2].isdigit():
                name, line, about = parts[0].decode("ascii", "replace"), int(parts[2]), {}
        else:
            key, _, value = row.partition(b" ")
            about[key.decode("ascii", "replace")] = value.decode("utf-8", "replace")
    return found


def _time(seconds: str, zone: str) -> str:
    """`1693794060` and `+0800` as ISO 8601; empty where they say no time."""
    try:
        minutes = int(zone[:3]) * 60 + int(zone[0] + zone[3:])
        if abs(minutes) >= _MOST_MINUTES:
            return ""
        there = datetime.timezone(datetime.timedelta(minutes=minutes))
        return datetime.datetime.fromtimestamp(int(seconds), there).isoformat()
    except (ValueError, IndexError, OverflowError, OSError):
        return ""
