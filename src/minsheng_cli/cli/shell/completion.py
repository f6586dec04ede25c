"""What Tab offers for an option or an argument: months, projects, departments, indicators, statuses, choices, rule codes.

Each is a constant for `autocompletion=`. None of them prints or raises, whatever the ledger is like; of the
ledger only the plan is read, and without its models. What is offered can be typed as it stands: a name that
holds anything harmful is left out.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from minsheng_cli.cli.shell.outline import Outline

Offer = tuple[str, str]
"""What can be typed, and what it is."""
Completer = Callable[[typer.Context, str], list[Offer]]

VARIABLE = "_MINSHENG_COMPLETE"
"""Set by a shell that asks what fits: `complete_bash`, `complete_zsh`, …"""
_MOST = 500
_LONGEST = 100
"""Nobody picks from more offers, or types a longer name."""


def _offering(offers: Callable[[typer.Context, str], Iterable[Offer]]) -> Completer:
    """What begins as typed and can be typed; nothing at all where anything goes wrong."""

    def complete(ctx: typer.Context, incomplete: str) -> list[Offer]:
        try:
            return list(_fitting(offers(ctx, incomplete), incomplete))
        except Exception:
            return []  # a shell that asks is no place to complain

    return complete


def _fitting(offers: Iterable[Offer], incomplete: str) -> Iterator[Offer]:
    from minsheng_cli.views.harmful import harmless

    seen: set[str] = set()
    for value, about in offers:
        clean = value and value == harmless(value) and value == value.strip() and value[0] != "-"
        if clean and len(value) <= _LONGEST and value.startswith(incomplete) and value not in seen:
            seen.add(value)
            yield value, harmless(about[:_LONGEST])
        if len(seen) == _MOST:
            return


def _outline(ctx: typer.Context) -> Outline:
    """The plan of the ledger that the line names, or of the one that the command would find."""
    from minsheng_cli.cli.places import ledger_root
    from minsheng_cli.cli.shell.outline import outline

    typed = str(ctx.params.get("ledger") or "")
    return outline(ledger_root(os.path.expandvars(os.path.expanduser(typed))))  # noqa: PTH111


def _ascii(incomplete: str) -> bool:
    return incomplete != "" and incomplete.isascii()


def choices(values: Iterable[str] | Mapping[str, str]) -> Completer:
    """A completer for an option of fixed choices, with what they mean where that is given."""
    known = dict(values) if isinstance(values, Mapping) else dict.fromkeys(values, "")
    return _offering(lambda ctx, incomplete: known.items())


def _months(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Every month that the plan lets one ask for."""
    for month in _outline(ctx).months:
        yield month, f"{month[:4]}年{int(month[5:])}月"


def _projects(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Numbers, ids or names, by what was begun; at first numbers beside the names, or names where bash shows no more."""
    alone = os.environ.get(VARIABLE) == "complete_bash"
    for project in _outline(ctx).projects:
        if incomplete.isdigit() or not (incomplete or alone):
            yield project.number, project.name
        elif _ascii(incomplete):
            yield project.id, f"{project.number} {project.name}"
        else:
            yield project.name, project.id if alone else f"第{project.number}项"


def _indicators(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Projects, and once something was begun that is no number, indicators beside them."""
    yield from _projects(ctx, incomplete)
    for project in _outline(ctx).projects if incomplete and not incomplete.isdigit() else ():
        for each in project.indicators:
            beside = f"{project.number} {project.name}"
            yield (each.id, each.name) if _ascii(incomplete) else (each.name, beside)


def _departments(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Short names, or ids where letters were begun; full names where no short name begins so."""
    found = _outline(ctx).departments
    for department in found:
        if _ascii(incomplete):
            yield department.id, department.short or department.name
        else:
            yield department.short or department.name, department.name if department.short else department.id
    if incomplete and not _ascii(incomplete):
        for department in found:
            yield department.name, department.id


def _figures(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids, or names where Chinese was begun, each with its equals sign: those of the department that the line names."""
    found = _outline(ctx)
    # behind an option without its value, the arguments are still where they were typed
    wish = str(ctx.params.get("department") or next(iter(ctx.args), ""))
    named = {each.id for each in found.departments if wish and wish in (each.id, each.short, each.name)}
    named = named or {each.id for each in found.departments if wish and wish in f"{each.short} {each.name}"}
    for each in (one for project in found.projects for one in project.indicators if one.department in named):
        by_id = not incomplete or _ascii(incomplete)
        yield (f"{each.id}=", each.name) if by_id else (f"{each.name}=", each.id)


def _statuses(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """The Chinese words, or the English ones where letters were begun."""
    from minsheng_cli.terms import STATUS_WORDS

    for name, word in STATUS_WORDS.items():
        yield (name, word) if _ascii(incomplete) else (word, name)


def _codes(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Codes as they were begun (M4, m4, 4), or English names; a rule's title is read only where it fits."""
    from minsheng_cli.rules.catalogue import catalogue

    for rule in catalogue():
        code = rule.code
        if incomplete.isdigit():
            code = code[1:]
        elif incomplete[:1] == "m":
            code = code.lower()
        for value in (code, rule.name if _ascii(incomplete) else ""):
            if value and value.startswith(incomplete):
                yield value, rule.explained.title


months = _offering(_months)
projects = _offering(_projects)
indicators = _offering(_indicators)
departments = _offering(_departments)
figures = _offering(_figures)
statuses = _offering(_statuses)
codes = _offering(_codes)
colors = choices({"auto": "在终端上才用颜色", "always": "总用颜色", "never": "不用颜色"})
