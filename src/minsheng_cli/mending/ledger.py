"""A whole ledger with everything mended that is certain; what a person has to decide stays as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from minsheng_cli.finding import Misfit
from minsheng_cli.mending.change import Change, Mended, changed_lines
from minsheng_cli.mending.signs import mend_signs
from minsheng_cli.mending.values import mend_values
from minsheng_cli.mending.whole import recast
from minsheng_cli.model.ledger import assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.source.folder import SourceFile

_ROUNDS = 3
"""A mend may bring the next one to light (a month that can be read, and then the figures under it)."""


def mend(files: Sequence[SourceFile]) -> list[Mended]:
    """Every file that a certain mend changes, in the order of `files`."""
    whole = {file.path: found for file in files if file.data and (found := recast(file.data))}
    texts = {path: mend_signs(path, found.text) for path, found in whole.items()}
    for _ in range(_ROUNDS):
        better = _with_values(files, texts)
        if better == texts:
            break
        texts = better
    return [
        Mended(file.path, file.data, texts[file.path].encode(), tuple(changes))
        for file in files
        if file.data is not None
        and file.path in whole
        and (changes := _changes(whole[file.path].changes, whole[file.path].text, texts[file.path]))
    ]


def _changes(whole: list[Change], before: str, after: str) -> list[Change]:
    return [*whole, *changed_lines(before, after)]


def _with_values(files: Sequence[SourceFile], texts: dict[str, str]) -> dict[str, str]:
    """The texts with the certain values of this round."""
    ledger = assemble(
        SourceFile(file.path, texts[file.path].encode(), []) if file.path in texts else file for file in files
    )
    misfits: defaultdict[str, list[Misfit]] = defaultdict(list)
    for misfit in (
        *(each for document in ledger.documents for each in document.misfits),
        *read_figures(ledger).misfits,
    ):
        misfits[misfit.file].append(misfit)
    return {path: mend_values(text, misfits[path]) for path, text in texts.items()}
