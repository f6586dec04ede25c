"""The published schemas: what the command prints, sound by their own rules, and in words throughout."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator

from minsheng_cli.fields.placed import Placed
from minsheng_cli.kinds.figure import Figure
from minsheng_cli.kinds.indicator import Indicator
from minsheng_cli.model.plan import KINDS
from minsheng_cli.terms import KEY_NAMES, KIND_WORDS
from minsheng_cli.views.schema.beyond import BEYOND, SHORT_FORMS
from minsheng_cli.views.schema.json import FILES
from minsheng_cli.views.schema.words import find, indicators
from minsheng_cli.views.schema.words.refusals import REFUSALS, TYPES
from tests.conftest import ROOT, Minsheng, refresher_of
from tests.schema.checking import schema

NEWER = {
    "$anchor", "$defs", "$dynamicAnchor", "$dynamicRef", "$id", "$recursiveRef", "dependentRequired", "dependentSchemas",
    "discriminator", "maxContains", "minContains", "prefixItems", "unevaluatedItems", "unevaluatedProperties",
}  # fmt: skip
"""Keywords of later drafts, of OpenAPI, and a name on a network that there is none of."""
OF_EDITORS = {"defaultSnippets", "doNotSuggest", "enumDescriptions", "errorMessage", "patternErrorMessage"}
"""Keywords that editors know and checkers pass over."""
PLAIN = {
    "departments", "deadlines", "projects", "areas", "reporting", "plan", "indicators", "kind", "binding", "at_least", "decimals",
    "required", "adjustments", "target of Milestone", "baseline_from", "direction", "reports", "sample", "schedule", "figures",
    "done", "eligible",
}  # fmt: skip
"""Keys without examples: their values are choices or hold further keys, or a figure that nobody should take over."""


def models_below(model: type[Placed], seen: dict[str, type[Placed]]) -> dict[str, type[Placed]]:
    """A model and all that it is made of."""
    if model.__name__ not in seen:
        seen[model.__name__] = model
        for field in model.model_fields.values():
            for part in parts(field.annotation):
                models_below(part, seen)
    return seen


def parts(annotation: Any) -> Iterator[type[Placed]]:
    if isinstance(annotation, type) and issubclass(annotation, Placed):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from parts(inner)


MODELS = {name: model for file in FILES.values() for name, model in models_below(file, {}).items()} | {
    "Indicator": Indicator
}


def schemas_in(value: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema in a schema, with the place where it stands."""
    if not isinstance(value, dict):
        return
    yield place, value
    for keyword, inner in value.items():
        if keyword in ("properties", "definitions"):
            for name, each in inner.items():
                yield from schemas_in(each, f"{place}/{keyword}/{name}")
        elif keyword in ("allOf", "anyOf", "oneOf"):
            for index, each in enumerate(inner):
                yield from schemas_in(each, f"{place}/{keyword}/{index}")
        elif keyword not in ("defaultSnippets", "dependencies"):
            yield from schemas_in(inner, f"{place}/{keyword}")


@pytest.mark.parametrize("name", FILES)
def test_the_files_are_what_the_command_prints(name: str, minsheng: Minsheng) -> None:
    printed = minsheng("schema", name)
    assert (printed.code, printed.err) == (0, "")
    path = ROOT / "schema" / f"{name}.schema.json"
    same = path.read_bytes() == printed.out.encode()
    assert same, "the models or their words have changed: run python docs/refresh_schema.py"
    assert refresher_of("schema").texts()[path] == printed.out


@pytest.mark.parametrize("name", FILES)
def test_draft_7_and_nothing_newer(name: str) -> None:
    made = schema(name)
    assert made["$schema"] == Draft7Validator.META_SCHEMA["$schema"]
    Draft7Validator.check_schema(made)
    known = set(Draft7Validator.META_SCHEMA["properties"]) | OF_EDITORS
    for place, each in schemas_in(made):
        assert each.keys() <= known - NEWER, place
        assert each.keys() == {"$ref"} or "$ref" not in each, f"{place}: draft 7 reads nothing beside $ref"
        if "$ref" in each:
            assert each["$ref"].removeprefix("#/definitions/") in made["definitions"]


@pytest.mark.parametrize("name", FILES)
def test_every_key_and_form_is_told_of_in_chinese(name: str) -> None:
    made = schema(name)
    for place, each in schemas_in(made):
        parent, _, last = place.rpartition("/")
        if parent.endswith("/then/properties") or "/if/" in place or "/allOf/" in place:
            continue
        if parent.endswith(("properties", "definitions")) or not place:
            told = made["definitions"][each["$ref"].rpartition("/")[2]] if "$ref" in each else each
            for keyword in ("title", "description"):
                assert any("\u4e00" <= sign <= "\u9fff" for sign in told[keyword]), (place, last)
            assert not told["title"].endswith("。")
            assert told["description"].endswith("。")


