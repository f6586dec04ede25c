"""What remains when the text is no YAML and no better-known mistake explains it."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "格式读不懂"
WHY = "台账靠冒号、空格、缩进和括号分清哪个数是谁的，有一处写乱了，后面的都读不下去。"
MEND = "对照上下几行，把这一处的缩进、冒号、逗号、括号和引号写齐。"
BAD = "rural-roads: {done: 7.85, note: 雨天多}\n  street-lamps: 912"
GOOD = "rural-roads: {done: 7.85, note: 雨天多}\nstreet-lamps: 912"

_WORDS = (
    (
        "text after a value",
        "这里多出来一段，一行只能写一个值",
        "把多出来的删掉；要说明的话写成 {done: 数, note: 说明}",
    ),
    ("extra bracket", "这里多了一个括号", "删掉多出来的括号，或在前面补上与它配对的一个"),
    (
        "comma missing",
        "这里前面缺一个逗号，或者文字里的冒号、引号没有写对",
        "各项之间用半角逗号加一个空格隔开；文字里的冒号用全角",
    ),
    (
        "mapping values are not allowed",
        "这里多了一个冒号，或者缩进和上一行对不齐",
        "一行只写一个“名称: 值”；文字里要用冒号时改用全角“：”，并与上一行对齐",
    ),
    (
        "could not find expected ':'",
        "这一行缺冒号，看不出是“名称: 值”",
        "写成“名称: 值”，冒号用半角，后面加一个空格",
    ),
    ("did not find expected key", "这一行的缩进和上面对不齐", "让同一级的各行左边对齐（只用空格）"),
    (
        "did not find expected '-' indicator",
        "这一行的缩进和上面的“-”对不齐",
        "同一级的“-”左边对齐；“-”下面的内容再缩进两格",
    ),
    (
        "cannot start any token",
        "这个符号不能放在值的开头",
        "把整段文字用英文双引号括起来，或者换掉开头的符号",
    ),
    ("did not find expected node content", "这里应当有一个值，却只有标点", "补上值，或者删掉多余的标点"),
    ("unknown escape character", "双引号里的反斜杠写法认不出来", "去掉反斜杠，或者把双引号改成单引号"),
    ("block sequence entries are not allowed", "“-”不能写在这里", "“-”要另起一行，比上一级多缩进两格"),
    ("found a tab character", "缩进用了制表符（Tab），只能用空格", "删掉行首的制表符，改用空格"),
    (
        "did not find expected <document start>",
        "文件在前面已经用“...”结束，这里又写了内容",
        "删掉单独一行的“...”",
    ),
)


def word(about: dict[str, str]) -> tuple[str, str]:
    """The parser's complaint in the reader's words."""
    for piece, message, mend in _WORDS:
        if piece in about["problem"]:
            return message, mend
    return "从这里起格式读不懂", "对照上下几行检查：冒号、空格、缩进、括号和引号是否齐全"
