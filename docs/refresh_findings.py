"""Rewrite docs/findings.md from the rules' files and from what the broken ledgers make them say; run by hand from anywhere.

tests/test_findings_doc.py holds the document equal to it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from minsheng_cli.finding import Explained
from minsheng_cli.rules.catalogue import catalogue
from minsheng_cli.terms import FAMILY_WORDS, SEVERITY_WORDS

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "findings.md"
MOST = 24
"""How many of a rule's messages are shown."""
HEAD = """\
# 检查出来的问题怎么改

<!-- 由 docs/refresh_findings.py 生成，不要手改 -->

`minsheng validate` 查出的每个问题打印两行：

```text
EXAMPLE```

第一行是在哪里、哪里不对：哪个文件、第几行、第几列（一个汉字算一列），代码，是错误还是警告。第二行是怎么改。

- **错误**要改了才能出报表。**警告**只是请再看一眼：台账照样能用，确实如此的写一句说明。
- 提示末尾是“改成：”或“写成：”的，把所指地方的字换成后面那一段就行；“是不是……？如是”的，先想一想是不是。
- 提示有几句、用分号隔开的，按实际情况选一句做；“…”是要你自己填的。
- 一处错有时带出几处，先改最上面的，再查一遍。
- M611 起的各条是和以前的版本比出来的，运行 `minsheng validate --base` 加版本才查；例子里“错的写法”“对的写法”都是改动以后的样子。
- 全角标点、Tab、编码这些只有一种改法的，运行 `minsheng validate --fix` 就自动改好；先加 `--dry-run` 可以看会改什么。

下面按代码排列，说明每条为什么要查、怎么改。在命令行里看一条，用 `minsheng explain` 加代码；看全部代码，用 `minsheng rules`。
例子里的青禾县是虚构的。
"""
_FINDING = re.compile(r"\S+?:[0-9]+:[0-9]+: (M[0-9]{3}) \S+ (.*)\n {4}(.*)")
_CHANGING = (
    (re.compile(r"“[^”]*”"), "“”"),
    (re.compile(r"\{.*\}|\[.*\]"), "{}"),
    (re.compile(r"[A-Za-z_][\w./-]*", re.ASCII), "x"),
    (re.compile(r"[0-9][0-9.,:/-]*(?:万人|公里|[人个套盏家%])?"), "0"),
    (re.compile(r"(?:x|“”)(?:（[^（）]*）)?(?:、(?:x|“”)(?:（[^（）]*）)?)*"), "x"),
)
"""What differs from ledger to ledger in sentences that say the same, in the order in which it is taken out."""


class Message(NamedTuple):
    """What validate says of one place, without the place."""

    sentence: str
    hint: str

    @property
    def wording(self) -> str:
        """The words that all messages like it share."""
        text = f"{self.sentence}\n{self.hint}"
        for pattern, sign in _CHANGING:
            text = pattern.sub(sign, text)
        return text


def printed() -> Iterator[str]:
    """What validate prints of every broken ledger."""
    from tests.test_cases import BUILT, FOLDERS

    for folder in FOLDERS:
        yield (folder / "expected.txt").read_text("utf-8")
    yield from (expected for _, _, expected in BUILT)


def messages() -> dict[str, list[Message]]:
    """By code, one message of each wording."""
    found: dict[str, dict[str, Message]] = {}
    for text in printed():
        for code, sentence, hint in _FINDING.findall(text):
            message = Message(sentence, hint)
            found.setdefault(code, {}).setdefault(message.wording, message)
    return {code: list(wordings.values()) for code, wordings in found.items()}


def section(rule: Explained, said: list[Message]) -> str:
    """What the document says of one rule."""
    told = "\n\n".join(f"{message.sentence}\n    {message.hint}" for message in said[:MOST])
    parts = [
        f"### {rule.code} {SEVERITY_WORDS[rule.severity]} · {rule.title}",
        f"**为什么：** {rule.why}",
        f"错的写法：\n\n{_example(rule.bad)}",
        f"对的写法：\n\n{_example(rule.good)}",
        f"**怎么改：** {rule.mend}",
        f"检查时这样说：\n\n```text\n{told}\n```",
    ]
    return "\n\n".join(parts)


def _example(text: str) -> str:
    """Lines of a file, or words on what no line shows."""
    return text if text.startswith("（") else f"```yaml\n{text}\n```"


def document() -> str:
    """The whole document."""
    rules, said = [rule.explained for rule in catalogue()], messages()
    example = (ROOT / "tests" / "cases" / "M402-unit" / "expected.txt").read_text("utf-8")
    parts = [HEAD.rstrip("\n").replace("EXAMPLE", example)]
    for digit, word in FAMILY_WORDS.items():
        own = [section(rule, said[rule.code]) for rule in rules if rule.code[1] == digit]
        parts += [f"## {digit}xx {word}", *own] if own else []
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    DOCUMENT.write_text(document(), "utf-8", newline="\n")
