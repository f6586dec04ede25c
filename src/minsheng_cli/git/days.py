"""When a commit was made, and which was the last one by the end of a day; days are Beijing's, whatever the machine's."""

from __future__ import annotations

import datetime

from minsheng_cli.git.program import Refusal, answered
from minsheng_cli.git.repository import Commit, Repository

ZONE = datetime.timezone(datetime.timedelta(hours=8))
"""The whole country keeps Beijing's time, and keeps it all year."""
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def committed_on(repository: Repository, commit: Commit) -> datetime.date | None:
    """The day on which a commit came in; None where what it says of it is no time."""
    told = answered(repository.root, "rev-list", "-1", "--format=%ct", commit.id)
    return _day((told or b"").decode("ascii", "replace").split()[-1:])


def _day(seconds: list[str]) -> datetime.date | None:
    """The day of a commit's time, which anybody can write as they like: beyond all calendars, for one."""
    try:
        return (_EPOCH + datetime.timedelta(seconds=int(seconds[0]))).astimezone(ZONE).date()
    except (IndexError, ValueError, OverflowError):
        return None


def last_by(repository: Repository, day: datetime.date) -> Commit:
    """The last commit on the way to what is checked out that had come in when `day` ended; a Refusal where none had.

    Only first parents are followed: what a merge brought in was not in the ledger before the merge, whenever it
    was written.
    """
    head = repository.commit("HEAD")
    name = day.isoformat()
    midnight = datetime.datetime.combine(day, datetime.time.max.replace(microsecond=0), ZONE)
    seconds = (midnight - _EPOCH) // datetime.timedelta(seconds=1)
    words = ("rev-list", "-1", "--first-parent", f"--min-age={seconds}", head.id)
    found = answered(repository.root, *words) if seconds >= 0 else None
    if not found:
        raise Refusal("nothing-by-then", name)
    return Commit(found.decode("ascii").strip(), name)
