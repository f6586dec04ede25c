"""milestone 节点指标: one thing, seen in stages (形象进度); complete when the last stage is reached."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic_core import PydanticCustomError

from minsheng_cli.fields.meant import MOST
from minsheng_cli.fields.placed import bare
from minsheng_cli.fields.scalars import EMPTY, LINE_PATTERN, Positive, Read, read_line, read_percent
from minsheng_cli.kinds.figure import Figure, Reading, Unfit
from minsheng_cli.kinds.indicator import ZERO, Indicator, unexpected_parts
from minsheng_cli.patterns import pattern

_REMARK = pattern(
    r"([^\s，、；;（(]+)\s*[，、；;（(\s]\s*([^\s,\[\]{}:#（()）][^,\[\]{}:#（()）]*?)\s*[）)]?"
)

NOT_BEGUN = "未启动"
"""The stage before the first, which every milestone has: a report can say that nothing has begun."""

_ARROW = pattern(r"\s*(?:[-—=]{0,3}>|→)\s*")
_WORD = pattern(r"[\u4e00-\u9fff]{2,}")
"""No shorter word is a stage."""
_AS_CALLED = (
    "立项 可研 可研批复 初步设计 设计 招标 招投标 中标 签约 征地 拆迁 开工 开工建设 基础完工 主体开工 主体完工 "
    "主体封顶 封顶 装修 绿化 完工 竣工 竣工验收 验收 交付 投用 投入使用 建成 通车 通水"
)
_USUAL = frozenset(_AS_CALLED.split())
"""Stages as bureaus call them: a blank may stand within the name of one stage, but not between two of these."""


def _joined(name: str) -> list[str]:
    """The stages that were run together in one, with an arrow or a blank between them; none where it is one."""
    by_arrows = _ARROW.split(name)
    if len(by_arrows) > 1:
        return by_arrows if all(map(_WORD.fullmatch, by_arrows)) else []
    by_blanks = name.split()
    return by_blanks if len(by_blanks) > 1 and _USUAL.issuperset(by_blanks) else []


def _stages(value: Any) -> dict[str, Decimal | None]:
    """Stage names in order, with their percents where the plan gives them (None: equal steps)."""
    if value is EMPTY:
        raise PydanticCustomError("empty-value", "empty")
    value = bare(value)
    if isinstance(value, dict):
        return {
            _inside(name, read_line, name): _inside(name, read_percent, share)
            for name, share in value.items()
        }
    if not isinstance(value, list):
        raise PydanticCustomError("wrong-shape", "{wanted}", {"wanted": "list"})
    names = [_inside(index, read_line, name) for index, name in enumerate(value)]
    seen: set[str] = set()
    for index, name in enumerate(names):
        if parts := _joined(name):
            context = {"text": name, "parts": ", ".join(parts), "inside": index}
            raise PydanticCustomError("joined-stages", "{text}", context)
        if name in seen:
            raise PydanticCustomError("bad-stages", "{text}", {"text": name, "inside": index})
        seen.add(name)
    return dict.fromkeys(names)


def _inside(place: str | int, read: Callable[[Any], Any], value: Any) -> Any:
    """Read one stage; what does not fit is placed at it, not at the whole list."""
    try:
        return read(value)
    except PydanticCustomError as problem:
        context = {**(problem.context or {}), "inside": place}
        raise PydanticCustomError(problem.type, "{inside}", context) from None


_SCHEMA = {
    "type": ["array", "object"],
    "items": {"type": ["string", "number"], "pattern": LINE_PATTERN},
    "minItems": 1,
    "uniqueItems": True,
    "propertyNames": {"pattern": LINE_PATTERN},
    "additionalProperties": {"type": "number", "exclusiveMinimum": 0, "maximum": 100},
    "minProperties": 1,
}
Stages = Annotated[dict[str, Decimal | None], Read(_stages, _SCHEMA)]


class Milestone(Indicator):
    """The share of the stage reached: equal steps unless the plan gives percents."""

    kind: Literal["milestone"]
    stages: Stages
    target: Positive | None = None

    parts: ClassVar[tuple[str, ...]] = ("stage",)

    @cached_property
    def shares(self) -> dict[str, Fraction]:
        """Each stage's share of the whole, rising to 1."""
        count = len(self.stages)
        return {
            name: Fraction(number, count) if share is None else Fraction(share) / 100
            for number, (name, share) in enumerate(self.stages.items(), 1)
        }

    @property
    def plan_target(self) -> Decimal:
        """One thing."""
        return Decimal(1)

    def read(self, figure: Figure) -> Reading | list[Unfit]:
        """A stage out of the declared list, or 未启动."""
        unfit = unexpected_parts(figure, {"stage"})
        value = figure.short if figure.stage is None else figure.stage
        part = "" if figure.stage is None else "stage"
        if value is None:
            return unfit or [Unfit("no-value", about={"wanted": "stage"})]
        if not self.stages:
            return Reading(stage=NOT_BEGUN)  # no stage is declared to compare with: rule M230
        if isinstance(value, list) or (value != NOT_BEGUN and value not in self.stages):
            text = "、".join(value) if isinstance(value, list) else value
            about = {"text": text, "stages": "\n".join(self.stages)}
            about["mend"] = "" if part else self._with_remark("，".join(value) if text != value else text)
            return [*unfit, Unfit("unknown-stage", part, about=about)]
        return unfit or Reading(stage=value)

    def _with_remark(self, text: str) -> str:
        """How to write a stage with a remark behind it (`开工，微地形完成`); empty where it is none, or may be another stage."""
        found = _REMARK.fullmatch(text) if len(text) <= MOST else None
        stages = (NOT_BEGUN, *self.stages)
        if found is None or found[1] not in stages or any(stage in found[2] for stage in stages):
            return ""
        return f"{{stage: {found[1]}, note: {found[2]}}}"

    def read_step(self, text: str) -> Fraction | Unfit:
        """A stage's name, or 未启动 while nothing is due."""
        share = ZERO if text == NOT_BEGUN else self.shares.get(text)
        if share is not None:
            return share
        return Unfit("unknown-stage", about={"text": text, "stages": "\n".join(self.stages)})

    def level(self, reading: Reading) -> Fraction | None:
        """The share of the stage reached."""
        return self.shares.get(reading.stage or "", ZERO)

    def done(self, reading: Reading) -> Fraction:
        """1 at the last stage, else 0."""
        return Fraction(1 if self.level(reading) == 1 else 0)

    def stage_at(self, share: Fraction) -> str | None:
        """The name of the highest stage not above `share`."""
        reached = [name for name, value in self.shares.items() if value <= share]
        return reached[-1] if reached else None

    def floor(self, value: Fraction, day: datetime.date) -> Fraction:
        """The highest stage not above `value`; 0 where there is none."""
        return max((share for share in self.shares.values() if share <= value), default=ZERO)
