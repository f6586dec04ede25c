"""The differences in words: what a change is about, then and now, why, and whether it is hardly likely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from minsheng_cli.review.change import Change
from minsheng_cli.review.difference import Difference
from minsheng_cli.status.standing import DeadlineStanding, ProjectDeadline
from minsheng_cli.terms import SAMPLE
from minsheng_cli.views.diff.figures import ARROW, GONE, figure_words, then_now
from minsheng_cli.views.diff.naming import Naming
from minsheng_cli.views.diff.plan import NO_AUTHORITY, plan_words, without_authority
from minsheng_cli.views.words import deadline_status_word, deadline_word

if TYPE_CHECKING:
    from minsheng_cli.model.closed import Closing

Towards = DeadlineStanding | ProjectDeadline


def closed_before(difference: Difference, change: Change) -> Closing | None:
    """The closing of a month whose report or figures a change is about; None where it was open."""
    if change.kind not in ("figure", "report", "revision") or change.month is None:
        return None
    return difference.old.ledger.closed.get(change.month)


class Words:
    """Puts changes into words, with the names that the plan has."""

    def __init__(self, difference: Difference) -> None:
        self._difference = difference
        self._naming = Naming(difference)
        self._year = next((plan.plan.year for plan in self._naming.plans), 0)
        self._told_by = _tellers(difference.changes)

    def line(self, group: Sequence[Change]) -> str:
        """One line of changes that belong together."""
        said: str = getattr(self, f"_tell_{group[0].kind}", self._of_plan)(group)
        return said

    def reasons(self, group: Sequence[Change]) -> list[str]:
        """What belongs below it: the department's or the plan's own words, what validate says."""
        return [*self._closing(group[0]), *_reasons(group), *self._doubts(group)]

    def _closing(self, change: Change) -> list[str]:
        """That the month of a change had been closed."""
        closed = closed_before(self._difference, change)
        if closed is None or change.month is None:
            return []
        open_again = change.month not in self._difference.new.ledger.closed
        return [f"{change.month}已在{closed.day}关账{'，这次重开了' if open_again else ''}"]

    def _doubts(self, group: Sequence[Change]) -> list[str]:
        """What validate says of it: a figure that is wrong, or hardly likely."""
        if group[0].kind == "unreadable" and group[0].figure is None:
            return []  # the line says it already
        found = [each for change in group for each in self._difference.findings(change)]
        return [
            f"{'有错' if each.severity == 'error' else '请核实'}：{each.message}（{each.code}）"
            for each in dict.fromkeys(found)
        ]

    def _tell_figure(self, group: Sequence[Change]) -> str:
        change = group[0]
        figures = [each for each in group if each.kind == "figure"]
        said = figure_words(figures)
        towards = self._towards(change.figure.deadlines if change.figure else [])
        apart = "　" if towards and not said.endswith("）") else ""
        return f"{self._naming.where(change)} {said}{apart}{towards}"

    def _towards(self, pairs: Sequence[tuple[DeadlineStanding, DeadlineStanding]]) -> str:
        """`10月底：滞后 → 正常`."""
        return "；".join(towards_words(*pair, self._year) for pair in pairs)

    def _deadlines(self, change: Change) -> str:
        """What a changed target or schedule does to an indicator's statuses, where no figure tells it."""
        name = change.indicator
        if name is None or self._told_by.get(name) is not change:
            return ""
        effects = self._difference.effects
        moved = effects.indicators.get(name) if effects else None
        said = self._towards(moved.deadlines_changed if moved else [])
        return f"　{said}" if said else ""

    def _tell_report(self, group: Sequence[Change]) -> str:
        change = group[0]
        where = self._naming.where(change)
        if change.old is None:
            return f"{where} 新报，{change.new} 报送"
        if change.new is None:
            return f"{where} 的月报{GONE}（原来{change.old}报送）"
        return f"{where} 报送日期 {change.old}{ARROW}{change.new}"

    def _tell_schedule(self, group: Sequence[Change]) -> str:
        change = group[0]
        department = self._naming.where(change._replace(month=None, indicator=None))
        steps = "；".join(f"{each.month} {then_now(each)}{_eased(each)}" for each in group)
        return (
            f"{department} {self._naming.indicator(change.indicator or '')} {steps}{self._deadlines(change)}"
        )

    def _remark(self, group: Sequence[Change], raised: str, settled: str) -> str:
        change = group[0]
        about = self._naming.project(change.project)
        text = change.old if change.new is None else change.new
        word = settled if change.new is None else raised
        return f"{self._naming.where(change)} {word}{f'（{about}）' if about else ''}：{text}"

    def _tell_problem(self, group: Sequence[Change]) -> str:
        return self._remark(group, "新提", "不再提")

    def _tell_highlight(self, group: Sequence[Change]) -> str:
        return self._remark(group, "新写", "删去")

    def _tell_sample(self, group: Sequence[Change]) -> str:
        change = group[0]
        if change.new:
            return f"{self._naming.where(change)} 标成了{SAMPLE}"
        return f"{self._naming.where(change)} 不再标{SAMPLE}，当作真实进度"

    def _tell_closed(self, group: Sequence[Change]) -> str:
        change = group[0]
        what = "关账" if change.field == "closed_on" else "重开"
        if change.new is None:
            return f"{change.month} {what}的记录{GONE}（{change.old}）"
        return f"{change.month} {what}（{change.new}）"

    def _tell_revision(self, group: Sequence[Change]) -> str:
        words = {"revision": "更正原因", "note": "说明"}
        return f"{self._naming.where(group[0])} {'；'.join(f'{words[each.kind]} {_quoted(each)}' for each in group)}"

    _tell_note = _tell_revision

    def _tell_unreadable(self, group: Sequence[Change]) -> str:
        change = group[0]
        if change.figure is not None:
            return f"{self._naming.where(change)} {figure_words(group)}（读不出来，没有比）"
        then, now = change.old, change.new
        if now is None:
            return f"{change.id} 原来读不出来（{then}），现在读得出了"
        if then is None:
            return f"{change.id} 读不出来：{now}；这个文件没有比全"
        return f"{change.id} 原来、现在都读不出来：{now}；这个文件没有比全"

    def _of_plan(self, group: Sequence[Change]) -> str:
        """Whatever of the plan."""
        change = group[0]
        return f"{plan_words(change, self._naming)}{self._deadlines(change)}"


