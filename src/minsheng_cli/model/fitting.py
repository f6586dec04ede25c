"""What does not fit the models is told apart from what does, and everything that does is kept.

A model that fails as a whole would hide all that is sound in it. So what does not fit is taken out (an
unknown key, a bad optional value), or stood in for (a missing title), or dropped with the smallest list
entry that holds it, and the rest is built again. Only what the first building found is reported: the
stand-ins keep the later checks going and never reach a report, since a file with errors is not used.
"""

from __future__ import annotations

import copy
from typing import Any

from pydantic import ValidationError

from minsheng_cli.fields.placed import NODE, Placed
from minsheng_cli.fields.scalars import EMPTY
from minsheng_cli.finding import MORE, Misfit, Position
from minsheng_cli.model.around import more_of, parent_of
from minsheng_cli.model.closed import EVENTS
from minsheng_cli.model.document import Built
from minsheng_cli.model.echoes import without_echoes
from minsheng_cli.model.keys import half_width_key, keys_at
from minsheng_cli.model.plan import KINDS
from minsheng_cli.model.raw import to_raw
from minsheng_cli.source.nodes import MappingNode, Path, Scalar, along, place_of
from minsheng_cli.source.parse import MAX_VALUES
from minsheng_cli.terms import KIND_WORDS

STAND_INS: tuple[Any, ...] = ("未填", "unknown", "1900-01", "1900-01-01", "1", [], {})
"""Tried in turn for what is missing: a line, an id, a month, a day, a number, a list, a mapping."""
_ROUNDS = 24
"""Of building, until nothing is left that does not fit."""
MAX_ERRORS = 5_000
"""A file with more errors of form is not built at all: its first entries show what is wrong with it."""


def fit(kind: type[Placed], raw: Any, failure: ValidationError, root: Any, file: str, family: str) -> Built:
    """What of `raw` can be built, after a first building failed; `family` (plan, progress, history) names the rules for misfits."""
    misfits: list[Misfit] = []
    silenced: set[Position] = set()
    tried: dict[tuple[int, str | int], int] = {}
    for turn in range(_ROUNDS):
        if turn:
            try:
                return Built(kind.model_validate(raw), misfits, silenced)
            except ValidationError as another:
                failure = another
        if failure.error_count() > MAX_ERRORS:
            return _wrong_all_over(kind, root, file, family, failure.error_count())
        errors: list[Any] = failure.errors(include_url=False)
        places = {_path(raw, error): error for error in errors}
        if turn == 0:
            met = [_misfit(root, path, error, file, family, kind) for path, error in places.items()]
            misfits = without_echoes(met)
            silenced = {misfit.at for misfit in met} - {misfit.at for misfit in misfits}
        if () in places:
            break
        for path, error in places.items():
            _mend(raw, path, error.get("ctx", {}).get("mend"), tried)
        _sweep(raw)
    return Built(None, misfits, silenced)


