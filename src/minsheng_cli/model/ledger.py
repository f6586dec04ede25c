"""A whole ledger in memory: its files, the plan, the departments' reports, and what did not fit."""

from __future__ import annotations

import gc
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from minsheng_cli.finding import LINE_END, Gathering, Misfit, Position
from minsheng_cli.model.around import note_lines
from minsheng_cli.model.build import build
from minsheng_cli.model.plan import PlanFile
from minsheng_cli.model.progress import ProgressFile
from minsheng_cli.model.slips import take_slips
from minsheng_cli.model.strays import take_strays
from minsheng_cli.source import folder
from minsheng_cli.source.decode import decode
from minsheng_cli.source.folder import SourceFile
from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode
from minsheng_cli.source.parse import parse
from minsheng_cli.source.scan import scan
from minsheng_cli.terms import KEY_NAMES

MAX_SIZE = 480_000
"""Names and values of all files together; a hundred counties have 450,000."""
_MOST_MISFITS = 100_000
"""Misfits of one file take room as values do, up to so many."""


@dataclass(slots=True)
class Document:
    """One file as far as it could be read: nodes, the model built from them, misfits met on the way."""

    path: str
    text: str | None = None
    seen: str | None = None
    """The text as far as it can be shown, also where it cannot be read on in."""
    root: Any = None
    model: Any = None
    misfits: list[Misfit] = field(default_factory=list)
    silenced: set[Position] = field(default_factory=set)
    """Places of misfits that are only echoes of another one; nothing more is to be said there either."""
    size: int = 0
    """How much room it takes: its names, its values, its misfits."""
    skipped: bool = False
    """Left unread, because what stands before it is as much as a ledger may hold."""

    @property
    def wrong_places(self) -> set[Position]:
        """Where something does not fit, unknown keys aside, which leave what is known as it is."""
        return {misfit.at for misfit in self.misfits if misfit.kind != "unknown-key"} | self.silenced


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
    def documents(self) -> list[Document]:
        """Every file of the ledger, the plan first."""
        return [self.plan_document, *self.progress_documents]

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


def assemble(files: Iterable[SourceFile]) -> Ledger:
    """Build a ledger from its files' bytes; the plan is the file named so, the others are progress."""
    collecting = gc.isenabled()
    gc.disable()  # nodes make no cycles, and collecting while they pile up costs a third of the reading
    try:
        plan: Document | None = None
        progress: list[Document] = []
        skipped: list[SourceFile] = []
        gathering, size = Gathering(), 0
        for file in files:
            if file.skipped:
                progress.append(Document(file.path, skipped=True))
            elif file.path == folder.PLAN:
                plan = _document(file, PlanFile, "plan", gathering)
                size += plan.size
            elif skipped and file.data is not None:
                skipped.append(SourceFile(file.path, None, []))
            else:
                document = _document(file, ProgressFile, "progress", gathering)
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
    return Ledger(plan or Document(folder.PLAN), sorted(progress, key=lambda document: document.path))


def _document(
    file: SourceFile, model: type[PlanFile] | type[ProgressFile], family: str, gathering: Gathering
) -> Document:
    """Decode, parse and build one file."""
    document = _read(file, model, family)
    every = document.misfits
    document.misfits = gathering.of_file(every)
    document.size += min(len(every), _MOST_MISFITS)
    if len(document.misfits) < len(every) and document.model is not None:
        document.silenced |= {misfit.at for misfit in every} - {misfit.at for misfit in document.misfits}
    return document


def _read(file: SourceFile, model: type[PlanFile] | type[ProgressFile], family: str) -> Document:
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
        document.misfits.append(Misfit("file", "empty-file", file.path, folder.START, {}))
    if parsed.root is not None:
        document.misfits += take_strays(file.path, parsed.root, document.text)
        document.misfits += take_slips(file.path, parsed.root, parsed.run_ons)
        built = build(model, parsed.root, file.path, family)
        document.model = built.model
        note_lines(built.misfits, document.text, parsed.run_ons)
        document.misfits += built.misfits
        document.silenced |= built.silenced
    _without_emptied(document)
    document.misfits = _with_true_causes(document, parsed.run_ons)
    return document


def _without_emptied(document: Document) -> None:
    """A value that a `#` took away whole is empty only because of it."""
    lines = {misfit.at.line for misfit in document.misfits if misfit.kind == "cut-by-hash"}
    if not lines:
        return

    def is_echo(each: Misfit) -> bool:
        return each.kind == "empty-value" and each.at.line in lines

    document.silenced |= {each.at for each in document.misfits if is_echo(each)}
    document.misfits = [each for each in document.misfits if not is_echo(each)]


