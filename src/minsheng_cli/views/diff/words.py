"""The differences in words: what a change is about, then and now, why, and whether it is hardly likely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minsheng_cli.model.plan import PlanFile
from minsheng_cli.review.change import Change
from minsheng_cli.review.difference import Difference
from minsheng_cli.status.standing import DeadlineStanding, ProjectDeadline
from minsheng_cli.terms import KEY_NAMES, SAMPLE
from minsheng_cli.views.diff.figures import ARROW, GONE, figure_words, value_words
from minsheng_cli.views.words import deadline_status_word, deadline_word

Towards = DeadlineStanding | ProjectDeadline


class Words:
    """Puts changes into words, with the names that the plan has."""

    def __init__(self, difference: Difference) -> None:
        self._difference = difference
        self._plan: PlanFile | None = difference.new.plan or difference.old.plan
        self._year = self._plan.plan.year if self._plan else 0
        self._told_by = _tellers(difference.changes)

    def line(self, group: Sequence[Change]) -> str:
        """One line of changes that belong together."""
        said: str = getattr(self, f"_tell_{group[0].kind}", self._of_plan)(group)
        return said

    def reasons(self, group: Sequence[Change]) -> list[str]:
        """What belongs below it: the department's or the plan's own words, what validate says."""
        return [*_reasons(group), *self._doubts(group)]

    def _doubts(self, group: Sequence[Change]) -> list[str]:
        """What validate says of it: a figure that is wrong, or hardly likely."""
        if group[0].kind == "unreadable" and group[0].figure is None:
            return []  # the line says it already
        found = [each for change in group for each in self._difference.findings(change)]
        return [
            f"{'有错' if each.severity == 'error' else '请核实'}：{each.message}（{each.code}）"
            for each in dict.fromkeys(found)
        ]

    def _where(self, change: Change) -> str:
        """`住建局 2025-08 新开工`, as far as it applies."""
        department = change.department
        name = self._plan.department_name(department) if self._plan and department else department
        month = str(change.month) if change.month else None
        return " ".join(filter(None, (name, month, self._indicator(change.indicator))))

    def _indicator(self, name: str | None) -> str | None:
        if name is None:
            return None
        for side in (self._difference.new, self._difference.old):
            if name in side.indicators:
                return side.indicators[name][1].name
        return name

    def _project(self, number: int | None) -> str:
        """`1 棚户区改造工程`."""
        for side in (self._difference.new, self._difference.old):
            for project in side.plan.projects if side.plan else ():
                if project.no == number:
                    return f"{number} {project.name}"
        return ""

    def _tell_figure(self, group: Sequence[Change]) -> str:
        change = group[0]
        figures = [each for each in group if each.kind == "figure"]
        pairs = change.figure.deadlines if change.figure else []
        return f"{self._where(change)} {figure_words(figures)}{self._towards(pairs)}"

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
        where = self._where(change)
        if change.old is None:
            return f"{where} 新报，{change.new} 报送"
        if change.new is None:
            return f"{where} 的月报{GONE}（原来{change.old}报送）"
        return f"{where} 报送日期 {change.old}{ARROW}{change.new}"

    def _tell_schedule(self, group: Sequence[Change]) -> str:
        change = group[0]
        department = self._where(change._replace(month=None, indicator=None))
        steps = "；".join(f"{each.month} {_then_now(each)}" for each in group)
        return f"{department} {self._indicator(change.indicator)} {steps}{self._deadlines(change)}"

    def _remark(self, group: Sequence[Change], raised: str, settled: str) -> str:
        change = group[0]
        about = self._project(change.project)
        text = change.old if change.new is None else change.new
        word = settled if change.new is None else raised
        return f"{self._where(change)} {word}{f'（{about}）' if about else ''}：{text}"

    def _tell_problem(self, group: Sequence[Change]) -> str:
        return self._remark(group, "新提", "不再提")

    def _tell_highlight(self, group: Sequence[Change]) -> str:
        return self._remark(group, "新写", "删去")

    def _tell_sample(self, group: Sequence[Change]) -> str:
        change = group[0]
        if change.new:
            return f"{self._where(change)} 标成了{SAMPLE}"
        return f"{self._where(change)} 不再标{SAMPLE}，当作真实进度"

    def _tell_closed(self, group: Sequence[Change]) -> str:
        change = group[0]
        what = "关账" if change.field == "closed_on" else "重开"
        if change.new is None:
            return f"{change.month} {what}的记录{GONE}（{change.old}）"
        return f"{change.month} {what}（{change.new}）"

    def _tell_revision(self, group: Sequence[Change]) -> str:
        words = {"revision": "更正原因", "note": "说明"}
        return f"{self._where(group[0])} {'；'.join(f'{words[each.kind]} {_quoted(each)}' for each in group)}"

    _tell_note = _tell_revision

    def _tell_unreadable(self, group: Sequence[Change]) -> str:
        change = group[0]
        if change.figure is not None:
            return f"{self._where(change)} {figure_words(group)}（读不出来，没有比）"
        then, now = change.old, change.new
        if now is None:
            return f"{change.id} 原来读不出来（{then}），现在读得出了"
        if then is None:
            return f"{change.id} 读不出来：{now}；这个文件没有比全"
        return f"{change.id} 原来、现在都读不出来：{now}；这个文件没有比全"

    def _of_plan(self, group: Sequence[Change]) -> str:
        """Whatever of the plan: what it is about, the key's name, then and now."""
        change = group[0]
        about = self._subject(change)
        if change.field == "name" and (change.old is None or change.new is None):
            added = change.new is not None
            return (
                f"{about} {'新增' if added else '删去'}：{value_words(change.new if added else change.old)}"
            )
        if (
            change.kind == "deadline"
            and (change.old is None or change.new is None)
            and change.field == "date"
        ):
            return f"{about} {'新增' if change.old is None else '删去'}（{change.new or change.old}）"
        return f"{about} {self._field(change)} {_then_now(self._named(change))}{self._unit(change)}{self._deadlines(change)}"

    def _named(self, change: Change) -> Change:
        """Departments by their names where a change is about who answers."""
        if self._plan is None or change.field not in ("lead", "department", "partners"):
            return change
        name = self._plan.department_name
        sides = (
            [name(one) for one in each] if isinstance(each, list) else each and name(each)
            for each in (change.old, change.new)
        )
        old, new = sides
        return change._replace(old=old, new=new)

    def _subject(self, change: Change) -> str:
        if change.kind == "deadline":
            return f"时限“{self._deadline(change.id)}”"
        if change.kind == "plan":
            return "计划"
        if change.kind == "area":
            return f"领域 {change.id}"
        if change.indicator is not None:
            return f"{self._project(change.project)}的{self._indicator(change.indicator)}"
        if change.project is not None:
            return self._project(change.project)
        return f"部门 {change.department}"

    def _deadline(self, name: str | None) -> str:
        for side in (self._difference.new, self._difference.old):
            for deadline in side.plan.plan.deadlines if side.plan else ():
                if deadline.id == name:
                    return deadline.name
        return name or ""

    def _field(self, change: Change) -> str:
        word = KEY_NAMES.get(change.field, change.field)
        return f"{self._deadline(change.id)}{word}" if change.field == "required" else word

    def _unit(self, change: Change) -> str:
        """The unit and the difference behind a target."""
        if change.kind != "target" or change.indicator is None or change.field == "required":
            return ""
        sides = (self._difference.new, self._difference.old)
        found = next(
            (side.indicators[change.indicator][1] for side in sides if change.indicator in side.indicators),
            None,
        )
        unit = (
            f" {found.unit}" if found is not None and found.unit and change.field != "target_percent" else ""
        )
        if change.delta is None:
            return unit
        sign = "+" if change.delta > 0 else ""
        return f"{unit}（{sign}{value_words(change.delta)}）"


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


