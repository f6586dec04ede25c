"""Ctrl-C, from the first import to the last byte: 130, and never a traceback."""

from __future__ import annotations

import select
import signal
import subprocess
import sys
import textwrap

import pytest

from tests.conftest import ROOT

AT_IMPORT = textwrap.dedent(
    """
    import os, signal, sys

    class Interrupting:
        "Presses Ctrl-C where a module is about to be imported."

        def find_spec(self, name, path, target=None):
            if name == wanted:
                os.kill(os.getpid(), signal.SIGINT)

    wanted = sys.argv.pop(1)
    sys.meta_path.insert(0, Interrupting())
    from minsheng_cli.__main__ import main
    main()
    """
)


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    "module",
    [
        "minsheng_cli.cli.app",
        "typer",
        "typer.core",
        "typer._click.core",
        "minsheng_cli.cli.chinese",
    ],
)
def test_while_the_program_is_being_loaded_it_ends_without_a_word(module: str) -> None:
    result = run(AT_IMPORT, module, "report")
    assert (result.returncode, result.stdout, result.stderr) == (130, b"", b"")


@pytest.mark.parametrize(
    "module",
    [
        "yaml",
        "minsheng_cli.model.plan",
        "minsheng_cli.status.rollup",
        "minsheng_cli.views.report.table",
        "rich.cells",
    ],
)
def test_while_a_command_runs_it_ends_with_a_sentence(module: str) -> None:
    result = run(AT_IMPORT, module, "report")
    assert (result.returncode, result.stdout, result.stderr.decode()) == (130, b"", "已中断\n")


def test_whoever_starts_it_deaf_to_interrupts_is_obeyed() -> None:
    code = "import signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN)\n" + AT_IMPORT
    result = run(code, "yaml", "report")
    assert (result.returncode, result.stderr) == (0, b"")


def test_while_nobody_reads_what_it_prints() -> None:
    """It does not wait for the reader: what was not read by then is dropped."""
    process = subprocess.Popen(
        [sys.executable, "-m", "minsheng_cli", "report", "--format", "json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None and process.stderr is not None
    with process:
        assert select.select([process.stdout], [], [], 60)[0]
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert process.stderr.read().decode() == "已中断\n"
