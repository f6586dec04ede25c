"""Findings as remarks on lines, for the formats of views/annotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from minsheng_cli.finding import Explained, Finding
from minsheng_cli.model.document import Document
from minsheng_cli.source.nodes import named_places
from minsheng_cli.views.annotations.record import Annotation, Described, fingerprints
from minsheng_cli.views.findings.excerpt import lines_of, marked


def remarks(findings: Sequence[Finding], documents: Iterable[Document], prefix: str) -> list[Annotation]:
    """Findings with what stands around them; `prefix` leads from the repository's root to the ledger."""
    texts = {each.path: _Typed(each) for each in documents}
    nothing = _Typed(Document(""))
    where = [texts.get(finding.file, nothing) for finding in findings]
    subjects = (
        (finding.code, prefix + finding.file, *typed.names(finding))
        for finding, typed in zip(findings, where, strict=True)
    )
    return [
        Annotation(
            path=prefix + finding.file,
            line=finding.line,
            column=finding.column,
            end=typed.end(finding),
            level=finding.severity,
            rule=finding.code,
            title=finding.code,
            message=f"{finding.message}\n{finding.hint}",
            fingerprint=fingerprint,
        )
        for finding, typed, fingerprint in zip(findings, where, fingerprints(subjects), strict=True)
    ]


def described(rules: Iterable[Explained]) -> list[Described]:
    """The rules as those formats tell of them."""
    return [
        Described(
            each.code,
            each.severity,
            each.title,
            each.why,
            f"{each.mend}\n错的写法：\n{each.bad}\n对的写法：\n{each.good}",
        )
        for each in rules
    ]


class _Typed:
    """A file's lines and names, made out when the first finding in it asks."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _lines(self) -> list[str]:
        return lines_of(self._document.seen or "")

    @cached_property
    def _places(self) -> tuple[list[tuple[int, int]], list[tuple[str, ...]]]:
        found = sorted(named_places(self._document.root))
        return [(line, column) for (line, column), _ in found], [names for _, names in found]

    def names(self, finding: Finding) -> tuple[str, ...]:
        """The names from the file's top down to the place; none in a file that could not be made out."""
        places, names = self._places
        number = bisect_right(places, (finding.line, finding.column))
        return names[number - 1] if number else ()

    def end(self, finding: Finding) -> int:
        """The column behind what is blamed."""
        if finding.line > len(self._lines):
            return finding.column
        return marked(self._lines[finding.line - 1], finding.column, finding.message)[1] + 1
