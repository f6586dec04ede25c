"""Strategies for ledgers that nobody would write: bytes, YAML structure, accidents of typing, figures."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.test_cases import BASE

Files = dict[str, bytes]


def files_of(root: Any) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*.yaml"))
    }


SOUND = {"base": files_of(BASE), "yunxi": files_of(ROOT / "tests" / "ledgers" / "yunxi")}
PLAN = "data/projects.yaml"

SIGNS = (
    *(
        "：",
        "，",
        "、",
        "\t",
        "　",
        "\u00a0",
        "{",
        "}",
        "[",
        "]",
        "｛",
        "］",
        "'",
        '"',
        "“",
        "”",
        "#",
        "＃",
        "－",
    ),
    *(
        "&a",
        "*a",
        "!x",
        "!!int",
        "---",
        "...",
        "--- |",
        "\n",
        "\r",
        "\r\n",
        "- ",
        ": ",
        "? ",
        "~",
        "null",
        "|",
        "> ",
    ),
    *(
        "%",
        "@",
        "`",
        "\\",
        "\ufeff",
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\u200b",
        "\u2028",
        "\x85",
        "\U000e0041",
        "\u0301" * 9,
    ),
    *("<<: *a", "<<<<<<< HEAD", "=======", ">>>>>>> x", "{a: 1}", "[1,2]", "{" * 60, "- " * 60, "部门", "𠮷"),
)
VALUES = (
    *(
        "yes",
        "0123",
        "12:30",
        "1_000",
        "1,301",
        "２３０",
        "230套",
        "-5",
        "+5",
        "1e5",
        "3.5",
        "3.",
        ".5",
        "",
        "-",
        "无",
    ),
    *(
        "0x1f",
        "9" * 24,
        "9" * 25,
        "0." + "0" * 30 + "1",
        "-0",
        "00",
        "1.2万",
        "50%",
        "NaN",
        ".inf",
        "１２．５",
        "1 000",
    ),
    *(
        "2023-8",
        "2024-13",
        "2024-4",
        "0000-01",
        "9999-12",
        "0001-01",
        "2024-04-31",
        "2024-02-30",
        "2024.4",
        "2024年4月",
    ),
    *(
        "true",
        "是",
        "开工",
        "未启动",
        "transport",
        "Transport",
        "trans_port",
        "交通局",
        "rural-roads",
        "x" * 300,
    ),
    *(
        "[]",
        "[民政局]",
        "[开工 完工]",
        "[Transport, 交通局]",
        "{}",
        "[a, a]",
        "{done: 1}",
        "{done: 1, eligible: 0}",
        "{stage: 开工, revision: x}",
        "{done: {a: 1}}",
        "'12'",
        '"\\e"',
    ),
)
KEYS = (
    *(
        "plan",
        "title",
        "county",
        "year",
        "lead",
        "start",
        "deadlines",
        "reporting",
        "due_day",
        "areas",
        "departments",
    ),
    *(
        "projects",
        "no",
        "id",
        "name",
        "area",
        "partners",
        "inferred",
        "promise",
        "indicators",
        "kind",
        "target",
        "unit",
    ),
    *(
        "part_of",
        "of",
        "items",
        "stages",
        "scale",
        "report_unit",
        "opening",
        "baseline",
        "required",
        "adjustments",
    ),
    *(
        "department",
        "sample",
        "schedule",
        "reports",
        "month",
        "reported_on",
        "figures",
        "problems",
        "highlights",
    ),
    *(
        "done",
        "eligible",
        "stage",
        "note",
        "revision",
        "text",
        "project",
        "rural-roads",
        "street-lamps",
        "完成",
        "2024-04",
    ),
    *("<<", "?", "a b", "'q'", '"\\u0000"', "done ", "x" * 200, "1", "301"),
)

scalars = st.one_of(st.sampled_from(VALUES), st.sampled_from(SIGNS), st.text(max_size=12))
nodes = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.lists(st.tuples(st.sampled_from(KEYS), inner), max_size=5).map(tuple)
    ),
    max_leaves=25,
)


@st.composite
def yaml_texts(draw: st.DrawFn) -> str:
    """A structure written down in a mixture of block and flow, with what a ledger must not use in between."""
    return written(draw, draw(nodes), 0)


def written(draw: st.DrawFn, node: Any, indent: int) -> str:
    mark: str = draw(st.sampled_from(("",) * 12 + ("&a ", "!x ", "!!str ", "*a #", "? ")))
    if isinstance(node, str):
        quote = draw(st.sampled_from(("",) * 6 + ("'", '"', "|\n  ")))
        return f"{mark}{quote}{node}{quote if quote in ('', chr(39), chr(34)) else ''}"
    pairs = isinstance(node, tuple)
    if draw(st.booleans()):  # flow
        parts = (
            [f"{key}: {written(draw, value, indent)}" for key, value in node]
            if pairs
            else [written(draw, each, indent) for each in node]
        )
        return mark + ("{%s}" if pairs else "[%s]") % ", ".join(parts)
    lines = [mark.rstrip()] if mark else [""]
    for each in node:
        head = f"{each[0]}:" if pairs else "-"
        step = draw(st.sampled_from((2, 2, 2, 4, 1, 0)))
        lines.append(f"{' ' * indent}{head} {written(draw, each[1] if pairs else each, indent + step)}")
    return "\n".join(lines)


@st.composite
def broken_texts(draw: st.DrawFn, text: str) -> str:
    """One to four accidents in a sound text: signs, cuts, lines twice or moved, values of another sort."""
    for _ in range(draw(st.integers(1, 4))):
        lines = text.split("\n")
        line = draw(st.integers(0, len(lines) - 1))
        place = draw(st.integers(0, len(text)))
        accident = draw(st.integers(0, 6))
        if accident == 0:
            text = text[:place] + draw(st.sampled_from(SIGNS)) + text[place:]
        elif accident == 1:
            text = text[:place] + text[place + draw(st.sampled_from((1, 2, 5, 30))) :]
        elif accident == 2:
            text = "\n".join(lines[:line] + lines[line + 1 :])
        elif accident == 3:
            text = "\n".join([*lines[:line], lines[draw(st.integers(0, len(lines) - 1))], *lines[line:]])
        elif accident == 4:
            text = "\n".join([*lines[:line], " " * draw(st.integers(0, 4)) + lines[line], *lines[line + 1 :]])
        else:
            head, colon, _ = lines[line].partition(": ")
            value = draw(st.sampled_from(VALUES)) if accident == 5 else draw(yaml_texts())
            text = "\n".join([*lines[:line], f"{head}{colon}{value}", *lines[line + 1 :]])
    return text


@st.composite
def accidents(draw: st.DrawFn) -> Files:
    """A sound ledger with accidents in one or two of its files."""
    files = dict(draw(st.sampled_from(sorted(SOUND.items())))[1])
    for name in draw(st.lists(st.sampled_from(sorted(files)), min_size=1, max_size=2, unique=True)):
        files[name] = draw(broken_texts(files[name]))
    return {name: text.encode("utf-8", "surrogatepass") for name, text in files.items()}


@st.composite
def structures(draw: st.DrawFn) -> Files:
    """A sound ledger of which one file, or one value at the top of it, is any YAML at all."""
    files = {name: text.encode() for name, text in SOUND["base"].items()}
    name = draw(st.sampled_from(sorted(files)))
    text = draw(yaml_texts())
    if draw(st.booleans()):
        key = draw(
            st.sampled_from(
                ("plan", "departments", "projects", "areas") if name == PLAN else ("reports", "schedule")
            )
        )
        text = f"{'' if name == PLAN else 'department: transport'}\n{key}: {text}\n"
    return {**files, name: text.encode("utf-8", "surrogatepass")}


@st.composite
def byte_files(draw: st.DrawFn) -> Files:
    """A sound ledger of which one file is saved in another encoding, has bytes changed, or is noise."""
    files = {name: text.encode() for name, text in SOUND["base"].items()}
    name = draw(st.sampled_from(sorted(files)))
    if draw(st.booleans()):
        return {**files, name: draw(st.binary(max_size=200))}
    encoding = draw(
        st.sampled_from(("utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-le", "utf-32"))
    )
    data = bytearray(SOUND["base"][name].encode(encoding, "replace"))
    for _ in range(draw(st.integers(0, 5))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return {**files, name: bytes(data[: draw(st.integers(0, 2 * len(data)))])}


NUMBERS = (
    "0",
    "1",
    "230",
    "-1",
    "0.5",
    "1.0",
    "291.000",
    "9" * 24,
    "9" * 25,
    "0.00000000000000000001",
    "1e9",
    "２３",
    "3套",
    "~",
)
MONTHS = (
    *(f"2024-{month:02d}" for month in range(1, 13)),
    "2023-12",
    "2025-01",
    "0001-01",
    "9999-12",
    "2024-4",
)
SHAPES = (
    *(
        "kind: quantity, target: {n}, unit: 套",
        "kind: quantity, target: {n}, unit: 万人, report_unit: 人, scale: {n}",
    ),
    *(
        "kind: quantity, target: 2, unit: 个, items: {{a: 甲, b: 乙}}",
        "kind: quantity, target: {n}, unit: 套, opening: {n}",
    ),
    *(
        "kind: total, target: {n}, unit: 个, baseline: {n}, of: [{i}, {i}]",
        "kind: coverage, unit: 户, target_percent: {n}",
    ),
    *("kind: milestone, stages: [开工, 完工]", "kind: milestone, stages: {{开工: {n}, 完工: 100}}"),
    *("kind: trend, unit: 种, baseline: {n}", "kind: trend, unit: 种, baseline_from: first report"),
    *(
        "kind: quantity, target: {n}, unit: 套, part_of: {i}, weight: {n}",
        "kind: quantity, target: {n}, unit: 套, decimals: true",
    ),
    "kind: quantity, target: {n}, unit: 公里, adjustments: [{{date: 2024-06-01, target: {n}, reason: 甲, document: 乙}}]",
    "kind: quantity, target: {n}, unit: 套, required: {{december: {{percent: {n}}}}}",
)
FIGURES = (
    "{n}",
    "{n}",
    "{{done: {n}}}",
    "{{done: {n}, eligible: {n}}}",
    "开工",
    "完工",
    "[a]",
    "{{done: [a, b], note: 甲}}",
    "{{done: {n}, revision: 甲}}",
    "{{stage: 完工}}",
    "未启动",
)


@st.composite
def figured(draw: st.DrawFn) -> Files:
    """A plan of every kind of indicator and reports of every kind of figure, well-formed and seldom right."""

    def filled(shape: str) -> str:
        number, other = draw(st.sampled_from(NUMBERS)), draw(st.integers(0, 5))
        return shape.format(n=number, i=f"i{other}")

    odd = draw(st.integers(0, 3)) == 0
    usual = st.sampled_from(MONTHS if odd else MONTHS[:12])
    shapes = draw(st.lists(st.sampled_from(SHAPES), min_size=1, max_size=5))
    plan = [
        "plan: {title: 题, county: 县, year: 2024, lead: d0, start: 2024-01-01, deadlines: [",
        f"  {{id: october, name: 基本, date: 2024-10-31, percent: {draw(st.sampled_from(('0', '90', '100')))}, binding: false}},",
        "  {id: december, name: 全面, date: 2024-12-31, percent: 100}]}",
        "areas: {x: 甲}",
        "departments: {d0: {name: 甲局}, d1: {name: 乙局}}",
        "projects:",
    ]
    for number, shape in enumerate(shapes):
        project = number if odd or number % 2 == 0 else number - 1
        if project == number:
            plan += [
                f"- no: {number}",
                f"  id: p{number}",
                "  name: 项",
                f"  lead: d{number % 2}",
                "  indicators:",
            ]
        plan.append(f"  - {{id: i{number}, name: 数, {filled(shape)}}}")
    files = {PLAN: "\n".join(plan)}
    for name in ("d0", "d1"):
        months = draw(st.lists(usual, max_size=4, unique=not odd))
        lines = [f"department: {name}", "reports:" if months else "reports: []"]
        for month in months if odd else sorted(months):
            own = draw(st.lists(st.integers(0, len(shapes) - 1), max_size=4, unique=True))
            listed = ", ".join(f"i{each}: {filled(draw(st.sampled_from(FIGURES)))}" for each in own)
            lines += [f"- month: {month}", "  reported_on: 2024-12-31", f"  figures: {{{listed}}}"]
        files[f"data/progress/{name}.yaml"] = "\n".join(lines) + "\n"
    return {path: text.encode() for path, text in files.items()}