def _reasons(group: Sequence[Change]) -> Iterator[str]:
    """Why a figure was changed and what is noted beside it; what a changed target rests on."""
    change = group[0]
    said = next((each.reason for each in group if each.reason), None)
    if change.kind != "figure":
        if said:
            yield f"{'原因' if change.kind == 'closed' else '依据'}：{said}"
        return
    if said:
        yield f"原因：{said}"
    elif (
        change.figure is not None
        and change.figure.earlier
        and change.new is not None
        and change.old is not None
    ):
        yield "没有写原因"
    note = next((each for each in group if each.kind == "note"), None)
    if note is not None and note.new is not None:
        yield f"说明：{note.new}"


def _then_now(change: Change) -> str:
    if change.old is None:
        return f"新增 {value_words(change.new)}"
    if change.new is None:
        return f"{value_words(change.old)}{ARROW}删去"
    return f"{value_words(change.old)}{ARROW}{value_words(change.new)}"


def _quoted(change: Change) -> str:
    if change.old is None:
        return f"“{change.new}”"
    return f"“{change.old}”{ARROW}{GONE if change.new is None else f'“{change.new}”'}"


def towards_words(old: Towards, new: Towards, year: int) -> str:
    """`10月底：滞后 → 正常`."""
    was, now = deadline_status_word(old), deadline_status_word(new)
    return f"{deadline_word(new.deadline, year)}：{was}{ARROW}{now}"
