"""Random progress files as different people would type them, and random things to record in them."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from minsheng_cli.editing.change import Amount, FigureChange, NewRemark, ReportChange
from minsheng_cli.fields.scalars import read_reason

PLAN = """\
plan:
  title: t
  county: c
  year: 2024
  lead: roads
  start: 2024-01-01
  deadlines: [{id: december, name: 完成, date: 2024-12-31, percent: 100}]
departments: {roads: {name: 交通局}}
projects:
  - no: 1
    id: works
    name: 工程
    lead: roads
    indicators:
      - {id: lamps, name: 路灯, kind: quantity, target: 900, unit: 盏}
      - {id: sites, name: 点位, kind: quantity, target: 3, unit: 个, items: {east: 东, west: 西, north: 北}}
      - {id: checks, name: 检查, kind: coverage, unit: 人}
      - {id: school, name: 学校, kind: milestone, stages: [立项, 开工, '主体, 一期', 验收]}
      - {id: visits, name: 访问, kind: trend, unit: 次, baseline: 1}
"""
ORDER = ("lamps", "sites", "checks", "school", "visits")
ITEMS = ("east", "west", "north")
STAGES = ("立项", "开工", "主体, 一期", "验收", "未启动")
MONTHS = tuple(f"2024-{number:02d}" for number in range(1, 8))
TEXTS = (
    *(
        "雨天多",
        "a: b",
        "#1井",
        "二 #3",
        "- 停工",
        "“新”的：旧",
        "{x}",
        "a, b",
        "'q'",
        'say "x"',
        "100%",
        "~",
        "null",
        "true",
    ),
    *(
        "@all",
        "*x",
        "&y",
        "!z",
        "| 竖",
        "> 大",
        "% 百",
        "`反`",
        "? 问",
        "[]",
        "a]",
        "：",
        "，",
        "007",
        "\\n",
        "x:",
        "😀 好",
    ),
)


class Figure(NamedTuple):
    """What a figure says."""

    parts: dict[str, Amount]
    note: str = ""
    revision: str = ""


@st.composite
def amounts(draw: st.DrawFn, name: str) -> dict[str, Amount]:
    number = st.integers(0, 999).map(str)
    if name == "sites":
        return {"done": tuple(draw(st.lists(st.sampled_from(ITEMS), unique=True, max_size=3)))}
    if name == "checks":
        done = draw(st.integers(0, 500))
        return {"done": str(done), "eligible": str(done + draw(st.integers(0, 90)))}
    return {"stage": draw(st.sampled_from(STAGES))} if name == "school" else {"done": draw(number)}


texts = st.one_of(
    st.sampled_from(TEXTS),
    st.text(st.sampled_from("雨天ab1 :#,，：-'\"[]{}&*!|>%@`?~.\\=<"), min_size=1, max_size=8).map(
        lambda text: f"字{text}".strip()
    )
    | st.text(st.sampled_from("雨ab1:#,-'\"[]{}&*!|>%@`?~."), min_size=1, max_size=6).map(
        lambda text: f"{text}文"
    ),
)


def is_reason(text: str) -> bool:
    try:
        read_reason(text)
    except PydanticCustomError:
        return False
    return True


reasons = texts.filter(is_reason)


def quoted(text: str, draw: st.DrawFn) -> str:
    """A text in quotation marks, or without where it surely needs none."""
    plain = all(sign.isalnum() for sign in text) and not text.isascii()
    styles = ["double", "single", *(["plain"] * 4 if plain else [])]
    chosen = draw(st.sampled_from(styles))
    if chosen == "plain":
        return text
    if chosen == "single":
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Typist:
    """Somebody's manner of typing a progress file."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.dash = draw(st.sampled_from([0, 2, 4]))
        self.inner = draw(st.sampled_from([2, 4]))
        self.step = draw(st.sampled_from([2, 4]))
        self.item = draw(st.sampled_from([0, 2]))
        self.gap = draw(st.integers(0, 2))
        self.comments = draw(st.booleans())
        self.flow_report = draw(st.sampled_from([False, False, False, True]))
        self.flow_figures = draw(st.sampled_from([False, False, True]))

    def behind(self) -> str:
        return self.draw(st.sampled_from(["", "", "  # 核过"])) if self.comments else ""

    def above(self, indent: int) -> list[str]:
        said = self.comments and self.draw(st.integers(0, 3)) == 0
        return [f"{' ' * indent}# 说明: [x, {{"] if said else []

    def scalar(self, value: Amount) -> str:
        if isinstance(value, tuple):
            apart = self.draw(st.sampled_from([", ", ",", " , "]))
            return f"[{apart.join(value)}]"
        return value if value.isdigit() else quoted(value, self.draw)

    def pairs(self, figure: Figure) -> list[tuple[str, str]]:
        found = [(name, self.scalar(value)) for name, value in figure.parts.items()]
        found += [
            (name, quoted(text, self.draw))
            for name, text in (("note", figure.note), ("revision", figure.revision))
            if text
        ]
        return self.draw(st.permutations(found))

    def short(self, figure: Figure) -> bool:
        return len(figure.parts) == 1 and not (figure.note or figure.revision) and self.draw(st.booleans())

    def in_braces(self, figure: Figure) -> str:
        if self.short(figure):
            return self.scalar(next(iter(figure.parts.values())))
        blank = self.draw(st.sampled_from(["", " "]))
        return "{" + blank + ", ".join(f"{name}: {text}" for name, text in self.pairs(figure)) + blank + "}"

    def figure(self, name: str, figure: Figure, indent: int) -> list[str]:
        head = f"{' ' * indent}{name}:"
        if not self.draw(st.booleans()):
            return [f"{head} {self.in_braces(figure)}{self.behind()}"]
        deeper = indent + self.step
        if self.short(figure):
            value = next(iter(figure.parts.values()))
            if not isinstance(value, tuple) or not value:
                return [f"{head} {self.scalar(value)}{self.behind()}"]
            dashes = " " * (indent + self.item)
            return [head + self.behind(), *(f"{dashes}- {each}{self.behind()}" for each in value)]
        lines = [head + self.behind()]
        for key, text in self.pairs(figure):
            lines += [*self.above(deeper), f"{' ' * deeper}{key}: {text}{self.behind()}"]
        return lines

    def remark(self, new: NewRemark) -> str:
        if new.project is None:
            return quoted(new.text, self.draw)
        return f"{{project: {new.project}, text: {quoted(new.text, self.draw)}}}"

    def remarks(self, name: str, listed: list[NewRemark], indent: int) -> list[str]:
        if self.draw(st.booleans()):
            return [f"{' ' * indent}{name}: [{', '.join(map(self.remark, listed))}]{self.behind()}"]
        dashes = " " * (indent + self.item)
        lines = [f"{' ' * indent}{name}:{self.behind()}"]
        for each in listed:
            lines += [*self.above(indent + self.item), f"{dashes}- {self.remark(each)}{self.behind()}"]
        return lines

    def report(
        self, month: str, figures: dict[str, Figure], remarks: dict[str, list[NewRemark]]
    ) -> list[str]:
        if self.flow_report:
            inside = ", ".join(f"{name}: {self.in_braces(each)}" for name, each in figures.items())
            lists = "".join(
                f", {name}: [{', '.join(map(self.remark, each))}]" for name, each in remarks.items()
            )
            whole = f"{{month: {month}, reported_on: {month}-28, figures: {{{inside}}}{lists}}}"
            return [f"{' ' * self.dash}- {whole}{self.behind()}"]
        keys = self.dash + self.inner
        lines = [
            f"{' ' * self.dash}-{' ' * (self.inner - 1)}month: {month}{self.behind()}",
            f"{' ' * keys}reported_on: {month}-28{self.behind()}",
        ]
        if self.flow_figures or not figures:
            inside = ", ".join(f"{name}: {self.in_braces(each)}" for name, each in figures.items())
            lines.append(f"{' ' * keys}figures: {{{inside}}}{self.behind()}")
        else:
            lines.append(f"{' ' * keys}figures:{self.behind()}")
            for name, each in figures.items():
                lines += [*self.above(keys + self.step), *self.figure(name, each, keys + self.step)]
        for name, listed in remarks.items():
            lines += self.remarks(name, listed, keys)
        return lines


