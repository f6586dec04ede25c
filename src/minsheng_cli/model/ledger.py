"""A whole ledger in memory: its files, the plan, the departments' reports, and what did not fit."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from minsheng_cli.fields.placed import Placed
from minsheng_cli.finding import Gathering
from minsheng_cli.model.build import build
from minsheng_cli.model.document import Document
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.model.progress import ProgressFile
from minsheng_cli.model.slips import take_slips
from minsheng_cli.model.strays import take_strays
from minsheng_cli.source import folder
from minsheng_cli.source.decode import decode, empty
from minsheng_cli.source.folder import SourceFile
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.source.parse import Parsed, parse

if TYPE_CHECKING:
    from minsheng_cli.model.closed import Closing
    from minsheng_cli.month import Month

MAX_SIZE = 480_000
"""Names and values of all files together; a hundred counties have 450,000."""
_MOST_SEARCHED = 60
"""Files with misfits in which lines out of step are looked for, each read many times."""
_MOST_MISFITS = 100_000
"""Misfits of one file take room as values do, up to so many."""


class Declared(NamedTuple):
    """Ids of projects and indicators in the plan's text; incomplete where some entry has none, or is lost in another."""

    projects: set[str]
    indicators: set[str]
    complete: bool


_ENTRY = frozenset(("id", "indicators", "projects"))


@dataclass(slots=True)
class Ledger:
    """All documents of a ledger; `progress` is in the plan's order of departments, then by file name."""

    plan_document: Document
    progress_documents: list[Document]
    closed_document: Document | None = None

    @property
    def plan(self) -> PlanFile | None:
        """The plan, if it could be built at all."""
        model = self.plan_document.model
        return model if isinstance(model, PlanFile) else None

    @property
    def progress(self) -> list[tuple[Document, ProgressFile]]:
        """The departments' files that could be built, with their documents."""
        return [
            (document, document.model) for document in self.progress_documents if document.model is not None
        ]

    @property
    def closed(self) -> dict[Month, Closing]:
        """The months that are closed as things stand, each with the entry that closed it."""
        model = self.closed_document.model if self.closed_document is not None else None
        closed: dict[Month, Closing] = {} if model is None else model.now
        return closed

    @property
    def documents(self) -> list[Document]:
        """Every file of the ledger, the plan first."""
        closed = [] if self.closed_document is None else [self.closed_document]
        return [self.plan_document, *closed, *self.progress_documents]

    @property
    def declared(self) -> Declared:
        """The ids that the plan's text names, also of what could not be built."""
        root = self.plan_document.root
        listed = root.values.get("projects") if isinstance(root, MappingNode) else None
        projects = _mappings(listed)
        indicators = [each for project in projects for each in _mappings(project.values.get("indicators"))]
        nameless = [
            each for each in (*projects, *indicators) if not isinstance(each.values.get("id"), Scalar)
        ]
        listless = [each for each in projects if not isinstance(each.values.get("indicators"), SequenceNode)]
        twice = len(_ids(indicators)) != len(indicators)
        lost = any(
            each.kind == "duplicate-key" and (each.about["dash"] or each.about["key"] in _ENTRY)
            for each in self.plan_document.misfits
        )
        broken = nameless or listless or twice or lost
        complete = isinstance(listed, SequenceNode) and not broken
        return Declared(_ids(projects), _ids(indicators), complete)