def test_words_are_of_all_keys_and_of_no_other() -> None:
    assert find.MODELS.keys() == MODELS.keys()
    for name, model in MODELS.items():
        shared = issubclass(model, Indicator) and model is not Indicator
        inherited = set(Indicator.model_fields) if shared else set()
        own = {
            key
            for key in model.model_fields
            if key not in inherited | {"node"} and not (model is Figure and key == "short")
        }
        assert find.KEYS.get(name, {}).keys() == own, name
    assert find.KEYS.keys() <= MODELS.keys()
    for (name, key), words in find.ENTRIES.items():
        assert key in MODELS[name].model_fields
        assert words
    assert indicators.KINDS.keys() == KIND_WORDS.keys() == KINDS.keys()


def test_what_goes_beyond_the_models_is_of_keys_that_they_have() -> None:
    assert SHORT_FORMS.keys() <= MODELS.keys()
    for name, keys in BEYOND.items():
        assert keys.keys() <= {"", *MODELS[name].model_fields}


def test_every_pattern_has_its_sentence_and_every_sentence_its_pattern() -> None:
    used = {
        each["pattern"]: each["patternErrorMessage"]
        for name in FILES
        for _, each in schemas_in(schema(name))
        if "pattern" in each
    }
    assert used == REFUSALS


@pytest.mark.parametrize("name", FILES)
def test_whatever_has_a_type_says_what_to_write_where_it_is_of_another(name: str) -> None:
    for place, each in schemas_in(schema(name)):
        if not place.endswith("/else"):
            assert ("errorMessage" in each) == ("type" in each and "properties" not in each), place


def test_every_sentence_on_types_is_used() -> None:
    said = {each.get("errorMessage") for name in FILES for _, each in schemas_in(schema(name))}
    assert set(TYPES.values()) <= said


def test_titles_are_the_words_of_the_glossary() -> None:
    for name, keys in find.KEYS.items():
        for key, word in keys.items():
            assert not word.title, f"{name}.{key}: terms.KEY_NAMES has it"
            assert key in KEY_NAMES


def test_examples_come_in_twos_and_are_sound() -> None:
    for name in FILES:
        made = schema(name)
        for place, each in schemas_in(made):
            examples = each.get("examples", [])
            if (
                not place.rpartition("/")[0].endswith("/properties")
                or "/then/" in place
                or "/allOf/" in place
                or "/if/" in place
            ):
                continue
            key = place.rpartition("/")[2]
            owner = place.split("/")[2] if "definitions" in place else ""
            plain = key in PLAIN or f"{key} of {owner}" in PLAIN
            assert bool(examples) != plain, place
            assert len(examples) != 1, f"{place}: editors would type the only example with the key"
            for example in examples:
                whole = {**each, "definitions": made["definitions"]}
                assert list(Draft7Validator(whole).iter_errors(example)) == [], (place, example)


def test_what_editors_offer_for_a_new_indicator_is_a_form_of_its_kind() -> None:
    made = schema("plan")
    snippets = made["definitions"]["Indicator"]["defaultSnippets"]
    assert [snippet["body"]["kind"] for snippet in snippets] == list(KINDS)
    for snippet in snippets:
        form = made["definitions"][KINDS[snippet["body"]["kind"]].__name__]
        assert snippet["body"].keys() >= set(form["required"])
        blanks = [value for value in snippet["body"].values() if value.startswith("$")]
        assert blanks == [f"${number}" for number in range(1, len(blanks) + 1)]


@pytest.mark.parametrize("name", FILES)
def test_the_text_is_readable(name: str) -> None:
    text = (ROOT / "schema" / f"{name}.schema.json").read_text("utf-8")
    assert "\\u" not in text
    assert text.endswith("}\n")
    assert json.loads(text) == schema(name)


def test_every_shipped_file_names_its_schema_in_its_first_line() -> None:
    for path in (ROOT / "data").rglob("*.yaml"):
        first = path.read_text("utf-8").split("\n", 1)[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found, path
        name = "plan" if path.name == "projects.yaml" else "progress"
        assert (path.parent / found[1]).resolve() == ROOT / "schema" / f"{name}.schema.json"


def test_the_settings_of_the_editor_lead_to_the_schemas() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    shown = re.findall(r"^```json\n(.*?)^```$", (ROOT / "docs" / "files.md").read_text("utf-8"), re.M | re.S)
    assert [json.loads(each)["yaml.schemas"] for each in shown] == [settings["yaml.schemas"]]
    covered = {}
    for path, pattern in settings["yaml.schemas"].items():
        assert json.loads((ROOT / path).read_text("utf-8"))["$schema"]
        covered.update(dict.fromkeys(ROOT.glob(pattern), (ROOT / path).name))
    assert set(covered) == set((ROOT / "data").rglob("*.yaml"))
    assert covered[ROOT / "data" / "projects.yaml"] == "plan.schema.json"
