"""One reported figure: its long and short form, and what it says once its indicator's kind has read it."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, NamedTuple

from pydantic import Field, model_validator

from minsheng_cli.fields.meant import meant
from minsheng_cli.fields.placed import Placed
from minsheng_cli.fields.scalars import Line, Read, Reason, read_text
from minsheng_cli.numbers import NotPlain, digits_meant, parse, places


def _text_or_list(value: Any) -> str | list[str]:
    """A scalar's text, or a list of texts; what they mean is the indicator kind's to say."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    return read_text(value)


_DONE = {"type": ["number", "array"], "minimum": 0, "allOf": [{"items": {"type": ["string", "number"]}}]}
"""The entries stand apart, or editors would begin a list for everybody who types the key."""
Done = Annotated[str | list[str], Read(_text_or_list, _DONE)]
Count = Annotated[str, Read(read_text, {"type": "number", "minimum": 0})]
Short = Annotated[str | list[str], Read(_text_or_list, {})]


SHORT = "\0short"
"""The key of the short form in raw data; no file can contain it."""


class Figure(Placed):
    """A figure as reported; `short` holds the short form (`units: 230`), the rest the long one."""

    short: Annotated[Short | None, Field(default=None, alias=SHORT)]
    done: Done | None = None
    eligible: Count | None = None
    stage: Line | None = None
    note: Line | None = None
    revision: Reason | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: Any) -> Any:
        return value if isinstance(value, dict) else {SHORT: value}

    @property
    def parts(self) -> set[str]:
        """Which of the keys that carry a value were typed."""
        given = {"done": self.done, "eligible": self.eligible, "stage": self.stage}
        return {name for name, value in given.items() if value is not None}


class Reading(NamedTuple):
    """What one report says of one indicator, exactly, in the unit that was reported."""

    done: Decimal | None = None
    eligible: Decimal | None = None
    stage: str | None = None
    items: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a figure or a step of a schedule cannot be read: a rule's name, and which part is to blame."""

    kind: str
    part: str = ""
    index: int | None = None
    about: dict[str, str] = field(default_factory=dict)


def read_count(
    text: str, part: str, *, whole: bool, unit: str, limit: Fraction | None = None, short: bool = False
) -> Decimal | Unfit:
    """A number of 0 or more; a whole one where the unit is counted.

    `limit` is what it will hardly exceed; `short` says that the long form may stand in its place.
    """
    number = parse(text)
    about = {"text": text, "unit": unit, "part": part, "short": "short" if short else ""}
    if isinstance(number, NotPlain):
        kind = {"unit": "unit-in-number", "text": "not-a-number"}.get(number.cause, "number-not-plain")
        about["cause"] = number.cause
        if number.cause not in ("unit", "text", "scientific"):
            guess = digits_meant(text) if number.cause == "letters" else ""
            return Unfit(kind, part, about={**about, "mend": number.mend or "", "guess": guess})
        return Unfit(kind, part, about={**about, **likely(text, unit, whole=whole, short=short)})
    if number < 0:
        return Unfit("negative", part, about=about)
    if whole and places(number) and number != int(number):
        many = Fraction(number) * 10_000
        fits = many.denominator == 1 and limit is not None and many <= limit
        return Unfit("fraction", part, about={**about, "guess": str(many) if fits else ""})
    return number


def likely(text: str, unit: str, *, whole: bool, short: bool) -> dict[str, str]:
    """What was meant: as `mend` where it is certain, as `guess` where it must be asked."""
    found = meant(text, unit, whole=whole)
    if found is None:
        return {"mend": "", "guess": ""}
    if found.remark and not short:
        lost = "" if not found.sure else found.remark
        return {"mend": found.number if lost else "", "guess": "" if lost else found.number, "lost": lost}
    typed = f"{{done: {found.number}, note: {found.remark}}}" if found.remark else found.number
    mend, guess = (typed, "") if found.sure else ("", typed)
    return {"mend": mend, "guess": guess, "remark": found.remark}
