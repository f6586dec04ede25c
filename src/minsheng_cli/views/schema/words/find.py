"""The words of a model or of one of its keys."""

from __future__ import annotations

from typing import Any

from minsheng_cli.terms import KEY_NAMES, KIND_WORDS
from minsheng_cli.views.schema.words import indicators, plan, progress
from minsheng_cli.views.schema.words.refusals import REFUSALS, TYPES
from minsheng_cli.views.schema.words.word import Word

MODELS: dict[str, Word] = {**plan.MODELS, **indicators.MODELS, **progress.MODELS}
"""What each model stands for, by its name."""
KEYS: dict[str, dict[str, Word]] = {**plan.KEYS, **indicators.KEYS, **progress.KEYS}
"""What each key of a model is for; what all kinds of indicator share stands under Indicator."""

ENTRIES: dict[tuple[str, str], list[Word]] = {**plan.ENTRIES, **indicators.ENTRIES, **progress.ENTRIES}
"""What stands behind the names that are the ledger's own, one level after the other, by model and key."""


def of_model(model: str) -> dict[str, Any]:
    """The keywords of a model."""
    word = MODELS[model]
    return _keywords(word, word.title)


def of_key(model: type[Any], key: str) -> dict[str, Any]:
    """The keywords of a model's key, which may be told of with the model that it is inherited from."""
    word = next(KEYS[each.__name__][key] for each in model.__mro__ if key in KEYS.get(each.__name__, ()))
    return _keywords(word, word.title or KEY_NAMES[key])


def of_entries(model: str, key: str) -> list[dict[str, Any]]:
    """The keywords of what stands behind the ledger's own names under a key."""
    return [_keywords(word, word.title) for word in ENTRIES.get((model, key), ())]


def of_kinds(kinds: list[str]) -> list[str]:
    """What each kind of indicator is for, beside its name to choose."""
    return [f"{KIND_WORDS[kind]}：{indicators.KINDS[kind]}" for kind in kinds]


def refusals(schema: dict[str, Any]) -> dict[str, str]:
    """What is said of a value that is not of the type, or does not match the pattern, that a schema asks for.

    A form with keys says nothing: editors would say the same of every key that is missing or unknown.
    """
    said = {}
    if pattern := schema.get("pattern"):
        said["patternErrorMessage"] = REFUSALS[pattern]
    if (kind := schema.get("type")) and "properties" not in schema:
        kinds = kind if isinstance(kind, str) else " ".join(kind)
        said["errorMessage"] = REFUSALS[pattern] if pattern and kinds != "number string" else TYPES[kinds]
    return said


def _keywords(word: Word, title: str) -> dict[str, Any]:
    examples = {"examples": list(word.examples)} if word.examples else {}
    return {"title": title, "description": word.description, **examples}
