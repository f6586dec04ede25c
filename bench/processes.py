"""Run whole processes in turn, and compare what each used with what another used in the same round."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Process:
    """What is run, and the exit codes with which it has done its work."""

    arguments: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Use:
    """What one process used, by the system's own account of it: seconds, and memory in MiB at its largest."""

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True)
class Spread:
    """Of several values, the middle one and the outermost."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        return cls(min(values), statistics.median(values), max(values))

    def __str__(self) -> str:
        return f"{self.middle:.2f}（{self.low:.2f}–{self.high:.2f}）"


class Failed(Exception):
    """A process that was to be measured did not do its work."""


def surroundings() -> dict[str, str]:
    """The environment without what would change how Python starts or what the program prints."""
    ours = ("PYTHON", "MINSHENG", "_MINSHENG", "COLUMNS", "FORCE_COLOR", "NO_COLOR", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def once(process: Process) -> Use:
    """Run a process to its end, its output thrown away; none of it goes to a terminal."""
    begin = time.perf_counter()
    running = subprocess.Popen(
        process.arguments,
        env={**surroundings(), **process.env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert running.stderr is not None
    said = running.stderr.read()
    _, status, used = os.wait4(running.pid, 0)
    wall = time.perf_counter() - begin
    running.returncode = os.waitstatus_to_exitcode(status)
    running.stderr.close()
    if running.returncode:
        line = " ".join(process.arguments)
        raise Failed(f"退出码{running.returncode}：{line}\n{said.decode(errors='replace')}")
    return Use(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def in_turn(
    processes: Mapping[str, Process], rounds: int, tell: Callable[[str], None]
) -> dict[str, list[Use]]:
    """A B C A B C …: one round to warm up, which does not count, then so many."""
    uses: dict[str, list[Use]] = {name: [] for name in processes}
    for number in range(rounds + 1):
        tell(f"第{number}轮，共{rounds}轮" if number else "预热")
        for name, process in processes.items():
            use = once(process)
            if number:
                uses[name].append(use)
    return uses


def ratio(uses: Sequence[Use], base: Sequence[Use], what: Callable[[Use], float]) -> Spread:
    """What was used, as a multiple of what the base used in the same round."""
    return Spread.of([what(use) / what(other) for use, other in zip(uses, base, strict=True)])
