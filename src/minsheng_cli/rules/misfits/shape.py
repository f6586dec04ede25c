"""Words shared by the rules on form: the plan's (2xx), the progress files' (3xx), the record's of closed months (6xx)."""

from __future__ import annotations

import re

from minsheng_cli.fields.scalars import says_nothing
from minsheng_cli.model.keys import meant_key
from minsheng_cli.patterns import pattern
from minsheng_cli.rules.writing import entries_of
from minsheng_cli.similar import did_you_mean
from minsheng_cli.source.quoting import in_brackets, in_quotes
from minsheng_cli.terms import KEY_NAMES, KIND_WORDS, REMARKS, key_name

_SHAPES = {
    "mapping": "下面应当分行写“名称: 内容”",
    "list": "应当一项一项地列，写成 [甲, 乙]",
    "scalar": "只填一个",
}
_GIVEN = {"mapping": "这里分行写了“名称: 内容”", "list": "这里列成了几项", "scalar": "这里只写了一段文字"}
_STEP = pattern(r"[0-9.]+|[^\x00-\x7f].*")
"""What a step of a schedule may be: a number, or a stage."""
_DASH = pattern(r"\s*[-—–]+\s*")
_WITH_DASHES = pattern(r"[\u3400-\u9fff]{2,}(?:\s*[-—–]+\s*[\u3400-\u9fff]{2,})+")
"""Stages one after another: a dash is no part of a name there."""
_LONGEST = 300
"""A longer text is not repeated in a hint."""
_CAUSES = {
    "full-width": "用了全角数字",
    "blank": "数字前后多了空格",
    "range": "这里只填一个数，不填从多少到多少",
    "yes-no": "这里要填数字，不是“是”或“否”",
    "placeholder": "这里要填数字，不能用符号或文字代替",
    "plus-sign": "数字前面不要加“+”",
    "leading-zero": "数字前面多了0",
    "grouped": "数字中间不要隔开",
    "clock": "带冒号的写法像是时间，不是数字",
    "scientific": "数字里不要夹字母",
    "bare-point": "小数点前后都要有数字",
    "unit": "数字里带了单位",
    "date": "这里要填数字，写的像是日期",
    "base": "数字里不要夹字母",
    "invisible": "数字里夹了看不见的符号",
    "quotes": "数字外面不要加引号",
    "extra": "数字后面多了一个符号",
    "letters": "数字里夹了字母O或l，多半是0或1",
    "too-long": "数字太长，像是连在一起的两个数",
    "text": "这里要填数字",
}


def named(about: dict[str, str]) -> str:
    """What a misfit is about: an indicator's name and id, a file's own name with its Chinese one, or as typed."""
    key = about["key"]
    return about.get("label") or (key_name(key) if key in KEY_NAMES else f"“{key}”")


def number_cause(cause: str) -> str:
    """What is wrong with the way a number is written."""
    return _CAUSES.get(cause, _CAUSES["text"])


def unknown_key(about: dict[str, str]) -> tuple[str, str]:
    """A key that no model knows at this place."""
    known = about["known"].split()
    sentence = f"不认识“{about['key']}”这一项"
    if "after" in about:
        return _nameless(about)
    if about.get("whole"):
        message = f"点位“{about['key']}”没有写在 done（累计完成）的方括号里"
        return message, f"把整个花括号写成 {about['whole']}"
    says_so = about["key"].isascii() or not about.get("bare")
    if says_so and (meant := meant_key(about["key"], known)):
        return sentence, f"是不是“{meant}”？如是，请改成：{meant}"
    if about.get("indicator"):
        return (
            f"{about['indicator']}是指标，要写在 figures 下面，这里写到外面了",
            f"移到 figures 下面，这一行开头改成{about['spaces']}个空格",
        )
    if kind := about.get("of_kind"):
        sentence = f"{key_name(about['key'])}只有{KIND_WORDS[kind]}才有，这个指标的类型不是"
        return sentence, f"是不是{KIND_WORDS[kind]}？如是，把 kind 改成 {kind}"
    if about.get("bare"):
        sentence = f"“{about['key']}”前面没有写明是什么"
        return sentence, f"在前面写上名称和冒号；可以写的有：{'、'.join(known)}"
    return sentence, f"删掉这一项；这里还可以写：{'、'.join(known)}" if known else "删掉这一项"


