"""`--as-of`: the ledger as it was known at a revision, or when a day ended."""

from __future__ import annotations

import datetime
from pathlib import Path

from minsheng_cli.cli import loading, revisions
from minsheng_cli.cli.arguments import one_line, readable
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.git import days
from minsheng_cli.git.program import Refusal
from minsheng_cli.git.repository import Commit, Repository
from minsheng_cli.month import Month
from minsheng_cli.patterns import pattern
from minsheng_cli.status.compare import compare
from minsheng_cli.status.comparison import AsOf, Comparison
from minsheng_cli.status.rollup import roll_up
from minsheng_cli.status.standing import CountyStanding
from minsheng_cli.views.report.rows import Choice, Rows, only_then

_DAY = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def beside(root: Path, wish: str, now: CountyStanding, rows: Rows, choice: Choice) -> tuple[Comparison, Rows]:
    """The report beside what was known at a revision, and its rows with those that only that revision had."""
    as_of, then = _known(root, wish, now.month)
    return compare(then, now, as_of), rows._replace(gone=only_then(then, now, choice))


def _known(root: Path, wish: str, month: Month) -> tuple[AsOf, CountyStanding]:
    """The standing of `month` by the ledger of the revision asked for; a Mistake where it cannot be told."""
    wanted = readable(wish).strip()
    repository = revisions.repository(root)
    with revisions.in_words(repository):
        commit, day = _commit(repository, wanted)
        as_of = AsOf(wanted, commit.id, days.committed_on(repository, commit), day)
        files = repository.files(commit)
    checked = loading.check_files(files)
    sound = loading.without_broken(checked)
    name = f"“{one_line(wanted)}”（提交 {commit.short}）"
    if sound is None:
        plan = checked.ledger.plan_document.path
        count = sum(finding.file == plan for finding in checked.errors)
        raise Mistake(
            f"版本{name}的计划文件 {plan} 有{count}处错误，算不出那时的情况",
            f"换一个版本；那时的文件用 git show {commit.short}:./{plan} 看",
        )
    first, last = sound.plan.plan.first_month, sound.plan.plan.last_month
    if not first <= month <= last:
        raise Mistake(
            f"{month} 不在版本{name}的计划期内：那时的计划是 {first} 到 {last}",
            "换一个版本，或用 --month 换一个两边都有的月份",
        )
    return as_of, roll_up(sound.ledger, sound.figures, month, sound.left_out)


def _commit(repository: Repository, wanted: str) -> tuple[Commit, bool]:
    """The commit meant, and whether it is the last one by the end of a day; a revision of that name comes first."""
    try:
        return repository.commit(wanted), False
    except Refusal as refusal:
        day = _day(wanted) if refusal.cause == "unknown-revision" else None
        if day is None:
            raise
    return days.last_by(repository, day), True


def _day(wanted: str) -> datetime.date | None:
    """The day asked for; None where it is something else, a Mistake where it is one written wrong."""
    from minsheng_cli.fields.scalars import mended_day, mended_month

    if _DAY.fullmatch(wanted):
        try:
            return datetime.date.fromisoformat(wanted)
        except ValueError:
            raise Mistake(f"没有 {wanted} 这一天", "日期写成 2025-09-10 这样") from None
    if meant := mended_day(wanted):
        raise Mistake(
            f"没有“{one_line(wanted)}”这个版本；是日期的，要写全年月日", f"是不是 --as-of {meant}？"
        )
    if month := mended_month(wanted):
        last = Month.parse(month).last_day
        raise Mistake(
            f"没有“{one_line(wanted)}”这个版本；是日期的，要写到日",
            f"那个月底知道的，写 --as-of {last}；要和那个月比，用 --compare {month}",
        )
    return None
