"""Values in the braces of a figure that were typed without their names: which name belongs before each."""

from __future__ import annotations

from decimal import Decimal

from minsheng_cli.fields.meant import meant
from minsheng_cli.kinds.milestone import NOT_BEGUN, Milestone
from minsheng_cli.kinds.quantity import Quantity
from minsheng_cli.model.plan import AnyIndicator
from minsheng_cli.numbers import parse
from minsheng_cli.source.quoting import in_brackets

_YES = frozenset(("", "1", "是", "完成", "已完成", "true", "yes", "√"))
_NO = frozenset(("0", "否", "未完成", "false", "no", "×"))


def unnamed(about: dict[str, str], indicator: AnyIndicator) -> dict[str, str]:
    """What a misfit on an unknown key needs: the `key` that belongs before `typed`, or the `whole` braces."""
    if "pairs" not in about:
        return {}
    pairs: dict[str, str] = dict(line.split("\t", 1) for line in about["pairs"].split("\n"))
    typed = about["key"]
    if isinstance(indicator, Quantity) and indicator.items is not None:
        keys = {
            **{name: key for key, name in indicator.items.items()},
            **{key: key for key in indicator.items},
        }
        if typed in keys:
            whole = _items(pairs, keys)
            first = next(name for name in pairs if name in keys)
            return {"whole": whole, "echo": "" if typed == first else "echo"} if whole else {}
    elif pairs[typed]:
        return {}
    bare = [name for name, text in pairs.items() if not text]
    if isinstance(indicator, Milestone):
        values = [name for name in bare if name in indicator.stages or name == NOT_BEGUN]
        numbers = dict(zip(values, values, strict=True))
    else:
        numbers = {name: number for name in bare if (number := _number(name, indicator))}
    lacking = [part for part in indicator.parts if part not in pairs]
    named = dict(zip(numbers, lacking, strict=False))
    if typed in named:
        return {"key": named[typed], "typed": typed, "mend": numbers[typed]}
    texts = [name for name in bare if name not in numbers]
    told = len(named) == len(lacking)
    return {"key": "note", "typed": typed} if told and texts[:1] == [typed] and "note" not in pairs else {}


def _number(text: str, indicator: AnyIndicator) -> str:
    """The number that a text surely is."""
    found = meant(text, indicator.reported_unit, whole=indicator.counted)
    return text if isinstance(parse(text), Decimal) else found.number if found and found.sure else ""


def _items(pairs: dict[str, str], keys: dict[str, str]) -> str:
    """The braces with all items that are done in one list; empty where something else stands among them."""
    done: list[str] = []
    rest: dict[str, str] = {}
    for name, text in pairs.items():
        if name == "done":
            done += text.split(", ") if text else []
        elif name in keys and text.lower() in _YES | _NO:
            done += [keys[name]] if text.lower() in _YES else []
        elif name in ("note", "revision"):
            rest[name] = text
        else:
            return ""
    if not set(done) <= set(keys.values()):
        return ""
    return (
        ", ".join(
            [
                f"{{done: [{', '.join(dict.fromkeys(done))}]",
                *(f"{name}: {in_brackets(text)}" for name, text in rest.items()),
            ]
        )
        + "}"
    )
