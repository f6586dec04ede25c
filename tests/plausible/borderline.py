"""Series on the border: normal in some bureau, and still what a keeper might want to ask about.

`ask` is our judgement: True, a question is fair and one sentence silences it; False, better silent; None, either.
No test fails on these; `measure` prints what the rules say.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.plausible.given import Given, run


class Border(NamedTuple):
    """A series, and whether a question about it is fair."""

    ask: bool | None
    series: Given


BORDERLINE = [
    Border(
        True,
        Given(
            "real (a city's year-end table by county, 2019): jobs at 961.7%, and no report before December",
            "人",
            "60",
            {12: "577"},
        ),
    ),
    Border(
        None,
        Given(
            "real (a province, 2015): 480% and 565.97%; of the months before August nothing is published",
            "人",
            "100000",
            {8: "480499", 9: "565965"},
        ),
    ),
    Border(
        True,
        Given(
            "devices delivered in two lots, flat and unmet from May to October: nobody was idle, but nobody can see it",
            "件",
            "240",
            run(3, "0", "0", "86", "86", "86", "86", "86", "86", "240", "240"),
        ),
    ),
    Border(
        True,
        Given(
            "training stops for heat and harvest: the same 150 from June to September",
            "人",
            "300",
            run(3, "40", "80", "120", "150", "150", "150", "150", "240", "300", "312"),
        ),
    ),
    Border(
        True,
        Given(
            "exactly one class of fifty every month: honest, and indistinguishable from a straight line",
            "人",
            "500",
            run(3, "50", "100", "150", "200", "250", "300", "350", "400", "450", "500"),
        ),
    ),
    Border(
        None,
        Given(
            "one film a village and month, 512 villages: the plan itself is a straight line (场 are planned events)",
            "场",
            "6144",
            run(1, *(str(512 * month) for month in range(1, 13))),
        ),
    ),
    Border(
        True,
        Given(
            "a list of 396 at 61% in September and complete in October: a real spurt or 按任务数上报",
            "座",
            "396",
            run(3, "0", "12", "41", "103", "158", "206", "241", "396", "396", "396"),
        ),
    ),
    Border(
        False,
        Given(
            "the same list at 84%: the last sixth in one month is what lists do",
            "座",
            "396",
            run(3, "0", "22", "71", "143", "208", "266", "331", "396", "396", "396"),
        ),
    ),
    Border(
        None,
        Given(
            "quarterly accounts, three even quarters and the rest to the target in December",
            "户",
            "1200",
            run(3, "287", "287", "287", "597", "597", "597", "900", "900", "900", "1200"),
        ),
    ),
    Border(
        False,
        Given(
            "a screening whose trial was one school: forty times the trial in the next month, within the target",
            "人",
            "18000",
            run(3, "0", "0", "320", "13050", "13050", "13050", "15900", "17400", "17950", "18010"),
        ),
    ),
    Border(
        True,
        Given(
            "six times the usual in the last month, over the target: a list found late, or a digit",
            "人次",
            "1000",
            run(3, "96", "170", "241", "318", "390", "466", "545", "610", "688", "1180"),
        ),
    ),
    Border(
        True,
        Given(
            "three times the whole target in the first report: an old stock was counted in, or a zero too many",
            "户",
            "200",
            run(3, "620", "655", "690", "731", "760", "790", "822", "850", "871", "902"),
        ),
    ),
    Border(
        None,
        Given(
            "565% at the year's end, risen evenly: the target was set too low, which the keeper knows by May",
            "人",
            "10000",
            run(
                1,
                "4700",
                "9420",
                "14130",
                "18840",
                "23550",
                "28240",
                "32990",
                "37700",
                "42400",
                "47100",
                "51800",
                "56597",
            ),
        ),
    ),
    Border(
        True,
        Given(
            "the works end at 92% and stay there from September to December without a word",
            "户",
            "500",
            run(3, "0", "40", "120", "230", "340", "430", "462", "462", "462", "462"),
        ),
    ),
    Border(
        False,
        Given(
            "two pieces of three for five months, the third when the deadline is near",
            "家",
            "3",
            run(3, "0", "1", "2", "2", "2", "2", "2", "3", "3", "3"),
        ),
    ),
    Border(
        None,
        Given(
            "thirty lifts, eleven of them all summer: slow, as such works are; a question does no harm",
            "部",
            "30",
            run(3, "0", "2", "5", "9", "11", "11", "11", "11", "18", "30"),
        ),
    ),
    Border(
        True,
        Given(
            "people on the pension roll: a level typed where a cumulative figure belongs, the same each month",
            "人",
            "1300",
            run(1, *["1263"] * 12),
        ),
    ),
    Border(
        False,
        Given(
            "round hundreds of 万元 with uneven steps",
            "万元",
            "6000",
            run(3, "900", "1500", "1900", "2800", "3200", "3800", "4700", "5100", "5600", "6200"),
        ),
    ),
    Border(
        None,
        Given(
            "the year as a figure where 2010 and 2040 would do: unlucky, and natural",
            "人",
            "2500",
            run(3, "640", "880", "1105", "1370", "1602", "1811", "2023", "2244", "2410", "2540"),
        ),
    ),
]
