"""Of files with accidents of typing, the schema takes each in which validate finds no error."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from minsheng_cli.model.ledger import assemble
from minsheng_cli.model.series import read_figures
from minsheng_cli.rules.context import Context
from minsheng_cli.rules.findings import findings
from minsheng_cli.source.folder import SourceFile
from tests.long.hostile_ledgers import SOUND
from tests.properties.accidents import mutated
from tests.properties.made_up import made_up
from tests.schema.checking import checked, name_of


def sound(files: dict[str, str]) -> bool:
    """Whether validate finds no error in a ledger."""
    ledger = assemble([SourceFile(path, text.encode(), []) for path, text in files.items()])
    return all(found.severity != "error" for found in findings(Context(ledger, read_figures(ledger))))


@made_up(st.integers(0, 2**32), few=60, many=400)
def test_no_sound_file_is_refused(seed: int) -> None:
    rng = random.Random(seed)
    files = rng.choice([*SOUND.values()])
    path = rng.choice([*files])
    text = mutated(files[path], rng)
    if sound({**files, path: text}):
        assert checked(name_of(path), text) == []
