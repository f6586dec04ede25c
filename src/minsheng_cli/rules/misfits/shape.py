"""Words shared by the plan's (2xx) and the progress files' (3xx) rules on form."""

from __future__ import annotations

import re

from minsheng_cli.model.keys import meant_key
from minsheng_cli.similar import did_you_mean
from minsheng_cli.terms import key_name

_SHAPES = {
    "mapping": "若干行“名称: 值”",
    "list": "一个列表（每项以“- ”开头，或写成 [甲, 乙]）",
    "scalar": "一个值",
}
_GIVEN = {"mapping": "若干行“名称: 值”", "list": "列表", "scalar": "单个值"}
_CAUSES = {
    "full-width": "用了全角数字",
    "yes-no": "这里要填数字，不是“是”或“否”",
    "placeholder": "这里要填数字，不能用符号或文字占位",
    "plus-sign": "数字前面不要加“+”",
    "leading-zero": "数字前面多了0",
    "grouped": "数字里不要加分隔符",
    "clock": "带冒号的写法像是时间，不是数字",
    "scientific": "不要用科学计数法",
    "bare-point": "小数点前后都要有数字",
    "unit": "数字里带了单位",
    "date": "这里要填数字，写的像是日期",
    "base": "不要用十六进制等写法",
    "too-long": "数字太长，像是连在一起的两个数",
    "text": "这里要填数字",
}


def number_cause(cause: str) -> str:
    """What is wrong with the way a number is written."""
    return _CAUSES.get(cause, _CAUSES["text"])


def unknown_key(about: dict[str, str]) -> tuple[str, str]:
    """A key that no model knows at this place."""
    known = about["known"].split()
    sentence = f"不认识“{about['key']}”这一项"
    if meant := meant_key(about["key"], known):
        return sentence, f"是不是“{meant}”？如是，请改成：{meant}"
    if "figures" in about["path"].split() or known[:1] != ["month"]:
        return sentence, f"删掉这一项；这里还可以写：{'、'.join(known)}" if known else "删掉这一项"
    return sentence, "如果是指标，写到 figures 下面，比 figures 多缩进两格；不是就删掉"


def missing_key(about: dict[str, str]) -> tuple[str, str]:
    """A key that must be there."""
    return f"缺少{key_name(about['key'])}这一项", f"补上 {about['key']}: …"


def wrong_shape(about: dict[str, str]) -> tuple[str, str]:
    """A list where a value belongs, and the like."""
    wanted, given = _SHAPES[about["wanted"]], _GIVEN[about["given"]]
    if not about["key"]:
        return (
            f"整个文件应当是{wanted}，这里却是{given}",
            "对照说明里的例子（docs/files.md），按同样的格式填写",
        )
    return f"{key_name(about['key'])}应当是{wanted}，这里写成了{given}", f"把 {about['key']} 改成{wanted}"


def empty_value(about: dict[str, str]) -> tuple[str, str]:
    """A key with nothing behind it."""
    key, sentence = about["key"], f"{key_name(about['key'])}后面是空的"
    if about["path"].split()[-1].isdecimal():
        return f"{key_name(key)}里有一项是空的", "删掉多出来的“-”，或在后面补上内容"
    if key in {"reports", "problems", "highlights", "partners"}:
        return sentence, f"没有内容时写成 {key}: []"
    if key in {"deadlines", "indicators", "projects", "departments", "stages", "of"}:
        return sentence, "在下面至少写一项"
    if key in {"figures", "schedule"}:
        return sentence, f"没有内容时写成 {key}: {{}}，或者补上内容"
    if key in _REQUIRED:
        return sentence, "填上值"
    return sentence, "填上值；没有就把这一行删掉"


_REQUIRED = frozenset(
    [
        "plan",
        "title",
        "county",
        "year",
        "lead",
        "start",
        "id",
        "name",
        "date",
        "percent",
        "no",
        "kind",
        "unit",
        "target",
        "department",
        "month",
        "reported_on",
        "reason",
        "document",
    ]
)


def bad_number(about: dict[str, str]) -> tuple[str, str]:
    """A number that is not plainly written."""
    mend = f"写成：{about['mend']}" if about.get("mend") else "只写半角阿拉伯数字，例如 230 或 2.8"
    return f"{key_name(about['key'])}写的是“{about['text']}”，{number_cause(about['cause'])}", mend


def out_of_range(about: dict[str, str]) -> tuple[str, str]:
    """A number that this field cannot take."""
    return (
        f"{key_name(about['key'])}写的是“{about['text']}”，应当是{about['wanted']}",
        f"改成{about['wanted']}",
    )


def bad_month(about: dict[str, str]) -> tuple[str, str]:
    """A month not written as YYYY-MM."""
    mend = f"写成：{about['mend']}" if about.get("mend") else "写成“年-月”，月份两位，例如 2025-08"
    return f"月份“{about['text']}”写法不对，应当是四位年、两位月", mend


def bad_date(about: dict[str, str]) -> tuple[str, str]:
    """A day not written as YYYY-MM-DD, or that no calendar has."""
    name, text = key_name(about["key"]), about["text"]
    if about.get("mend"):
        return f"{name}的日期“{text}”写法不对", f"写成：{about['mend']}"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return f"{name}写的“{text}”，日历上没有这一天", "核对月份和日子"
    return f"{name}的日期“{text}”写法不对", "写成“年-月-日”，月和日各两位，例如 2025-09-03"


def bad_id(about: dict[str, str]) -> tuple[str, str]:
    """An id that is not lower-case ASCII with hyphens."""
    mend = f"写成：{about['mend']}" if about.get("mend") else "用小写英文字母、数字和连字符，例如 rural-roads"
    return f"代号“{about['text']}”写法不对，只能用小写英文字母、数字和连字符", mend


def bad_choice(about: dict[str, str]) -> tuple[str, str]:
    """A word that is none of those allowed here."""
    mend = about.get("mend") or ""
    hint = (
        f"改成：{mend}"
        if mend
        else did_you_mean(
            about["text"], about["choices"].split("、"), f"从这几个里选一个：{about['choices']}"
        )
    )
    return f"{key_name(about['key'])}写的是“{about['text']}”，只能是：{about['choices']}", hint
