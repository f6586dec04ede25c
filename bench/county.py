"""A made-up county: its plan and what its departments report, the same on every machine and in every run.

The shape is that of the county's ledger in data/: 13 departments, 20 projects, 40 indicators, of all five kinds.
Several times the county is one ledger with so many times the departments, projects and indicators.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from hashlib import blake2s
from itertools import accumulate

YEAR, MONTHS = 2023, range(1, 13)
STAGES = ("立项", "招标", "开工", "主体完工", "竣工验收")
DEPARTMENTS = {
    "housing": "住房和城乡建设局",
    "transport": "交通运输局",
    "agriculture": "农业农村局",
    "human-resources": "人力资源和社会保障局",
    "education": "教育体育局",
    "market": "市场监督管理局",
    "health": "卫生健康局",
    "civil-affairs": "民政局",
    "culture": "文化广电和旅游局",
    "disabled-persons": "残疾人联合会",
    "justice": "司法局",
    "women": "妇女联合会",
    "water": "水利局",
}
WORKS = """
housing          shantytown-units    棚户区改造开工    quantity  套       291
housing          shantytown-handed   回迁安置          quantity  套       180
housing          pocket-parks        新建口袋公园      quantity  个       6
housing          central-park        中心公园          milestone
housing          gas-pipes           燃气管网更新      quantity  公里     26.5
housing          heated-area         新增集中供热面积  quantity  万平方米 18.36
transport        rural-roads         农村公路          quantity  公里     88.6
transport        link-roads          对接路            quantity  公里     12.8
transport        bus-stops           公交站亭更新      quantity  处       64
transport        bus-rides           公交出行          trend     万人次   210
agriculture      household-toilets   户厕改造提升      quantity  座       396
agriculture      toilets-serviced    户厕管护          coverage  座       1650
agriculture      greening            国土绿化          quantity  万平方米 45.9666
water            dykes               河堤加固          quantity  公里     9.75
water            water-supply        农村供水提升      quantity  万人     7.26
water            water-tests         水质检测          coverage  处       240
human-resources  jobs                城镇新增就业      quantity  人       5200
human-resources  training            职业技能培训      quantity  人次     3180
education        canteens-new        新增食堂          quantity  所       10
education        canteens-all        食堂总量          total     所       34
education        primary-school      实验小学          milestone
education        school-meals        营养餐            coverage  人       2900
education        nursery-places      新增托位          quantity  个       462
education        coaches             校园教练员        quantity  人       58
market           food-batches        食品抽检          quantity  批次     2160
market           food-followed-up    抽检问题处置      coverage  件       130
health           cancer-screenings   两癌筛查          quantity  人次     8640
health           prenatal-tests      产前筛查          coverage  人       1300
health           vaccinations        适龄女生接种      quantity  人次     5230
health           clinics             村卫生室提升      quantity  个       75
civil-affairs    home-refits         居家适老化改造    quantity  户       410
civil-affairs    elder-canteens      老年助餐点        quantity  处       12
disabled-persons aids                辅助器具适配      quantity  人次     1020
disabled-persons rehabilitation      康复救助          coverage  人       310
culture          film-shows          公益电影放映      quantity  场       2880
culture          culture-hall        文化馆新馆        milestone
justice          legal-aid           法律援助          quantity  件       385
justice          hotline             热线咨询          trend     次       3400
women            housekeepers        家政培训          quantity  人次     1460
women            mothers-helped      困境母亲帮扶      quantity  人       236
"""
"""Two lines a project: department, id, name, kind, unit; target, or how many a coverage or a level is about."""
PROBLEMS = (
    "管网图纸待补，施工许可正在办理",
    "部分路段征地协调未完成",
    "上级资金尚未到位，已与财政局对接",
    "雨季影响施工进度",
    "设备采购流标一次，正在重新招标",
)
HIGHLIGHTS = (
    "提前完成季度任务",
    "群众回访满意度有提高",
    "全部点位完成现场踏勘并公示",
    "验收资料做到一户一档",
)
NOTES = ("含上月补报", "以验收单为准", "不含乡镇自建部分", "求好不求快，返工的合格后再计")
SEASON = (2, 3, 6, 9, 10, 11, 10, 9, 12, 12, 9, 7)
"""What each month brings of a year's work, in percent."""


@dataclass(frozen=True)
class Told:
    """One figure of one month; of a milestone, how many of the stages are reached."""

    done: Decimal
    eligible: Decimal | None = None
    note: str = ""


