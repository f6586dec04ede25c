"""The floor: what the chosen libraries cost by themselves, in a program that does nothing with them.

A typer command with one option, the C parser of PyYAML, six small pydantic models: what one writes who knows
these libraries, and no slower than it has to be (no rich, no completion, as in the program that is measured).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import typer
from pydantic import BaseModel
from yaml import CSafeLoader


class Deadline(BaseModel):
    id: str
    percent: Decimal


class Department(BaseModel):
    id: str
    name: str


class Indicator(BaseModel):
    id: str
    unit: str
    target: Decimal


class Plan(BaseModel):
    deadlines: list[Deadline]
    departments: dict[str, Department]
    indicators: list[Indicator]


class Report(BaseModel):
    month: str
    figures: dict[str, Decimal]


class Progress(BaseModel):
    department: str
    reports: list[Report]


app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command()
def check(ledger: Annotated[str, typer.Option("--ledger", help="a folder")] = "") -> None:
    """Where the work would begin: the parser and the models are there, and nothing is read."""
    assert CSafeLoader is not None and Plan is not None and Progress is not None


if __name__ == "__main__":
    app()
