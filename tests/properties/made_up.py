"""Properties that are tried on a few made-up things by default and on many in the long run."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import in_long_run


def made_up(
    *strategies: st.SearchStrategy[Any], few: int, many: int
) -> Callable[[Callable[..., None]], Callable[[int], None]]:
    """A test of made-up things; `MINSHENG_FUZZ=5000 pytest -m long tests/properties` makes up so many of each."""

    def decorated(check: Callable[..., None]) -> Callable[[int], None]:
        @pytest.mark.parametrize("examples", [few, in_long_run(int(os.environ.get("MINSHENG_FUZZ", many)))])
        def tried(examples: int) -> None:
            settings(max_examples=examples, deadline=None)(given(*strategies)(check))()

        return tried

    return decorated
