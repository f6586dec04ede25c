"""Write the made-up county, so many times as large, as a ledger and as a beancount book: `python -m bench.make 1 DIR`.

In a process of its own where memory is measured: Linux counts to a child what its parent held when it was started.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.book import write_book
from bench.county import county
from bench.ledger import write_ledger


def make(times: int, folder: Path) -> int:
    """Write both below `folder`; how many figures they hold."""
    made = county(times)
    write_ledger(made, folder / "ledger")
    write_book(made, folder / "book.beancount")
    return made.figures


if __name__ == "__main__":
    print(make(int(sys.argv[1]), Path(sys.argv[2])))
