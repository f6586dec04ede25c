"""Of one mistake in one file only so many are listed: the rest is counted, for nobody reads ten thousand lines."""

from __future__ import annotations

SEVERITY = "warning"
TITLE = "同样的问题还有很多"
WHY = "同一个问题在一个文件里出现成百上千次，往往是同一个原因，比如整列复制错了。只列前面一部分，别的问题才不会被淹没。"
MEND = "先把列出来的改好，往往一改全改；改完再查一遍，看还剩多少。"
BAD = """\
problems:
  - 沥青供应不足
  -
  -
  -
  -"""
GOOD = "problems: [沥青供应不足]"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    count = f"{int(about['count']):,}"
    if not about["code"]:
        return (
            f"这个文件里不合格的还有{count}处，没有一一列出，文件里的数也没有查",
            "先改列出来的，多半是同一个原因；改完再查一遍",
        )
    return (
        f"从这里起，这个文件里{about['code']}还有{count}处，没有一一列出",
        f"先改列出来的，多半是同一个原因；改完再查一遍。这条规则的说明：minsheng explain {about['code']}",
    )
