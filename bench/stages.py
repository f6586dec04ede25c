"""One run of `minsheng validate`, taken apart: run by where.py in the Python that is measured, not imported.

The libraries are imported first, each timed, then our own modules, then the command runs with a timer around
its stages. Processor time in nanoseconds, as JSON on stderr; what stays is the end of the process.
"""

# ruff: noqa: E402  how long Python itself takes to start is read before anything else is imported
from __future__ import annotations

import time

START = time.process_time_ns()

import gc
import importlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial, wraps
from typing import Any

STAGES = {
    # stage: where the function is called from, and its name there
    "read": ("minsheng_cli.source.folder", "read"),
    "decode": ("minsheng_cli.model.ledger", "decode"),
    "parse": ("minsheng_cli.model.ledger", "parse"),
    "build": ("minsheng_cli.model.ledger", "build"),
    "series": ("minsheng_cli.cli.loading", "read_figures"),
    "check": ("minsheng_cli.cli.loading", "findings"),
    "questions": ("minsheng_cli.rules.context", "questions"),
}


class Clock:
    """Time of each stage, without that of the stages within it."""

    def __init__(self) -> None:
        self.spent: dict[str, int] = {}
        self.open: list[list[int]] = []

    def timed(self, stage: str, call: Callable[[], Any]) -> Any:
        """Call, and count the time to the stage."""
        begin, within = time.process_time_ns(), [0]
        self.open.append(within)
        try:
            return call()
        finally:
            self.open.pop()
            whole = time.process_time_ns() - begin
            self.spent[stage] = self.spent.get(stage, 0) + whole - within[0]
            if self.open:
                self.open[-1][0] += whole

    def around(self, module: str, name: str, stage: str) -> None:
        """Time a function where it is called from."""
        holder = importlib.import_module(module)
        inner = getattr(holder, name)

        @wraps(inner)
        def outer(*arguments: Any, **named: Any) -> Any:
            made = self.timed(stage, lambda: inner(*arguments, **named))
            return self.timed(stage, lambda: list(made)) if isinstance(made, Iterator) else made

        setattr(holder, name, outer)


def load(names: list[str]) -> None:
    """Import these, in this order."""
    for name in names:
        importlib.import_module(name)


def main(modules: dict[str, list[str]], ledger: str) -> None:
    """Import what the command needs, library by library, and run it."""
    clock = Clock()
    clock.spent["python"] = START
    gc.set_threshold(200_000, 50, 50)  # as the program's own start does
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stage in ("typer", "pydantic", "yaml"):
        clock.timed(stage, partial(load, modules[stage]))
    construction = "pydantic._internal._model_construction"
    for name in ("set_model_fields", "complete_model_class"):
        clock.around(construction, name, "models")
    clock.timed("own", partial(load, modules["own"]))
    for stage, (module, name) in STAGES.items():
        clock.around(module, name, stage)
    from minsheng_cli.cli.app import run

    code = clock.timed("command", lambda: run(["validate", "--ledger", ledger]))
    if code:
        sys.exit(code)
    clock.spent["so far"] = time.process_time_ns()
    print(json.dumps(clock.spent), file=sys.stderr, flush=True)
    os._exit(0)


main(json.loads(sys.argv[1]), sys.argv[2])