def _nameless(about: dict[str, str]) -> tuple[str, str]:
    """A remark whose project, or something else, stands where a name belongs."""
    if not about.get("project"):
        return f"不认识“{about['key']}”这一项", "后面是一句话的，请改成：text"
    mend = f"project: {about['project']}, text: {in_brackets(about['after'])}"
    sentence = f"“{about['key']}: {about['after']}”没有写明哪里是项目、哪里是内容"
    return sentence, f"写成：{mend}" if about["flow"] else f"写成：{{{mend}}}"


def missing_key(about: dict[str, str]) -> tuple[str, str]:
    """A key that must be there."""
    sentence, text = f"缺少{key_name(about['key'])}这一项", f"{about['key']}: {about.get('mend') or '…'}"
    if typed := about.get("typed"):
        written = about.get("mend") or typed
        return f"“{typed}”前面没有写明是什么", f"这里缺 {about['key']}: ，写成：{about['key']}: {written}"
    if about["flow"]:
        return sentence, f"在花括号里补上 {text}"
    spaces = int(about["spaces"])
    return sentence, f"另起一行补上 {text}，{f'开头空{spaces}格' if spaces else '顶格写'}"


def wrong_shape(about: dict[str, str]) -> tuple[str, str]:
    """A list where a value belongs, and the like."""
    wanted, given = _SHAPES[about["wanted"]], _GIVEN[about["given"]]
    if not about["key"]:
        return f"整个文件{wanted}，{given}".replace("整个文件下面", "整个文件"), "照 docs/files.md 里的例子写"
    return f"{named(about)}{wanted}，{given}", _reshaped(about)


def _reshaped(about: dict[str, str]) -> str:
    """What to type instead of something of another shape."""
    key, wanted, text = about["key"], about["wanted"], about.get("text", "").strip()
    text = text if len(text) <= _LONGEST else ""
    if wanted == "list" and text.endswith("]") and "[" not in text:
        text = text.removesuffix("]").rstrip()
    path = about["path"].split()
    if key in REMARKS and says_nothing(text):
        return f"没有的，删掉这一行；要留着这一行的，写成 {key}: []"
    if wanted == "list" and text:
        return _listed(key, text, about.get("last", ""), alone=bool(about.get("alone")))
    if wanted == "list" and about.get("first"):
        return f"每一项的第一行前面要有“- ”：把这里“{about['first']}”左边的两个空格改成“- ”"
    if path[0] == "schedule" and wanted == "scalar" and not _STEP.fullmatch(text):
        return "一个月只写一步：数量写到这个月底应完成的累计数，例如 230；节点指标写节点"
    if wanted == "scalar" and text:
        return f"去掉括号，写成：{text}"
    if wanted == "mapping" and about.get("dashes"):
        return "把这一项下面各行开头的“-”都改成空格"
    if wanted == "mapping" and text and path[0] == "departments" and len(path) == 2:
        return f"写成：{{name: {text}}}"
    shown = next((name for name in reversed(path) if name in KEY_NAMES), "")
    return f"照 docs/files.md 里 {shown} 的例子写" if shown else "照 docs/files.md 里的例子写"


def _listed(key: str, text: str, last: str, *, alone: bool) -> str:
    """A text as a list; `last` is the number of the last of its lines, where it has several."""
    entries = entries_of(text, sentences=key in REMARKS)
    if key == "stages" and _WITH_DASHES.fullmatch(text):
        entries = _DASH.split(text)
    if last and alone and len(entries) == 1:
        return f"是几件事的，从这里到第{last}行，每一行前面加“- ”；是一件事的，把这里到第{last}行合成一行，前面加“- ”"
    return f"{f'把这里到第{last}行合成一行，' if last else ''}写成：[{', '.join(entries)}]"


def empty_value(about: dict[str, str]) -> tuple[str, str]:
    """A key with nothing behind it."""
    key, sentence = about["key"], f"{named(about)}后面是空的"
    if about.get("unnamed"):
        return f"“{key}”前面没有写明是什么", "在前面写上名称和冒号"
    if about["path"].split()[-1].isdecimal():
        return f"{key_name(key)}里有一项是空的", "在“-”后面补上内容；没有的，删掉这一行"
    if key in {"reports", "partners", "closed"} | REMARKS:
        return sentence, f"补上内容；没有的，写成 {key}: []"
    if key in {"areas", "deadlines", "indicators", "projects", "departments", "stages", "of"}:
        return sentence, "在下面至少写一项"
    if key in {"figures", "schedule"}:
        return sentence, f"补上内容；没有的，写成 {key}: {{}}"
    return sentence, "填上内容" if key in _REQUIRED else "填上内容；没有的，删掉这一项"


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
        "was",
        "closed_on",
        "reopened_on",
        "digest",
        "reason",
        "document",
    ]
)