_SYNTAX = frozenset(("yaml-syntax", "unclosed-bracket", "unclosed-quote"))
_SHAPE = frozenset(("unknown-key", "wrong-shape", "empty-value"))
_VALUES = frozenset(("month", "reported_on", "department"))
_OF_VALUES = frozenset(("figures", "schedule"))
_WITHIN = 30
"""Lines of a month's report within which a key is looked for that seems to be missing."""
_NEAR = 3
"""Lines between a sign that YAML misreads and the line where the parser stumbles over it."""


def _with_true_causes(document: Document, run_ons: Mapping[Position, int]) -> list[Misfit]:
    """Where YAML or the models stumbled, look for the sign that made them, and blame that instead.

    A text that could not be parsed is searched whole, since its later mistakes would else stay unseen; a
    glued colon, which may stand in a sound text, counts only beside the stumble. A value that runs on over
    lines that begin with a name has taken them in; each of them is blamed.
    """
    values = _values_among(document.root, run_ons) if run_ons else set()
    stumbles = [
        misfit
        for misfit in document.misfits
        if misfit.kind in _SYNTAX or misfit.kind in _SHAPE or misfit.at in values
    ]
    if document.text is None or not (stumbles or values):
        return document.misfits
    causes = [cause for cause in scan(document.path, document.text) if _can_be(cause)]
    unparsed = document.root is None

    # by lines, since a large file may have a stumble and a cause on each of them
    lines = {cause.at.line for cause in causes}
    explained = {id(stumble) for stumble in stumbles if not lines.isdisjoint(_beside(stumble, run_ons))}
    beside = {line for stumble in stumbles for line in _beside(stumble, run_ons)}
    texts = LINE_END.split(document.text) if values else []
    alone = {at for at in values if not texts[at.line - 1][: at.column - 1].strip()}
    for at in values:
        taken_in = range(at.line if at in alone else at.line + 1, run_ons[at] + 1)
        beside.update(taken_in)
        if not lines.isdisjoint(taken_in):
            document.silenced.add(at)
    blamed = [
        cause
        for cause in causes
        if cause.at.line in beside
        or (unparsed and cause.kind not in ("no-space-after-colon", "missing-colon"))
    ]
    document.silenced |= {stumble.at for stumble in stumbles if id(stumble) in explained}
    if run_ons:
        explained |= _taken_in(document, blamed)
    rest = [misfit for misfit in document.misfits if id(misfit) not in explained]
    said = {(misfit.kind, misfit.at) for misfit in rest}
    return [cause for cause in blamed if (cause.kind, cause.at) not in said] + rest


def _can_be(cause: Misfit) -> bool:
    """Whether it can be a cause: a dash before a word only where the word is a name of our files."""
    return cause.kind != "yaml-syntax" or cause.about["key"] in KEY_NAMES


def _values_among(node: Any, run_ons: Mapping[Position, int]) -> set[Position]:
    """Where values begin that are never of several lines: months, days, ids, figures."""
    if isinstance(node, SequenceNode):
        return set().union(*(_values_among(item, run_ons) for item in node.items))
    if not isinstance(node, MappingNode):
        return set()
    found: set[Position] = set()
    for name, value in node.values.items():
        short = value.values.values() if name in _OF_VALUES and isinstance(value, MappingNode) else ()
        found |= (
            {each.at for each in (value, *short) if isinstance(each, Scalar) and each.at in run_ons}
            if (short or name in _VALUES)
            else set()
        )
        found |= _values_among(value, run_ons)
    return found


def _taken_in(document: Document, blamed: Iterable[Misfit]) -> set[int]:
    """Of the keys that are missing, those that stand below, on a line that is blamed."""
    assert document.text is not None
    texts = LINE_END.split(document.text)
    last: dict[str, list[int]] = {}
    for cause in blamed:
        name = texts[cause.at.line - 1][: cause.at.column - 1].strip(" \t\u3000-'\"")
        last.setdefault(name, []).append(cause.at.line)
    for lines in last.values():
        lines.sort()

    def stands_below(misfit: Misfit) -> bool:
        lines = last.get(misfit.about["key"], [])
        next_one = bisect_left(lines, misfit.at.line)
        return next_one < len(lines) and lines[next_one] - misfit.at.line <= _WITHIN

    return {id(each) for each in document.misfits if each.kind == "missing-key" and stands_below(each)}


def _beside(stumble: Misfit, run_ons: Mapping[Position, int]) -> range:
    """The lines on which the cause of a stumble may stand."""
    if stumble.at in run_ons:
        return range(stumble.at.line - 1, run_ons[stumble.at] + 1)
    far = _NEAR if stumble.kind in _SYNTAX else 1
    return range(stumble.at.line - far, stumble.at.line + far + 1)


def _ids(entries: list[MappingNode]) -> set[str]:
    names = (each.values.get("id") for each in entries)
    return {name.text for name in names if isinstance(name, Scalar)}


def _mappings(node: Any) -> list[MappingNode]:
    return (
        [item for item in node.items if isinstance(item, MappingNode)]
        if isinstance(node, SequenceNode)
        else []
    )
