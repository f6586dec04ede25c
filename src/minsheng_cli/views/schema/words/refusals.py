"""What an editor says of a text that is not of the form it should be."""

from __future__ import annotations

from minsheng_cli.fields.scalars import (
    DAY_PATTERN,
    ID_PATTERN,
    LINE_PATTERN,
    MONTH_PATTERN,
    REASON_PATTERN,
    STEP_PATTERN,
)

REFUSALS = {
    ID_PATTERN: "只能用小写字母、数字和短横线，如 pocket-parks",
    LINE_PATTERN: "要写文字，不能空着；没有内容的，整行删掉",
    REASON_PATTERN: "写明原因，如：因重复统计核减8套",
    MONTH_PATTERN: "月份写成 2024-08 这样：四位年份、短横线、两位月份",
    DAY_PATTERN: "日期写成 2024-09-04 这样：四位年份、两位月份、两位日期，而且要有这一天",
    STEP_PATTERN: "数字只写半角的，不加引号、不写逗号，如 1200",
}
"""By the pattern that the text does not match."""

NO_DONE = "没有写数：数量、趋势写 done，覆盖率写 done 和 eligible，节点写 stage"
NEITHER_BASELINE = "趋势指标要有基数：写上 baseline_from: first report，或在 baseline 后面写年初的数"

TYPES = {
    "number": "要写数，只写半角数字，不带单位、不加引号，如 230、26.5",
    "integer": "要写整数，只写半角数字，不带单位、不加引号，如 6",
    "boolean": "是写 true，否写 false，不加引号",
    "array": "要写成列表：写在方括号里，用逗号隔开；或一行一项，前面加“- ”",
    "object": "要写成一行一个：名称在前，冒号和空格在后，再写内容",
    "number array": "要写数，不带单位、不加引号，如 230；点了名的写完成的点位，如 [fukang]",
    "number string": "数量写数，如 230；节点写节点名，如 主体完工；覆盖率写百分数，如 90",
    "string number": "写完成的点位的代号，如 fukang",
    "array object": "节点写成列表，如 [立项, 开工, 竣工验收]；带百分比的写成 {开工: 20, 竣工验收: 100}",
}
"""Of a value that is of another type than it should be; a text that has a pattern is told of by it."""
