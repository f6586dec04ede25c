"""Mends of file names: *.yml, *.YAML and *.YML, which nobody reads, where the right name is free."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from minsheng_cli.mending.change import Left
from minsheng_cli.source.folder import SourceFile, read_one

_KIND = "yml-suffix"


class Renamed(NamedTuple):
    """The ledger's files under the names that they should have; `old` has the present names by those."""

    files: list[SourceFile]
    old: dict[str, str]
    left: list[Left]


def renamed(root: Path, files: Sequence[SourceFile]) -> Renamed:
    """The files with those read that only their name kept from being read."""
    result = Renamed([], {}, [])
    wanted = Counter(_target(file) for file in files)
    names = {file.path for file in files}
    for file in files:
        target = _target(file)
        if not target:
            result.files.append(file)
            continue
        name = target.rpartition("/")[2]
        read = file
        if target in names or (root / target).is_symlink() or (root / target).exists():
            result.left.append(Left(file.path, None, f"已经有 {name}，哪一个作数要人来定，没有改名"))
        elif wanted[target] > 1:
            result.left.append(Left(file.path, None, f"不止一个文件该改名为 {name}，没有改名"))
        elif (root / file.path).is_symlink():
            result.left.append(Left(file.path, None, "这是一个链接，没有改名"))
        else:
            read = read_one(root, file.path)
        if read.data is None:
            result.files.append(file)
        else:
            result.files.append(SourceFile(target, read.data, []))
            result.old[target] = file.path
    return result


def _target(file: SourceFile) -> str:
    """The path that a file should have; empty where its name is right."""
    for misfit in file.misfits:
        if misfit.kind == _KIND:
            return f"{file.path.rpartition('/')[0]}/{misfit.about['mend']}"
    return ""


def speaks_for(text: str, path: str) -> bool:
    """Whether a file says of itself that it belongs to the department that `path` names."""
    stem = path.rpartition("/")[2].removesuffix(".yaml")
    return re.search(rf"^department:[ \t]+(['\"]?){re.escape(stem)}\1[ \t]*(?:#.*)?$", text, re.M) is not None
