"""What is different in the plan, in words."""

from __future__ import annotations

from minsheng_cli.review.change import Change, Value
from minsheng_cli.terms import KEY_NAMES
from minsheng_cli.views.diff.figures import ARROW, then_now, value_words
from minsheng_cli.views.diff.naming import Naming

_DEPARTMENTS = ("lead", "department", "partners")
"""Fields that say who answers."""
_OWED = ("target", "target_percent", "baseline", "opening", "required")
_BINDING = {True: "必须完成", False: "力争"}
NO_AUTHORITY = "没有写调整的依据"
"""Said of a promise that was changed by itself."""


def plan_words(change: Change, naming: Naming) -> str:
    """What it is about, what was said then and is said now."""
    about = _subject(change, naming)
    gone, came = change.new is None, change.old is None
    if change.field == "name" and (gone or came):
        if change.kind == "department":
            return f"{about} {'删去' if gone else '新增'}：{change.old if gone else change.new}"
        return f"{about} {'删去了' if gone else '是新增的'}"
    if change.kind == "deadline" and change.field == "date" and (gone or came):
        return f"{about} {'删去' if gone else '新增'}（{change.old if gone else change.new}）"
    if change.field == "adjustments" and gone:
        return f"{about} {change.id}起的目标调整（{value_words(change.old)}{_unit(change, naming)}）删去了"
    said = _listed(change.old, change.new) or then_now(_named(change, naming))
    return f"{about} {_field(change, naming)} {said}{_unit(change, naming)}{_difference(change)}"


def without_authority(change: Change) -> bool:
    """Whether a promise is changed and nothing says by whose authority."""
    if change.reason or change.old is None:
        return False
    if change.kind == "deadline":
        return change.field in ("date", "percent", "binding")
    return change.kind == "target" and change.field in _OWED


def rank(change: Change) -> int:
    """What was promised before who answers for it, and that before names and the rest."""
    if change.kind in ("target", "deadline"):
        return 0
    gone = change.new is None and change.field == "name"
    if change.kind in ("indicator", "project"):
        return 1 if gone else 3
    return 2 if change.field in _DEPARTMENTS or gone else 3


def _subject(change: Change, naming: Naming) -> str:
    if change.kind == "deadline":
        return f"时限“{naming.deadline(change.id)}”"
    if change.kind == "plan":
        return "计划"
    if change.kind == "area":
        return f"领域 {change.id}"
    if change.indicator is not None:
        return f"{naming.project(change.project)}的{naming.indicator(change.indicator)}"
    if change.project is not None:
        return naming.project(change.project)
    return f"部门 {change.department}"


def _field(change: Change, naming: Naming) -> str:
    if change.field == "adjustments":
        return f"目标调整（{change.id}起）"
    word = KEY_NAMES.get(change.field, change.field)
    return f"{naming.deadline(change.id)}{word}" if change.field == "required" else word


def _named(change: Change, naming: Naming) -> Change:
    """Departments by their names where a change is about who answers."""
    if change.field == "binding":
        return change._replace(old=_BINDING.get(change.old), new=_BINDING.get(change.new))
    if change.field not in _DEPARTMENTS:
        return change

    def names(value: Value) -> Value:
        if isinstance(value, list):
            return [naming.department(each) for each in value]
        return naming.department(value) if isinstance(value, str) else value

    return change._replace(old=names(change.old), new=names(change.new))


def _listed(old: Value, new: Value) -> str:
    """Of lists and mappings only what is different."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return ""
    said = [
        f"{KEY_NAMES.get(name, name)} {_side(old[name])}{ARROW}{_side(new[name])}"
        for name in dict.fromkeys([*old, *new])
        if name in old and name in new and old[name] != new[name]
    ]
    said += [f"去掉{name}{_value(value)}" for name, value in old.items() if name not in new]
    said += [f"加上{name}{_value(value)}" for name, value in new.items() if name not in old]
    if [each for each in old if each in new] != [each for each in new if each in old]:
        said.append(f"次序 {'、'.join(old)}{ARROW}{'、'.join(new)}")
    return "；".join(said)


def _side(value: Value) -> str:
    return "没有写" if value is None else value_words(value)


def _value(value: Value) -> str:
    return "" if value is None else f" {value_words(value)}"


def _unit(change: Change, naming: Naming) -> str:
    """The unit behind a target."""
    if change.kind != "target" or change.indicator is None or change.field in ("required", "target_percent"):
        return ""
    found = naming.known(change.indicator)
    return f" {found.unit}" if found is not None and found.unit else ""


def _difference(change: Change) -> str:
    if change.kind != "target" or change.delta is None:
        return ""
    return f"（{'+' if change.delta > 0 else ''}{value_words(change.delta)}）"
