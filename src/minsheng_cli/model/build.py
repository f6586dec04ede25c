"""Nodes to models, at once where everything fits; what does not is sorted out in fitting.py."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from minsheng_cli.fields.placed import Placed
from minsheng_cli.model.document import Built
from minsheng_cli.model.raw import to_raw


def build(kind: type[Placed], root: Any, file: str, family: str) -> Built:
    """A `kind` from a file's root node; `family` (plan, progress, history) names the rules for what does not fit."""
    raw = to_raw(root)
    try:
        return Built(kind.model_validate(raw), [], set())
    except ValidationError as failure:
        from minsheng_cli.model.fitting import fit  # a sound ledger has no need of it

        return fit(kind, raw, failure, root, file, family)
