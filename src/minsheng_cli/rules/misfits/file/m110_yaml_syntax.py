"""What remains when the text is no YAML and no better-known mistake explains it."""

from __future__ import annotations

from minsheng_cli.source.quoting import in_quotes

SEVERITY = "error"
TITLE = "格式读不懂"
WHY = "台账靠冒号、空格和括号分清哪个数是谁的，有一处写乱了，后面的都读不下去。"
MEND = "对照上下几行，把这一处行首的空格、冒号、逗号、括号和引号写齐。"
BAD = "rural-roads: {done: 7.85, note: 雨天多}\n  street-lamps: 912"
GOOD = "rural-roads: {done: 7.85, note: 雨天多}\nstreet-lamps: 912"

_WORDS = (
    ("extra bracket", "这里多了一个括号", "删掉这个“{typed}”"),
    ("comma missing", "“{typed}”中间缺一个逗号", "写成：{mend}"),
    ("commas missing", "“{typed}”中间缺逗号", "写成：{mend}"),
    (
        "colon in text",
        "“{typed}”里用了半角冒号，程序会把冒号前面当成名称",
        "文字里的冒号用全角，写成：{mend}",
    ),
    ("bracket in text", "“{typed}”的文字里用了半角括号", "文字里的括号用全角，写成：{mend}"),
    (
        "brackets begin text",
        "“{typed}”以方括号开头，程序会当成几项",
        "是一句话的，用英文双引号括起来，写成：{mend}",
    ),
    (
        "bracket begins text",
        "“{typed}”以括号开头，程序会当成几项",
        "是一句话的，用英文双引号括起来，写成：{mend}",
    ),
    ("list without brackets", "“{typed}”有几项，外面缺方括号", "写成：{mend}"),
    ("braces left out", "“{typed}”写了几样，要用花括号括起来", "写成：{mend}"),
    ("two in a line", "“{typed}”接在别的内容后面了，一行只写一个", "把“{typed}”另起一行写，开头空{spaces}格"),
    (
        "two entries",
        "“{typed}”接在别的内容后面了，一行只写一项",
        "把“{typed}”另起一行，写成 - {typed}，开头空{spaces}格",
    ),
    ("note behind braces", "“{typed}”的花括号后面还有字", "说明写在 note 里，写成：{mend}"),
    ("text after quotes", "“{typed}”的英文引号后面还有字", "文字里的引号用中文引号，写成：{mend}"),
    ("round brackets", "“{typed}”要用花括号，这里打的是圆括号", "写成：{mend}"),
    ("square brackets", "“{typed}”要用花括号，这里打的是方括号", "写成：{mend}"),
    ("brace not opened", "“{typed}”有后一半花括号，没有前一半", "写成：{mend}"),
    ("dash after colon", "冒号后面不能直接写“-”", "写成：{mend}"),
    ("parent left out", "上面缺 {name}: 这一行", "在这一行前面加一行 {name}:，{begins}"),
    ("entry left out", "上面缺“- {name}: …”这一行", "在这一行前面加一行 - {name}: …，{begins}"),
    (
        "first dash",
        "这一段的第一行前面缺“-”",
        "每一项的第一行前面要有“- ”：把这里“{typed}”左边的两个空格改成“- ”",
    ),
    ("quotes around all", "“{typed}”整行加了引号，看不出哪是名称、哪是内容", "去掉引号，写成：{mend}"),
    (
        "stray heading",
        "“{typed}”不是台账的一项，下面的月报会被当成它的内容",
        "只删掉这一行，下面的不动；要留着的，在这一行前面加“# ”",
    ),
    (
        "stray below text",
        "“{typed}”不是“名称: 内容”，程序读不懂",
        "是上一行没写完的，接到上一行的末尾；不是数据的，删掉这一行；要留着的，在这一行前面加“# ”",
    ),
    (
        "stray",
        "“{typed}”不是“名称: 内容”，程序读不懂",
        "不是数据的，删掉这一行；要留着的，在这一行前面加“# ”",
    ),
    ("dash for a text", "“{typed}”不能代替内容", "没有的，删掉这一行"),
    (
        "dash for a figure",
        "“{typed}”不能代替数，这里要填数字",
        "没有进展的照填上次的数，一次也没有过的写0；本月没有数的，删掉这一行",
    ),
    (
        "in brackets",
        "括号里的这一处读不懂",
        "对照别的行：各项之间用半角逗号加一个空格隔开，文字里的冒号用全角",
    ),
    ("glued dash", "“{typed}”的开头要写成半角的“-”加一个空格", "写成：{mend}"),
    ("step dash to space", "“{typed}”前面多了“-”", "把“-”改成一个空格"),
    ("step dash", "“{typed}”的开头缺“-”", "写成：{mend}"),
    ("step undash", "“{typed}”前面多了“- ”", "去掉“- ”，写成：{mend}"),
    ("step join", "这一项的内容写到了下一行", "把下一行的内容移上来，写成：{typed}"),
    ("text after a value", "“{typed}”是多出来的，前面已经写完了", "把“{typed}”删掉"),
    (
        "mapping values are not allowed",
        "这里多了一个冒号",
        "一行只写一个“名称: 内容”；文字里的冒号用全角“：”",
    ),
    (
        "could not find expected ':'",
        "“{typed}”没有冒号，看不出是谁的数",
        "写成“名称: 内容”，冒号用半角，后面加一个空格",
    ),
    ("did not find expected key", "这一行开头的空格数和上面对不齐", "让同一级的各行左边对齐，只用空格"),
    (
        "did not find expected '-' indicator",
        "这一行开头的空格数和上面的“-”对不齐",
        "同一级的“-”左边对齐；“-”下面各行，与“-”后面的字对齐",
    ),
    (
        "cannot start any token",
        "“{typed}”开头的符号，程序会当成别的意思",
        "用英文双引号括起来，写成：{quoted}",
    ),
    ("did not find expected node content", "这里多了一个标点，前后没有内容", "删掉这个标点"),
    ("unknown escape character", "英文双引号里不能有“\\”", "删掉这个“\\”"),
    ("block sequence entries are not allowed", "“-”不能写在这里", "“-”要另起一行，比上一级多空两格"),
    ("found a tab character", "这里按了 Tab 键，只能用空格键", "删掉行首按 Tab 键空出来的一段，改用空格键"),
    (
        "did not find expected <document start>",
        "单独一行的“...”把文件结束了，后面的内容读不到",
        "删掉“...”这一行",
    ),
)


