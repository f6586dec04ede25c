"""How often the rules ask about normal years, and how often they ask about slips.

.venv/bin/python -m tests.plausible.measure [--seeds N] [--from SEED] [--verbose]
"""

from __future__ import annotations

import argparse
from collections import Counter
from typing import NamedTuple

from tests.plausible.check import PLAUSIBLE, asked, told
from tests.plausible.years import county


class Alarms(NamedTuple):
    """What normal years were asked about: each finding told, by code; and how many figures they hold."""

    told: dict[str, list[str]]
    by_shape: Counter[tuple[str, str]]
    shapes: Counter[str]
    figures: int


def alarms(seeds: range) -> Alarms:
    """Everything found in the normal years of these seeds, months left out aside."""
    found = Alarms({}, Counter(), Counter(), 0)
    figures = 0
    for seed in seeds:
        year = county(seed)
        figures += year.figures
        for _, row in year.rows():
            found.shapes[row.shape] += len(row.figures)
        for finding, place in asked(year):
            found.told.setdefault(finding.code, []).append(f"seed {seed}: {told(year, finding, place)}")
            found.by_shape[finding.code, year.row(place.indicator).shape if place else "-"] += 1
    return found._replace(figures=figures)


def print_alarms(found: Alarms, examples: int) -> None:
    """False alarms by code and shape, with examples."""
    print(f"normal years: {found.figures} figures")
    for code, lines in sorted(found.told.items()):
        what = "false alarms" if PLAUSIBLE.fullmatch(code) else "NOT VALID, mend the corpus"
        print(f"  {code}: {len(lines)} {what}, {1000 * len(lines) / found.figures:.2f} in 1,000 figures")
        for (other, shape), count in found.by_shape.most_common():
            if other == code:
                print(f"      {shape}: {count} of {found.shapes[shape]} figures")
        for line in lines[:examples]:
            print(f"    {line}")
    if not found.told:
        print("  nothing asked")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=60)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--verbose", action="store_true", help="more examples of each")
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.seeds)
    print_alarms(alarms(seeds), 1000 if options.verbose else 3)


if __name__ == "__main__":
    main()