def _tellers(changes: Sequence[Change]) -> dict[str, Change]:
    """Of each indicator the one change that tells of its statuses: its schedule's, else its target's."""
    told = {
        each.indicator for each in changes if each.kind == "figure" and each.figure and each.figure.deadlines
    }
    found: dict[str, Change] = {}
    for change in reversed(changes):  # the first of several steps tells it
        name = change.indicator
        if name is not None and name not in told and change.kind in ("target", "schedule"):
            found[name] = change
    return found


def _eased(change: Change) -> str:
    """Whether a step asks for less than it did, or for more."""
    if change.delta is None:
        return ""
    return "（放松）" if change.delta < 0 else "（收紧）"


def _reasons(group: Sequence[Change]) -> Iterator[str]:
    """Why a figure was changed and what is noted beside it; what a changed target rests on."""
    change = group[0]
    said = next((each.reason for each in group if each.reason), None)
    if change.kind != "figure":
        if said:
            yield f"{'原因' if change.kind == 'closed' else '依据'}：{said}"
        elif without_authority(change):
            yield NO_AUTHORITY
        return
    if said:
        yield f"原因：{said}"
    elif change.figure is not None and change.figure.stale:
        yield f"没有写这次的原因（还是上一次的：{change.figure.stale}）"
    elif change.figure is not None and change.figure.earlier and change.figure.old is not None:
        yield "没有写原因"
    note = next((each for each in group if each.kind == "note"), None)
    if note is not None and note.new is not None:
        yield f"说明：{note.new}"


def _quoted(change: Change) -> str:
    if change.old is None:
        return f"“{change.new}”"
    return f"“{change.old}”{ARROW}{GONE if change.new is None else f'“{change.new}”'}"


def towards_words(old: Towards, new: Towards, year: int) -> str:
    """`10月底：滞后 → 正常`."""
    was, now = deadline_status_word(old), deadline_status_word(new)
    return f"{deadline_word(new.deadline, year)}：{was}{ARROW}{now}"