def assemble(files: Iterable[SourceFile], *, in_step: bool = True) -> Ledger:
    """Build a ledger from its files' bytes; two files are what their names say, the others are progress.

    `in_step`: whether to look for lines that begin in the wrong place, which reads a broken file many times.
    """
    collecting = gc.isenabled()
    gc.disable()  # nodes make no cycles, and collecting while they pile up costs a third of the reading
    try:
        plan: Document | None = None
        closed: Document | None = None
        progress: list[Document] = []
        skipped: list[SourceFile] = []
        gathering, size = Gathering(), 0
        searches = iter(range(_MOST_SEARCHED if in_step else 0))
        for file in files:
            if file.skipped:
                progress.append(Document(file.path, skipped=True))
            elif file.path == folder.PLAN:
                plan = _document(file, PlanFile, "plan", gathering, searches)
                size += plan.size
            elif file.path == folder.CLOSED:
                from minsheng_cli.model.closed import ClosedFile  # for those alone that have closed a month

                closed = _document(file, ClosedFile, "history", gathering, searches)
                size += closed.size
            elif skipped and file.data is not None:
                skipped.append(SourceFile(file.path, None, []))
            else:
                document = _document(file, ProgressFile, "progress", gathering, searches)
                if size + document.size > MAX_SIZE:
                    skipped.append(SourceFile(file.path, None, []))
                else:
                    progress.append(document)
                    size += document.size
        if skipped:
            said = folder.too_much(skipped, "values")
            progress += [Document(said.path, misfits=said.misfits)]
            progress += [Document(file.path, skipped=True) for file in skipped]
    finally:
        if collecting:
            gc.enable()
    ordered = sorted(progress, key=lambda document: document.path)
    return Ledger(plan or Document(folder.PLAN), ordered, closed)


def _document(
    file: SourceFile,
    model: type[Placed],
    family: str,
    gathering: Gathering,
    searches: Iterator[int],
) -> Document:
    """Decode, parse and build one file."""
    document = _read(file, model, family, searches)
    every = document.misfits
    document.misfits = gathering.of_file(every)
    document.size += min(len(every), _MOST_MISFITS)
    if len(document.misfits) < len(every) and document.model is not None:
        document.silenced |= {misfit.at for misfit in every} - {misfit.at for misfit in document.misfits}
    return document


def _read(file: SourceFile, model: type[Placed], family: str, searches: Iterator[int]) -> Document:
    """One file with all that was met in it."""
    document = Document(file.path, misfits=list(file.misfits))
    if file.data is None:
        return document
    decoded = decode(file.path, file.data)
    document.text, document.seen = decoded.text, decoded.seen
    document.misfits += decoded.misfits
    if document.text is None:
        return document
    parsed = parse(file.path, document.text)
    document.root, document.size = parsed.root, parsed.size
    document.misfits += parsed.misfits
    if parsed.root is None and not parsed.misfits:
        document.misfits.append(empty(file.path))
    if parsed.root is not None:
        document.misfits += take_strays(file.path, parsed.root, document.text)
        document.misfits += take_slips(file.path, parsed.root, parsed.run_ons)
        built = build(model, parsed.root, file.path, family)
        document.model = built.model
        document.misfits += built.misfits
        document.silenced |= built.silenced
    if document.misfits or parsed.run_ons:
        _blame(document, parsed, model, family, searches)
    return document


def _blame(
    document: Document,
    parsed: Parsed,
    model: type[Placed],
    family: str,
    searches: Iterator[int],
) -> None:
    """Put what does not fit down to its cause, which often stands elsewhere; what is needed only here is imported here."""
    from minsheng_cli.model.around import note_lines
    from minsheng_cli.model.causes import with_true_causes, without_emptied
    from minsheng_cli.model.in_step import misplaced

    if parsed.root is not None and document.text is not None:
        note_lines(document.misfits, document.text, parsed.run_ons)
    without_emptied(document)

    def read(text: str) -> Document:
        return _read(SourceFile(document.path, text.encode(), []), model, family, iter(()))

    document.misfits = with_true_causes(document, parsed.run_ons)
    searched = bool(document.misfits) and next(searches, None) is not None
    if searched and (found := misplaced(document, parsed.stumble, read)):
        document.misfits = [*(each for each in document.misfits if each.family == ""), found]
        document.root = document.model = None


def _ids(entries: list[MappingNode]) -> set[str]:
    names = (each.values.get("id") for each in entries)
    return {name.text for name in names if isinstance(name, Scalar)}


def _mappings(node: Any) -> list[MappingNode]:
    return (
        [item for item in node.items if isinstance(item, MappingNode)]
        if isinstance(node, SequenceNode)
        else []
    )