def bad_number(about: dict[str, str]) -> tuple[str, str]:
    """A number that is not plainly written."""
    mend = f"写成：{about['mend']}" if about.get("mend") else "只写半角阿拉伯数字，例如 230 或 2.8"
    return f"{named(about)}写的是“{about['text']}”，{number_cause(about['cause'])}", mend


def a_number(about: dict[str, str]) -> str:
    """What to type where a figure, or a step of a schedule, is no number."""
    if about.get("part") == "step":
        return "时间表里只写数字，写到这个月底应完成的累计数，例如 230"
    if about.get("part") == "eligible":
        return "填到当月为止符合条件的总数，只写数字"
    return "填累计完成数，例如 230；要说明情况的，例如 {done: 230, note: 正在安装}"


def only_the_number(about: dict[str, str]) -> str:
    """What to type where a remark stands behind a number, and cannot be put into the same place."""
    if about.get("part") == "step":
        return f"说明另起一行写，前面加“# ”；时间表里只写数字，写成：{about['mend']}"
    return f"说明另写在 note 里；这里只写数字，写成：{about['mend']}"


def out_of_range(about: dict[str, str]) -> tuple[str, str]:
    """A number that this field cannot take."""
    return (
        f"{named(about)}写的是“{about['text']}”，应当是{about['wanted']}",
        f"改成{about['wanted']}",
    )


def bad_month(about: dict[str, str]) -> tuple[str, str]:
    """A month not written as YYYY-MM."""
    mend = _asked(about, "写成“年-月”，月份两位，例如 2025-08")
    return f"月份“{about['text']}”写法不对，应当是四位年、两位月", mend


def bad_date(about: dict[str, str]) -> tuple[str, str]:
    """A day not written as YYYY-MM-DD, or that no calendar has."""
    name, text = key_name(about["key"]), about["text"]
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return f"{name}写的“{text}”，日历上没有这一天", _asked(about, "核对月份和日子")
    return f"{name}的日期“{text}”写法不对", _asked(about, "写成“年-月-日”，月和日各两位，例如 2025-09-03")


def _asked(about: dict[str, str], otherwise: str) -> str:
    """What to type, or what is likely meant, or how it is written."""
    if about.get("mend"):
        return f"写成：{about['mend']}"
    if about.get("bare"):
        return f"去掉引号和别的符号，写成：{about['bare']}"
    if about.get("when") and not about.get("flow"):
        return f"说明写在“# ”后面，写成：{about['when']} # {about['remark']}"
    guess = about.get("guess")
    return f"是不是{guess}？如是，请改成：{guess}" if guess else otherwise


def bad_id(about: dict[str, str]) -> tuple[str, str]:
    """An id that is not lower-case ASCII with hyphens."""
    sentence = f"代号“{about['text']}”写法不对，只能用小写英文字母、数字和短横线"
    if about.get("guess"):
        return sentence, f"是不是{about['name']}？如是，请改成：{about['guess']}"
    if about.get("own"):
        return sentence, f"改成计划里的指标代号，本部门的有{about['own']}；计划没有要求报的，删掉这一行"
    mend = (
        f"写成：{about['mend']}"
        if about.get("mend")
        else "起一个代号，例如 rural-roads；前面起过的，照抄那个代号"
    )
    return sentence, mend


def bad_choice(about: dict[str, str]) -> tuple[str, str]:
    """A word that is none of those allowed here."""
    choices = about["choices"].split("、")
    mend = about.get("mend") or (choices[0] if len(choices) == 1 else "")
    hint = (
        f"改成：{mend}"
        if mend
        else did_you_mean(about["text"], choices, f"从这几个里选一个：{about['choices']}")
    )
    return f"{named(about)}写的是“{about['text']}”，只能是：{about['choices']}", hint


def quoted_or_left_out(about: dict[str, str]) -> str:
    """What to type where a text begins with a sign that YAML takes for its own (`&`, `*`, `!`)."""
    typed, sign = about["typed"], about["name"][:1]
    name, _, rest = typed.partition(" ")
    value = typed.lstrip(f"{sign} ")
    if rest and name.isascii() and rest.isascii():
        return f"把 {name} 删掉，改成：{rest}"
    if sign == "!" and value and value.isascii():
        return f"把 ! 删掉，改成：{value}"
    if sign == "*" and value.isascii():
        return "原来想抄别处的，把那里的内容照写一遍；是文字的，两边加英文双引号"
    return f"用英文双引号括起来，写成：{in_quotes(typed)}"
