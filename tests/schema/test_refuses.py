"""What the schema refuses, and the line that it blames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.schema.checking import checked, name_of
from tests.schema.yaml12 import line_of, name_line_of
from tests.test_cases import BASE, FOLDERS, Place, places

_PLAN = (201, 202, 203, 204, 205, 206, 208, 209, 210, 211, 235, 236)
_PROGRESS = (301, 302, 303, 304, 307, 308, 309, 313, 406, 414, 421)
OF_FORM = [f"M{code}" for code in (*_PLAN, *_PROGRESS)]
"""Rules on what one value or one entry may be: the schema refuses whatever they find, on the same line."""
OF_ENTRIES = ("M232", "M234")
"""Rules on two keys of one entry: the schema blames the entry, validate one of its keys."""


def findings(folder: Path) -> Iterator[tuple[Place, str]]:
    """What validate finds in a broken ledger of the rule that its folder is named after, with the file's text."""
    for place in places((folder / "expected.txt").read_text("utf-8")):
        if place.code == folder.name[:4]:
            broken = folder / "broken" / place.file
            yield place, (broken if broken.exists() else BASE / place.file).read_text("utf-8")


def cases(codes: Sequence[str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "folder", [each for each in FOLDERS if each.name[:4] in codes], ids=lambda each: each.name
    )


def blamed(text: str, errors: list[Any]) -> Iterator[int]:
    """The lines of what the schema refuses."""
    for error in errors:
        path = list(error.absolute_path)
        if error.validator == "additionalProperties":
            for key in error.instance.keys() - error.schema.get("properties", {}).keys():
                yield line_of(text, path, key)
        elif "propertyNames" in error.absolute_schema_path:
            yield line_of(text, path, error.instance)
        elif error.validator in ("required", "minItems", "minProperties") or error.instance is None:
            yield name_line_of(text, path)
        else:
            yield line_of(text, path)


@cases(OF_FORM)
def test_the_schema_refuses_what_validate_does_on_the_same_line(folder: Path) -> None:
    for place, text in findings(folder):
        assert place.line in set(blamed(text, checked(name_of(place.file), text))), place


@cases(OF_ENTRIES)
def test_the_schema_refuses_keys_that_do_not_go_together(folder: Path) -> None:
    for place, text in findings(folder):
        assert checked(name_of(place.file), text), place


PLAN = """\
plan:
  title: 某县2024年民生实事
  county: 某县
  year: 2024
  lead: dev-reform
  start: 2024-01-01
  deadlines:
    - {id: december, name: 全面完成, date: 2024-12-31, percent: 100}
departments:
  dev-reform: {name: 某县发展和改革局, short: 发改局}
projects:
  - no: 1
    id: parks
    name: 公园
    lead: dev-reform
    indicators:
      - INDICATOR
"""
PROGRESS = """\
department: dev-reform
schedule:
  parks: {2024-06: STEP}
reports:
  - month: 2024-03
    reported_on: 2024-04-02
    figures:
      parks: FIGURE
"""
SOUND = {
    "INDICATOR": "{id: parks, name: 公园, kind: quantity, unit: 个, target: 6}",
    "STEP": "3",
    "FIGURE": "2",
}


def filled(template: str, **blanks: str) -> str:
    """A small file with these blanks filled in otherwise."""
    for name, text in {**SOUND, **blanks}.items():
        template = template.replace(name, text)
    return template


FORBIDDEN = ""
"""How jsonschema tells of a key that another one forbids."""
INDICATORS = [
    ("{id: a, name: b, kind: quantity, unit: 个, target: 6, part_of: c, at_least: true}", []),
    ("{id: a, name: b, kind: quantity, unit: 个, target: 6, items: {a: b}, opening: 0.5}", []),
    ("{id: a, name: b, kind: quantity, unit: 个, target: 6, report_unit: 组, scale: 3}", []),
    ("{id: a, name: b, kind: total, unit: 个, target: 6, of: [a], baseline: 1}", []),
    ("{id: a, name: b, kind: coverage, unit: 人, target_percent: 98}", []),
    ("{id: a, name: b, kind: milestone, stages: [开工, 完工], target: 1}", []),
    ("{id: a, name: b, kind: milestone, stages: {开工: 20.5, 完工: 100}, adjustments: []}", []),
    ("{id: a, name: b, kind: trend, baseline: 3}", []),
    ("{id: a, name: b, kind: trend, baseline_from: first report, direction: up}", []),
    ("{id: a, name: 2024, kind: quantity, unit: 个, target: 6, note: 110}", []),
    ("{id: 110, name: b, kind: quantity, unit: 个, target: 6, required: {}}", []),
    ("{id: a, name: b, unit: 个, target: 6}", ["required"]),
    ("{id: a, name: b, kind: milestones, stages: [开工]}", ["kind enum"]),
    ("{id: a, name: b, kind: 5}", ["kind enum"]),
    ("{id: a, name: b, kind: milestone}", ["required"]),
    ("{id: a, name: b, kind: milestone, stages: [开工], of: [c]}", ["additionalProperties"]),
    ("{id: a, name: b, kind: milestone, stages: []}", ["stages minItems"]),
    ("{id: a, name: b, kind: milestone, stages: {}}", ["stages minProperties"]),
    ("{id: a, name: b, kind: milestone, stages: 开工}", ["stages type"]),
    ("{id: a, name: b, kind: milestone, stages: [开工, 开工]}", ["stages uniqueItems"]),
    ("{id: a, name: b, kind: milestone, stages: {开工: 0, 完工: 100}}", ["stages.开工 exclusiveMinimum"]),
    ("{id: a, name: b, kind: milestone, stages: {开工: 20, 完工: 120}}", ["stages.完工 maximum"]),
    ("{id: a, name: b, kind: milestone, stages: [开工], target: 2}", ["target enum"]),
    ("{id: a, name: b, kind: quantity, unit: 个}", ["required"]),
    ("{id: a, name: b, kind: quantity, target: 6}", ["required"]),
    ("{id: a, name: b, kind: quantity, unit: 个, target: 6, stages: [开工]}", ["additionalProperties"]),
    ("{id: a, name: b, kind: quantity, unit: 个, target: 6个}", ["target type"]),
    ('{id: a, name: b, kind: quantity, unit: 个, target: "6"}', ["target type"]),
    ("{id: a, name: b, kind: quantity, unit: 个, target: 0}", ["target exclusiveMinimum"]),
    ("{id: a, name: b, kind: quantity, unit: 个, target: 1_000}", ["target type"]),
    ("{id: a, name: b, kind: quantity, unit: 个, target: 6, at_least: yes}", ["at_least type"]),
    ("{id: a, name: b, kind: quantity, unit: 个, target: 6, opening: -1}", ["opening minimum"]),
    ("{id: a, name: b, kind: quantity, unit: 个, target: 6, scale: 3}", ["dependencies"]),
    ("{id: a, name: b, kind: quantity, unit: 个, target: 6, items: {A: b}}", ["items pattern"]),
    ("{id: a, name: b, kind: quantity, unit: 个, target: 6, part_of: a_b}", ["part_of pattern"]),
    ("{id: A, name: '', kind: quantity, unit: 个, target: 6}", ["id pattern", "name pattern"]),
    ("{id: a, name: , kind: quantity, unit: 个, target: 6}", ["name type"]),
    ("{id: a, name: b, kind: quantity, unit: 个, target: 6, inferred: [leed]}", ["inferred.0 enum"]),
    ("{id: a, name: b, kind: coverage, unit: 人, target_percent: 101}", ["target_percent maximum"]),
    (
        "{id: a, name: b, kind: coverage, unit: 人, adjustments: [{date: 2024-05-01, target: 120, reason: c, document: d}]}",
        ["adjustments.0.target maximum"],
    ),
    (
        "{id: a, name: b, kind: quantity, unit: 个, target: 6, adjustments: [{date: 2024-5-1, target: 4, reason: c}]}",
        ["adjustments.0 required", "adjustments.0.date pattern"],
    ),
    (
        "{id: a, name: b, kind: quantity, unit: 个, target: 6, required: {october: {percent: 120, why: c}}}",
        ["required.october additionalProperties", "required.october.percent maximum"],
    ),
    ("{id: a, name: b, kind: total, unit: 个, target: 6, of: []}", ["of minItems"]),
    ("{id: a, name: b, kind: total, unit: 个, target: 6, of: [a, a]}", ["of uniqueItems"]),
    ("{id: a, name: b, kind: trend}", ["required"]),
    ("{id: a, name: b, kind: trend, baseline: 3, baseline_from: first report}", [FORBIDDEN]),
    ("{id: a, name: b, kind: trend, baseline_from: 2024-03}", ["baseline_from enum"]),
    ("{id: a, name: b, kind: trend, baseline: 3, direction: down}", ["direction enum"]),
    (
        "{id: a, name: b, kind: trend, baseline: 3, required: {october: {percent: 90}}}",
        ["required maxProperties"],
    ),
    ("parks", ["type"]),
]
STEPS = [
    ("3", []),
    ("0.5", []),
    ("主体完工", []),
    ("-3", ["minimum"]),
    ('"3"', ["pattern"]),
    ("３", ["pattern"]),
    ("", ["type"]),
    ("[3]", ["type"]),
    ("true", ["type"]),
]
FIGURES = [
    ("2", []),
    ("0.459666", []),
    ("主体完工", []),
    ("3号楼封顶", []),
    ("[]", []),
    ("[fukang, 110]", []),
    ("{done: 2}", []),
    ("{done: [fukang], note: 移交中}", []),
    ("{done: 1210, eligible: 1263}", []),
    ("{done: 2, revision: 因重复统计核减8套}", []),
    ("{stage: 主体完工, note: 移交中}", []),
    ("", ["type"]),
    ("-2", ["minimum"]),
    ('"2"', ["pattern"]),
    ("1，200", ["pattern"]),
    ("1_200", ["pattern"]),
    ("１２", ["pattern"]),
    ("true", ["type"]),
    ("{}", ["required"]),
    ("{note: 移交中}", ["required"]),
    ("{eligible: 5}", ["required"]),
    ("{done: 2套}", ["done type"]),
    ('{done: "2"}', ["done type"]),
    ("{done: -2}", ["done minimum"]),
    ("{done: [{a: b}]}", ["done.0 type"]),
    ("{done: 2, stage: 开工}", [FORBIDDEN]),
    ("{stage: 开工, eligible: 5}", [FORBIDDEN]),
    ("{done: 2, 备注: 移交中}", ["additionalProperties"]),
    ("{done: 2, revision: 8}", ["revision type"]),
    ("{done: 2, revision: ……}", ["revision pattern"]),
    ("{done: 2, note: }", ["note type"]),
    ("{done: 2, note: ' '}", ["note pattern"]),
]


def places_blamed(name: str, text: str, below: list[str | int]) -> list[str]:
    """What is refused below a path, and which keyword refuses it."""
    found = []
    for error in checked(name, text):
        path = list(error.absolute_path)
        assert path[: len(below)] == below, error.json_path
        place = ".".join(map(str, path[len(below) :]))
        found.append(f"{place} {error.validator or ''}".strip())
    return sorted(found)


@pytest.mark.parametrize(("indicator", "blames"), INDICATORS)
def test_indicators(indicator: str, blames: list[str]) -> None:
    text = filled(PLAN, INDICATOR=indicator)
    assert places_blamed("plan", text, ["projects", 0, "indicators", 0]) == blames


@pytest.mark.parametrize(("step", "blames"), STEPS)
def test_steps(step: str, blames: list[str]) -> None:
    assert places_blamed("progress", filled(PROGRESS, STEP=step), ["schedule", "parks", "2024-06"]) == blames


@pytest.mark.parametrize(("figure", "blames"), FIGURES)
def test_figures(figure: str, blames: list[str]) -> None:
    text = filled(PROGRESS, FIGURE=figure)
    assert places_blamed("progress", text, ["reports", 0, "figures", "parks"]) == blames


LINES = [
    ("plan", "  year: 2024", "  year: 24", 4),
    ("plan", "  year: 2024", "  year: 2024.5", 4),
    ("plan", "  start: 2024-01-01", "  start: 2024-02-30", 6),
    ("plan", "  start: 2024-01-01", "  start: 2024年1月1日", 6),
    ("plan", "percent: 100}", "percent: 100%}", 8),
    ("plan", "percent: 100}", "percent: 100, binding: 是}", 8),
    ("plan", "  dev-reform: {", "  Dev_Reform: {", 10),
    ("plan", "short: 发改局}", "简称: 发改局}", 10),
    ("plan", "  - no: 1\n", "  - no: 第一项\n", 12),
    ("plan", "    lead: dev-reform\n", "    lead: 发改局\n", 15),
    ("plan", "  county: 某县", "  county: 某县\n  mayor: 某人", 4),
    ("progress", "department: dev-reform", "department: 发改局", 1),
    ("progress", "{2024-06: 3}", "{2024-6: 3}", 3),
    ("progress", "{2024-06: 3}", "{2024-13: 3}", 3),
    ("progress", "{2024-06: 3}", "{6月: 3}", 3),
    ("progress", "month: 2024-03", "month: 2024-3", 5),
    ("progress", "month: 2024-03", "month: 0000-03", 5),
    ("progress", "month: 2024-03", "month: 3", 5),
    ("progress", "2024-04-02", "2024-4-2", 6),
    ("progress", "2024-04-02", "2024-04-31", 6),
    ("progress", "      parks: 2", "      公园: 2", 8),
    ("progress", "      parks: 2", "      parks: 2\n    problems: 没有", 9),
    ("progress", "      parks: 2", "      parks: 2\n    problems: [{project: parks}]", 9),
    ("progress", "      parks: 2", "      parks: 2\n    problem: [缺地]", 9),
    ("progress", "      parks: 2", "      parks: 2\nsample: yes", 9),
]


@pytest.mark.parametrize(("name", "old", "new", "line"), LINES)
def test_the_rest_of_a_file(name: str, old: str, new: str, line: int) -> None:
    sound = filled(PLAN if name == "plan" else PROGRESS)
    assert checked(name, sound) == []
    assert sound.count(old) == 1
    text = sound.replace(old, new)
    assert set(blamed(text, checked(name, text))) == {line}
