"""What `diff` does: read two states, revisions or the files on the disk, compare them, put that into a format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from minsheng_cli.cli import loading, select
from minsheng_cli.cli.arguments import readable
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.cli.output import shown
from minsheng_cli.cli.revisions import in_words, repository
from minsheng_cli.git.repository import Commit, Repository
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.model.series import read_figures
from minsheng_cli.month import Month
from minsheng_cli.review.difference import Difference, difference
from minsheng_cli.review.side import Side
from minsheng_cli.rules.context import file_stem
from minsheng_cli.source.folder import PROGRESS
from minsheng_cli.status.rollup import roll_up
from minsheng_cli.views.diff.names import WORKING_TREE, Named, Names

_ANCESTOR, _RANGE = "...", ".."


_BEARABLE = frozenset(("M321", "M324", "M401", "M601"))
"""Errors beside which a file's figures can still be told and counted: its name, its order, a fall, a closed month."""


class _State(NamedTuple):
    """One of the two: what was found in it, and the plan where that has no errors."""

    checked: loading.Checked
    plan: PlanFile | None

    @property
    def broken(self) -> set[str]:
        """The departments whose files cannot be counted, by their names in the files, else by the files' own."""
        found = {each.file for each in self.checked.errors if each.code not in _BEARABLE}
        documents = self.checked.ledger.progress_documents
        return {
            getattr(each.model, "department", None) or file_stem(each.path)
            for each in documents
            if each.path in found or each.skipped or each.model is None
        }


def between(root: Path, old: str | None, new: str | None, month: str) -> tuple[Difference, Names]:
    """The difference of two states as they were named; a Mistake where one of them cannot be had."""
    typed = [readable(each).strip() for each in (old, new) if each is not None]
    if not all(typed):
        raise Mistake("版本写成了空的", "写提交号、分支名或标签；要用默认的，什么都不写，引号也不写")
    there = repository(root)
    with in_words(there):
        then, now = _revisions(there, *typed)
        before = loading.check_files(there.files(then))
        after = loading.check(root) if now is None else loading.check_files(there.files(now))
    names = Names(
        Named(then.name, then.id, then.forked), Named(now.name, now.id) if now else Named(WORKING_TREE)
    )
    if before.ledger.plan is None and after.ledger.plan is None:
        sentence = f"{names.old.words}和{names.new.words}里的计划文件都读不出来，没法比"
        raise Mistake(sentence, "先用 minsheng validate 看错在哪里")
    return compared(before, after, month), names


def compared(before: loading.Checked, after: loading.Checked, month: str = "") -> Difference:
    """The difference of two ledgers that have been read; `month` as it was typed is that of the effects."""
    states = [_State(each, _sound_plan(each)) for each in (before, after)]
    wanted = _month(states, month)
    broken = set().union(*(each.broken for each in states))
    return difference(*(_side(each, wanted, broken) for each in states))


def rendered(
    chosen: str, root: Path, found: Difference, names: Names, *, file: Path | None, color: str
) -> str:
    """The text; only the module of the format asked for is imported."""
    if chosen == "json":
        from minsheng_cli.views.diff.json import render as json

        return json(found, names)
    if chosen == "markdown":
        from minsheng_cli.views.diff.markdown import render as markdown

        return markdown(found, names)
    if chosen != "text":
        from minsheng_cli.cli.tasks import annotating

        return annotating.changed(chosen, root, found)
    from minsheng_cli.cli import streams
    from minsheng_cli.views.diff.text import render as text

    return shown(text(found, names, None if file else streams.terminal_width()), file, color)


def _revisions(there: Repository, old: str = "", new: str = "") -> tuple[Commit, Commit | None]:
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


def _sound_plan(checked: loading.Checked) -> PlanFile | None:
    """The plan, where nothing is wrong with it: nothing could be rolled up otherwise."""
    path = checked.ledger.plan_document.path
    return None if any(each.file == path for each in checked.errors) else checked.ledger.plan


def _month(states: list[_State], wish: str) -> Month | None:
    """The month that the effects are of: as asked, else the latest reported now, else then; None without a plan."""
    known = [(each.checked.ledger, each.plan) for each in reversed(states) if each.plan is not None]
    if wish and known:
        return select.report_month(known[0][0], known[0][1], wish)
    for ledger, plan in known:
        months = [report.month for _, file in ledger.progress for report in file.reports]
        within = [month for month in months if plan.plan.first_month <= month <= plan.plan.last_month]
        if within:
            return max(within)
    return known[0][1].plan.first_month if known else None


def _side(state: _State, month: Month | None, broken: set[str]) -> Side:
    """A state with where everything stands in `month`; what cannot be counted on one side is counted on neither."""
    checked, plan = state
    county = None
    if plan is not None and month is not None:
        documents = checked.ledger.progress_documents
        kept = [each for each in documents if each.model is not None and each.model.department not in broken]
        if len(kept) == len(documents):
            ledger, figures = checked.ledger, checked.figures
        else:
            ledger = replace(checked.ledger, progress_documents=kept)
            figures = read_figures(ledger)
        county = roll_up(ledger, figures, month, sorted(f"{PROGRESS}/{name}.yaml" for name in broken))
    return Side(checked.ledger, checked.figures, county, checked.findings)
