"""The text of a schema, as the command prints it and as it lies in schema/."""

from __future__ import annotations

import json

from minsheng_cli.fields.placed import Placed
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.model.progress import ProgressFile
from minsheng_cli.views.schema.draft07 import draft07

FILES: dict[str, type[Placed]] = {"plan": PlanFile, "progress": ProgressFile}


def render(file: str) -> str:
    """The schema of the plan's or of a department's file."""
    made = draft07(FILES[file], f"由 minsheng schema {file} 生成，不要手改")
    return json.dumps(made, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
