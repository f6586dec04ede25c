"""What county plans promise: names, units, sizes, and the shapes in which each kind of thing moves.

Sizes count in quanta of the reported unit (26.5公里 at one place is 265). `end`: `list` works stop at the list
(396 of 396), `count` services end near the target, on either side, `low` targets are passed by far, `level`
is kept.
"""

from __future__ import annotations

from typing import NamedTuple


class Thing(NamedTuple):
    """One indicator as plans have it."""

    slug: str
    name: str
    unit: str
    low: int
    high: int
    shapes: str
    end: str = "list"
    places: int = 0
    scale: str = ""
    """The reported unit, where the plan counts in 万 of it."""


THINGS: dict[tuple[str, str], list[Thing]] = {
    ("housing", "住房和城乡建设局"): [
        Thing("homes-started", "保障房新开工", "套", 60, 6000, "early works carried"),
        Thing("homes-handed", "安置房交付", "套", 80, 3000, "late two-steps"),
        Thing("homes-built", "棚户区改造基本建成", "套", 100, 8000, "steady works", "low"),
        Thing("old-blocks", "老旧小区改造", "个", 1, 40, "few"),
        Thing("lifts", "既有住宅加装电梯", "部", 3, 120, "few works"),
        Thing("parks", "口袋公园", "个", 2, 15, "few"),
        Thing("heating-pipes", "供热管网改造", "公里", 40, 900, "works carried", places=1),
        Thing("floor-area", "改造面积", "万平米", 150, 8000, "works late two-steps", places=2),
        Thing("rent-aid", "公租房租赁补贴", "户", 100, 3000, "enrolment eased", "count"),
        Thing("gas-hoses", "燃气软管更换", "户", 3000, 90000, "steady works", "count"),
    ],
    ("transport", "交通运输局"): [
        Thing("roads", "农村公路", "公里", 100, 3200, "works", places=1),
        Thing("new-roads", "新改建农村道路", "公里", 1500, 60000, "works carried", places=3),
        Thing("bridges", "危桥改造", "座", 1, 24, "few"),
        Thing("free-rides", "老年人免费乘车", "人次", 300000, 5000000, "steady", "count"),
        Thing("rides", "城乡公交客运", "万人次", 3000, 90000, "steady quarterly", "count", places=2),
        Thing("shelters", "候车亭", "处", 10, 200, "works"),
        Thing("buses", "新能源公交车", "辆", 5, 120, "late"),
    ],
    ("agriculture", "农业农村局"): [
        Thing("toilets", "户厕改造", "座", 100, 9000, "works"),
        Thing("farmland", "高标准农田", "万亩", 50, 1200, "late works", places=2),
        Thing("irrigated", "节水灌溉面积", "亩", 3000, 90000, "works late"),
        Thing("farmers", "高素质农民培训", "人", 100, 1200, "classes late", "count"),
        Thing("film", "废旧农膜回收", "吨", 60, 1500, "spring", "count"),
        Thing("straw", "秸秆综合利用", "万吨", 100, 6000, "harvest", places=2),
        Thing("villages", "和美乡村示范村", "个", 1, 30, "late few"),
    ],
    ("labour", "人力资源和社会保障局"): [
        Thing("jobs", "城镇新增就业", "人", 1500, 90000, "jobs steady", "count"),
        Thing("reemployed", "失业人员再就业", "人", 300, 9000, "jobs eased", "count"),
        Thing("skills", "职业技能培训", "人次", 500, 30000, "steady terms", "count"),
        Thing("loans", "创业担保贷款", "万元", 1000, 60000, "steady quarterly jobs", "low"),
        Thing("fairs", "招聘会", "场", 12, 200, "jobs steady", "count"),
        Thing("posts", "公益性岗位安置", "人", 100, 3000, "enrolment early", "count"),
        Thing("brand", "劳务品牌", "个", 1, 3, "late"),
    ],
    ("education", "教育体育局"): [
        Thing("places", "新增学位", "个", 300, 9000, "late two-steps"),
        Thing("school-area", "校舍面积", "万平米", 2000, 90000, "late", places=4),
        Thing("spines", "脊柱侧弯筛查", "万人", 8000, 300000, "terms screening", "count", scale="人"),
        Thing("eyes", "近视筛查", "人", 6000, 200000, "terms screening", "count"),
        Thing("teachers", "招聘教师", "名", 30, 500, "late", "count"),
        Thing("courts", "健身场地设施", "处", 10, 300, "works"),
        Thing("trails", "健身步道", "条", 1, 6, "few"),
        Thing("sport-days", "全民健身活动", "场次", 24, 600, "steady festival", "count"),
        Thing("lamps", "教室照明改造", "间", 60, 3000, "holidays"),
    ],
    ("market", "市场监督管理局"): [
        Thing("samples", "食品抽检", "批次", 300, 8000, "steady quarterly", "count"),
        Thing("quick-tests", "农产品快检", "万批次", 100, 3000, "steady", "count", places=2),
        Thing("good-canteens", "标准化食堂", "家", 2, 12, "late few"),
        Thing("lift-checks", "电梯安全抽查", "部", 100, 4000, "steady eased", "count"),
    ],
    ("health", "卫生健康局"): [
        Thing("cancer-checks", "两癌筛查", "人", 2000, 60000, "screening steady", "count"),
        Thing("vaccine", "适龄女生HPV疫苗接种", "人", 800, 12000, "terms", "count"),
        Thing(
            "elder-checks",
            "65岁以上老年人体检",
            "万人",
            12000,
            160000,
            "screening works",
            "count",
            scale="人",
        ),
        Thing("nursery-places", "新增托位", "个", 40, 1500, "late two-steps"),
        Thing("contracts", "家庭医生签约", "人", 40000, 900000, "enrolment", "count"),
        Thing("first-aid", "急救知识普及", "人次", 1000, 50000, "steady classes", "low"),
        Thing("outpatients", "基层诊疗人次", "万人次", 3000, 50000, "steady", "count", places=2),
    ],
    ("civil", "民政局"): [
        Thing("elder-homes", "适老化改造", "户", 50, 1500, "works early"),
        Thing("meal-points", "老年助餐点", "处", 3, 90, "few works"),
        Thing("meals", "助餐服务", "人次", 8000, 900000, "steady", "count"),
        Thing("carers", "新增持证养老护理员", "人", 10, 300, "late", "count"),
        Thing("care-beds", "家庭养老床位", "张", 50, 1200, "works eased"),
        Thing("visits", "居家探访", "人次", 3000, 200000, "steady quarterly", "low"),
        Thing("aid-money", "临时救助金", "万元", 5000, 150000, "steady", "count", places=2),
    ],
    ("culture", "文化广电和旅游局"): [
        Thing("cards", "文化和旅游惠民卡", "张", 3000, 90000, "festival campaign", "count"),
        Thing("films", "公益电影放映", "场", 600, 7000, "steady", "count"),
        Thing("shows", "送戏下乡", "场", 20, 400, "festival steady", "count"),
        Thing("readers", "图书馆到馆", "人次", 30000, 900000, "steady", "count"),
        Thing("stages", "村级文化广场", "个", 2, 60, "few works"),
    ],
    ("disabled", "残疾人联合会"): [
        Thing("services", "助残服务", "人次", 300, 12000, "steady", "count"),
        Thing("devices", "辅助器具适配", "件", 80, 3000, "festival eased", "count"),
        Thing("barrier-free", "无障碍改造", "户", 30, 900, "works"),
        Thing("rehab", "残疾儿童康复", "人", 30, 600, "eased early", "count"),
    ],
    ("justice", "司法局"): [
        Thing("legal-aid", "法律援助", "件", 100, 3000, "eased steady", "low"),
        Thing("legal-talks", "法治讲座", "场", 12, 60, "planned", "count"),
        Thing("advice", "法律咨询", "人次", 800, 40000, "steady", "count"),
    ],
    ("women", "妇女联合会"): [
        Thing("home-events", "家政服务进社区", "场", 10, 60, "planned", "count"),
        Thing("home-classes", "家政服务培训", "人", 120, 2000, "classes", "count"),
        Thing("base", "巾帼家政基地", "个", 1, 2, "late"),
        Thing("model", "星级家政服务员", "名", 1, 5, "late few"),
    ],
    ("services", "行政审批局"): [
        Thing("packages", "服务套餐", "种", 5, 30, "few"),
        Thing("windows", "综合窗口", "个", 6, 60, "few late"),
        Thing("one-stop", "一件事办理", "件", 800, 60000, "steady", "low"),
        Thing("kiosks", "自助终端", "台", 5, 80, "works late"),
    ],
    ("water", "水利局"): [
        Thing("pipes", "供水管网", "千米", 60, 2400, "works", places=1),
        Thing("villagers", "供水保障受益", "万人", 4000, 260000, "works two-steps", "list", scale="人"),
        Thing("ponds", "山塘整治", "座", 3, 60, "few works"),
    ],
    ("forestry", "自然资源和林业局"): [
        Thing("trees", "植树", "万株", 400, 30000, "spring", places=2),
        Thing("green", "新增绿化", "亩", 300, 20000, "spring", "list"),
        Thing("deeds", "不动产登记难题化解", "户", 400, 20000, "steady carried", "count"),
    ],
    ("environment", "生态环境局"): [
        Thing("clean-heating", "清洁取暖改造", "户", 800, 60000, "heating"),
        Thing("sewage-villages", "生活污水治理", "个", 8, 150, "works few"),
        Thing("alarms", "独立式烟感安装", "个", 2000, 80000, "works steady"),
    ],
    ("insurance", "医疗保障局"): [
        Thing("insured", "城乡居民医保参保", "人", 90000, 900000, "enrolment", "count"),
        Thing("medical-aid", "医疗救助", "人次", 3000, 160000, "steady quarterly", "count"),
        Thing("stations", "医保服务站点", "个", 6, 120, "early works"),
    ],
}

