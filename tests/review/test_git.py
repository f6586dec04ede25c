"""What git is asked, in repositories that make it answer something else: tags, settings, other ledgers, missing objects."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repositories import SURROUNDINGS, Repository
from tests.review.county import FILES, HOUSING, HOUSING_AUGUST

HOUSING_FILE = "data/progress/housing.yaml"
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")


@pytest.fixture
def county(tmp_path: Path) -> Repository:
    """The ledger in July on main, and in August on the branch that is checked out."""
    made = Repository(tmp_path / "county")
    made.write(FILES)
    made.commit("七月", day="2023-08-05")
    made.git("switch", "-q", "-c", "housing")
    made.write({HOUSING_FILE: HOUSING + HOUSING_AUGUST})
    made.commit("住建局8月", day="2023-09-03")
    return made


def test_what_git_complains_at_length_does_not_hold_it_up(county: Repository) -> None:
    county.write({".gitattributes": "!x text\n" * 3_000})
    done = subprocess.run(
        [sys.executable, "-m", "minsheng_cli", "git-setup", "--dry-run"],
        cwd=county.path,
        env={**os.environ, **SURROUNDINGS},
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 0, done.stderr.decode()
