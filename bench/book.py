"""The same figures as a beancount book: one transaction a figure, of what the month added to it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from bench.county import MONTHS, YEAR, County, Indicator

ZERO = Decimal(0)


def account(indicator: Indicator, part: str = "Done") -> str:
    """The account that holds an indicator's figures."""
    names = (
        "-".join(word.capitalize() for word in id_.split("-")) for id_ in (indicator.department, indicator.id)
    )
    return ":".join(("Assets", *names, part))


def write_book(county: County, path: Path) -> Path:
    """The book of all that the county's departments have reported."""
    opened = f"{YEAR}-01-01 open"
    lines = ['option "operating_currency" "UNIT"', f"{opened} Equity:Plan UNIT"]
    for indicator in county.indicators:
        if indicator.told:
            lines.append(f"{opened} {account(indicator)} UNIT")
        if indicator.kind == "coverage":
            lines.append(f"{opened} {account(indicator, 'Eligible')} UNIT")
    lines.append("")
    for index, month in enumerate(MONTHS):
        for indicator in county.indicators:
            if not indicator.told:
                continue
            now, before = indicator.told[index], indicator.told[index - 1] if index else None
            lines.append(f'{YEAR}-{month:02d}-28 * "{indicator.name}" "{now.note}"')
            lines += _added(account(indicator), now.done, before.done if before else ZERO)
            if now.eligible is not None:
                then = (before.eligible if before else None) or ZERO
                lines += _added(account(indicator, "Eligible"), now.eligible, then)
            lines.append("")
    path.write_text("\n".join(lines), "utf-8", newline="\n")
    return path


def _added(name: str, now: Decimal, before: Decimal) -> list[str]:
    return [f"  {name}  {now - before} UNIT", f"  Equity:Plan  {before - now} UNIT"]