def word(about: dict[str, str]) -> tuple[str, str]:
    """The parser's complaint in the reader's words."""
    if about["problem"] == "step move":
        return moved(about)
    typed, spaces = about.get("typed", ""), about.get("spaces", "")
    known = {
        "typed": typed,
        "mend": about.get("mend", typed),
        "quoted": in_quotes(typed),
        "spaces": spaces,
        "name": about.get("name", ""),
        "begins": "顶格写" if spaces == "0" else f"开头空{spaces}格",
    }
    if about["problem"] == "step dash":
        known["typed"] = typed.removeprefix("- ")
    if about["problem"] == "step undash":
        known["typed"] = f"- {typed}"
    for piece, message, mend in _WORDS:
        if piece in about["problem"]:
            comma = about.get("comma")
            before = f"去掉前面的“{comma}”，" if comma else ""
            return message.format(**known), before + mend.format(**known)
    return "从这里起格式读不懂", "对照上下几行检查：冒号、空格、括号和引号是否齐全"


def moved(about: dict[str, str]) -> tuple[str, str]:
    """Lines that begin with too many or too few spaces."""
    spaces, given, last = int(about["spaces"]), int(about["given"]), about["last"]
    if not spaces:
        block = f"，下面到第{last}行也都少空{given}格" if last != about["line"] else ""
        return f"这一行要顶格写，现在开头空了{given}格", f"这一行改成顶格写{block}"
    sentence = f"这一行开头应当是{spaces}个空格，现在是{given}个，和上下行对不齐"
    if last == about["line"]:
        return sentence, f"这一行开头改成{spaces}个空格"
    more = f"多空{spaces - given}格" if spaces > given else f"少空{given - spaces}格"
    return sentence, f"这一行开头改成{spaces}个空格，下面到第{last}行也都{more}"
