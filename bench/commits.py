"""The made-up county as a repository of many commits, a month after the other, written by one `git fast-import`.

Every commit is one department's report of the month in hand or a correction of it; every tenth comes from a
branch that is merged. The last commit holds the ledger as bench/ledger.py writes it, and it is checked out.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from bench.county import MONTHS, YEAR, County
from bench.ledger import write_ledger

_SETTINGS = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.fsync=none")


def write_repository(county: County, root: Path, commits: int, *, only: str = "") -> Path:
    """A repository of so many commits below `root`; `only`: the one department whose file changes."""
    write_ledger(county, root)
    stream = b"".join(_stream(root, commits, only))
    for words, given in (
        (("init", "-q", "-b", "main"), b""),
        (("fast-import", "--quiet"), stream),
        (("reset", "-q"), b""),
    ):
        subprocess.run(["git", *_SETTINGS, *words], cwd=root, input=given, check=True)
    return root


def _stream(root: Path, commits: int, only: str) -> Iterator[bytes]:
    plan = root / "data" / "projects.yaml"
    files = {path.stem: path.read_text("utf-8") for path in sorted((root / "data" / "progress").iterdir())}
    names = [only] if only else list(files)
    yield _commit(1, "建立台账", {"projects.yaml": plan.read_text("utf-8")}, ())
    last, branched = 1, (0, dict[str, str]())
    for number in range(2, commits):
        name = names[number % len(names)]
        month = (number - 1) * len(MONTHS) // commits + 1
        changed = {f"progress/{name}.yaml": _until(files[name], month, number)}
        if (
            number % 10 == 8 and number + 2 < commits
        ):  # a branch of one commit, merged by the commit after the next
            yield _commit(number, f"{name}分支", changed, (max(1, last - 3),))
            branched = number, changed
        elif number % 10 == 0 and number >= 10:
            yield _commit(number, f"合并{name}", branched[1], (last, branched[0]))
            last = number
        else:
            yield _commit(number, f"{name}第{number}次", changed, (last,))
            last = number
    whole = {f"progress/{name}.yaml": text for name, text in files.items()}
    yield _commit(commits, "全年", whole, (last,))


def _until(text: str, month: int, number: int) -> str:
    """A department's file as it was in a month: no later reports, and a remark on the last figure."""
    head, *reports = text.split(f"  - month: {YEAR}-")
    reports = reports[:month]
    lines = reports[-1].split("\n")
    name, _, value = lines[3].partition(": ")
    if not value.startswith("{"):
        key = "done" if value[0].isdigit() else "stage"
        lines[3] = f"{name}: {{{key}: {value}, note: 第{number}次核对}}"
    reports[-1] = "\n".join(lines)
    return f"  - month: {YEAR}-".join([head, *reports])


def _commit(number: int, message: str, files: dict[str, str], parents: tuple[int, ...]) -> bytes:
    """One commit with its files, as fast-import takes it."""
    when = 1_672_531_200 + number * 30_000
    lines = [b"commit refs/heads/main", b"mark :%d" % number]
    lines += [b"%s x <x@example.org> %d +0800" % (who, when) for who in (b"author", b"committer")]
    lines += [_data(message)]
    lines += [b"%s :%d" % (b"merge" if place else b"from", each) for place, each in enumerate(parents)]
    for path, text in files.items():
        lines += [f"M 100644 inline data/{path}".encode(), _data(text)]
    return b"\n".join(lines) + b"\n"


def _data(text: str) -> bytes:
    data = text.encode()
    return b"data %d\n%s" % (len(data), data)
