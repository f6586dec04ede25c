"""The scalar types of the files: text becomes a number, a month, a day only in a field that wants one.

Each raises a PydanticCustomError whose type is the kind of the misfit (model/fitting.py turns it into
one), and carries its own JSON Schema; the words that editors show stand elsewhere (views/schema/words).
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_plain_validator_function

from minsheng_cli.month import Month
from minsheng_cli.numbers import NotPlain, half_width, parse, places
from minsheng_cli.patterns import pattern

_MAX_ID = 100
"""A longer text is no id with a slip in it."""
_ID = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DASH = r"\s*[-/.年—–−_~ ]{1,2}\s*"
_LOOSE_MONTH = pattern(rf"([0-9]{{4}})(?:{_DASH})?([0-9]{{1,2}})\s*(?:月份?|[-/.月][0-9]{{1,2}}日?)?")
_TIME = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
_REMARK = pattern(
    r"(\S*?[0-9]\s*[月日号]?份?)(?:\s*[（(]([^0-9#（）()]+)[）)]|[\s，,、；;]+([^0-9#（）()\s][^0-9#（）()]*))\s*"
)
_LOOSE_DAY = pattern(
    rf"([0-9]{{4}})(?:{_DASH})([0-9]{{1,2}})(?:{_DASH}|\s*月\s*)([0-9]{{1,2}})\s*[日号]?(?:[ T]+{_TIME})?|([0-9]{{4}})([0-9]{{2}})([0-9]{{2}})"
)


class Empty:
    """What stands for a key with nothing behind it: not None, which an optional field would take."""


EMPTY = Empty()


def read_text(value: Any) -> str:
    """The scalar's text; anything else (a list, a mapping, nothing) does not fit a scalar field."""
    if value is EMPTY:
        raise PydanticCustomError("empty-value", "empty")
    if not isinstance(value, str):
        raise PydanticCustomError("wrong-shape", "{wanted}", {"wanted": "scalar"})
    return value


def _misfit(kind: str, text: str, **about: str) -> PydanticCustomError:
    return PydanticCustomError(kind, "{text}", {"text": text, **about})


def read_number(value: Any) -> Decimal:
    """Text to an exact Decimal; `bad-number` with the cause otherwise."""
    text = read_text(value)
    number = parse(text)
    if isinstance(number, NotPlain):
        raise _misfit("bad-number", text, cause=number.cause, mend=number.mend or "")
    return number


def read_positive(value: Any) -> Decimal:
    """A number above 0."""
    number = read_number(value)
    if number <= 0:
        raise _misfit("out-of-range", str(value), wanted="大于0的数")
    return number


def read_not_negative(value: Any) -> Decimal:
    """A number of 0 or more."""
    number = read_number(value)
    if number < 0:
        raise _misfit("out-of-range", str(value), wanted="0或大于0的数")
    return number


def read_percent(value: Any) -> Decimal:
    """A percentage from 0 to 100."""
    number = read_number(value)
    if not 0 <= number <= 100:
        raise _misfit("out-of-range", str(value), wanted="0到100之间的百分数（不写%号）")
    return number


def read_whole(value: Any) -> int:
    """A whole number of 0 or more."""
    number = read_not_negative(value)
    if places(number):
        raise _misfit("out-of-range", str(value), wanted="整数")
    return int(number)


def read_year(value: Any) -> int:
    """A year in four digits."""
    year = read_whole(value)
    if not 1900 <= year <= 2999:
        raise _misfit("out-of-range", str(value), wanted="四位数的年份")
    return year


def read_day_of_month(value: Any) -> int:
    """A day of the month, 1 to 31."""
    day = read_whole(value)
    if not 1 <= day <= 31:
        raise _misfit("out-of-range", str(value), wanted="1到31的整数")
    return day


_YES, _NO = ("yes", "y", "on", "是", "真", "true"), ("no", "n", "off", "否", "假", "false")
_FLAGS = {**dict.fromkeys(_YES, "true"), **dict.fromkeys(_NO, "false")}


def read_flag(value: Any) -> bool:
    """`true` or `false`, spelled so."""
    text = read_text(value)
    if text not in ("true", "false"):
        raise _misfit(
            "bad-choice",
            text,
            choices="true、false",
            mend=_FLAGS.get(text.lower(), ""),
        )
    return text == "true"


def read_month(value: Any) -> Month:
    """A month as YYYY-MM."""
    text = read_text(value)
    try:
        return Month.parse(text)
    except ValueError:
        raise _misfit(
            "bad-month",
            text,
            mend=mended_month(text),
            bare=mended_month(_bare(text)),
            **_apart(text, mended_month),
        ) from None


def _bare(text: str) -> str:
    """A text with half-width signs, without quotation marks around it and signs that nobody sees."""
    plain = half_width(text[:_MAX_ID])
    seen = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    return seen.strip(" \"'“”‘’「」『』")


