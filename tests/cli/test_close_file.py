"""data/closed.yaml as people keep it and as it may lie there: every byte stays, links are followed, nothing is left beside it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.cli.together import Write, write_together
from minsheng_cli.model.ledger import assemble
from minsheng_cli.source import folder
from tests.cli.test_close import CLOSED, HEAD, MARCH, REOPENED, TRANSPORT, WHY, closed, record, root
from tests.cli.test_fix import contents
from tests.cli.test_fix_files import RIGHT
from tests.conftest import Minsheng

__all__ = ["closed", "root"]


# ---- the file as people keep it


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"closed:   # 记录\n{MARCH}    # 已印发", f"closed:   # 记录\n{MARCH}    # 已印发\n{REOPENED}"),
        (
            "closed:\n" + MARCH.replace("\n  ", "\n").removeprefix("  "),
            "closed:\n" + (MARCH + REOPENED).replace("\n  ", "\n").removeprefix("  "),
        ),
    ],
    ids=["comments", "at the margin"],
)
def test_all_that_stands_there_stays(before: str, after: str, root: Path, minsheng: Minsheng) -> None:
    (root / CLOSED).write_text(before, "utf-8")
    (root / CLOSED).chmod(0o640)
    assert minsheng("close", "2024-03", *WHY).code == 0
    assert record(root) == after
    assert (root / CLOSED).stat().st_mode & 0o7777 == 0o640
    assert minsheng("validate").code == 0


@pytest.mark.parametrize("empty", ["closed: []\n", "closed:\n  [\n  ]\n", "# 空\nclosed: [] # 还没有"])
def test_an_empty_list_loses_its_brackets(empty: str, root: Path, minsheng: Minsheng) -> None:
    (root / CLOSED).write_text(empty, "utf-8")
    assert minsheng("close", "2024-03", "--date", "2024-04-12").code == 0
    assert record(root).endswith(f"\n{MARCH}")
    assert record(root).count("#") == empty.count("#")
    assert minsheng("validate").code == 0


def test_line_ends_stay_as_they_are(root: Path, minsheng: Minsheng) -> None:
    (root / CLOSED).write_bytes((HEAD + MARCH).replace("\n", "\r\n").encode())
    assert minsheng("close", "2024-03", *WHY).code == 0
    assert (root / CLOSED).read_bytes() == (HEAD + MARCH + REOPENED).replace("\n", "\r\n").encode()


def test_entries_in_brackets_are_left_to_a_person(root: Path, minsheng: Minsheng) -> None:
    text = f"closed: [{{month: 2024-03, closed_on: 2024-04-12, digest: {'0' * 32}, departments: {{}}}}]\n"
    (root / CLOSED).write_text(text, "utf-8")
    assert "M609" in minsheng("close", "2024-04").err
    text = "closed: [ # 还没有\n  ]\n"
    (root / CLOSED).write_text(text, "utf-8")
    result = minsheng("close", "2024-04")
    assert (result.code, record(root)) == (1, text)
    assert "closed 写成了方括号" in result.err


def test_a_reason_with_the_files_own_signs_is_read_back(closed: Path, minsheng: Minsheng) -> None:
    reason = """核减: 8套 #3，"二期" \\ {见附件}, 'a'"""
    assert minsheng("close", "2024-03", "--reopen", "--reason", reason).code == 0
    assert minsheng("validate").code == 0
    document = assemble(folder.read(closed)).closed_document
    assert document is not None
    assert document.model.closed[-1].reason == reason


def test_what_is_certain_in_it_is_mended(root: Path, minsheng: Minsheng) -> None:
    typed = (HEAD + MARCH).replace("month: 2024-03", "month：2024-3").replace("2024-04-12", "2024/4/12")
    (root / CLOSED).write_bytes(b"\xef\xbb\xbf" + typed.replace("\n", "\r\n").encode())
    assert "可用 minsheng validate --fix 自动改" in minsheng("validate").err
    result = minsheng("validate", "--fix")
    assert (result.code, result.out) == (0, "")
    assert record(root) == HEAD + MARCH


# ---- what else may lie there


def as_folder(path: Path) -> None:
    path.mkdir()


def as_pipe(path: Path) -> None:
    os.mkfifo(path)


def as_link_out(path: Path) -> None:
    (path.parent.parent.parent / "elsewhere.yaml").write_text("closed: []\n")
    path.symlink_to("../../elsewhere.yaml")


def as_link_to_nothing(path: Path) -> None:
    path.symlink_to("nothing.yaml")


def as_too_much(path: Path) -> None:
    path.write_text(HEAD + MARCH + "#" * 1_000_000)


def as_garbage(path: Path) -> None:
    path.write_bytes(bytes(range(256)))


def as_text(path: Path) -> None:
    path.write_text("2024-03\n")


@pytest.mark.parametrize(
    ("put", "code"),
    [
        (as_folder, "M125"),
        (as_pipe, "M125"),
        (as_link_out, "M126"),
        (as_link_to_nothing, "M124"),
        (as_too_much, "M123"),
        (as_garbage, "M101"),
        (as_text, "M604"),
    ],
    ids=lambda each: getattr(each, "__name__", each),
)
def test_whatever_lies_there_is_said_and_left(
    put: Callable[[Path], None], code: str, root: Path, minsheng: Minsheng
) -> None:
    put(root / CLOSED)
    result = minsheng("close", "2024-03")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"{CLOSED}:")
    assert f" {code} 错误 " in result.err
    shown = minsheng("report", "--month", "2024-04", "--allow-invalid")
    assert shown.code == 0
    assert "【台账有错】关账记录有错，各项数字照常计算：data/closed.yaml" in shown.out


def test_a_linked_record_stays_a_link(closed: Path, minsheng: Minsheng) -> None:
    (closed / CLOSED).rename(closed / "record.yaml")
    (closed / CLOSED).symlink_to("../record.yaml")
    assert minsheng("close", "2024-03", *WHY).code == 0
    assert (closed / CLOSED).is_symlink()
    assert (closed / "record.yaml").read_text("utf-8") == HEAD + MARCH + REOPENED


def test_a_name_that_is_taken_meanwhile_is_left(root: Path) -> None:
    """Two that close the first month at once: the second writes nothing, and says so."""
    with pytest.raises(Mistake) as refused:
        write_together(
            [
                Write("a", root / "a", None, b"a"),
                Write(TRANSPORT, root / TRANSPORT, None, b"x"),
            ]
        )
    assert refused.value.sentence == f"刚刚有了同名的 {TRANSPORT}，所有文件都没有动"
    assert not (root / "a").exists()
    assert contents(root) == RIGHT


def test_nothing_is_left_beside_it(root: Path, minsheng: Minsheng) -> None:
    minsheng("close", "2024-03")
    minsheng("close", "2024-03", *WHY[:3])
    assert sorted(path.name for path in (root / "data").iterdir()) == [
        "closed.yaml",
        "progress",
        "projects.yaml",
    ]
