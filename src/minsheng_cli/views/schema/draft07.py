"""The models as a JSON Schema of draft 7, the newest that every editor reads.

The shape and the limits of single values come from the models. What the models cannot say is joined here:
the words (words/), the short forms and what the checks ask beyond the models (beyond.py).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema, JsonRef
from pydantic_core import core_schema

from minsheng_cli.kinds.indicator import Indicator
from minsheng_cli.numbers import places
from minsheng_cli.terms import KEY_NAMES
from minsheng_cli.views.schema.beyond import BEYOND, SHORT_FORMS
from minsheng_cli.views.schema.words.find import of_entries, of_key, of_kinds, of_model, refusals

DIALECT = "http://json-schema.org/draft-07/schema#"
_KEYWORDS = (
    "$schema $comment title description type enum enumDescriptions pattern patternErrorMessage errorMessage minimum exclusiveMinimum "
    "maximum default examples defaultSnippets doNotSuggest items minItems maxItems uniqueItems required properties "
    "propertyNames additionalProperties minProperties maxProperties dependencies $ref allOf if then else definitions"
)
_ORDER = _KEYWORDS.split()
"""The order of keywords: what a person looks for first comes first."""
_AS_THEY_ARE = ("examples", "enum", "default", "defaultSnippets", "dependencies")
"""Keywords that hold no schemas."""


def draft07(model: type[BaseModel], comment: str) -> dict[str, Any]:
    """The schema of a file's model."""
    made = model.model_json_schema(schema_generator=_Draft07)
    made["definitions"] = made.pop("$defs")
    made = {"$schema": DIALECT, "$comment": comment, **made}
    result: dict[str, Any] = _in_order(made)
    return result


class _Draft07(GenerateJsonSchema):
    """Pydantic's generator, kept to what draft 7 and a ledger's files know."""

    schema_dialect = DIALECT

    def __init__(self, by_alias: bool = True, ref_template: str = DEFAULT_REF_TEMPLATE, **rest: Any) -> None:
        super().__init__(by_alias, "#/definitions/{model}", **rest)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        """What may be left out may not be typed empty: a key has a value."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        """Defaults that are numbers or words; an empty list says nothing, and `false` is not what one would type."""
        made = self.generate_inner(schema["schema"])
        default = schema.get("default")
        if isinstance(default, Decimal):
            assert not places(default)
            return {**made, "default": int(default)}
        return {**made, "default": default} if default is True else made

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Titles are Chinese, and found elsewhere."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        """A model with its words, its short form, and what the checks ask of it."""
        made = super().model_schema(schema)
        model = schema["cls"]
        made.pop("description", None)
        made.update(of_model(model.__name__))
        properties = {name: each for name, each in made["properties"].items() if not name.startswith("\0")}
        for name, each in properties.items():
            each.update(BEYOND.get(model.__name__, {}).get(name, {}))
            if "$ref" not in each:
                each.update(of_key(model, name))
            entry = each
            for words in of_entries(model.__name__, name):
                entry["additionalProperties"] = {**entry["additionalProperties"], **words}
                entry = entry["additionalProperties"]
        made["properties"] = properties
        return {**made, **SHORT_FORMS.get(model.__name__, {}), **BEYOND.get(model.__name__, {}).get("", {})}

    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        """Names of a pattern before values of a form: editors then say what a name must look like."""
        made = super().dict_schema(schema)
        ((pattern, values),) = made.pop("patternProperties").items()
        return {**made, "propertyNames": {"pattern": pattern}, "additionalProperties": values}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> dict[str, Any]:
        """One word to choose is a choice all the same: editors offer it."""
        return {"enum": list(schema["expected"])}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> dict[str, Any]:
        """Each kind's own form once its `kind` stands there, until then what all kinds share.

        Editors say of a form under `if` just what does not fit it, and offer its keys; of a `oneOf` they say
        what does not fit one of its forms, which they guess.
        """
        choices = {str(kind): self.generate_inner(each) for kind, each in schema["choices"].items()}
        shared = self.generate_inner(Indicator.__pydantic_core_schema__)
        kinds = list(choices)
        offered = {"enum": kinds, "enumDescriptions": of_kinds(kinds)}
        for each in (*choices.values(), shared):
            form = self._form(each)
            words = {key: form["properties"]["kind"][key] for key in ("title", "description")}
            form["properties"]["kind"] = {**words, **offered}
        snippets = [_snippet(kind, self._form(each)) for kind, each in choices.items()]
        self._form(shared).update(additionalProperties=True, defaultSnippets=snippets)
        branches = [{"if": _of_kind([kind]), "then": each} for kind, each in choices.items()]
        return {"allOf": [*branches, {"if": _of_kind(kinds), "else": shared}]}

    def _form(self, reference: dict[str, Any]) -> dict[str, Any]:
        """The definition that a reference leads to."""
        form = self.get_schema_from_definitions(JsonRef(reference["$ref"]))
        assert form is not None
        return form

    def sort(self, value: dict[str, Any], parent_key: str | None = None) -> dict[str, Any]:
        """Keys in the order in which the models declare them."""
        return value


def _of_kind(kinds: list[str]) -> dict[str, Any]:
    """What is an indicator of one of these kinds."""
    kind = {"title": KEY_NAMES["kind"], "enum": kinds}
    return {"type": "object", "required": ["kind"], "properties": {"kind": kind}}


def _snippet(kind: str, form: dict[str, Any]) -> dict[str, Any]:
    """An indicator of this kind to fill in, which editors offer behind a dash."""
    keys = [*form["required"], *form.get("else", {}).get("required", ())]
    only = {key: choices[0] for key in keys if len(choices := form["properties"][key].get("enum", ())) == 1}
    blanks = {key: f"${place}" for place, key in enumerate((key for key in keys if key != "kind"), 1)}
    body = {key: {**blanks, **only, "kind": kind}[key] for key in keys}
    return {"label": form["title"], "description": form["description"], "body": body}


def _in_order(schema: Any) -> Any:
    """A schema with its keywords in their order, and a sentence beside what may be refused."""
    if isinstance(schema, list):
        return [_in_order(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {**schema, **refusals(schema)}
    ordered = {}
    for key in sorted(schema, key=_ORDER.index):
        value = schema[key]
        if key in ("properties", "definitions"):
            names = sorted(value) if key == "definitions" else value
            ordered[key] = {name: _in_order(value[name]) for name in names}
        elif key not in _AS_THEY_ARE:
            ordered[key] = _in_order(value)
        else:
            ordered[key] = value
    return ordered