@dataclass(frozen=True)
class Indicator:
    """One indicator with what was told of it month by month."""

    id: str
    name: str
    kind: str
    unit: str
    size: str
    department: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Project:
    """One project of the plan."""

    id: str
    name: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class County:
    """A plan with everything reported on it."""

    departments: dict[str, str]
    projects: tuple[Project, ...]

    @property
    def indicators(self) -> Iterator[Indicator]:
        """All indicators, in the plan's order."""
        for project in self.projects:
            yield from project.indicators

    @property
    def figures(self) -> int:
        """How many figures the departments have reported."""
        return sum(len(indicator.told) for indicator in self.indicators)


def pick(below: int, *what: object) -> int:
    """A number from 0, the same for the same `what` everywhere; a library's generator might change."""
    digest = blake2s("/".join(map(str, what)).encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") % below


def county(times: int = 1) -> County:
    """The county, or one so many times as large."""
    works = [line.split() for line in WORKS.strip().splitlines()]
    departments: dict[str, str] = {}
    projects: list[Project] = []
    for part in range(1, times + 1):
        own, where = ("", "某县") if part == 1 else (f"-{part}", f"第{part}片区")
        departments |= {f"{id_}{own}": f"{where}{name}" for id_, name in DEPARTMENTS.items()}
        indicators = [_indicator(work, own) for work in works]
        for first, second in zip(indicators[::2], indicators[1::2], strict=True):
            projects.append(Project(f"{first.id}-project", f"{where}{first.name}工程", (first, second)))
    return County(departments, tuple(projects))


def _indicator(work: list[str], own: str) -> Indicator:
    department, id_, name, kind, unit, size = [*work, "", ""][:6]
    tell = {"quantity": _quantity, "coverage": _coverage, "milestone": _milestone, "trend": _trend}.get(kind)
    told = tell(f"{id_}{own}", size) if tell else ()
    return Indicator(f"{id_}{own}", name, kind, unit, size, f"{department}{own}", tuple(told))


def _quantity(id_: str, target: str) -> Iterator[Told]:
    """Cumulative figures along the year's seasons, ending somewhat below or above the target."""
    full, whole = Decimal(target), int(Decimal(target).scaleb(_places(target)))
    work = [share * (70 + pick(60, id_, month)) for share, month in zip(SEASON, MONTHS, strict=True)]
    last = 88 + pick(17, id_)
    for month, done in zip(MONTHS, accumulate(work), strict=True):
        steps = whole * done * last // (sum(work) * 100)
        yield Told(Decimal(steps).scaleb(full.as_tuple().exponent), note=_note(id_, month))  # type: ignore[arg-type]


def schedule(indicator: Indicator) -> dict[int, Decimal]:
    """What a department has set itself for the ends of some months; every other quantity has such a table."""
    if indicator.kind != "quantity" or pick(2, indicator.id, "schedule"):
        return {}
    full = Decimal(indicator.size)
    steps = {4: 20, 6: 45, 8: 65, 10: 85, 12: 100}
    return {month: (full * percent / 100).quantize(full, ROUND_HALF_UP) for month, percent in steps.items()}


def _coverage(id_: str, most: str) -> Iterator[Told]:
    """Whoever is found to be eligible, nine in ten of them reached."""
    found = reached = 0
    for share, month in zip(SEASON, MONTHS, strict=True):
        found += int(most) * share // 100 + 1 + pick(5, id_, month)
        reached = max(reached, found * (88 + pick(10, id_, month, "reached")) // 100)
        yield Told(Decimal(reached), Decimal(found), _note(id_, month))


def _milestone(id_: str, _: str) -> Iterator[Told]:
    for month in MONTHS:
        yield Told(Decimal((month + pick(2, id_)) * len(STAGES) // 13), note=_note(id_, month))


def _trend(id_: str, level: str) -> Iterator[Told]:
    """A level that goes up, not every month."""
    for month in MONTHS:
        yield Told(
            Decimal(int(level) * (100 + 2 * month + pick(4, id_, month)) // 100), note=_note(id_, month)
        )


def _places(number: str) -> int:
    return len(number.partition(".")[2])


def _note(id_: str, month: int) -> str:
    """A remark on every fourth figure."""
    return NOTES[pick(len(NOTES), id_, month, "which")] if pick(4, id_, month, "note") == 0 else ""


def remarks(department: str, month: int) -> tuple[list[str], list[str]]:
    """The problems and the highlights that a department reports with its figures."""
    problems = [PROBLEMS[pick(len(PROBLEMS), department, month)]] if pick(3, department, month, "p") else []
    highlights = (
        [HIGHLIGHTS[pick(len(HIGHLIGHTS), department, month)]] if pick(3, department, month, "h") == 0 else []
    )
    return problems, highlights
