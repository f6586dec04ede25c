"""What the two states are called."""

from __future__ import annotations

from typing import NamedTuple

from minsheng_cli.git.repository import SHORT

WORKING_TREE = "工作区"


class Named(NamedTuple):
    """A state as somebody named it, and its commit; without a commit it is the working tree."""

    name: str
    commit: str = ""
    forked: bool = False

    @property
    def words(self) -> str:
        """`main（a1b2c3d4）`, `工作区`; an id is not said twice."""
        if not self.commit:
            return WORKING_TREE
        short = self.commit[:SHORT]
        if self.forked:
            return f"{self.name}的分叉处（{short}）"
        return short if self.commit.startswith(self.name) else f"{self.name}（{short}）"


class Names(NamedTuple):
    """Both states."""

    old: Named
    new: Named
