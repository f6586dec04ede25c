"""How a cumulative figure really moves through a year: twelve month-ends, in whole quanta.

Each shape takes the level it ends at and the month by which it is meant to be done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from random import Random

Levels = list[int]
Shape = Callable[[Random, int, int], Levels]


def spread(rng: Random, goal: int, weights: Sequence[int], noise: int = 40) -> Levels:
    """`goal` shared out by month, each month's share shaken by up to `noise` percent."""
    shaken = [weight * rng.randint(100 - noise, 100 + noise) for weight in weights]
    return [goal * so_far // (sum(shaken) or 1) for so_far in accumulate(shaken)]


def steady(rng: Random, goal: int, by: int) -> Levels:
    """Services: something every month, sometimes half, sometimes half as much again."""
    return spread(rng, goal, [10] * 12, rng.choice([30, 40, 50]))


def works(rng: Random, goal: int, by: int) -> Levels:
    """Nothing before the thaw, steep in summer, a tail; the list is done by the deadline."""
    weights = [0, 0, rng.choice([0, 0, 1]), 4, 9, 14, 14, 16, 16, 13, 7, 3]
    return spread(rng, goal, weights[:by] + [0] * (12 - by))


def early(rng: Random, goal: int, by: int) -> Levels:
    """Counted by its start, or assigned in spring: complete by early summer, then flat."""
    end = rng.randint(4, 7)
    return spread(rng, goal, [8, 8, 20, 24, 22, 16, 10][:end] + [0] * (12 - end))


def carried(rng: Random, goal: int, by: int) -> Levels:
    """Begun the year before: the first report is large already, then a works season."""
    before = goal * rng.randint(25, 65) // 100
    return [before + level for level in works(rng, goal - before, by)]


def late(rng: Random, goal: int, by: int) -> Levels:
    """Named by the province, examined, accepted or handed over: 0, then all at once."""
    month = rng.randint(min(8, by), by)
    last = goal if rng.randrange(4) else goal + max(1, goal * rng.randint(3, 20) // 100)
    return [0 if each < month else goal if each < min(month + 2, 12) else last for each in range(1, 13)]


def two_steps(rng: Random, goal: int, by: int) -> Levels:
    """Two hand-overs at most two months apart."""
    first = rng.randint(7, max(7, by - 2))
    second = first + rng.randint(1, 2)
    part = goal * rng.randint(35, 70) // 100
    return [0 if month < first else part if month < second else goal for month in range(1, 13)]


def terms(rng: Random, goal: int, by: int) -> Levels:
    """Schools: nothing in July and August, and little in the exams' month."""
    return spread(rng, goal, [0, 0, 16, 20, 18, rng.choice([3, 10]), 0, 0, 18, 10, 3, 0])


def holidays(rng: Random, goal: int, by: int) -> Levels:
    """Works in schools: a little in the winter holidays, most in July and August."""
    return spread(rng, goal, [4, 6, 0, 0, 2, 8, 34, 36, 8, 0, 0, 0][: min(by, 9)] + [0] * (12 - min(by, 9)))


def screening(rng: Random, goal: int, by: int) -> Levels:
    """A trial, then most of it in one month, then those who were away."""
    month = rng.choice([4, 5, 6, 9, 10])
    weights = [0] * 12
    weights[month - 2] = rng.randint(1, 6)
    weights[month - 1] = rng.randint(45, 75)
    for each, weight in zip(range(month, 12), (20, 8, 4, 2, 1, 1, 1, 1), strict=False):
        weights[each] = weight
    return spread(rng, goal, weights, 20)


def festival(rng: Random, goal: int, by: int) -> Levels:
    """Something every month, much around Spring Festival, 1 May and National Day."""
    return spread(rng, goal, [10, 18, 4, 4, 20, 5, 5, 5, 12, 26, 5, 4])


def campaign(rng: Random, goal: int, by: int) -> Levels:
    """Nothing, then about half of it around one holiday, and the rest bit by bit."""
    weights = [0, 0, 0, 2, 5, 5, 5, 5, 6, 7, 4, 3]
    weights[rng.choice([1, 4, 9])] = rng.randint(35, 55)
    return spread(rng, goal, weights)


def jobs(rng: Random, goal: int, by: int) -> Levels:
    """Seasonal hiring: the spring fairs, graduates in summer, little in the cold months."""
    return spread(rng, goal, [6, 6, 24, 9, 9, 12, 9, 8, 9, 8, 6, 4], 30)


def classes(rng: Random, goal: int, by: int) -> Levels:
    """Courses of 30 to 60 people: whole classes, none in the harvest."""
    size = rng.choice([30, 40, 45, 50, 60])
    months = [rng.choice([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) for _ in range(-(-goal // size))]
    absent = [rng.choice([0, 0, 0, 1, 2]) for _ in months]
    held = [sum(size - away for at, away in zip(months, absent, strict=True) if at == m) for m in range(12)]
    return list(accumulate(held))


def few(rng: Random, goal: int, by: int) -> Levels:
    """A few pieces: each is done in some month, and the last ones when the deadline is near."""
    season = [3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 12]
    months = [min(rng.choice(season), by) for _ in range(goal)]
    return [sum(at <= month for at in months) for month in range(1, 13)]


def planned(rng: Random, goal: int, by: int) -> Levels:
    """A plan of so many events a month, kept to the letter."""
    step = max(1, -(-goal // 12))
    begun = rng.choice([1, 1, 2, 3])
    return [step * max(0, month - begun + 1) for month in range(1, 13)]


def enrolment(rng: Random, goal: int, by: int) -> Levels:
    """Signed up before the year began: nearly all in the first report, then stragglers."""
    there = goal * rng.randint(88, 98) // 100
    return [there + level for level in spread(rng, goal - there, [6, 5, 4, 4, 3, 3, 2, 2, 2, 2, 2, 2], 50)]


def eased(rng: Random, goal: int, by: int) -> Levels:
    """Passed early, and gone on with more slowly."""
    return spread(rng, goal, [12, 12, 14, 12, 13, 12, 7, 6, 4, 3, 3, 2])


def spring(rng: Random, goal: int, by: int) -> Levels:
    """Trees: most in March and April, some in autumn."""
    return spread(rng, goal, [1, 3, 30, 34, 10, 3, 1, 1, 2, 6, 6, 3])


def harvest(rng: Random, goal: int, by: int) -> Levels:
    """What fields give: after the wheat in June, after the maize in October."""
    return spread(rng, goal, [3, 2, 2, 2, 3, 22, 14, 3, 8, 26, 12, 3])


def heating(rng: Random, goal: int, by: int) -> Levels:
    """Before the heating season opens in November."""
    return spread(rng, goal, [0, 0, 0, 1, 3, 6, 9, 16, 25, 28, 10 if by > 10 else 0, 2 if by > 11 else 0])


def quarterly(rng: Random, goal: int, by: int) -> Levels:
    """Steady, but counted up only at the end of each quarter."""
    return by_quarter(steady(rng, goal, by))


def by_quarter(levels: Levels) -> Levels:
    """The same, known only at each quarter's end."""
    return [levels[month // 3 * 3 - 1] if month >= 3 else 0 for month in range(1, 13)]


def caught_up(rng: Random, levels: Levels) -> Levels:
    """A month or two for which the villages sent nothing, made up for in the next."""
    month, away = rng.randint(3, 9), rng.choice([1, 1, 2])
    return [levels[month - 1] if month < each <= month + away else levels[each - 1] for each in range(1, 13)]


SHAPES: dict[str, Shape] = {
    "steady": steady,
    "works": works,
    "early": early,
    "carried": carried,
    "late": late,
    "two-steps": two_steps,
    "terms": terms,
    "holidays": holidays,
    "screening": screening,
    "festival": festival,
    "campaign": campaign,
    "jobs": jobs,
    "classes": classes,
    "few": few,
    "planned": planned,
    "enrolment": enrolment,
    "eased": eased,
    "spring": spring,
    "harvest": harvest,
    "heating": heating,
    "quarterly": quarterly,
}
