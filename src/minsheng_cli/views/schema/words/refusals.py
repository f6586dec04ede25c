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
    LINE_PATTERN: "不能是空的；没有内容的，整行删掉",
    REASON_PATTERN: "写明原因，如：因重复统计核减8套",
    MONTH_PATTERN: "月份写成 2024-08 这样：四位年份、短横线、两位月份",
    DAY_PATTERN: "日期写成 2024-09-04 这样：四位年份、两位月份、两位日期，而且要有这一天",
    STEP_PATTERN: "数字只写半角的，不加引号、不写逗号，如 1200",
}
"""By the pattern that the text does not match."""

NO_DONE = "没有写数：数量、趋势写 done，覆盖率写 done 和 eligible，节点写 stage"
NEITHER_BASELINE = "趋势指标要有基数：写上 baseline_from: first report，或在 baseline 后面写年初的数"
