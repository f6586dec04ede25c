"""Each rule of docs/files.md on the canonical form, on the smallest text that shows it."""

from __future__ import annotations

import re

import pytest

from minsheng_cli.formatting.difference import hunks
from minsheng_cli.formatting.pieces import Unsafe, pieces
from minsheng_cli.formatting.text import comments, formatted, says_the_same
from tests.conftest import ROOT
from tests.test_docs import ledger_in

OTHER = "data/other.yaml"
PLAN = "data/projects.yaml"
PROGRESS = "data/progress/x.yaml"


def form(text: str, path: str = OTHER) -> str:
    return formatted(path, text).text


FORMS = {
    # blanks and lines
    "indent": ("a:\n    b:\n        c: 1\n", "a:\n  b:\n    c: 1\n"),
    "whole file moved in": ("  a: 1\n  b: 2\n", "a: 1\nb: 2\n"),
    "list at the column of its name": ("a:\n- b\n- c\n", "a:\n  - b\n  - c\n"),
    "dash alone": ("a:\n  -\n    b: 1\n    c: 2\n", "a:\n  - b: 1\n    c: 2\n"),
    "dashes in a row": ("a:\n  -   - b\n      - c\n", "a:\n  - - b\n    - c\n"),
    "colon": ("a :   1\n", "a: 1\n"),
    "value below its name": ("a:\n\n  1\n", "a: 1\n"),
    "blank lines": ("\n\na: 1\n\n \n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
    "no line end": ("a: 1", "a: 1\n"),
    "no value": ("a:   \nb:\n", "a:\nb:\n"),
    "markers": ("---\na: 1\n...\n", "a: 1\n"),
    "markers with comments": ("--- # c\na: 1\n... # d\n", "# c\na: 1\n# d\n"),
    # brackets
    "braces": ("a: { b:   1 ,c: 2 }\n", "a: {b: 1, c: 2}\n"),
    "brackets": ("a: [ b,c ,  d ]\n", "a: [b, c, d]\n"),
    "empty brackets": ("a: [  ]\nb: { }\n", "a: []\nb: {}\n"),
    "last comma": ("a: [b, c,]\n", "a: [b, c]\n"),
    "name in quotes": ("a: {\"b\":1, 'c' : 2}\n", "a: {\"b\": 1, 'c': 2}\n"),
    "nothing behind a name": ("a: {b: , c:   }\n", "a: {b: , c: }\n"),
    "several lines": ("a: {b: 1,\n        c: 2}\n", "a: {b: 1,\n  c: 2}\n"),
    "bracket alone": ("a:\n    b: [\n  c,\n  d\n ]\n", "a:\n  b: [\n    c,\n    d\n    ]\n"),
    "brackets below their name": ("a:\n    [b,\n     c]\n", "a:\n  [b,\n  c]\n"),
    "comma at the beginning": ("a: [b\n  , c]\n", "a: [b, c]\n"),
    "comments in brackets": ("a: [b, # 甲\n  # 乙\n  c\n  , # 丙\n  ]\n", "a: [b,  # 甲\n  # 乙\n  c,  # 丙\n  ]\n"),
    "brackets in brackets": ("a: [{b: 1,\n c: 2}, [\nd]]\n", "a: [{b: 1,\n    c: 2}, [\n    d]]\n"),
    "whole file in braces": ("{a: 1,\n b: [c]}\n", "{a: 1,\n  b: [c]}\n"),
    # texts
    "digits as typed": ("a: 230.0\nb: 0.459666\nc: 007\n", "a: 230.0\nb: 0.459666\nc: 007\n"),
    "quotes as typed": ("a: '1'\nb: \"是\"\nc: ~\n", "a: '1'\nb: \"是\"\nc: ~\n"),
    "blanks in a text": ("a: 甲  乙\nb: '  甲  '\n", "a: 甲  乙\nb: '  甲  '\n"),
    "text on two lines": ("a:\n     甲，\n     乙\nb:   甲，   \n     乙\n", "a:\n  甲，\n  乙\nb: 甲，\n  乙\n"),
    "text of two paragraphs": ("a: '甲\n\n\n    乙'\n", "a: '甲\n\n\n  乙'\n"),
    "backslash at the end": ('a: "甲\\ \n    乙\\\n    丙"\n', 'a: "甲\\ \n  乙\\\n  丙"\n'),
    "block text": ("a: |  # 注\n     甲\n       乙\n\n     丙\n\n\nb: 1\n", "a: |  # 注\n  甲\n    乙\n\n  丙\n\nb: 1\n"),
    "block text that keeps lines": ("a: |+\n   甲\n\n\nb: 1\n", "a: |+\n  甲\n\n\nb: 1\n"),
    "block text at the end": ("b:\n- |+\n   甲\n\n", "b:\n  - |+\n    甲\n\n"),
    "block text that says its indent": ("a:\n   b: |2-\n        甲\n     乙\n", "a:\n  b: |2-\n       甲\n    乙\n"),
    "block text without line end": ("a: |\n    甲", "a: |-\n  甲\n"),
    "comment behind a block text": ("a:\n    b: >-\n      甲\n    # 乙\n  # 丙\nc: 1\n", "a:\n  b: >-\n    甲\n  # 乙\n# 丙\nc: 1\n"),
    # comments
    "blank behind the sign": ("#甲\n##乙\n#   丙\n#\n#----\n#!x\na: 1\n", "# 甲\n## 乙\n#   丙\n#\n#----\n#!x\na: 1\n"),
    "blanks before the sign": ("a: 1 # 甲\nbc: 2     # 乙\n", "a: 1  # 甲\nbc: 2  # 乙\n"),
    "blanks at the end": ("a: 1  # 甲 \t\n# 乙　\n", "a: 1  # 甲\n# 乙\n"),
    "level of what follows": ("a:\n# 甲\n      # 乙\n  b: 1\n # 丙\n  c: 1\n", "a:\n  # 甲\n  # 乙\n  b: 1\n  # 丙\n  c: 1\n"),
    "level of what precedes": (
        "a:\n   - b: 1\n     # 甲\n   # 乙\n  # 丙\n# 丁\nc: 1\n# 戊\n",
        "a:\n  - b: 1\n    # 甲\n  # 乙\n# 丙\n# 丁\nc: 1\n# 戊\n",
    ),
    "comment between a name and its value": ("a:   # 甲\n    # 乙\n    1\n", "a:  # 甲\n  # 乙\n  1\n"),
    "comment behind a dash": ("a:\n-   # 甲\n    b: 1\n", "a:\n  -  # 甲\n    b: 1\n"),
    "column": ("a: 1     # 甲\nbcd: 22  # 乙\n", "a: 1     # 甲\nbcd: 22  # 乙\n"),
    "column of Chinese": ("a: 县       # 甲\nb: 献县     # 乙\n", "a: 县       # 甲\nb: 献县     # 乙\n"),
    "column moved": (
        "a:\n    b: 1           # 甲\n    c:\n        d: 22222   # 乙\n",
        "a:\n  b: 1         # 甲\n  c:\n    d: 22222   # 乙\n",
    ),
    "column too near": ("a: 1  # 甲\nbc: 2 # 乙\n", "a: 1   # 甲\nbc: 2  # 乙\n"),
    "no comment": ("a: 22# 乙\n", "a: 22# 乙\n"),
    "column by accident": ("a: 1 # 甲\nbc: # 乙\n  d: 1\n", "a: 1  # 甲\nbc:  # 乙\n  d: 1\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_forms(name: str) -> None:
    before, after = FORMS[name]
    assert form(before) == after
    assert form(after) == after


REPORT = "- month: {}\n  reported_on: 2024-05-01\n  figures: {{}}\n"
MAY, JUNE = REPORT.format("2024-05"), REPORT.format("2024-06")


def reports(*parts: str) -> str:
    """A progress file with these reports, as they stand behind two blanks."""
    lines = "".join(parts).split("\n")
    return "department: x\nreports:\n" + "\n".join(f"  {line}" if line else "" for line in lines)


ORDERS = {
    "reports": (reports(JUNE, MAY), reports(MAY, JUNE)),
    "reports apart": (reports(JUNE, "\n", MAY), reports(MAY, "\n", JUNE)),
    "reports and what is said of them": (
        reports(JUNE, "  # 甲\n", "# 乙\n", MAY),
        reports("# 乙\n", MAY, JUNE, "  # 甲\n"),
    ),
    "names of a report": (
        reports("- figures: {}\n  highlights: [a]\n  month: 2024-05\n"),
        reports("- month: 2024-05\n  figures: {}\n  highlights: [a]\n"),
    ),
    "names in braces": (
        reports(MAY.replace("{}", "{a: {note: 甲, done: 1}, b: [{z: 1}]}")),
        reports(MAY.replace("{}", "{a: {done: 1, note: 甲}, b: [{z: 1}]}")),
    ),
    "names of the file": ("# 头\nreports: []\n\ndepartment: x\n", "# 头\ndepartment: x\n\nreports: []\n"),
    "what is said behind a name": (
        "reports: []  # 无\ndepartment: x\n",
        "department: x\nreports: []  # 无\n",
    ),
}
KEPT = {
    "a month twice": reports(JUNE, MAY, MAY),
    "a month that cannot be read": reports(JUNE, MAY.replace("05\n", "5\n", 1)),
    "a comment above the first report": reports("# 甲\n", JUNE, MAY),
    "a comment below the last report": reports(JUNE, MAY, "# 甲\n") + "\n",
    "a report in braces": reports(JUNE, "- {month: 2024-05, reported_on: 2024-05-01, figures: {}}\n"),
    "a comment between names": "reports: []\n# 甲\ndepartment: x\n",
    "a comment below the last name": reports("- figures: {}\n  month: 2024-05\n  # 甲\n"),
    "an unknown name": reports(MAY.replace("{}", "{a: {note: 甲, dome: 1}}")),
    "braces on several lines": reports(MAY.replace("{}", "{a: {note: 甲,\n      done: 1}}")),
    "ids": "department: x\nschedule: {z: {2024-05: 2, 2024-03: 1}, a: {2024-04: 1}}\nreports: []\n",
}


@pytest.mark.parametrize("name", ORDERS)
def test_what_is_put_in_order(name: str) -> None:
    before, after = (text.rstrip() + "\n" for text in ORDERS[name])
    assert form(before, PROGRESS) == after
    assert form(after, PROGRESS) == after
    assert form(before, OTHER) == before, "of another file nobody knows what order its names have"


@pytest.mark.parametrize("name", KEPT)
def test_what_is_not_certain_keeps_its_order(name: str) -> None:
    text = KEPT[name].rstrip() + "\n"
    assert form(text, PROGRESS) == text


def test_the_order_of_stages_is_their_meaning() -> None:
    text = "plan: {county: x, title: y}\nprojects:\n  - no: 1\n    indicators:\n      - stages: {b: 100, a: 20}\n        id: a\n"
    assert form(text, PLAN) == text.replace("{county: x, title: y}", "{title: y, county: x}")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("%YAML 1.1\n---\na: 1\n", 1),
        ("a: 1\n? b\n: 2\n", 2),
        ("a: 1\nb: {? c : 1}\n", 2),
        ("a:\n  - x: {b, c: 1}\n", 2),
        ("a: {b: 1,301}\n", 1),
        ("a: {: 1}\n", 1),
        ("a: |+\n\n\n", 1),
    ],
)
def test_what_is_left(text: str, line: int) -> None:
    with pytest.raises(Unsafe) as left:
        form(text)
    assert left.value.line == line


@pytest.mark.parametrize(
    "other",
    [
        "a: 2  # 甲\nb: [x, y]\nreports: []\n",
        "a: 1  # 乙\nb: [x, y]\nreports: []\n",
        "a: 1\nb: [x, y]\nreports: []\n",
        "a: '1'  # 甲\nb: [x, y]\nreports: []\n",
        "a: 1  # 甲\nb: [y, x]\nreports: []\n",
        "a: 1  # 甲\nb:\n  - x\n  - y\nreports: []\n",
        "b: [x, y]\na: 1  # 甲\nreports: []\n",
        "a: 1  # 甲\nb: [x, y]\nreports: [\n",
    ],
)
def test_another_meaning_is_noticed(other: str) -> None:
    """What stands between a mistake of the formatter's and the ledger."""
    text = "a: 1  # 甲\nb: [x, y]\nreports: []\n"
    told = comments(pieces(text))
    assert says_the_same(PROGRESS, text, "a:   1 # 甲\nb: [x,y]\nreports: []", told)
    assert not says_the_same(PROGRESS, text, other, told)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("a\nb\n", "a\nb\n", []),
        ("a\nb\nc\n", "a\nB\nc\n", [(2, ["b"], ["B"])]),
        ("a\nb\nc\nd", "a\nB\nC\nd", [(2, ["b"], ["B"]), (3, ["c"], ["C"])]),
        ("a\n\n\nb\n", "a\n\nb\n", [(3, [""], [])]),
        ("a", "a\n", [(2, [], [""])]),
        ("a\nb\nc\nd\ne", "a\nc\nD\ne", [(2, ["b"], []), (4, ["d"], ["D"])]),
    ],
)
def test_what_is_different(old: str, new: str, found: list[tuple[int, list[str], list[str]]]) -> None:
    assert [(hunk.at, list(hunk.before), list(hunk.after)) for hunk in hunks(old, new)] == found


def test_a_great_many_lines_are_one_difference() -> None:
    old = "".join(f"a{number % 7}\n" for number in range(5_000))
    assert len(list(hunks("x\n" + old, "y\n" + old.replace("a", "b", 1) + "z\n"))) == 1


def test_the_example_of_the_document() -> None:
    section = (
        (ROOT / "docs" / "files.md").read_text("utf-8").partition("## 规范写法\n")[2].partition("\n## ")[0]
    )
    before, after = re.findall(r"```yaml\n# [^\n]*\n(.*?)```", section, re.S)
    assert form(before, PROGRESS) == after
    assert form(after, PROGRESS) == after


@pytest.mark.parametrize("path", ledger_in("files.md"))
def test_the_documents_write_what_they_ask_for(path: str) -> None:
    text = ledger_in("files.md")[path]
    assert form(text, f"data/{path}") == text