def _apart(text: str, read: Callable[[str], str]) -> dict[str, str]:
    """A month or a day and the remark behind it, if the remark names no other one."""
    found = _REMARK.fullmatch(text) if len(text) <= _MAX_ID else None
    when = read(found[1]) if found else ""
    return {"when": when, "remark": found[2] or found[3]} if found and when else {}


def mended_month(text: str) -> str:
    """What was surely meant by a month typed in another way; empty where nothing is certain."""
    found = _LOOSE_MONTH.fullmatch(half_width(text[:_MAX_ID]))
    known = found and found[1] != "0000" and 1 <= int(found[2]) <= 12
    return f"{found[1]}-{int(found[2]):02d}" if found and known else ""


def read_day(value: Any) -> datetime.date:
    """A day as YYYY-MM-DD."""
    text = read_text(value)
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise _misfit(
            "bad-date",
            text,
            mend=mended_day(text),
            bare=mended_day(_bare(text)),
            **_apart(text, mended_day),
        ) from None


def mended_day(text: str) -> str:
    """What was surely meant by a day typed in another way; empty where nothing is certain."""
    found = _LOOSE_DAY.fullmatch(half_width(text[:_MAX_ID]))
    if not found:
        return ""
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def read_id(value: Any) -> str:
    """An identifier: lower-case ASCII letters, digits and hyphens."""
    text = read_text(value)
    if not _ID.fullmatch(text):
        near = _bare(text).rstrip(" ;,:.、。") if len(text) <= _MAX_ID else ""
        mend = re.sub(r"[-_\s‐-―−﹣]+", "-", near.lower())
        raise _misfit("bad-id", text, mend=mend if _ID.fullmatch(mend) else "")
    return text


def read_line(value: Any) -> str:
    """A text that says something."""
    text = read_text(value)
    if not text.strip():
        raise PydanticCustomError("empty-value", "empty")
    return text


_NOTHING = frozenset(
    (
        "无",
        "暂无",
        "没有",
        "无问题",
        "没有问题",
        "暂无问题",
        "无亮点",
        "暂无亮点",
        "/",
        "-",
        "—",
        "——",
        "none",
    )
)
"""What people write where there is nothing to say."""
_NO_REASON = frozenset((*_YES, *_NO, "有", "null"))


def says_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing to say."""
    return text.strip().strip("。.！") in _NOTHING


def read_reason(value: Any) -> str:
    """A text that says why: it has a word in it."""
    text = read_line(value)
    if text.strip().lower() in _NO_REASON or says_nothing(text) or not any(map(str.isalpha, text)):
        raise _misfit("no-reason", text)
    return text


class Read:
    """How a field reads its value, whatever type it is of, and what the published schema says of it.

    The same as pydantic's PlainValidator with WithJsonSchema, which besides work out how to write the type: nobody
    writes one of these models, and the building of it was a third of the time that all models take.
    """

    __slots__ = ("read", "schema")

    def __init__(self, read: Callable[[Any], Any], schema: dict[str, Any]) -> None:
        self.read = read
        self.schema = schema

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return dict(self.schema)


ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
LINE_PATTERN = r"\S"
REASON_PATTERN = r"[^\s0-9!-/:-@\[-`{-~，。、；：？！（）《》“”‘’—…·]"
"""Whatever is no blank, digit or sign; more than letters, so that no reason that we take is refused."""
MONTH_PATTERN = "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])$"
DAY_PATTERN = (
    "^(?!0000)[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"
)
"""What a schema can say of the texts; 29 February is left to the calendar."""
STEP_PATTERN = r"^(?![-+0-9０-９.,，．_'\s]*$)"
"""A text that may be a stage's name: no number in quotation marks, full-width or with separators."""
_TEXT = ["string", "number"]
"""What a file has as a number is a text where one belongs: a name may be 110."""

Number = Annotated[Decimal, Read(read_number, {"type": "number"})]
Positive = Annotated[Decimal, Read(read_positive, {"type": "number", "exclusiveMinimum": 0})]
NotNegative = Annotated[Decimal, Read(read_not_negative, {"type": "number", "minimum": 0})]
Percent = Annotated[Decimal, Read(read_percent, {"type": "number", "minimum": 0, "maximum": 100})]
Whole = Annotated[int, Read(read_whole, {"type": "integer", "minimum": 0})]
Year = Annotated[int, Read(read_year, {"type": "integer", "minimum": 1900, "maximum": 2999})]
DayOfMonth = Annotated[int, Read(read_day_of_month, {"type": "integer", "minimum": 1, "maximum": 31})]
Flag = Annotated[bool, Read(read_flag, {"type": "boolean"})]
MonthField = Annotated[Month, Read(read_month, {"type": "string", "pattern": MONTH_PATTERN})]
DayField = Annotated[datetime.date, Read(read_day, {"type": "string", "pattern": DAY_PATTERN})]
Id = Annotated[str, Read(read_id, {"type": _TEXT, "pattern": ID_PATTERN})]
Line = Annotated[str, Read(read_line, {"type": _TEXT, "pattern": LINE_PATTERN})]
Reason = Annotated[str, Read(read_reason, {"type": "string", "pattern": REASON_PATTERN})]
