"""The same department's file as different people type it, and what is recorded in it."""

from __future__ import annotations

BLOCK = """\
# 住建局，逐行写
department: housing

reports:

  # 三月
  - month: 2024-03
    reported_on: 2024-04-03     # 当面交的
    figures:
      new-homes: 72             # 含二期
      rental-homes: '20'
      estates:
        - fuxing                # 4栋楼
      central-park:
        stage: 立项
        note: |
          用地手续
          办理中
      library: "开工"

    problems:
      - 复兴小区管网图纸待补
    # 三月完


  # 四月
  - month: 2024-04
    reported_on: 2024-05-06
    figures:
      new-homes: 104
      estates: {done: [fuxing, guangming], note: 三单元完工}
    highlights:
      - 中心公园提前开工
# 以上为准
"""
FLOW = """\
department: housing
sample: true
reports:
- {month: 2024-03, reported_on: 2024-04-03, figures: {new-homes: 72, estates: [fuxing]}, problems: [图纸待补]}
- {month: 2024-05, reported_on: 2024-06-03, figures: {new-homes: {done: 130}}}
"""
MIXED = """\
department:   housing
reports:
-   month: "2024-03"
    figures: {new-homes: 72,
              rental-homes: {done: 20, note: 旧},  # 公租房
              estates: [ fuxing,
                         guangming ],  # 两个
              }
    reported_on: 2024-04-03
    problems: [ 图纸待补 ]"""
COMPACT = """\
reports:
- month: 2024-03
  reported_on: 2024-04-03
  figures:
    estates:
    - fuxing
    - guangming
    new-homes: 72
  problems:
  - 图纸待补
department: housing
"""
EMPTY = """\
department: housing
reports: []   # 还没有报过
"""
STYLES = {
    "block": BLOCK,
    "crlf": BLOCK.replace("\n", "\r\n"),
    "flow": FLOW,
    "mixed": MIXED,
    "compact": COMPACT,
    "empty": EMPTY,
}
RECORDED: dict[str, tuple[str, ...]] = {
    "one": ("2024-03", "--set", "new-homes=80"),
    "several": (
        *("2024-03", "--set", "new-homes=80", "--set", "rental-homes=24", "--set", "图书馆=开工"),
        *("--set", "estates=光明小区", "--revision", "estates=复兴小区返工", "--set", "中心公园=立项"),
        *("--note", "new-homes=含二期: 3套 #新", "--note", "central-park="),
    ),
    "remarks": (
        *("2024-03", "--problem", "old-homes：#3井盖未装", "--problem", "- 停工", "--problem", "图纸待补"),
        *("--highlight", "好", "--reported-on", "2024-04-08"),
    ),
    "between": (
        "2024-04",
        "--set",
        "new-homes=104",
        "--set",
        "estates=fuxing，光明小区",
        "--reported-on",
        "2024-05-02",
    ),
    "next": (
        *("2024-06", "--set", "new-homes=140", "--set", "estates=fuxing,guangming", "--set", "公园=开工"),
        *("--note", "中心公园=微地形完成，园路未铺", "--problem", "old-homes: 缺料", "--problem", "雨天多"),
        *("--highlight", "复兴小区通过验收", "--reported-on", "2024-07-02"),
    ),
    "earliest": ("2024-01", "--set", "安置房新开工=0", "--reported-on", "2024-02-01"),
}
