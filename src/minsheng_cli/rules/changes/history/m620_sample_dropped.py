"""Figures that were made up do not become real by taking the mark off."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.model.series import Entry
from minsheng_cli.review.meaning import words
from minsheng_cli.rules.context import Said
from minsheng_cli.rules.since import Since

SEVERITY = "error"
TITLE = "去掉了示例标记，数还是示例的"
WHY = "示例数据是编的，所有输出都会标明。数没有换就去掉标记，编的数就当成真的印出去了。"
MEND = "先把每个数换成真实的再去掉标记；真实的数正好一样的，给它写一句 note。"
BAD = """\
department: transport
reports:"""
GOOD = """\
department: transport
sample: true"""
_NAMED = 3
"""Figures that the sentence names."""


def check(since: Since) -> Iterator[Said]:
    """Each department's file that was marked, and is no longer; nothing done yet is the same in any file."""
    marked = {file.department for _, file in since.old.context.ledger.progress if file.sample}
    for document, file in since.context.ledger.progress:
        if file.sample or file.department not in marked or document.path in since.now.broken:
            continue
        kept = [
            f"{since.context.indicator(name)}{month}"
            for (name, month), now in since.now.entries.items()
            if now.file == document.path and _stayed(since.old.entries.get((name, month)), now)
        ]
        if not kept:
            continue
        listed = "、".join(kept[:_NAMED]) + (f"等{len(kept)}处" if len(kept) > _NAMED else "")
        key = "sample" if "sample" in file.mapping.values else "department"
        back = "改成 true" if key == "sample" else "加一行 sample: true"
        yield Said(
            document.path,
            file.mapping.value("sample") if key == "sample" else file.mapping.key(key),
            f"原来是示例数据，现在去掉了示例标记，{listed}还是原来的数",
            f"还有示例的，{back}；换成真实的数再去掉标记，正好一样的给这个数加 note 说明",
        )


def _stayed(old: Entry | None, now: Entry) -> bool:
    """Whether a figure is the one that was made up, and nobody says that it happens to be right."""
    if old is None or old.reading != now.reading or (not now.done and not now.level):
        return False
    return now.figure.note is None or words(now.figure.note) == words(old.figure.note)