COVERED: list[tuple[str, str, str, int, int, str]] = [
    ("canteen-video", "明厨亮灶", "家", 60, 400, "fixed"),
    ("prenatal", "产前筛查", "人", 600, 6000, "growing"),
    ("records", "电子健康档案", "份", 9000, 90000, "following"),
    ("poor-families", "低保边缘家庭救助", "户", 60, 900, "growing"),
    ("sick-women", "两癌患病妇女救助", "人", 8, 80, "growing"),
    ("newborns", "新生儿疾病筛查", "人", 800, 9000, "growing"),
    ("pupils", "学生视力建档", "人", 4000, 60000, "campaign"),
    ("elders", "老年人健康体检", "人", 5000, 60000, "campaign"),
    ("orphans", "孤儿基本生活保障", "人", 12, 300, "full"),
    ("villages-lit", "行政村路灯", "个", 80, 500, "fixed"),
    ("aided-pupils", "家庭困难学生资助", "人次", 900, 20000, "paid-by-term"),
]
"""Coverages: how the base moves."""

LEVELS: list[tuple[str, str, str, int, int, int]] = [
    ("installs", "掌上办装机量", "次", 8000, 900000, 60),
    ("kinds", "可网办事项", "项", 80, 900, 25),
    ("members", "注册志愿者", "人", 6000, 200000, 20),
    ("online-rate", "网办件占比", "%", 40, 80, 10),
]
"""Trends: the first level and the usual growth a month, in thousandths."""

STAGES = [
    "[立项, 招标, 开工, 主体完工, 竣工验收]",
    "[选址, 设计, 开工, 完工]",
    "{开工: 20, 主体完工: 70, 竣工验收: 100}",
]
BUILDINGS = ["实验小学", "县医院新院区", "体育公园", "养老服务中心", "污水处理厂", "城西幼儿园"]
SITES = ["东关", "西苑", "南湖", "北城", "福康", "阳光", "和平"]
COUNTIES = [
    "云溪县",
    "青禾县",
    "临河县",
    "平阳县",
    "石门区",
    "江左县",
    "金水区",
    "长乐县",
    "宁远县",
    "海安县",
]
