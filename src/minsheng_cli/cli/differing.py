"""Read the two states that are to be compared: revisions, or the files on the disk."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from minsheng_cli.cli import loading, select
from minsheng_cli.cli.arguments import readable
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.cli.revisions import in_words, repository
from minsheng_cli.git.repository import Commit, Repository
from minsheng_cli.month import Month
from minsheng_cli.review.difference import Difference, difference
from minsheng_cli.review.side import Side
from minsheng_cli.status.rollup import roll_up
from minsheng_cli.views.diff.names import WORKING_TREE, Named, Names

_ANCESTOR, _RANGE = "...", ".."


class _State(NamedTuple):
    """One of the two: what was found in it, and what can be rolled up of it."""

    checked: loading.Checked
    sound: loading.Sound | None


def between(root: Path, old: str, new: str, month: str) -> tuple[Difference, Names]:
    """The difference of two states as they were named; a Mistake where one of them cannot be had."""
    there = repository(root)
    with in_words(there):
        then, now = _revisions(there, readable(old).strip(), readable(new).strip())
        before = loading.check_files(there.files(then))
        after = loading.check(root) if now is None else loading.check_files(there.files(now))
    states = [_State(each, loading.without_broken(each)) for each in (before, after)]
    _readable(states, (then.name, now.name if now else WORKING_TREE))
    wanted = _month(states, month)
    found = difference(*(_side(each, wanted) for each in states))
    return found, Names(
        Named(then.name, then.id, then.forked), Named(now.name, now.id) if now else Named(WORKING_TREE)
    )


def _revisions(there: Repository, old: str, new: str) -> tuple[Commit, Commit | None]:
    """The older commit and the newer one (None: the working tree); `A..B` and `A...B` are taken as git takes them."""
    if not new:
        for sign in (_ANCESTOR, _RANGE):
            before, found, after = old.partition(sign)
            if found:
                names = before or "HEAD", after or "HEAD"
                then = there.common_ancestor(*names) if sign == _ANCESTOR else there.commit(names[0])
                return then, there.commit(names[1])
    then = there.commit(old) if old else there.base()
    return then, there.commit(new) if new else None


def _readable(states: list[_State], names: tuple[str, str]) -> None:
    """A Mistake where neither plan can be read: nothing could be said in words then."""
    if all(each.checked.ledger.plan is None for each in states):
        raise Mistake(
            f"{names[0]}和{names[1]}里的计划文件都读不出来，没法比", "先用 minsheng validate 看错在哪里"
        )


def _month(states: list[_State], wish: str) -> Month | None:
    """The month that the effects are of: as asked, else the latest reported now, else then; None without any."""
    sounds = [each.sound for each in reversed(states) if each.sound is not None]
    if wish and sounds:
        return select.report_month(sounds[0].ledger, sounds[0].plan, wish)
    reported = (
        [report.month for _, file in sound.ledger.progress for report in file.reports] for sound in sounds
    )
    latest = next((max(months) for months in reported if months), None)
    return latest or (sounds[0].plan.plan.first_month if sounds else None)


def _side(state: _State, month: Month | None) -> Side:
    """A state with where everything stands in `month`."""
    checked, sound = state
    county = roll_up(sound.ledger, sound.figures, month, sound.left_out) if sound and month else None
    return Side(checked.ledger, checked.figures, county, checked.findings)
