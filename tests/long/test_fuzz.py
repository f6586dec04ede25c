"""Ledgers made up by hypothesis, through the real commands: nothing brings them down, and they never disagree.

`MINSHENG_FUZZ=5000 pytest -m long tests/long/test_fuzz.py` makes up so many of each sort, other ones each time.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from minsheng_cli.cli.app import run
from minsheng_cli.source import folder
from minsheng_cli.source.decode import decode
from tests.conftest import Result
from tests.long.hostile_ledgers import Files, accidents, byte_files, figured, structures
from tests.test_cases import places

pytestmark = pytest.mark.long
EXAMPLES = int(os.environ.get("MINSHENG_FUZZ", "250"))
fuzzed = settings(
    max_examples=EXAMPLES,
    derandomize="MINSHENG_FUZZ" not in os.environ,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_WHOLE = frozenset(("M119", "M120", "M123", "M124", "M125", "M126", "M129"))
REPORTS = (
    *(("--by", by) for by in ("project", "department", "area", "indicator")),
    ("--format", "json"),
    ("--format", "json", "--by", "indicator", "--sort", "percent"),
    *(
        (*form, "--by", by)
        for form in (("--format", "markdown"), ("--format", "csv"))
        for by in ("project", "indicator")
    ),
)


@contextmanager
def laid_out(files: Files) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for path, data in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        yield root


def ran(root: Path, *arguments: str) -> Result:
    """One command; nothing but its exit codes, in text that can be encoded and cannot act on a terminal."""
    out_bytes, err_bytes = io.BytesIO(), io.BytesIO()
    out, err = (io.TextIOWrapper(each, encoding="utf-8", newline="\n") for each in (out_bytes, err_bytes))
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*arguments, "--ledger", str(root)])
    out.flush()
    err.flush()
    said = [written.getvalue().decode("utf-8").removeprefix("\ufeff") for written in (out_bytes, err_bytes)]
    assert code in (0, 1, 2), said[1]
    assert "Traceback" not in said[1]
    assert not set("\x00\x1b\x85\u200b\u202e\u2028\ufeff\U000e0041") & set("".join(said))
    return Result(code, *said)


def shown_lines(root: Path, path: str) -> list[str] | None:
    """A file's lines as findings count them; None where there is no text."""
    decoded = decode(path, (root / path).read_bytes())
    return None if decoded.seen is None else _LINE_END.split(decoded.seen)


def check_findings(root: Path, findings: list[dict[str, Any]]) -> None:
    """Every finding says something, of a place that there is."""
    for each in findings:
        assert each["message"]
        assert each["hint"]
        if each["code"] in _WHOLE:
            assert (each["line"], each["column"]) == (1, 1)
        elif (lines := shown_lines(root, each["file"])) is not None:
            assert 1 <= each["line"] <= len(lines), each
            assert 1 <= each["column"] <= max(1, len(lines[each["line"] - 1]) + 1), each


def check(files: Files) -> None:
    with laid_out(files) as root:
        text, again = ran(root, "validate"), ran(root, "validate")
        assert text == again
        document = json.loads(ran(root, "validate", "--format", "json").out)
        found = document["findings"]
        assert [(each.code, each.line, each.column) for each in places(text.out)] == [
            (each["code"], each["line"], each["column"]) for each in found
        ]
        assert text.code == (document["errors"] > 0) == any(each["severity"] == "error" for each in found)
        check_findings(root, found)
        plain = ran(root, "report")
        for options in REPORTS:
            allowing = ran(root, "report", *options, "--allow-invalid")
            if document["errors"]:
                assert (plain.code, plain.out) == (1, "")
            else:
                assert allowing == ran(root, "report", *options)
                assert plain.code == 0 or "还没有一个部门报过" in plain.err
            if options[:2] == ("--format", "json") and allowing.code == 0:
                json.loads(allowing.out)
        check_fix(root, document)


def check_fix(root: Path, before: dict[str, Any]) -> None:
    """--fix leaves no more errors than there were, and a second one has nothing left to do."""
    copy = root / "copy"
    shutil.copytree(root / "data", copy / "data")
    ran(copy, "validate", "--fix", "--dry-run")
    fixed = ran(copy, "validate", "--fix")
    document = json.loads(ran(copy, "validate", "--format", "json").out)
    assert len(places(fixed.out)) == len(document["findings"])
    # What could not be read comes to light, and so do mistakes behind a number that could not be read;
    # but where everything was read, nothing is written worse than before.
    if all(each["code"] >= "M2" for each in before["findings"]):
        assert written_wrong(document) <= written_wrong(before)
    once = [(each.path, each.data) for each in folder.read(copy)]
    ran(copy, "validate", "--fix")
    assert once == [(each.path, each.data) for each in folder.read(copy)]


def written_wrong(document: dict[str, Any]) -> int:
    """Errors of the form that a file is written in."""
    codes = [each["code"] for each in document["findings"] if each["severity"] == "error"]
    return sum(code < "M221" or "M301" <= code < "M321" for code in codes)


@given(accidents())
@fuzzed
def test_accidents(files: Files) -> None:
    check(files)


@given(structures())
@fuzzed
def test_structures(files: Files) -> None:
    check(files)


@given(byte_files())
@fuzzed
def test_bytes(files: Files) -> None:
    check(files)


@given(figured())
@fuzzed
def test_figures(files: Files) -> None:
    check(files)
