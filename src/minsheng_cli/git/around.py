"""Where a ledger stands in its repository, seen from the folders alone.

A pipeline's container may well hold a clone without holding the git program, or as somebody else's.
"""

from __future__ import annotations

import os
from pathlib import Path


def prefix_of(root: Path) -> str:
    """From the repository's top to the ledger, with `/` at its end; empty where that is one, or there is none."""
    here = Path(os.path.realpath(root))
    top = next((folder for folder in (here, *here.parents) if _is_top(folder)), here)
    inside = here.relative_to(top).as_posix()
    return "" if inside == "." else f"{inside}/"


def _is_top(folder: Path) -> bool:
    """Whether a repository begins here; that of a worktree or a submodule is a file which names another place."""
    git = folder / ".git"
    try:
        return git.is_file() or (git / "HEAD").is_file()
    except OSError:
        return False
