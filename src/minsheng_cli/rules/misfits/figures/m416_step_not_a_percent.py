"""The schedule of a coverage is a rate in percent."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "时间表应填百分数"
WHY = "覆盖率的时间表写的是到那个月底应覆盖百分之几，写成个数就没法比。"
MEND = "只写0到100的数，不写%号。"
BAD = "prenatal-tests: {2024-09: 90%, 2024-12: 100}"
GOOD = "prenatal-tests: {2024-09: 90, 2024-12: 100}"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = f"{about['key']}的时间表写的是“{about['text']}”，这里要填0到100的百分数"
    return sentence, f"只写数字，写成：{about['mend']}" if about["mend"] else "写百分数，不写个数，例如 90"
