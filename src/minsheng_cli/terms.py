"""The trade's Chinese words, each tied once to its English name; docs/glossary.md is held against them."""

from __future__ import annotations

from minsheng_cli.patterns import pattern

STATUS_WORDS = {
    "completed": "已完成",
    "on-track": "正常",
    "behind": "滞后",
    "at-risk": "预警",
    "missed": "逾期",
    "unreported": "未报",
    "not-started": "未启动",
}
"""Overall statuses of projects and indicators."""

DEADLINE_WORDS = {**STATUS_WORDS, "met": "已达标"}
"""Statuses towards a deadline; a missed aim reads AIM_MISSED."""

AIM_MISSED = "未达阶段目标"

SAMPLE = "示例数据"
CARRIED = "沿用"
INFERRED = "推定"
DEFAULT_SCHEDULE = "默认序时"
OPEN_BASE = "底数未报"
NOBODY = "暂无符合条件对象"
BASELINE_MONTH = "基数月"
NO_AREA = "未归类"

KIND_WORDS = {
    "quantity": "数量指标",
    "total": "总量指标",
    "coverage": "覆盖率指标",
    "milestone": "节点指标",
    "trend": "趋势指标",
}

SEVERITY_WORDS = {"error": "错误", "warning": "警告"}

FAMILY_WORDS = {"1": "文件和写法", "2": "计划", "3": "进度", "4": "数据", "5": "齐不齐", "6": "历史"}
"""What the rules are about, by the first digit of their codes."""

KEY_NAMES = {
    "plan": "计划",
    "title": "标题",
    "county": "县名",
    "year": "年度",
    "lead": "牵头单位",
    "source": "来源",
    "start": "起始日期",
    "at_risk_below": "预警线",
    "reporting": "报送要求",
    "due_day": "报送截止日",
    "deadlines": "时限",
    "date": "日期",
    "percent": "百分比",
    "binding": "是否刚性",
    "basis": "依据",
    "areas": "领域",
    "departments": "部门",
    "department": "责任单位",
    "short": "简称",
    "name": "名称",
    "projects": "项目",
    "project": "项目",
    "no": "序号",
    "id": "代号",
    "area": "领域",
    "partners": "配合单位",
    "inferred": "推定项",
    "promise": "承诺",
    "indicators": "指标",
    "kind": "指标类型",
    "unit": "单位",
    "target": "目标值",
    "target_percent": "目标覆盖率",
    "at_least": "以上",
    "items": "点位",
    "opening": "年初基数",
    "report_unit": "报送单位",
    "scale": "换算比例",
    "of": "组成指标",
    "baseline": "基数",
    "baseline_from": "基数来源",
    "direction": "方向",
    "stages": "节点",
    "weight": "权重",
    "required": "单独要求",
    "adjustments": "调整",
    "was": "原定日期",
    "reason": "原因",
    "document": "文号",
    "decimals": "是否允许小数",
    "note": "说明",
    "part_of": "其中",
    "sample": "示例标记",
    "schedule": "时间表",
    "reports": "月报",
    "month": "月份",
    "reported_on": "报送日期",
    "figures": "数据",
    "problems": "问题",
    "highlights": "亮点",
    "text": "内容",
    "done": "累计完成",
    "eligible": "底数",
    "stage": "节点",
    "revision": "更正原因",
    "closed": "关账记录",
    "closed_on": "关账日期",
    "digest": "校验码",
    "reopened_on": "重开日期",
}

OTHER_NAMES: dict[str, str] = {
    "done": "完成 完成数 完成量 累计 累计数 累计完成数 数量 进度 value count amount number",
    "eligible": "总数 总人数 应查 应查数 应查人数 应助人数 应覆盖 符合条件 符合条件数 符合条件人数 目标 total target",
    "stage": "进度 形象进度 阶段 status progress",
    "note": "备注 情况 情况说明 remark remarks memo comment notes",
    "revision": "更正 核减 核减原因 调整原因 退回原因 reason revised",
    "problems": "存在问题 存在的问题 困难 困难问题 问题和困难 issue issues",
    "highlights": "亮点工作 工作亮点 主要亮点 highlight",
    "month": "月 报告月份 数据月份 所属月份",
    "reported_on": "报送时间 报送日 报告日期 报告时间 填报日期 填报时间 上报日期 上报时间 日期 date report_date reported",
    "figures": "指标 数据 进度 完成情况 进展 进展情况 data indicators",
    "reports": "月报 report",
    "department": "部门 单位 填报单位 报送单位 牵头单位 dept unit",
    "text": "问题 亮点 说明 content problem",
    "project": "项目名称 项目代号",
}
"""Words that people type for some of the keys, beside their Chinese names; a word may belong to several."""


def quoted(name: str, identifier: str) -> str:
    """Something's name in quotation marks (its own become single ones), with its id as the files have it."""
    return f"“{name.replace('“', '‘').replace('”', '’')}”（{identifier}）"


MOST_QUOTED = 80
"""Characters of a typed text that a sentence repeats; whoever needs more looks at the place."""
MOST_SAID = 2_000
"""Characters of a whole sentence, which may list names."""
_QUOTED = pattern(rf"“([^“”]{{{MOST_QUOTED + 1},}})”")


def shortened(text: str, most: int = MOST_QUOTED) -> str:
    """A text that is too long to repeat, cut in its middle for everybody to see."""
    if len(text) <= most:
        return text
    half = most // 2
    return f"{text[:half]}……{text[-half:]}"


def bounded(sentence: str) -> str:
    """A sentence in which what it quotes, and all of it, has a length that can be read."""
    return shortened(_QUOTED.sub(lambda found: f"“{shortened(found[1])}”", sentence), MOST_SAID)


def key_name(key: str) -> str:
    """A file key with its Chinese name, for a sentence."""
    return f"{key}（{KEY_NAMES[key]}）" if key in KEY_NAMES else key


SENTENCES = frozenset(("note", "revision", "text", "basis", "reason", "promise"))
"""Keys with a sentence behind them."""

REMARKS = frozenset(("problems", "highlights"))
"""Keys of a report with a list of sentences behind them."""


def sample_mark(sample: bool) -> str:
    """What stands behind the title of an output with illustrative figures in it."""
    return f"　【{SAMPLE}】" if sample else ""
