"""Words on the plan file, data/projects.yaml, down to its projects."""

from __future__ import annotations

from minsheng_cli.views.schema.words.word import Word

MODELS = {
    "PlanFile": Word(
        "计划文件 data/projects.yaml：时限、部门、项目、指标、目标，一年写一次。", title="计划文件"
    ),
    "Header": Word("计划本身：标题、年度、谁管台账、有哪些时限。", title="计划"),
    "Reporting": Word("月报什么时候报；不写就不判迟报。", title="报送要求"),
    "Deadline": Word("一个时限：到哪一天，要达到目标的百分之几，是必须完成还是力争。", title="时限"),
    "DeadlineAdjustment": Word(
        "一次时限调整：哪天定的、原定哪一天、为什么、依据哪个文件，四样都要写。", title="时限调整"
    ),
    "Department": Word("一个部门的全称和简称；前面是部门代号，也是它的进度文件名。", title="部门"),
    "Project": Word("向群众承诺的一件事，连同衡量它的指标。", title="项目"),
}

KEYS = {
    "PlanFile": {
        "plan": Word("计划本身：标题、年度、谁管台账、有哪些时限。"),
        "departments": Word(
            "部门名单，一个部门一行，前面是部门代号：housing: {name: 某县住房和城乡建设局, short: 住建局}。"
            "牵头、配合、负责的部门都要列在这里。"
        ),
        "projects": Word("项目清单，次序照计划原文。至少一项。"),
        "areas": Word("民生领域，一个领域一行，前面是领域代号：housing: 住有所居。不分领域的不写。"),
    },
    "Header": {
        "title": Word("报表的标题，照计划原文。", ("某县2024年民生实事", "某县2024年20项民生工程")),
        "county": Word("县名。", ("某县", "某市某区")),
        "year": Word("四位数的年份。", (2024, 2025)),
        "lead": Word("管台账、签发通报的部门，写它的代号。", ("development-reform", "gov-office")),
        "start": Word("计划从哪天算起，一般是1月1日；序时进度从这个月起算。", ("2024-01-01", "2025-01-01")),
        "deadlines": Word("计划要求达到某个比例的日子。至少一个。"),
        "source": Word("目标出自哪个文件。", ("某县2024年民生实事实施方案", "某政办〔2024〕12号")),
        "at_risk_below": Word("照近期速度，到时限能达到要求数的百分之几以下算预警。不写是95。", (90, 98)),
        "reporting": Word("月报什么时候报；不写就不判迟报。"),
    },
    "Reporting": {
        "due_day": Word("次月几日前报，1到31；当月没有这一天的，算到月底。", (5, 10)),
    },
    "Deadline": {
        "id": Word("时限代号，指标的 required 里要用。", ("october", "december")),
        "name": Word("时限叫什么，照计划原文。", ("基本完成", "高标准、高质量完成")),
        "date": Word("时限那天；调整过的，写现在的日期。", ("2024-10-31", "2024-12-31")),
        "percent": Word("到时限要达到目标的百分之几，写百分数，不写百分号。", (90, 100)),
        "binding": Word("true 必须完成，false 力争。不写是 true。"),
        "basis": Word(
            "比例的出处；计划没有写明、由你们定的，写在这里，报表会印出来。",
            ("计划原文：12月底前全面完成", "计划没有给出比例，90%由发改局定"),
        ),
        "adjustments": Word("时限中途调整，一次一条；date 一行写调整以后的日期。"),
    },
    "DeadlineAdjustment": {
        "date": Word("哪天定的。", ("2024-09-01", "2024-10-15")),
        "was": Word("调整以前是哪一天。", ("2024-10-31", "2024-12-31")),
        "reason": Word("为什么调整。", ("汛期停工一个半月", "上级统一延期")),
        "document": Word("依据的文件。", ("某政办〔2024〕18号", "某政纪〔2024〕9号")),
    },
    "Department": {
        "name": Word("部门全称。", ("某县住房和城乡建设局", "某县教育体育局")),
        "short": Word("报表里用的简称；不写用全称。", ("住建局", "教体局")),
    },
    "Project": {
        "no": Word("计划原文的序号，不能重复。", (1, 2)),
        "id": Word(
            "项目代号，小写字母、数字、短横线，不能重复，定了不要再改。", ("pocket-parks", "rural-roads")
        ),
        "name": Word("项目名称，照计划原文。", ("口袋公园建设工程", "“四好农村路”提升工程")),
        "lead": Word(
            "对项目负总责的部门，写它的代号；计划没有写明的，在 inferred 里注明。", ("housing", "transport")
        ),
        "indicators": Word("这件事用哪些数来衡量。至少一项；先写 kind，再按类型写其余的。"),
        "area": Word("归在哪个民生领域，写领域代号；不写的归入“未归类”。", ("housing", "education")),
        "partners": Word("配合单位，写部门代号的列表。", (["finance"], ["finance", "education-sports"])),
        "inferred": Word(
            "本项里哪些是计划没有写明、由你们推定的，写名称；报表里会标出来。", (["lead"], ["lead", "area"])
        ),
        "promise": Word(
            "一句话的承诺，数和用词照计划。", ("年内新建口袋公园6个", "棚户区改造年内新开工291套")
        ),
        "note": Word("给看文件的人的说明。", ("分两批实施", "与上年结转项目分开计")),
    },
}

ENTRIES = {("PlanFile", "areas"): [Word("领域的名称。", ("住有所居", "学有所教"), title="领域名称")]}
