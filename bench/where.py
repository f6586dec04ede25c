"""Where the time of `minsheng validate` goes, and how much of it the libraries take before any work begins."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from pathlib import Path

from bench.processes import Failed, surroundings
from bench.tables import table

STAGES = Path(__file__).resolve().parent / "stages.py"
WORDS = {
    "python": "Python 启动",
    "typer": "导入 typer",
    "pydantic": "导入 pydantic",
    "yaml": "导入 yaml 的 C 解析器",
    "models": "建 pydantic 模型的类",
    "own": "导入自己的模块（连带标准库的）",
    "command": "typer 解析命令行、输出、其余",
    "read": "读文件",
    "decode": "字节变文字",
    "parse": "文字变节点",
    "build": "节点填进模型",
    "series": "各指标逐月的数",
    "check": "检查规则",
    "questions": "不合常理的数",
    "end": "结束进程",
}
PACKAGES = {
    "typer": {"typer"},
    "pydantic": {"pydantic", "pydantic_core"},
    "yaml": {"yaml"},
    "own": {"minsheng_cli"},
}
"""In this order they are loaded; what a library needs in turn counts to the first that needs it."""
OURS = ("own", "read", "decode", "parse", "build", "series", "check", "questions")
_LOADED = """
import json, os, sys
def leave(code):
    print(json.dumps(list(sys.modules)), file=sys.stderr, flush=True)
    end(code)
end, os._exit = os._exit, leave
from minsheng_cli.__main__ import main
main()
"""
"""The program as it always starts, telling at its end what it has imported."""


def told(python: Path, ledger: Path, rounds: int) -> str:
    """The table, from the medians of so many runs."""
    modules = _modules(python, ledger)
    runs = [_run(python, modules, ledger) for _ in range(rounds + 1)][1:]
    stages = {stage: statistics.median(run[stage] for run in runs) for stage in WORDS}
    whole = sum(stages.values())
    rows = [(word, stages[stage]) for stage, word in WORDS.items()]
    rows += [("合计", whole), ("其中自己的代码", sum(stages[stage] for stage in OURS))]
    own = len(modules["own"])
    head = f"`minsheng validate` 的 CPU 时间花在哪里（{rounds}轮的中位数，{own}个自己的模块）：\n\n"
    lines = [[word, f"{spent / 1e6:.1f}", f"{100 * spent / whole:.0f}%"] for word, spent in rows]
    return head + table(["一段", "毫秒", "占"], lines)


def _modules(python: Path, ledger: Path) -> dict[str, list[str]]:
    """What the command has loaded by its end, of each library and of our own, in the order in which it began to."""
    done = _called([str(python), "-P", "-c", _LOADED, "validate", "--quiet", "--ledger", str(ledger)])
    names: list[str] = json.loads(done.splitlines()[-1])
    return {
        stage: [name for name in names if name.partition(".")[0] in tops] for stage, tops in PACKAGES.items()
    }


def _run(python: Path, modules: dict[str, list[str]], ledger: Path) -> dict[str, float]:
    before = os.times()
    done = _called([str(python), "-P", str(STAGES), json.dumps(modules), str(ledger)])
    after = os.times()
    spent: dict[str, float] = json.loads(done.splitlines()[-1])
    if missing := WORDS.keys() - spent.keys() - {"end"}:
        raise Failed(
            f"validate 没有经过这几段，bench/stages.py 的 STAGES 要跟着代码改：{'、'.join(sorted(missing))}"
        )
    whole = after.children_user + after.children_system - before.children_user - before.children_system
    return {**spent, "end": max(0.0, 1e9 * whole - spent["so far"])}


def _called(command: list[str]) -> str:
    """Run to the end; what was said on stderr."""
    done = subprocess.run(command, env=surroundings(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"退出码{done.returncode}：\n{done.stderr}")
    return done.stderr