remark = st.builds(NewRemark, texts, st.sampled_from([None, None, "works"]))
remark_lists = st.fixed_dictionaries(
    {},
    optional={name: st.lists(remark, min_size=1, max_size=3) for name in ("problems", "highlights")},
)


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Figure]:
    names = draw(st.lists(st.sampled_from(ORDER), unique=True, max_size=5))
    note, revision = (st.one_of(st.just(""), said) for said in (texts, reasons))
    return {name: Figure(draw(amounts(name)), draw(note), draw(revision)) for name in names}


@st.composite
def files(draw: st.DrawFn) -> str:
    """A whole file, sound as to its form."""
    typist = Typist(draw)
    months = sorted(draw(st.lists(st.sampled_from(MONTHS), unique=True, max_size=4)))
    lines = [*typist.above(0), "department: roads", ""]
    if months:
        lines.append(f"reports:{typist.behind()}")
        for number, month in enumerate(months):
            lines += [""] * (typist.gap if number else 0)
            lines += typist.above(typist.dash)
            lines += typist.report(month, draw(figures()), draw(remark_lists))
    else:
        lines.append(draw(st.sampled_from(["reports: []", "reports: []  # 还没有"])))
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    return ends.join(lines) + draw(st.sampled_from(["", ends, ends * 2]))


@st.composite
def figure_changes(draw: st.DrawFn, name: str) -> FigureChange:
    none = st.one_of(st.none(), st.none(), st.just(""))
    return FigureChange(
        name,
        draw(amounts(name)),
        draw(none | texts),
        draw(none | reasons),
        "stage" if name == "school" else "done",
    )


@st.composite
def changes(draw: st.DrawFn) -> ReportChange:
    """Something to record."""
    month = draw(st.sampled_from(MONTHS))
    names = draw(st.lists(st.sampled_from(ORDER), unique=True, max_size=5))
    remarks = st.lists(remark, max_size=2, unique=True).map(tuple)
    return ReportChange(
        month,
        tuple(draw(figure_changes(name)) for name in names),
        f"{month}-28" if draw(st.booleans()) else f"{month}-27",
        draw(remarks),
        draw(remarks),
    )
