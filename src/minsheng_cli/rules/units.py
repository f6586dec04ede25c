"""A number of one version of the plan, as the other version counts it."""

from __future__ import annotations

from fractions import Fraction

from minsheng_cli.fields.meant import converted
from minsheng_cli.model.plan import AnyIndicator


def in_unit_of(wanted: AnyIndicator, given: AnyIndicator, value: Fraction) -> Fraction:
    """`value` in the target's unit of `given`, in that of `wanted`; where they cannot be compared, as it is."""
    if wanted.kind == "coverage":
        return value
    factor = converted("1", given.reported_unit, wanted.reported_unit)
    return value * given.scaling * Fraction(factor or 1) / wanted.scaling
