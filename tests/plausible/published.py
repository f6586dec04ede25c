"""Real series, numbers only, as bureaus published them: all of them must stay silent.

Where a source gives two or three months of a year, the series has just those (the months between were reported
too, but are not published). Numbers were typed from: a Hunan district's monthly tables (2017, 2019, 2020, 2022);
its city's tables (2019 to 2021); a county in Anhui (monthly prose, 2025); a county in Guizhou (bulletins, 2011); a
province's quarterly press note (Sichuan 2015) and a city's year-end table by county (Sichuan 2019); the
national ministries' monthly notes (jobs 2020 and 2021, old blocks 2020 to 2023, shantytowns 2017 and 2018).
Rates of 961.7% and 565.97%, published without the months before, are in borderline.py.
"""

from __future__ import annotations

from tests.plausible.given import DECEMBER, Given, ledger_of
from tests.plausible.ledger import County

DISTRICT_2019 = [
    Given("jobs in a district, July and August", "人", "8950", {7: "6453", 8: "7123"}),
    Given("large classes split when the school year begins: 5% to 104%", "个", "51", {7: "3", 8: "53"}),
    Given("screening, over and flat", "人", "2500", {7: "3321", 8: "3321"}),
    Given("prenatal tests", "人", "3600", {7: "2849", 8: "2969"}),
    Given("toilets held up by sewers", "个", "3980", {7: "1153", 8: "1290"}),
    Given("village police, done", "个", "18", {7: "18", 8: "18"}),
    Given("shantytown contracts held up by a policy", "户", "1271", {7: "346", 8: "350"}),
    Given("road safety: 69% to exactly the whole in August", "公里", "11.2", {7: "7.7", 8: "11.2"}),
]
DISTRICT_2022 = [
    Given("school places, all by June", "个", "600", {6: "600", 10: "600"}),
    Given("prenatal tests", "人次", "2800", {6: "1564", 10: "2539"}),
    Given("newborns' hearts", "人次", "2800", {6: "1635", 10: "2647"}),
    Given("screening, one over the target", "人次", "1980", {6: "1060", 10: "1981"}),
    Given("children in rehabilitation", "人", "180", {6: "126", 10: "284"}),
    Given("barrier-free homes: 5 to exactly 70 over the summer", "户", "70", {6: "5", 10: "70"}),
    Given("homes for the old: 0 to exactly 174 over the summer", "户", "174", {6: "0", 10: "174"}),
    Given("a clinic with settlement across provinces", "个", "1", {6: "1", 10: "1"}),
]
DISTRICT_SINGLE = [
    Given("jobs 2017", "人", "8950", {8: "7356"}),
    Given("water for the poor", "人", "1300", {8: "700"}),
    Given("shantytowns in 套", "套", "7699", {8: "4629"}),
    Given("beds for the old", "个", "71", {8: "55"}),
    Given("children in rehabilitation, exactly all", "人", "73", {8: "73"}),
    Given("prenatal tests", "人", "3600", {8: "3436"}),
    Given("insured: 119%", "人", "6300", {8: "7558"}),
    Given("inspections: an under-counted target, 126%", "家", "11098", {8: "14001"}),
    Given("plays in villages: 145%", "场", "20", {8: "29"}),
    Given("kindergarten places 2020", "个", "2295", {7: "1095"}),
    Given("training", "人次", "1640", {7: "628"}),
    Given("doctors: 450%", "名", "2", {7: "9"}),
    Given("running costs, exactly half", "万元", "4.8", {7: "2.4"}),
]
CITY_2019 = [
    Given("jobs in 万人: 139.1%", "万人", "5.2", {11: "7.23"}),
    Given("roads to hamlets", "公里", "1360", {11: "1361.92"}),
    Given("roads renewed", "公里", "168", {11: "171.70"}),
    Given("tap water", "万人", "4.52", {11: "5.52"}),
    Given("screening", "人", "93215", {11: "106345"}),
    Given("toilets", "个", "144281", {11: "127258"}),
    Given("satellite users", "户", "12800", {11: "7854"}),
    Given("power lines, exactly all", "万元", "5900", {11: "5900"}),
]
COUNTIES_2019 = [
    Given("jobs, year end, by county: from 100% to 287%", "人", target, {12: done})
    for target, done in (
        *(("27800", "52242"), ("8000", "22921"), ("3800", "6138"), ("8600", "12244")),
        *(("3600", "3889"), ("1900", "3029"), ("1900", "4021"), ("400", "1089"), ("80", "160"), ("30", "30")),
    )
]
ANHUI_2025 = [
    Given("veterans helped: 144.2% by June", "人", "292", {6: "421", 9: "431"}),
    Given("workers' stations", "家", "10", {6: "11", 9: "11"}),
    Given("a centre for casual work, one more than planned", "个", "1", {6: "2", 9: "2"}),
    Given("plays in villages", "场", "263", {9: "230"}),
    Given("legal aid", "件", "1170", {9: "948"}),
    Given("charging points: 286%", "个", "220", {9: "630"}),
    Given("nursery places: 260%", "个", "208", {9: "540"}),
]
GUIZHOU_2011 = [
    Given("dangerous homes done, a county that began the year before", "户", "20985", {5: "18457"}),
    Given("dangerous homes begun: 102% in May", "户", "20985", {5: "21410"}),
    Given("dangerous homes done in the prefecture: 15% in May", "户", "88641", {5: "13498"}),
]
SICHUAN_2015 = [
    Given("cataract operations", "例", "10000", {8: "7675", 9: "8878"}),
    Given("volunteers: 210%", "人", "1500", {9: "3153"}),
]
NATION_2020 = [
    Given("jobs", "万人", "900", {9: "898", 10: "1009"}),
    Given(
        "old blocks begun: a fifth, two fifths, more than half",
        "个",
        "39000",
        {5: "7600", 6: "15900", 7: "22200"},
    ),
    Given("households in them", "万户", "700.00", {6: "332.94", 7: "442.74"}),
]
NATION_2021 = [
    Given("jobs", "万人", "1100", {7: "822", 9: "1045", 10: "1133", 11: "1207"}),
    Given("old blocks begun", "万个", "5.30", {8: "4.73", 10: "5.34"}),
    Given("city jobs", "万人", "5.900", {9: "5.606"}),
    Given("training: 180.2%", "万人次", "3.000", {9: "5.407"}),
    Given("road barriers", "公里", "1050", {9: "905.19"}),
    Given("barrier-free homes", "户", "950", {9: "966"}),
    Given("public security points: 1.2% in September, due in October", "个", "6800", {9: "81"}),
]
NATION_2023 = [
    Given("old blocks begun", "万个", "5.30", {8: "4.98", 9: "5.13"}),
    Given("households in them", "万户", "865", {8: "836", 9: "851"}),
]
NATION_2017 = [
    Given("shantytown homes begun: exactly the target in October", "万套", "600", {7: "470", 10: "600"})
]
NATION_2018 = [Given("shantytown homes begun", "万套", "580", {11: "616"})]

SOURCES: dict[str, tuple[int, list[Given]]] = {
    "district 2019": (2019, DISTRICT_2019),
    "district 2022": (2022, DISTRICT_2022),
    "district, one month": (2017, DISTRICT_SINGLE),
    "city 2019": (2019, CITY_2019),
    "counties 2019": (2019, COUNTIES_2019),
    "county in Anhui 2025": (2025, ANHUI_2025),
    "Guizhou 2011": (2011, GUIZHOU_2011),
    "Sichuan 2015": (2015, SICHUAN_2015),
    "nation 2017": (2017, NATION_2017),
    "nation 2018": (2018, NATION_2018),
    "nation 2020": (2020, NATION_2020),
    "nation and city 2021": (2021, NATION_2021),
    "nation 2023": (2023, NATION_2023),
}


def published(name: str) -> County:
    """The ledger of one source."""
    year, series = SOURCES[name]
    return ledger_of(series, year, (DECEMBER,))