def _wrong_all_over(kind: type[Placed], root: Any, file: str, family: str, count: int) -> Built:
    """What is wrong with the first entries that are, and how many errors there are in all."""
    fine, bad, most = 0, MAX_VALUES, 1_000
    while True:
        raw = to_raw(root, most)
        errors = _errors(kind, raw, MAX_ERRORS if bad - fine > 1 else 10 * MAX_VALUES)
        if errors:
            break
        fine, bad = (fine, most) if errors is None else (most, bad)
        most = max(1, (fine + bad) // 2) if bad - fine > 1 else bad
    places = {_path(raw, error): error for error in errors}
    met = [_misfit(root, path, error, file, family, kind) for path, error in places.items()]
    said = without_echoes(met)
    if count > len(errors):
        rest = {"family": "", "kind": "", "count": str(count - len(errors))}
        said.append(Misfit("file", MORE, file, max(misfit.at for misfit in said), rest))
    return Built(None, said, {misfit.at for misfit in met})


def _errors(kind: type[Placed], raw: Any, most: int) -> list[Any] | None:
    """The errors of form; None where there are more than `most`."""
    try:
        kind.model_validate(raw)
    except ValidationError as failure:
        if failure.error_count() > most:
            return None
        errors: list[Any] = failure.errors(include_url=False)
        return errors
    return []


def _path(raw: Any, error: Any) -> Path:
    """An error's location as a path into the raw data: names of models and validators left out."""
    path: list[str | int] = []
    for step in error["loc"]:
        if step == "[key]":
            break
        if isinstance(raw, dict):
            if step in raw:
                raw = raw[step]
            elif not _is_field(step):
                continue
            else:
                raw = None
        elif isinstance(raw, list) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
        else:
            continue
        path.append(step)
    if error["type"].startswith("union_tag"):
        path.append("kind")
    if (inside := error.get("ctx", {}).get("inside")) is not None:
        path.append(inside)
    return tuple(path)


_UNION_TAGS = frozenset((*KINDS, *EVENTS))


def _is_field(step: str | int) -> bool:
    """Whether a step that is not in the data names a missing field (and not a union's branch)."""
    return (
        isinstance(step, str)
        and step not in _UNION_TAGS
        and not step.startswith(("function-", "list[", "dict["))
    )


def _misfit(root: Any, path: Path, error: Any, file: str, family: str, model: type[Placed]) -> Misfit:
    """One error of the models as data with a place."""
    kind, about = _describe(error, path)
    about["parent"] = " ".join(map(str, path[:-1]))
    about |= more_of(kind, root, path, about)
    if kind == "unknown-key":
        present = parent_of(root, path).values
        about["known"] = " ".join(
            name for name in _known_keys(model, root, path, error) if name not in present
        )
        kinds = [kind for kind, each in KINDS.items() if about["key"] in each.model_fields]
        if path[-3:-2] == ("indicators",) and len(kinds) == 1:
            about["of_kind"] = kinds[0]
        if half := half_width_key(about["key"], about["known"].split()):
            about |= {"text": about["key"], "mend": half}
    at = place_of(root, path, key=kind in _AT_KEY or error["loc"][-1:] == ("[key]",))
    return Misfit(family, kind, file, at, about)


_AT_KEY = frozenset(("unknown-key", "empty-value", "nothing-said"))


def _describe(error: Any, path: Path) -> tuple[str, dict[str, str]]:
    """The misfit's kind, and what its sentence needs."""
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    about = {"key": name, "path": " ".join(map(str, path))}
    given = error["input"]
    kind = error["type"]
    context = {key: str(value) for key, value in error.get("ctx", {}).items()}
    if kind == "missing":
        return "missing-key", about
    if kind == "extra_forbidden":
        return "unknown-key", about
    if kind == "union_tag_not_found":
        return "missing-key", {**about, "key": "kind"}
    if kind == "union_tag_invalid":
        return "bad-choice", {
            **about,
            "key": "kind",
            "text": context.get("tag", ""),
            "choices": "、".join(KINDS),
            "mend": _kind_named(context.get("tag", "")),
        }
    if given is EMPTY:
        return "empty-value", about
    if kind == "literal_error":
        return "bad-choice", {
            **about,
            "text": str(given),
            "choices": context["expected"].replace("'", ""),
            "mend": "",
        }
    wanted = {
        "model_type": "mapping",
        "dict_type": "mapping",
        "list_type": "list",
        "model_attributes_type": "mapping",
    }.get(kind)
    if wanted or kind in ("wrong-shape", "string_type"):
        return "wrong-shape", {
            **about,
            "wanted": wanted or context.get("wanted", "scalar"),
            "given": _shape(given),
        }
    return kind, {**about, **context}


def _kind_named(text: str) -> str:
    """The kind whose Chinese name was typed."""
    named = [kind for kind, words in KIND_WORDS.items() if text and words.startswith(text)]
    return named[0] if len(named) == 1 else ""


def _shape(raw: Any) -> str:
    return "mapping" if isinstance(raw, dict) else "list" if isinstance(raw, list) else "scalar"


def _known_keys(model: type[Placed], root: Any, path: Path, error: Any) -> list[str]:
    """The keys that would have been known where an unknown one stands."""
    kinds = [
        node.values["kind"].text
        for node in [root, *along(root, path)]
        if isinstance(node, MappingNode) and isinstance(node.values.get("kind"), Scalar)
    ]
    kinds += [step for step in error["loc"] if step in EVENTS]
    return keys_at(model, path[:-1], kinds[-1] if kinds else "")


def _mend(raw: Any, path: Path, mend: Any, tried: dict[tuple[int, str | int], int]) -> None:
    """Put what was surely meant, take out, stand in for, or drop what does not fit; bolder at each attempt."""
    parent = raw
    for step in path[:-1]:
        try:
            parent = parent[step]
        except (KeyError, IndexError, TypeError):
            return
    last = path[-1]
    if isinstance(parent, list) and isinstance(last, int) and last < len(parent):
        parent[last] = _DROP
    elif isinstance(parent, dict):
        attempt = tried[id(parent), last] = tried.get((id(parent), last), 0) + 1
        if attempt == 1 and mend:
            _replace(parent, last, mend)
        elif attempt == 1 and last in parent:
            del parent[last]
        elif attempt <= len(STAND_INS):
            parent[last] = copy.copy(STAND_INS[attempt - 1])
        else:
            _drop_entry(raw, path)


def _replace(parent: dict[Any, Any], key: Any, mend: str) -> None:
    """The value that was meant, or where a mapping's own key was typed wrong, that key."""
    value = parent.get(key)
    if isinstance(value, str):
        parent[key] = mend
    else:
        parent[mend] = parent.pop(key, None)


_DROP = object()


def _drop_entry(raw: Any, path: Path) -> None:
    """Drop the innermost list entry on the way to `path`, else the outermost key."""
    holders = []
    node = raw
    for step in path[:-1]:
        holders.append((node, step))
        node = node[step] if isinstance(node, list) and isinstance(step, int) else node.get(step, {})
    for holder, step in reversed(holders):
        if isinstance(holder, list) and isinstance(step, int):
            holder[step] = _DROP
            return
    raw.pop(path[0], None)


def _sweep(raw: Any) -> None:
    """Remove dropped list entries everywhere."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            if key != NODE:
                _sweep(value)
    elif isinstance(raw, list):
        raw[:] = [item for item in raw if item is not _DROP]
        for item in raw:
            _sweep(item)
