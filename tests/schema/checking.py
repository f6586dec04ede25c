"""The published schemas, and what they refuse in a text."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft7Validator

from tests.conftest import ROOT
from tests.schema.yaml12 import load


@cache
def schema(name: str) -> Any:
    """The schema of the plan's or of a department's file, as it lies in schema/."""
    return json.loads((ROOT / "schema" / f"{name}.schema.json").read_text("utf-8"))


def checked(name: str, text: str) -> list[Any]:
    """Everything that the schema refuses in a file's text."""
    return list(Draft7Validator(schema(name)).iter_errors(load(text)))


def name_of(path: str) -> str:
    """Which schema a file of a ledger is under."""
    return "plan" if path.endswith("projects.yaml") else "progress"
