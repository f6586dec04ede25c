"""Words on a department's file, data/progress/<department>.yaml."""

from __future__ import annotations

from minsheng_cli.views.schema.words.word import Word

MODELS = {
    "ProgressFile": Word(
        "一个部门的进度文件 data/progress/部门代号.yaml：时间表和每月月报，每月加一段。", title="进度文件"
    ),
    "Report": Word(
        "一个月的月报：把上个月的一段复制到末尾，改月份、报送日期、数据、问题和亮点。", title="月报"
    ),
    "Figure": Word(
        "从年初起的累计数，不是本月新增；没有进展照填上月的数。"
        "数量写数，如 230；点了名的写完成了哪几个，如 [fukang]；节点写到了哪一步，如 主体完工；"
        "覆盖率写 {done: 1210, eligible: 1263}；要说明的写 {done: 4, note: 北环路公园移交中}。",
        title="一个指标的数",
    ),
    "Remark": Word(
        "一句话；部门牵头几个项目的，指明是哪个项目：{project: pocket-parks, text: 苗木未到}。",
        title="问题或亮点",
    ),
}

KEYS = {
    "ProgressFile": {
        "department": Word("部门代号，与文件名一致，计划的部门名单里要有。", ("housing", "education-sports")),
        "reports": Word("各月的月报，从早到晚；一次都没有报的写 []。"),
        "sample": Word("演示用的数写 true，所有输出会标明“示例数据”；真实台账不写这一行。"),
        "schedule": Word(
            "部门自己排的时间表，一个指标一行，写月份和到那个月底应累计做到多少："
            "shantytown-units: {2024-04: 60, 2024-08: 230, 2024-10: 291}。节点指标写节点名，覆盖率指标写百分数，趋势指标没有时间表。"
        ),
    },
    "Report": {
        "month": Word("数据所属的月份，一个月只有一份。", ("2024-07", "2024-08")),
        "reported_on": Word(
            "实际报送的日期，不早于当月1日；当月没过完就报也可以，照填当天日期。",
            ("2024-08-05", "2024-09-04"),
        ),
        "figures": Word("各指标的数，一个指标一行，前面是指标代号；只报本部门负责的指标。"),
        "problems": Word(
            "推进中的困难，一条一句；没有就删掉这一行。",
            (["福康小区管网图纸待补"], [{"project": "pocket-parks", "text": "苗木未到"}]),
        ),
        "highlights": Word(
            "值得一提的进展，一条一句；没有就删掉这一行。",
            (["民心公园完成主体绿化"], [{"project": "shantytown", "text": "2号地块签约全部完成"}]),
        ),
    },
    "Figure": {
        "done": Word("从年初起的累计数；点了名的写完成的点位，一个都没完成写 []；趋势写当月水平。"),
        "eligible": Word("只用于覆盖率：到当月为止符合条件的总数；一个都没有报0；不报就算未报。"),
        "stage": Word(
            "只用于节点指标：计划所列节点之一，还没动工写“未启动”。", ("未启动", "开工", "竣工验收")
        ),
        "note": Word(
            "要让看报表的人知道的情况；落后时印在状态旁边。", ("北环路公园移交中", "返工的19座合格后再计")
        ),
        "revision": Word(
            "累计数变小、节点退回、点位退回时必须写，印在报表里。",
            ("因重复统计核减8套", "验收未通过，退回整改"),
        ),
    },
    "Remark": {
        "text": Word("一句话。", ("福康小区管网图纸待补", "民心公园完成主体绿化")),
        "project": Word("是哪个项目的，写项目代号。", ("pocket-parks", "old-communities")),
    },
}

ENTRIES = {
    ("ProgressFile", "schedule"): [
        Word("一个指标的时间表：月份，和到那个月底应累计做到多少。", title="指标的时间表"),
        Word("到这个月底应累计做到多少：数量写数，节点写节点名，覆盖率写百分数。", title="应完成"),
    ],
}
