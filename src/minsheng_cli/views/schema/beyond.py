"""What the models leave to validators and to the checks on the whole plan, as far as a schema can say it.

By the name of the model, then by its key; "" is the model itself.
"""

from __future__ import annotations

from typing import Any

from minsheng_cli.fields.scalars import LINE_PATTERN, STEP_PATTERN
from minsheng_cli.kinds.indicator import Indicator
from minsheng_cli.model.plan import KINDS, Project
from minsheng_cli.views.schema.words.refusals import NEITHER_BASELINE, NO_DONE

SHORT_FORMS: dict[str, dict[str, Any]] = {
    "Figure": {
        "type": ["number", "string", "array", "object"],
        "minimum": 0,
        "pattern": STEP_PATTERN,
        "items": {"type": ["string", "number"]},
        "if": {"required": ["stage"]},
        "then": {"properties": {"done": False, "eligible": False}},
        "else": {"required": ["done"], "errorMessage": NO_DONE},
    },
    "Remark": {"type": ["string", "number", "object"], "pattern": LINE_PATTERN},
}
"""Models that a file may also hold as a single value."""

_NONE = {"maxItems": 0, "doNotSuggest": True}


def _inferred(model: type[Any]) -> dict[str, Any]:
    """The names that may be listed as inferred: the model's own keys."""
    return {"items": {"enum": [name for name in model.model_fields if name != "node"]}}


BEYOND: dict[str, dict[str, dict[str, Any]]] = {
    "PlanFile": {"projects": {"minItems": 1}, "departments": {"minProperties": 1}},
    "Header": {"deadlines": {"minItems": 1}},
    "Project": {"indicators": {"minItems": 1}, "inferred": _inferred(Project)},
    "Indicator": {"inferred": _inferred(Indicator)},
    **{kind.__name__: {"inferred": _inferred(kind)} for kind in KINDS.values()},
}
BEYOND["Quantity"][""] = {"dependencies": {"report_unit": ["scale"], "scale": ["report_unit"]}}
BEYOND["Total"]["of"] = {"minItems": 1, "uniqueItems": True}
BEYOND["Coverage"][""] = {
    "allOf": [{"properties": {"adjustments": {"items": {"properties": {"target": {"maximum": 100}}}}}}]
}
BEYOND["Milestone"] |= {"target": {"enum": [1]}, "adjustments": _NONE}
BEYOND["Trend"] |= {
    "adjustments": _NONE,
    "required": {"maxProperties": 0, "doNotSuggest": True},
    "": {
        "if": {"required": ["baseline"]},
        "then": {"properties": {"baseline_from": False}},
        "else": {"required": ["baseline_from"], "errorMessage": NEITHER_BASELINE},
    },
}
