"""How trace says things: sums with what they come to, the case that decided, where a number stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from minsheng_cli.git.log import Commit
from minsheng_cli.numbers import exact
from minsheng_cli.review.derivation import IndicatorTrace, Overall
from minsheng_cli.review.formula import Term
from minsheng_cli.review.origins import Place
from minsheng_cli.review.verdict import Comparison, Verdict, Why
from minsheng_cli.terms import NOBODY, OPEN_BASE
from minsheng_cli.views.commits import GAP, when_word, who_word
from minsheng_cli.views.words import deadline_status_word, deadline_word, month_word

Blamed = Mapping[Place, Commit | None]
"""The commit that last changed each place's line; None where it is not committed. Empty without a repository."""
RULES = (
    "数、完成率、计入平均的完成率",
    "到统计月份应完成多少",
    "对一个时限的状态",
    "指标的总体状态",
    "项目、部门、领域、全县",
    "怎么印",
)
"""Headings of docs/rules.md that say why everything is worked out so."""

_CASES: dict[Why, str] = {
    "no-figure": "还没有报数",
    "no-figure-then": "到{month}一次也没有报数",
    "not-of-that-month": "{month}当月没有报数",
    "open-base": f"{OPEN_BASE}，算不出覆盖率",
    "nobody": NOBODY,
    "baseline-month": "只有作基数的一个数，没有可比的",
    "reached": "{first}，达到要求",
    "short": "{first}，没有达到要求",
    "above-baseline": "{first}，高于基数",
    "at-baseline": "{first}，等于基数",
    "below-baseline": "{first}，低于基数",
    "fallen": "{first}，比上一次低",
    "as-due": "{first}，不低于应完成数",
    "one-step-unmet": "{first}，低于应完成数，时间表到期没做到的只有一步",
    "steps-unmet": "{first}，低于应完成数，时间表到期没做到的有两步或更多",
    "below-rate": "{first}，低于要求，但没有比上一次低",
    "too-early": "{first}，低于应完成数；报数不到四次，时间也没有过半，速度还看不出来",
    "fast-enough": "{first}，低于应完成数；照近期速度到{month}，{second}，够得上要求数的{line}",
    "too-slow": "{first}，低于应完成数；照近期速度到{month}，{second}，不到要求数的{line}",
}
_OVERALL: dict[Overall, str] = {
    "completed": "数已达到目标",
    "final-met": "最后一个必须完成的时限（{deadline}）已过，已达标",
    "missed": "最后一个必须完成的时限（{deadline}）已过，没有达到",
    "unreported": "对{deadline}是未报",
    "nearest": "取最近一个必须完成的时限（{deadline}）的状态{met}",
    "not-started": "对最近一个必须完成的时限（{deadline}）是正常，还没有动工",
}


def equation(term: Term | None, value: Fraction | None, printed: str) -> str:
    """`230 ÷ 291 ≈ 79.0%`: a sum and what it comes to as it is printed, `value` is what that says; or only that."""
    if term is None or term.plain:
        return printed
    return f"{term.text} {'=' if term.value == value else '≈'} {printed}"


def says(number: Decimal | Fraction, *, of_hundred: bool = False) -> Fraction:
    """What a printed number says exactly."""
    return Fraction(number) / 100 if of_hundred else Fraction(number)


def compared(comparison: Comparison) -> str:
    """`230 ≥ 209`, with what a sum comes to where one side is one."""
    sides = (_side(comparison.left), _side(comparison.right))
    return f"{sides[0]} {comparison.sign} {sides[1]}"


def _side(term: Term) -> str:
    """A side of a comparison: as it is written, so that it holds exactly."""
    value = exact(term.value)
    short = Fraction(value) == term.value and not term.plain
    return f"{term.text}（{value:f}）" if short else term.text


def case_words(verdict: Verdict, year: int, line: Decimal) -> str:
    """The comparison that decided, and the status that came of it; `line` is the plan's at_risk_below."""
    standing = verdict.standing
    first, second, *_ = [*map(compared, verdict.comparisons), "", ""]
    if verdict.why == "fallen" and second:
        first = f"{first}，低于要求；{second}"
    said = _CASES[verdict.why].format(
        first=first, second=second, month=month_word(standing.deadline.month, year), line=f"{line:f}%"
    )
    return f"{said}，{deadline_status_word(standing)}"


def overall_words(trace: IndicatorTrace, year: int) -> str:
    """Which rule gave the overall status."""
    deciding = trace.deciding
    met = "，已达标算正常" if trace.overall == "nearest" and deciding and deciding.status == "met" else ""
    name = deadline_word(deciding.deadline, year) if deciding else ""
    if trace.overall == "unreported" and trace.standing.point is None:
        return "还没有报数"
    return _OVERALL[trace.overall].format(deadline=name, met=met)


class Notes:
    """Numbers the places that are named, in the order in which they are."""

    def __init__(self) -> None:
        self._numbers: dict[Place, int] = {}

    def mark(self, *places: Place) -> str:
        """`[1]`, for behind what stands there."""
        return "".join(f"[{self._numbers.setdefault(place, len(self._numbers) + 1)}]" for place in places)

    def listed(self, blamed: Blamed) -> list[str]:
        """The places with the commits of their lines."""
        return [f"[{number}] {_place_words(place, blamed)}" for place, number in self._numbers.items()]


def _place_words(place: Place, blamed: Blamed) -> str:
    where = f"{place.file}:{place.at.line}:{place.at.column}"
    if place not in blamed:
        return where
    commit = blamed[place]
    return GAP.join(filter(None, (where, when_word(commit), who_word(commit))))


def joined_names(names: Sequence[str]) -> str:
    """Names in a row."""
    return "、".join(f"“{name}”" for name in names)
