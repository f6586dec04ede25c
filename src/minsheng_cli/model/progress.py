"""A department's file: what data/progress/<department>.yaml may hold (docs/files.md)."""

from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from minsheng_cli.fields.placed import Bare, Placed
from minsheng_cli.fields.scalars import (
    STEP_PATTERN,
    DayField,
    Flag,
    Id,
    Line,
    MonthField,
    Read,
    read_text,
    says_nothing,
)
from minsheng_cli.kinds.figure import Figure

_STEP = {"type": ["number", "string"], "minimum": 0, "pattern": STEP_PATTERN}
Step = Annotated[str, Read(read_text, _STEP)]
Steps = Annotated[dict[MonthField, Step], Bare]


class Remark(Placed):
    """A problem or a highlight; without `project` it belongs to the department."""

    text: Line
    project: Id | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: Any) -> Any:
        return value if isinstance(value, dict) else {"text": value}


def _nothing(value: Any) -> Any:
    """A list whose only entry says that there is nothing to say."""
    only = value[0] if isinstance(value, list) and len(value) == 1 else None
    text = only.get("text") if isinstance(only, dict) else only
    if isinstance(text, str) and says_nothing(text):
        raise PydanticCustomError("nothing-said", "{text}", {"text": text})
    return value


Remarks = Annotated[list[Remark], BeforeValidator(_nothing)]


class Report(Placed):
    """One month's report."""

    month: MonthField
    reported_on: DayField
    figures: Annotated[dict[Id, Figure], Bare]
    problems: Remarks = []
    highlights: Remarks = []


class ProgressFile(Placed):
    """data/progress/<department>.yaml."""

    department: Id
    reports: list[Report]
    sample: Flag = False
    schedule: Annotated[dict[Id, Steps], Bare] = {}
