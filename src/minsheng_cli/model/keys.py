"""Which keys the models know at a place of a file, for suggesting the one that was meant."""

from __future__ import annotations

import typing
from collections.abc import Collection
from functools import cache
from typing import Any

from minsheng_cli.fields.placed import Placed
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.model.progress import ProgressFile
from minsheng_cli.numbers import half_width
from minsheng_cli.similar import nearest
from minsheng_cli.terms import KEY_NAMES, OTHER_NAMES


def keys_at(model: type[Placed], path: tuple[str | int, ...], kind: str) -> list[str]:
    """The keys of the model found by following `path`; `kind` picks among the kinds of indicator, or of event."""
    current: type[Placed] | None = model
    for step in path:
        if current is not None and isinstance(step, str) and step in current.model_fields:
            current = _pick(_models(current.model_fields[step].annotation), kind)
    fields = current.model_fields if current else {}
    return [name for name, field in fields.items() if field.alias is None]


def meant_key(key: str, known: list[str]) -> str | None:
    """The key that was meant: by its spelling, by its Chinese name, or by a word that people have for it."""
    if (half := half_width_key(key, known)) is not None:
        return half
    named = [name for name in known if key == KEY_NAMES.get(name)]
    named += [name for name in known if key.lower() in OTHER_NAMES.get(name, "").split()]
    if named:
        return named[0]
    if not key.isascii():
        near = [name for name in known if len(key) > 1 and key in KEY_NAMES.get(name, "")]
        return min(near, key=lambda name: len(KEY_NAMES[name]), default=None)
    spelled = nearest(key.replace("-", "_"), known)
    return None if spelled and key in KEY_NAMES and not spelled.startswith(key) else spelled


def keys_beside(present: Collection[str]) -> set[str]:
    """The keys that may stand in one mapping with those that it has, going by those that are known at all.

    A figure is a number or a stage, never both.
    """
    known = KEY_NAMES.keys() & present
    other = {"stage"} if "done" in known else {"done", "eligible"} if "stage" in known else set()
    return {key for fields in _all_fields() if known <= fields for key in fields} - other


@cache
def _all_fields() -> list[set[str]]:
    """The keys of each model of the files."""
    todo: list[type[Placed]] = [PlanFile, ProgressFile]
    found: dict[type[Placed], set[str]] = {}
    while todo:
        model = todo.pop()
        if model not in found:
            found[model] = {name for name, field in model.model_fields.items() if field.alias is None}
            todo += [each for field in model.model_fields.values() for each in _models(field.annotation)]
    return list(found.values())


def half_width_key(key: str, known: Collection[str]) -> str | None:
    """The key of which some signs were typed full-width, and nothing else is different."""
    half = half_width(key)
    return half if half != key and half in known else None


def _models(annotation: Any) -> list[type[Placed]]:
    """The models named anywhere in a type annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Placed):
        return [annotation]
    return [model for inner in typing.get_args(annotation) for model in _models(inner)]


def _pick(models: list[type[Placed]], kind: str) -> type[Placed] | None:
    named = (model for model in models if model.__name__.lower() == kind)
    return next(named, models[0] if models else None)
