"""A small county whose ledger changes in these tests."""

from __future__ import annotations

PLAN = """\
plan:
  title: 清河县2023年4项民生工程
  county: 清河县
  year: 2023
  lead: reform
  start: 2023-01-01
  reporting: {due_day: 5}
  deadlines:
    - {id: october, name: 基本完成, date: 2023-10-31, percent: 90, binding: false}
    - {id: december, name: 高标准完成, date: 2023-12-31, percent: 100}
departments:
  reform: {name: 清河县发展和改革局, short: 发改局}
  housing: {name: 清河县住房和城乡建设局, short: 住建局}
  health: {name: 清河县卫生健康局, short: 卫健局}
projects:
  - no: 1
    id: shantytown
    name: 棚户区改造
    lead: housing
    indicators:
      - {id: shantytown-units, name: 新开工, kind: quantity, target: 291, unit: 套}
  - no: 2
    id: parks
    name: 公园绿地
    lead: housing
    indicators:
      - {id: big-park, name: 人民公园, kind: milestone, stages: [设计, 开工, 主体完工, 竣工验收]}
      - id: small-parks
        name: 口袋公园
        kind: quantity
        target: 3
        unit: 处
        items: {north: 北环路, south: 南环路, east: 东关}
  - no: 3
    id: screening
    name: 免费筛查
    lead: health
    indicators:
      - {id: prenatal-tests, name: 产前筛查, kind: coverage, unit: 人}
      - {id: children, name: 儿童筛查, kind: quantity, target: 7.2, unit: 万人, report_unit: 人, scale: 10000}
  - no: 4
    id: water
    name: 水质
    lead: reform
    indicators:
      - {id: good-days, name: 优良天数, kind: trend, baseline: 200, unit: 天}
"""

HOUSING = """\
department: housing
schedule:
  shantytown-units: {2023-07: 200, 2023-08: 230, 2023-10: 291}
reports:
  - month: 2023-07
    reported_on: 2023-08-03
    figures:
      shantytown-units: 206
      big-park: 开工
      small-parks: {done: [north]}
    problems:
      - {project: shantytown, text: 三户未签协议}
"""

HOUSING_AUGUST = """\
  - month: 2023-08
    reported_on: 2023-09-03
    figures:
      shantytown-units: 230   # 二号地块已全部开工
      big-park: {stage: 主体完工, note: 九月绿化}
      small-parks: {done: [north, south]}
    problems:
      - {project: parks, text: 苗木未到}
    highlights: [{project: shantytown, text: 提前开工}]
"""

HEALTH = """\
department: health
reports:
  - month: 2023-07
    reported_on: 2023-08-02
    figures:
      prenatal-tests: {done: 1100, eligible: 1150}
      children: 46200
  - month: 2023-08
    reported_on: 2023-09-04
    figures:
      prenatal-tests: {done: 1210, eligible: 1263}
      children: 52300
"""

REFORM = """\
department: reform
reports:
  - month: 2023-08
    reported_on: 2023-09-01
    figures:
      good-days: 205
"""

FILES = {
    "data/projects.yaml": PLAN,
    "data/progress/housing.yaml": HOUSING,
    "data/progress/health.yaml": HEALTH,
    "data/progress/reform.yaml": REFORM,
}
