"""A whole ledger with everything mended that is certain; what a person has to decide stays as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from minsheng_cli.finding import Misfit
from minsheng_cli.mending.change import Change, Left, Mended, Mends, differing
from minsheng_cli.mending.reading import ENOUGH, ENOUGH_FOR_ALL
from minsheng_cli.mending.renames import Renamed, renamed, speaks_for
from minsheng_cli.mending.structure import Restored, restore
from minsheng_cli.mending.values import mend_values
from minsheng_cli.mending.whole import Recast, recast
from minsheng_cli.model.ledger import Declared, Ledger, assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.source import folder
from minsheng_cli.source.folder import SourceFile

_ROUNDS = 3
"""A mend may bring the next one to light (a month that can be read, and then the figures under it)."""
MOST_CHANGES = 150_000
"""Lines changed in all files of a ledger; each is kept as it was and as it is, to be shown."""
_TOO_MANY = f"要改的地方太多，合起来超过了{MOST_CHANGES:,}行，多半是存错了文件，没有改"
_MOST_LINES = 100_000
"""Lines of a file that is looked into for mends, as many as it may have values (M128)."""
_TOO_LONG = f"超过了{_MOST_LINES:,}行，多半是存错了文件，没有改"
_WHY = {
    "not-utf8": "认不准原来是什么编码，没有转换",
    "tab": "该空几格不止一种可能，没有改",
    "full-width-sign": "改了以后是不是原来的意思拿不准，没有改",
}
"""Why what looks mendable was left, by the kind of misfit that it still is."""


def mend(root: Path, files: Sequence[SourceFile]) -> Mends:
    """Everything in the files of the ledger at `root` that certain mends change, in the order of `files`."""
    names = renamed(root, files)
    whole = {file.path: found for file in names.files if file.data and (found := recast(file.data))}
    texts = {path: found.text for path, found in whole.items()}
    ledger = _assembled(names.files, texts)
    long = {path for path, text in texts.items() if text.count("\n") > _MOST_LINES}
    wrong = {document.path for document in ledger.documents if document.misfits} & texts.keys()
    too_long = [Left(names.old.get(path, path), None, _TOO_LONG) for path in sorted(wrong & long)]
    wrong -= long
    restored = {path: Restored(text, {}, 0) for path, text in texts.items()}
    if wrong or names.old:
        declared = ledger.declared
        del ledger  # a large ledger and what is tried beside it are more memory than there may be
        restored |= _restored(wrong, declared, texts)
        names = _sure_of(names, restored, files)
        texts = {file.path: restored[file.path].text for file in names.files if file.path in restored}
        ledger = _assembled(names.files, texts)
    for _ in range(_ROUNDS):
        better = _with_values(ledger, texts)
        if better == texts:
            break
        del ledger
        texts, ledger = better, _assembled(names.files, better)
    left = [*names.left, *too_long, *_still_there(ledger, besides=long)]
    del ledger
    mended, changes = [], 0
    for file in names.files:
        if file.path not in texts:
            continue
        lines = len(differing(whole[file.path].text, texts[file.path]))
        if lines and changes + lines > MOST_CHANGES:
            left.append(Left(names.old.get(file.path, file.path), None, _TOO_MANY))
            continue
        changes += lines
        mended.append(
            _mended(file, names.old.get(file.path), whole[file.path], restored[file.path], texts[file.path])
        )
    return Mends([each for each in mended if each is not None], left)


def _restored(wrong: set[str], declared: Declared, texts: dict[str, str]) -> dict[str, Restored]:
    """The texts of the files that have something wrong with them, read as they were meant."""
    spare = ENOUGH_FOR_ALL
    restored: dict[str, Restored] = {}
    if folder.PLAN in wrong:
        restored[folder.PLAN] = restore(folder.PLAN, texts[folder.PLAN], None)
        declared = assemble([SourceFile(folder.PLAN, restored[folder.PLAN].text.encode(), [])]).declared
    known = declared.indicators if declared.complete else None
    for path in sorted(wrong - {folder.PLAN}):
        restored[path] = restore(path, texts[path], known, min(ENOUGH, spare))
        spare -= restored[path].read
    return restored


def mended_files(files: Sequence[SourceFile], mends: Mends) -> list[SourceFile]:
    """The ledger's files as they are after the mends."""
    changed = {file.renamed_from or file.path: file for file in mends.files}
    return [
        SourceFile(changed[file.path].path, changed[file.path].after, []) if file.path in changed else file
        for file in files
    ]


def _sure_of(names: Renamed, restored: dict[str, Restored], files: Sequence[SourceFile]) -> Renamed:
    """The renames of files that are their departments'; the others keep their names, and stay unread."""
    unsure = {new for new in names.old if new not in restored or not speaks_for(restored[new].text, new)}
    untouched = {file.path: file for file in files}
    left = [
        Left(names.old[new], None, f"里面写的 department 与文件名 {new.rpartition('/')[2]} 对不上，没有改名")
        for new in sorted(unsure)
    ]
    return Renamed(
        [untouched[names.old[file.path]] if file.path in unsure else file for file in names.files],
        {new: old for new, old in names.old.items() if new not in unsure},
        [*names.left, *left],
    )


def _assembled(files: Sequence[SourceFile], texts: dict[str, str]) -> Ledger:
    return assemble(
        SourceFile(file.path, texts[file.path].encode(), []) if file.path in texts else file for file in files
    )


def _with_values(ledger: Ledger, texts: dict[str, str]) -> dict[str, str]:
    """The texts with the certain values of this round."""
    misfits: defaultdict[str, list[Misfit]] = defaultdict(list)
    for misfit in (
        *(each for document in ledger.documents for each in document.misfits),
        *read_figures(ledger).misfits,
    ):
        misfits[misfit.file].append(misfit)
    roots = {document.path: document.root for document in ledger.documents}
    return {path: mend_values(text, roots.get(path), misfits[path]) for path, text in texts.items()}


def _mended(file: SourceFile, old: str | None, whole: Recast, restored: Restored, text: str) -> Mended | None:
    """What is changed in one file; None where nothing is."""
    assert file.data is not None
    changes = list(whole.changes)
    if old is not None:
        name = Change(None, f"文件名{old.rpartition('/')[2]}", file.path.rpartition("/")[2], ("name",))
        changes.insert(0, name)
    before, after = whole.text.split("\n"), text.split("\n")
    touched = {"indent": set(), "sign": set(), **restored.lines, "value": differing(restored.text, text)}
    for number in sorted(differing(whole.text, text)):
        kinds = tuple(kind for kind in ("indent", "sign", "value") if number in touched[kind])
        changes.append(Change(number, before[number - 1], after[number - 1], kinds))
    return Mended(file.path, old, file.data, text.encode(), tuple(changes)) if changes else None


def _still_there(ledger: Ledger, besides: set[str]) -> list[Left]:
    """What was left although such a thing can often be mended, but in the files of which that is said already."""
    met = {
        (document.path, misfit.at.line, _WHY[misfit.kind])
        for document in ledger.documents
        for misfit in document.misfits
        if misfit.kind in _WHY and misfit.family == "file" and document.path not in besides
    }
    return [Left(*each) for each in sorted(met)]
