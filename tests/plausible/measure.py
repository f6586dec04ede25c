"""How often the rules ask about normal years, and how often they ask about slips.

.venv/bin/python -m tests.plausible.measure [--seeds N] [--from SEED] [--verbose]
"""

from __future__ import annotations

import argparse
from collections import Counter
from random import Random
from typing import NamedTuple

from tests.plausible.borderline import BORDERLINE
from tests.plausible.check import PLAUSIBLE, asked, told
from tests.plausible.given import ledger_of
from tests.plausible.published import SOURCES, published
from tests.plausible.slip import Slip
from tests.plausible.slips import SLIPS
from tests.plausible.years import county

FIRST_SLIP = 50_000
"""Slips are made in counties of their own."""


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


class Caught(NamedTuple):
    """What became of the slips of one class."""

    tried: int
    asked: int
    """A warning M430 to M449 at the right figure."""
    refused: int
    """No such warning, but an error (or another warning) there already."""
    elsewhere: int
    """Slips with a warning M430 to M449 at another figure."""
    codes: Counter[str]
    missed: list[str]

    @property
    def share(self) -> int:
        """Percent asked or refused."""
        return 100 * (self.asked + self.refused) // self.tried if self.tried else 0


def slips(name: str, wanted: int, first: int = FIRST_SLIP) -> Caught:
    """Make `wanted` slips of a class, one a county, and look what is said."""
    found = Caught(0, 0, 0, 0, Counter(), [])
    for seed in range(first, first + 10 * wanted):
        slip = SLIPS[name](Random(seed), county(seed, departments=3))
        if slip is not None:
            found = _counted(found, seed, slip)
        if found.tried == wanted:
            break
    return found


def _counted(found: Caught, seed: int, slip: Slip) -> Caught:
    said = asked(slip.county)
    there = [finding.code for finding, place in said if place in slip.places]
    plausible = [code for code in there if PLAUSIBLE.fullmatch(code)]
    astray = any(PLAUSIBLE.fullmatch(finding.code) and place not in slip.places for finding, place in said)
    found.codes.update(set(there))
    if not there:
        place = slip.places[-1]
        series = slip.county.row(place.indicator).series()
        found.missed.append(f"seed {seed}, {slip.county.month(place.month)}: {slip.ask}\n      {series}")
    return found._replace(
        tried=found.tried + 1,
        asked=found.asked + bool(plausible),
        refused=found.refused + (bool(there) and not plausible),
        elsewhere=found.elsewhere + astray,
    )


def print_slips(wanted: int, only: str | None, examples: int) -> None:
    """A line for each class of slips."""
    print("slips: tried, asked M43x/M44x, refused otherwise, silent; asked at another figure; codes")
    for name in SLIPS:
        if only not in (None, name):
            continue
        found = slips(name, wanted)
        silent = found.tried - found.asked - found.refused
        codes = " ".join(f"{code}:{count}" for code, count in found.codes.most_common())
        print(
            f"  {name:18} {found.tried:4} {found.asked:4} {found.refused:4} {silent:4} ({found.share:3}% caught)  {found.elsewhere:3}  {codes}"
        )
        for line in found.missed[:examples]:
            print(f"    missed: {line}")


def print_borderline() -> None:
    """What is said of each series on the border, beside our judgement."""
    words = {True: "a question is fair", False: "better silent", None: "either"}
    print("borderline:")
    for border in BORDERLINE:
        said = asked(ledger_of([border.series]))
        codes = " ".join(f"{finding.code}@{place.month if place else '-'}" for finding, place in said)
        print(f"  [{words[border.ask]}] said: {codes or 'nothing'} - {border.series.about}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=60)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--slips", type=int, default=100, help="how many of each class; 0: none")
    parser.add_argument("--only", choices=sorted(SLIPS), help="one class of slips")
    parser.add_argument("--verbose", action="store_true", help="more examples of each")
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.seeds)
    if options.only is None:
        print_alarms(alarms(seeds), 1000 if options.verbose else 3)
        for name in SOURCES:
            real = published(name)
            for finding, place in asked(real):
                print(f"published, {name}: {told(real, finding, place)}")
        print_borderline()
    if options.slips:
        print_slips(options.slips, options.only, 20 if options.verbose or options.only else 0)


if __name__ == "__main__":
    main()
