"""What the plan adds to a misfit: the id behind a name, the year that was left out."""

from __future__ import annotations

import calendar
from collections import defaultdict
from functools import cached_property

from minsheng_cli.fields.meant import chinese
from minsheng_cli.finding import Misfit
from minsheng_cli.model.keys import meant_key
from minsheng_cli.model.plan import PlanFile, Responsibility
from minsheng_cli.month import Month
from minsheng_cli.numbers import half_width
from minsheng_cli.patterns import pattern
from minsheng_cli.rules.unnamed import unnamed
from minsheng_cli.similar import nearest
from minsheng_cli.terms import quoted

_ID_AND_NAME = pattern(r"([a-z0-9-]+)\s*[ （(“]\s*([^\s（()）“”]+)[)）”]?")
_MONTH = pattern(r"(?:([0-9]{2})[-/.年])?\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*(?:月份?)?")
_DAY = pattern(r"([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*[日号]?")
_FULL_DAY = pattern(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class Likely:
    """What was likely meant, as far as a plan tells."""

    def __init__(self, plan: PlanFile, responsibilities: dict[str, Responsibility]) -> None:
        self.plan = plan
        self.responsibilities = responsibilities

    def added(self, misfit: Misfit) -> Misfit:
        """The misfit with what was likely meant."""
        if misfit.kind == "unknown-key" and misfit.family == "progress":
            misfit = self._in_figure(misfit)
        if misfit.family in ("plan", "progress"):
            known = self.responsibilities.get(misfit.about.get("key", ""))
            if known is not None:
                label = quoted(known.indicator.name, known.indicator.id)
                misfit = misfit._replace(about={**misfit.about, "label": label})
        about = misfit.about
        if about.get("mend"):
            return misfit
        added: dict[str, str] = {}
        if misfit.kind == "bad-id":
            named = self._ids_by_name.get(about["text"], set()) or self._id_beside_name(about["text"])
            added = {"mend": min(named) if len(named) == 1 else ""}
            if not added["mend"] and misfit.family == "progress" and "beside" in about:
                added = self._own(misfit)
        elif misfit.kind == "unknown-key" and about["key"] in self.responsibilities and about.get("spaces"):
            added = {"indicator": about["label"]}
        elif misfit.kind == "missing-key" and about["key"] == "department" and misfit.family == "progress":
            stem = misfit.file.rsplit("/", 1)[-1].removesuffix(".yaml")
            added = {"mend": stem if stem in self.plan.departments else ""}
        elif misfit.kind == "bad-month":
            added = {"guess": _month(about["text"], self.plan.plan.year)}
        elif misfit.kind == "bad-date":
            added = {"guess": _day(about["text"], about.get("month", ""))}
        return misfit._replace(about={**about, **added}) if any(added.values()) else misfit

    def _id_beside_name(self, text: str) -> set[str]:
        """The id that was typed together with its own name: `roads（交通局）`."""
        found = _ID_AND_NAME.fullmatch(text)
        return {found[1]} & self._ids_by_name.get(found[2], set()) if found else set()

    def _in_figure(self, misfit: Misfit) -> Misfit:
        """An unknown key of a figure, with what its indicator's kind takes, or what a value without a name is."""
        if "after" in misfit.about:
            project = self._project(misfit.about["key"])
            return misfit._replace(about={**misfit.about, "project": project})
        place = misfit.about["parent"].split()
        found = self.responsibilities.get(place[-1]) if place[-2:-1] == ["figures"] else None
        if found is None:
            return misfit
        about = dict(misfit.about)
        fits = {*found.indicator.parts, "note", "revision"}
        about["known"] = " ".join(name for name in about["known"].split() if name in fits)
        if about.get("bare") or meant_key(about["key"], about["known"].split()) is None:
            about |= unnamed(about, found.indicator)
        return misfit._replace(kind="missing-key" if "typed" in about else misfit.kind, about=about)

    def _project(self, name: str) -> str:
        """The project of that id, or that an indicator of that id belongs to; empty where there is none."""
        if any(project.id == name for project in self.plan.projects):
            return name
        found = self.responsibilities.get(name)
        return found.project.id if found else ""

    def _own(self, misfit: Misfit) -> dict[str, str]:
        """The indicator that was meant by a name, of those that the file's department answers for; else all of them."""
        stem = misfit.file.rsplit("/", 1)[-1].removesuffix(".yaml")
        own = [each for each in self.responsibilities.values() if each.department == stem]
        beside = set(misfit.about["beside"].split())
        text = misfit.about["text"]
        free = {each.indicator.name: each.indicator.id for each in own if each.indicator.id not in beside}
        within = [name for name in free if len(text) > 1 and (text in name or name in text)]
        near = within[0] if len(within) == 1 else nearest(text, free)
        if near is not None:
            return {"guess": free[near], "name": quoted(near, free[near])}
        return {"own": "、".join(quoted(each.indicator.name, each.indicator.id) for each in own)}

    @cached_property
    def _ids_by_name(self) -> dict[str, set[str]]:
        """The ids of departments, indicators and projects by their Chinese names."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name, department in self.plan.departments.items():
            found[department.name].add(name)
            found[department.short or department.name].add(name)
        for name, each in self.responsibilities.items():
            found[each.indicator.name].add(name)
        for project in self.plan.projects:
            found[project.name].add(project.id)
        return found


def _month(text: str, year: int) -> str:
    """A month without its year, or with half of it, in the plan's year."""
    found = _MONTH.fullmatch(half_width(text))
    if found is None or (found[1] and int(found[1]) != year % 100):
        return ""
    number = int(found[2] if found[2].isdecimal() else chinese(found[2]) or 0)
    return str(Month.of(year, number)) if 1 <= number <= 12 else ""


def _day(text: str, month: str) -> str:
    """A day without its year (that of its report, or the year after it), or one past the end of its month."""
    plain = half_width(text)
    if found := _FULL_DAY.fullmatch(plain):
        year, number, day = (int(part) for part in found.groups())
        if year < 1900 or not 1 <= number <= 12:
            return ""
        last = calendar.monthrange(year, number)[1]
        return f"{year}-{number:02d}-{last}" if last < day <= 31 else ""
    try:
        reported = Month.parse(month)
    except ValueError:
        return ""
    if (found := _DAY.fullmatch(plain)) is None or not 1 <= int(found[1]) <= 12:
        return ""
    number, day = int(found[1]), int(found[2])
    year = reported.year + (number < reported.number)
    return f"{year}-{number:02d}-{day:02d}" if 1 <= day <= calendar.monthrange(year, number)[1] else ""
