"""All files of a ledger in their canonical form, and those that have to be left as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from minsheng_cli.finding import MORE
from minsheng_cli.formatting.pieces import Unsafe
from minsheng_cli.formatting.text import Altered, Formatted, formatted
from minsheng_cli.model.document import Document
from minsheng_cli.model.ledger import Ledger, assemble
from minsheng_cli.patterns import pattern
from minsheng_cli.source.folder import SourceFile
from minsheng_cli.source.nodes import MappingNode

_LINE_END = pattern(r"\r\n|\r")
_LAYOUT = frozenset(("byte-order-mark", "crlf", "lone-cr"))
"""What is put right along with the layout."""
_HARMLESS = _LAYOUT | {MORE}


class Laid(NamedTuple):
    """A file that is not in its canonical form yet."""

    path: str
    data: bytes
    old: str
    """Its text, with line ends as they should be."""
    new: str
    misfits: tuple[str, ...]
    """What the file as a whole had, of what the layout puts right."""
    sorted: bool
    """Whether its reports were put in order."""


class Left(NamedTuple):
    """A file that is left as it is: it cannot be read, or a line of it not be laid out, or it is our bug."""

    path: str
    why: Literal["unreadable", "unnamed", "unsafe", "altered"]
    line: int | None = None


class Layout(NamedTuple):
    """What is to be done to a ledger; `files`: how many were looked at."""

    laid: list[Laid]
    left: list[Left]
    files: int


def lay_out(files: Sequence[SourceFile], ledger: Ledger) -> Layout:
    """Lay out every file of a ledger that can be read to its end."""
    laid: list[Laid] = []
    left: list[Left] = []
    documents = {document.path: document for document in ledger.documents}
    for file in files:
        document = documents.get(file.path)
        if file.data is None or document is None or _blocked(document):
            left.append(Left(file.path, "unreadable"))
            continue
        assert document.text is not None
        old = _LINE_END.sub("\n", document.text)
        try:
            found = formatted(file.path, old)
        except Unsafe as unsafe:
            left.append(Left(file.path, "unnamed" if unsafe.unnamed else "unsafe", unsafe.line))
        except Altered:
            left.append(Left(file.path, "altered"))
        else:
            if found.text.encode() != file.data:
                laid.append(_laid(file.path, file.data, old, found, document))
    altered = set(_altered(laid, documents))
    left += [Left(path, "altered") for path in sorted(altered)]
    return Layout([each for each in laid if each.path not in altered], left, len(files))


def _blocked(document: Document) -> bool:
    """Whether a file cannot be read, or something in it is not what its writer meant: a person has to put that right."""
    return not isinstance(document.root, MappingNode) or any(
        each.family == "file" and each.kind not in _HARMLESS for each in document.misfits
    )


def _laid(path: str, data: bytes, old: str, found: Formatted, document: Document) -> Laid:
    met = {misfit.kind for misfit in document.misfits}
    return Laid(path, data, old, found.text, tuple(sorted(_LAYOUT & met)), found.sorted)


def _altered(laid: Sequence[Laid], documents: dict[str, Document]) -> Iterator[str]:
    """The files in which something else would be found than before, though their nodes are the same."""
    for path, new in ((each.path, each.new) for each in laid):
        again = assemble([SourceFile(path, new.encode(), [])], in_step=False)  # one at a time takes less room
        before = documents[path]
        (document,) = (each for each in again.documents if each.path == path)
        if _met(document) != _met(before) or type(document.model) is not type(before.model):
            yield path


def _met(document: Document) -> Counter[tuple[str, str]]:
    return Counter((misfit.family, misfit.kind) for misfit in document.misfits if misfit.kind not in _LAYOUT)
