"""`python -m bench`: build, install, make the ledgers, measure, print; needs nothing but Python itself."""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import tables, where
from bench.commits import write_repository
from bench.county import county
from bench.installs import compiled, floor, new_venv, program
from bench.processes import Failed, Process, in_turn, once

ROOT = Path(__file__).resolve().parent.parent
FLOOR = tables.FLOOR
BEAN_CHECK = "bean-check --no-cache"
SIZES = (1, 3, 10, 30, 100)
BARS = {"validate": 1.25, "report": 1.25, "--version": 1.0, "命令补全": 1.0}
BAR_BEANCOUNT = {"validate": 1.5}
GROWING = ("validate", "report")
COMMITS = 1000
BUSIEST = "housing"


def main() -> int:
    """Measure what was asked for; 0 when it could be measured, whatever came out."""
    given = _arguments()
    try:
        with tempfile.TemporaryDirectory(prefix="minsheng-bench-") as folder:
            _measure(given, Path(folder))
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="整个进程的用时，并排着量，只比倍数。"
    )
    parser.add_argument("--python", metavar="路径", help="用这个 Python 里装好的 minsheng，不另建环境")
    parser.add_argument("--rounds", type=int, default=15, metavar="N", help="量几轮，默认15")
    parser.add_argument("--beancount", action="store_true", help="另建环境装 beancount，同它的 bean-check 比")
    parser.add_argument("--growth", action="store_true", help="量1到100个县那么大的台账")
    parser.add_argument("--history", action="store_true", help=f"history 看{COMMITS}次提交是 report 的几倍")
    parser.add_argument("--where", action="store_true", help="validate 的时间花在哪里")
    parser.add_argument("--all", action="store_true", help="以上都量")
    given = parser.parse_args()
    if given.rounds < 1:
        parser.error("--rounds 至少是1")
    for name in ("beancount", "growth", "history", "where"):
        setattr(given, name, given.all or getattr(given, name))
    return given


def _measure(given: argparse.Namespace, folder: Path) -> None:
    if given.python:
        python = Path(given.python).absolute()
    else:
        _tell("建环境，装 minsheng")
        python = new_venv(folder / "venv", str(ROOT))
    minsheng = program(python)
    figures = _write(1, folder / "1")
    base = floor(python, folder / "floor")
    print(f"Python {platform.python_version()}，{platform.system()} {platform.machine()}，{given.rounds}轮\n")
    if not compiled(python):
        print("注意：这个环境里的 minsheng 没有全部编译成字节码，每次运行都要现编译，量出来的会慢得多。\n")
    beside = {FLOOR: base, **_commands(minsheng, folder / "1" / "ledger")}
    peer = _bean_check(folder) if given.beancount else None
    if peer:
        beside[BEAN_CHECK] = peer
    uses = in_turn(beside, given.rounds, _tell)
    print(tables.against({name: used for name, used in uses.items() if name != BEAN_CHECK}, FLOOR, BARS))
    if peer:
        pair = {name: uses[name] for name in (BEAN_CHECK, "validate")}
        print(tables.against(pair, BEAN_CHECK, BAR_BEANCOUNT))
    if given.growth:
        _growth(minsheng, base, folder, figures, max(3, given.rounds // 3))
    if given.history:
        _history(minsheng, folder, given.rounds)
    if given.where:
        print(where.told(python, folder / "1" / "ledger", given.rounds))


def _commands(minsheng: str, ledger: Path) -> dict[str, Process]:
    """What is measured against the floor: as a script runs it, with no terminal."""
    here = ("--ledger", str(ledger))
    asked = {
        "_MINSHENG_COMPLETE": "complete_bash",
        "_MINSHENG_LINE": f"minsheng report --ledger {ledger} -d housing",
    }
    return {
        "validate": Process([minsheng, "validate", *here]),
        "report": Process([minsheng, "report", *here]),
        "report --format json": Process([minsheng, "report", "--format", "json", *here]),
        "show": Process([minsheng, "show", "7", *here]),
        "--version": Process([minsheng, "--version"]),
        "命令补全": Process([minsheng], asked),
    }


def _write(times: int, folder: Path) -> int:
    """How many figures the county has, so many times over; both forms are written below `folder`."""
    command = [sys.executable, "-m", "bench.make", str(times), str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout)


def _bean_check(folder: Path) -> Process | None:
    _tell("建环境，装 beancount")
    try:
        python = new_venv(folder / "beancount", "beancount")
        peer = Process(
            [str(python.parent / "bean-check"), "--no-cache", str(folder / "1" / "book.beancount")]
        )
        once(peer)
    except Failed as failure:
        print(f"beancount 用不了，这一项不量。{failure}\n")
        return None
    return peer


def _growth(minsheng: str, base: Process, folder: Path, figures: int, rounds: int) -> None:
    counts = [figures, *(_write(times, folder / str(times)) for times in SIZES[1:])]
    for command in GROWING:
        sizes = {
            str(times): Process([minsheng, command, "--ledger", str(folder / str(times) / "ledger")])
            for times in SIZES
        }
        uses = in_turn({FLOOR: base, **sizes}, rounds, _tell)
        print(f"`minsheng {command}`，{rounds}轮：\n")
        print(tables.growth(counts, [uses[str(times)] for times in SIZES], uses[FLOOR]))


def _history(minsheng: str, folder: Path, rounds: int) -> None:
    """One project's history over many commits, spread over all departments or all of them its own."""
    _tell(f"编{COMMITS}次提交的仓库")
    beside = {"report": Process([minsheng, "report", "--ledger", str(folder / "1" / "ledger")])}
    for words, only in (("各部门轮流", ""), ("都改这一个部门的文件", BUSIEST)):
        root = write_repository(county(), folder / f"repository-{only}", COMMITS, only=only)
        beside[f"history 1，{COMMITS}次提交，{words}"] = Process(
            [minsheng, "history", "1", "--ledger", str(root)]
        )
    print(tables.against(in_turn(beside, rounds, _tell), "report", {}))


def _tell(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
