"""explain and rules --format json (docs/json.md)."""

from __future__ import annotations

from collections.abc import Sequence

from minsheng_cli.finding import Explained
from minsheng_cli.views.exact_json import dumps

SCHEMA_VERSION = 1


def render(rules: Sequence[Explained]) -> str:
    """The rules as one document; `explain` gives one of them."""
    return dumps({"schema_version": SCHEMA_VERSION, "rules": [rule._asdict() for rule in rules]})
