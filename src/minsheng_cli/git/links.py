"""Where a link of a commit leads: git follows one all over the repository, but a ledger's files stay in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping

LINK = "120000"
_LONGEST = 4_096
"""Signs of what a link says that systems look at."""
_MOST = 40
"""Links that are followed one after another, as systems do."""


def links_of(listed: str) -> dict[str, str]:
    """The links among what `git ls-tree -rz` lists, by their paths: the ids of what they say."""
    found = {}
    for line in listed.split("\0"):
        about, _, path = line.partition("\t")
        if about.startswith(f"{LINK} "):
            found[path] = about.split(" ")[2]
    return found


def leaves(path: str, prefix: str, links: Mapping[str, str], says: Callable[[str], str]) -> bool:
    """Whether `path`, its links followed, is no longer below `prefix`; `says` tells what a link says by its id."""
    done: list[str] = []
    waiting = path.split("/")[::-1]
    followed = 0
    while waiting:
        part = waiting.pop()
        if part == "..":
            if not done:
                return True
            done.pop()
        elif part not in ("", "."):
            done.append(part)
            link = links.get("/".join(done))
            if link is None:
                continue
            target = says(link)[:_LONGEST]
            followed += 1
            if target.startswith("/"):
                return True
            if followed > _MOST:
                return False  # it leads nowhere, and that is said of it
            done.pop()
            waiting += target.split("/")[::-1]
    return not f"{'/'.join(done)}/".startswith(prefix)
