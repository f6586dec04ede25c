"""What the rules on changes let pass, and what they say where one case tells little: small changes of the sound ledger."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.compared import compared
from tests.test_cases import BASE, overlay

P, T, H, L, C = (
    "data/projects.yaml",
    "data/progress/transport.yaml",
    "data/progress/housing.yaml",
    "data/progress/health.yaml",
    "data/closed.yaml",
)
Edits = Mapping[str, list[tuple[str, str]]]
RECORD = (BASE.parent / "M601-figure-changed/mended/data/closed.yaml").read_text("utf-8")
REOPENED = "  - {month: 2024-03, reopened_on: 2024-05-10, reason: 更正}\n"
MARCH = """\
  - month: 2024-03
    reported_on: 2024-04-02
    figures:
      rural-roads: 4.2
      street-lamps: 860
    problems: [沥青供应不足]
"""
LAMPS = ("street-lamps: 860", "street-lamps: 878")
TARGET = ("        target: 240\n", "        target: 200\n")
ROADS = "{date: 2024-07-01, target: 28.5, reason: 增加李庄连接线, document: 青政办〔2024〕12号}"
MORE = "{date: 2024-09-01, target: 27, reason: 征地受阻, document: 青政办〔2024〕18号}"
PARK = "september: {percent: 75, basis: 方案要求9月底前主体完工}"
STEPS = "new-homes: {2024-06: 120,"
DUE = {H: [(STEPS, "new-homes: {2024-04: 100, 2024-06: 120,")]}
WHOLE = [("new-homes: {2024-06: 120, 2024-09: 192, 2024-12: 240}", "")]
REASON = "street-lamps: {done: 878, revision: 核实后补计}"
METRES: Edits = {
    P: [
        ("target: 26.5\n        unit: 公里", "target: 26500\n        unit: 米"),
        (ROADS, ROADS.replace("28.5", "28500")),
    ],
    T: [("rural-roads: 4.2", "rural-roads: 4200"), ("{done: 7.85,", "{done: 7850,")],
}

CASES: dict[str, tuple[Edits, Edits, list[str]]] = {
    "the reason taken from a figure": (
        {T: [(LAMPS[0], "street-lamps: {done: 860, revision: 重复统计}")]},
        {},
        ["M612"],
    ),
    # what a plan's indicator is
    "stages in another order": (
        {},
        {P: [("stages: [立项, 开工, 主体完工, 竣工验收]", "stages: [立项, 主体完工, 竣工验收, 开工]")]},
        ["M615"],
    ),
    "another department, and its figures left behind": (
        {},
        {
            P: [("      - id: street-lamps\n", "      - id: street-lamps\n        department: health\n")],
            T: [("      street-lamps: 860\n", ""), ("      street-lamps: 912\n", "")],
        },
        ["M612"],
    ),
    # figures
    "the latest month": ({}, {T: [("street-lamps: 912", "street-lamps: 940")]}, []),
    "the latest month once the next one is reported elsewhere": (
        {},
        {
            T: [("street-lamps: 912", "street-lamps: 940")],
            H: [
                (
                    "    highlights: [中心公园提前开工]\n",
                    "  - {month: 2024-05, reported_on: 2024-06-04, figures: {}}\n",
                )
            ],
        },
        ["M612", "M621"],
    ),
    "with its reason": ({}, {T: [(LAMPS[0], REASON)]}, []),
    "with another reason than before": (
        {T: [(LAMPS[0], "street-lamps: {done: 860, revision: 重复统计}")]},
        {T: [(LAMPS[0], REASON)]},
        [],
    ),
    "with the same reason in other lines": (
        {T: [(LAMPS[0], "street-lamps: {done: 860, revision: 核实后补计}")]},
        {
            T: [
                (
                    LAMPS[0],
                    "street-lamps:\n        done: 878\n        revision: >\n          核实后\n          补计",
                )
            ]
        },
        ["M612"],
    ),
    "only the reason": ({T: [LAMPS]}, {T: [(LAMPS[0], REASON)]}, []),
    "the long form, zeros, quotes": (
        {},
        {T: [("rural-roads: 4.2", "rural-roads: {done: 4.20}"), (LAMPS[0], "street-lamps: {done: '860'}")]},
        [],
    ),
    "items in another order": (
        {H: [("{done: [fuxing, guangming]}", "[guangming, fuxing]")]},
        {},
        [],
    ),
    "a base that was missing": (
        {L: [("{done: 210, eligible: 224}", "{done: 210}")]},
        {},
        [],
    ),
    "a base taken away": ({}, {L: [("{done: 210, eligible: 224}", "{done: 210}")]}, ["M612"]),
    "a figure added": ({T: [("      street-lamps: 860\n", "")]}, {}, []),
    "a figure that cannot be read": ({}, {T: [(LAMPS[0], "street-lamps: 878盏")]}, []),
    "a figure of a month that stands there twice": ({}, {T: [(MARCH, MARCH + MARCH)]}, []),
    "another unit for reports": (
        {},
        {
            P: [("        report_unit: 人\n        scale: 10000\n", "")],
            L: [
                ("2350", "0.235"),
                ("3712", "0.3712"),
                ("5000, 2024-09: 9600, 2024-12: 12000", "0.5, 2024-09: 0.96, 2024-12: 1.2"),
            ],
        },
        [],
    ),
    # reports
    "a report that was handed in on another day": ({}, {T: [("2024-04-02", "2024-04-03")]}, []),
    "a report less": ({}, {T: [(MARCH, "")]}, ["M611"]),
    "a report more": ({T: [(MARCH, "")]}, {}, []),
    # closed months
    "a closed month": ({C: []}, {C: [], T: [(LAMPS[0], REASON)]}, []),
    "a closed month opened again": ({C: []}, {C: [("END", REOPENED)], T: [(LAMPS[0], REASON)]}, []),
    "a report of a closed month taken away": ({C: []}, {C: [], T: [(MARCH, "")]}, []),
    "the record taken away with it": ({C: []}, {T: [(MARCH, "")]}, ["M611", "M614"]),
    "opened again before the change": (
        {C: [("END", REOPENED)]},
        {C: [("END", REOPENED)], T: [(LAMPS[0], REASON)]},
        [],
    ),
    "a record in other words": ({C: []}, {C: [("month: 2024-03", "month: '2024-03'  # 三月")]}, []),
    # targets
    "a target raised": ({}, {P: [("target: 240", "target: 260")]}, []),
    "a target adjusted": (
        {},
        {P: [(ROADS, f"{ROADS}\n          - {MORE}")]},
        [],
    ),
    "adjustments in another order": (
        {P: [(ROADS, f"{ROADS}\n          - {MORE}")]},
        {P: [(ROADS, f"{MORE}\n          - {ROADS}")]},
        [],
    ),
    "a target lowered beside an adjustment": (
        {},
        {P: [("target: 26.5", "target: 20"), (ROADS, f"{ROADS}\n          - {MORE}")]},
        ["M615"],
    ),
    "an opening lowered": ({}, {P: [("opening: 800", "opening: 780")]}, []),
    "an opening raised with its target": (
        {},
        {P: [("opening: 800", "opening: 850"), ("target: 1200", "target: 1250")]},
        [],
    ),
    "the same target in another unit": (
        {},
        {
            P: [
                ("target: 1.2\n        unit: 万人", "target: 12\n        unit: 千人"),
                ("scale: 10000", "scale: 1000"),
            ]
        },
        [],
    ),
    "a smaller scale": ({}, {P: [("scale: 10000", "scale: 1000")]}, ["M615"]),
    "a coverage of other people": (
        {},
        {
            P: [
                (
                    "kind: coverage\n        unit: 人",
                    "kind: coverage\n        unit: 万人\n        decimals: false",
                )
            ]
        },
        [],
    ),
    "an item by another id": (
        {H: [("    highlights: [中心公园提前开工]\n", "")]},
        {
            P: [("dongguan: 东关小区", "dong-guan: 东关小区")],
            H: [("    highlights: [中心公园提前开工]\n", "")],
        },
        [],
    ),
    "a site that the plan names replaced by another": ({}, {P: [("光明小区", "城关小区")]}, ["M615"]),
    "a site's name said more fully": ({}, {P: [("光明小区", "光明小区（一期）")]}, []),
    "a total of other parts": (
        {},
        {P: [("of: [new-canteens]", "of: [new-canteens, street-lamps]")]},
        ["M615"],
    ),
    "an opening that was our own guess": (
        {P: [("opening: 800", "opening: 800\n        inferred: [opening]")]},
        {P: [("opening: 800", "opening: 820")]},
        [],
    ),
    "sites named since, as many done": (
        {
            P: [("\n        items: {fuxing: 复兴小区, guangming: 光明小区, dongguan: 东关小区}", "")],
            H: [("{done: []}", "0"), ("{done: [fuxing]}", "1"), ("{done: [fuxing, guangming]}", "2")],
        },
        {},
        [],
    ),
    "the same length in metres": ({}, METRES, []),
    "a schedule relaxed in metres": (
        {T: [("reports:", "schedule:\n  rural-roads: {2024-04: 7, 2024-12: 28.5}\nreports:")]},
        {
            **METRES,
            T: [
                *METRES[T],
                ("reports:", "schedule:\n  rural-roads: {2024-04: 30, 2024-12: 28500}\nreports:"),
            ],
        },
        ["M618"],
    ),
    "a stage more": ({}, {P: [("[立项, 开工,", "[立项, 招标, 开工,")]}, []),
    # deadlines
    "a deadline earlier": ({}, {P: [("date: 2024-09-30", "date: 2024-08-31")]}, ["M616"]),
    "a deadline by another id": (
        {},
        {P: [("- id: september", "- id: autumn"), ("september: {percent", "autumn: {percent")]},
        [],
    ),
    "one deadline more": (
        {},
        {
            P: [
                (
                    "    - id: december",
                    "    - {id: half, name: 过半, date: 2024-06-30, percent: 50, binding: false}\n    - id: december",
                )
            ]
        },
        [],
    ),
    "an aim lowered for one, with a reason": (
        {},
        {P: [(PARK, "september: {percent: 50, basis: 汛期停工到8月底}"), ("target: 1200", "target: 1200")]},
        [],
    ),
    "an aim lowered for one, with the old reason": (
        {},
        {P: [("september: {percent: 75,", "september: {percent: 50,")]},
        ["M616"],
    ),
    "an aim raised for one": ({}, {P: [("september: {percent: 75,", "september: {percent: 100,")]}, []),
    # schedules
    "a schedule for months to come": ({}, {H: [("2024-09: 192", "2024-09: 196")]}, []),
    "a schedule made stricter": (
        DUE,
        {H: [(STEPS, "new-homes: {2024-03: 70, 2024-04: 110, 2024-06: 120,")]},
        [],
    ),
    "a first schedule": ({H: WHOLE}, {}, []),
    "a schedule taken away that asked for less than the line": (
        {H: [(STEPS, "new-homes: {2024-04: 10, 2024-06: 120,")]},
        {H: WHOLE},
        [],
    ),
    # indicators
    "an indicator without figures": (
        {H: [("      library: 未启动\n", ""), ("      library: 开工\n", ""), ("      library: 开工\n", "")]},
        {
            P: [
                (
                    "      - id: library\n        name: 县图书馆\n        kind: milestone\n        stages: {开工: 20, 主体完工: 70, 竣工验收: 100}\n",
                    "",
                )
            ],
            H: [
                ("      library: 未启动\n", ""),
                ("      library: 开工\n", ""),
                ("      library: 开工\n", ""),
            ],
        },
        [],
    ),
    "another name": ({}, {P: [("name: 路灯", "name: 城区路灯")]}, []),
    # samples
    "real figures": (
        {},
        {
            T: [
                ("sample: true\n", ""),
                ("4.2", "{done: 4.3, revision: 实报}"),
                (LAMPS[0], "street-lamps: {done: 861, revision: 实报}"),
                ("7.85", "7.9"),
                ("912", "915"),
            ]
        },
        [],
    ),
    "real figures, one of them the same": (
        {},
        {
            T: [
                ("sample: true\n", ""),
                ("4.2", "{done: 4.3, revision: 实报}"),
                (LAMPS[0], "street-lamps: {done: 860, note: 核对过}"),
                ("7.85", "7.9"),
                ("912", "915"),
            ]
        },
        [],
    ),
    "a mark put on": ({T: [("sample: true\n", "")]}, {}, []),
}
"""What the older ledger has, what the present one has, and the codes of the rules on changes."""


def ledger(root: Path, edits: Edits) -> Path:
    overlay(root, root / "nothing")
    for name, pairs in edits.items():
        path = root / name
        text = path.read_text("utf-8") if path.exists() else RECORD
        for old, new in pairs:
            assert old in text or old == "END", old
            text = text + new if old == "END" else text.replace(old, new, 1)
        path.write_text(text, "utf-8")
    return root


@pytest.mark.parametrize("case", CASES)
def test_what_a_change_is_told(case: str, tmp_path: Path) -> None:
    older, now, codes = CASES[case]
    found = compared(ledger(tmp_path / "now", now), ledger(tmp_path / "older", older)).findings
    assert sorted(each.code for each in found if "M611" <= each.code <= "M629") == codes, found


def test_of_a_closed_month_one_rule_tells(tmp_path: Path) -> None:
    older = ledger(tmp_path / "older", {C: []})
    for number, edit in enumerate(([LAMPS], [(MARCH, "")])):
        found = compared(ledger(tmp_path / str(number), {C: [], T: edit}), older).findings
        assert "M601" in {each.code for each in found}
        assert not {"M611", "M613", "M614"} & {each.code for each in found}
