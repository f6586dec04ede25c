"""Words on indicators: what all kinds share, and what each kind has of its own."""

from __future__ import annotations

from minsheng_cli.views.schema.words.word import Word

KINDS = {
    "quantity": "有一个累计数要达到，如291套、26.5公里",
    "total": "由基数和别的指标加出来，不用报，如食堂总量10家，其中新增3家",
    "coverage": "符合条件的都要覆盖到，如应查尽查",
    "milestone": "只有一件，看形象进度，如一所学校、一座公园",
    "trend": "水平要高于基数，如持续提升",
}

MODELS = {
    "Indicator": Word("衡量一件事的一个数。先写 kind（指标类型），其余的项目按类型给出。", title="指标"),
    "Quantity": Word(f"{KINDS['quantity']}。", title="数量指标"),
    "Total": Word(f"{KINDS['total']}。", title="总量指标"),
    "Coverage": Word(f"{KINDS['coverage']}。", title="覆盖率指标"),
    "Milestone": Word(f"{KINDS['milestone']}。", title="节点指标"),
    "Trend": Word(f"{KINDS['trend']}。", title="趋势指标"),
    "Requirement": Word("对某个时限的要求与别的指标不同时写；前面是时限代号。", title="单独要求"),
    "Adjustment": Word(
        "一次目标调整：从哪天起、新目标是多少、为什么、依据哪个文件，四样都要写。", title="目标调整"
    ),
}

KEYS = {
    "Indicator": {
        "id": Word(
            "指标代号，小写字母、数字、短横线；整个计划里不能重复，定了不要再改，月报靠它对上计划。",
            ("pocket-parks", "rural-roads-km"),
        ),
        "name": Word("指标叫什么。", ("新开工", "口袋公园")),
        "kind": Word("五类之一，决定怎么报、怎么算。"),
        "unit": Word("计量单位，照计划原文。", ("套", "个", "公里", "人次", "万平米")),
        "department": Word(
            "由哪个部门报数，写它的代号；不写是项目的牵头单位。", ("housing", "education-sports")
        ),
        "part_of": Word(
            "其中项：写同一项目里总项的代号。不能超过总项，不另外相加，但自己也要完成。",
            ("rural-roads-km", "pocket-parks"),
        ),
        "weight": Word(
            "算项目完成率时的权重，不写是1；写0不进平均，但仍须完成。与另一指标说的是同一件事时写0。", (0, 2)
        ),
        "required": Word(
            "对某个时限的要求与别的指标不同时写，前面是时限代号：{october: {percent: 100, basis: 省里要求10月底前完成}}。"
        ),
        "adjustments": Word(
            "目标中途调整，一次一条。target 一行保持计划原定的数不动，报表把新旧目标都印出来。"
        ),
        "inferred": Word(
            "本项里哪些是计划没有写明、由你们推定的，写名称；报表里会标出来。",
            (["unit"], ["department", "unit"]),
        ),
        "decimals": Word("数能不能有小数。一般不用写，程序按目标和单位判断；判断不对时用 true、false 指明。"),
        "note": Word("口径说明。", ("以取得证书的人数计，只参加培训的不算", "已包含在总项之内，不另外相加")),
    },
    "Quantity": {
        "target": Word("目标值：大于0的数，按 unit 写，不带单位。", (291, 26.5)),
        "at_least": Word("计划写了“以上”的写 true，只影响显示。"),
        "items": Word(
            "计划点了名的点位，代号和名称，个数要等于目标；月报写完成了哪几个。",
            ({"chengbei": "城北新村", "fukang": "福康小区"}, {"phase-1": "一期", "phase-2": "二期"}),
        ),
        "opening": Word("年初已有的数，不写是0；报的累计数要包含它。", (7, 120)),
        "report_unit": Word(
            "部门按另一个单位报数时写，与 scale 同时写；计划按万人、部门按人的，写人。", ("人", "平米")
        ),
        "scale": Word("1个 unit 等于多少个 report_unit；万人按人报，写10000。", (10000, 1000)),
    },
    "Total": {
        "target": Word("总量要达到的数，大于0，按 unit 写，不带单位。", (10, 55)),
        "of": Word("由哪些指标相加，写代号的列表。", (["canteens-new"], ["new-sites", "rebuilt-sites"])),
        "baseline": Word("年初已有的数，从它加起；不写是0。", (7, 30)),
    },
    "Coverage": {
        "target_percent": Word("要覆盖符合条件的百分之几，写百分数，不写百分号；不写是100。", (95, 98)),
    },
    "Milestone": {
        "stages": Word(
            "形象进度要经过的节点，按先后列出，各节点等分；或每个节点写百分比，逐个增大，最后一个是100。"
            "第一个节点之前都是“未启动”，不用列。",
            (["立项", "招标", "开工", "主体完工", "竣工验收"], {"开工": 20, "主体完工": 70, "竣工验收": 100}),
        ),
        "target": Word("只有一件，只能是1，一般不写。"),
    },
    "Trend": {
        "baseline": Word("基数：年初的水平。与 baseline_from 二选一。", (30, 5000)),
        "baseline_from": Word("没有现成基数的写 first report：以第一次报的数为基数。与 baseline 二选一。"),
        "direction": Word("往哪个方向才算好，只能是 up（越高越好），一般不写。"),
    },
    "Requirement": {
        "percent": Word("到那个时限，这项指标要达到目标的百分之几，写百分数，不写百分号。", (50, 100)),
        "basis": Word("为什么与别的指标不同。", ("省里要求10月底前完成", "施工要避开雨季")),
    },
    "Adjustment": {
        "date": Word("从哪天起用新目标。", ("2024-07-01", "2024-09-15")),
        "target": Word("新目标，按 unit 写；覆盖率写百分数。", (4, 7.1846)),
        "reason": Word("为什么调整。", ("上级追加1家", "在校学生实数不足7.2万人")),
        "document": Word("依据的文件。", ("某政办〔2024〕12号", "某发改〔2024〕33号")),
    },
}

ENTRIES = {
    ("Quantity", "items"): [Word("点位的名称，照计划原文。", ("城北新村", "福康小区"), title="点位名称")],
    ("Milestone", "stages"): [
        Word("走到这个节点，算完成百分之几；逐个增大，最后一个是100。", title="节点百分比")
    ],
}
