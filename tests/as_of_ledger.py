"""A ledger that was kept in git: what was known on 10 July, and what is known now, after nearly everything was changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.conftest import write_ledger
from tests.repositories import Repository

THEN = {
    "projects.yaml": """
plan:
  title: 试县2025年民生实事（征求意见稿）
  county: 试县
  year: 2025
  lead: a
  start: 2025-01-01
  deadlines:
    - {id: aim, name: 基本完成, date: 2025-06-30, percent: 50, binding: false}
    - {id: early, name: 开好头, date: 2025-03-31, percent: 10, binding: false}
    - {id: end, name: 全面完成, date: 2025-12-31, percent: 100}
areas: {housing: 住有所居, roads: 出行, old: 旧领域}
departments: {a: {name: 甲局}, b: {name: 乙局}, c: {name: 丙局}}
projects:
  - no: 1
    id: homes-project
    name: 安置房建设
    area: housing
    lead: a
    indicators:
      - {id: homes, name: 新开工, kind: quantity, target: 10, unit: 套}
      - {id: checks, name: 入户核查, kind: coverage, unit: 户, target_percent: 95}
      - {id: school, name: 配套学校, kind: milestone, stages: [开工, 封顶, 竣工]}
      - {id: heating, name: 供热管线, kind: quantity, target: 3, unit: 公里}
  - no: 2
    id: roads-project
    name: 农村公路
    area: roads
    lead: b
    indicators:
      - {id: roads, name: 改造里程, kind: quantity, target: 8, unit: 公里}
      - {id: visits, name: 通车满意度, kind: trend, unit: 分, baseline: 80, direction: up}
  - no: 3
    id: markets-project
    name: 农贸市场
    area: old
    lead: c
    indicators:
      - {id: markets, name: 改造市场, kind: quantity, target: 2, unit: 个}
""",
    "progress/a.yaml": """
department: a
reports:
  - {month: 2025-05, reported_on: 2025-06-04, figures: {homes: 4, checks: {done: 30, eligible: 40}, school: 开工, heating: 1.2}}
  - {month: 2025-06, reported_on: 2025-07-04, figures: {homes: 9, checks: {done: 40, eligible: 40}, school: 开工, heating: 1.5}}
""",
    "progress/b.yaml": """
department: b
sample: true
reports:
  - {month: 2025-05, reported_on: 2025-06-04, figures: {roads: 3.5, visits: 82}}
""",
    "progress/c.yaml": """
department: c
reports:
  - {month: 2025-06, reported_on: 2025-07-03, figures: {markets: 1}}
""",
}
NOW = {
    "projects.yaml": """
plan:
  title: 试县2025年民生实事
  county: 试县
  year: 2025
  lead: a
  start: 2025-01-01
  deadlines:
    - {id: aim, name: 基本建成, date: 2025-07-31, percent: 60, binding: false}
    - {id: end, name: 全面完成, date: 2025-12-31, percent: 100}
    - {id: later, name: 长期管护, date: 2026-03-31, percent: 100, binding: false}
areas: {housing: 住有所居, roads: 便捷出行, green: 绿水青山}
departments: {a: {name: 甲局}, b: {name: 乙局（改）, short: 乙局}, d: {name: 丁局}}
projects:
  - no: 1
    id: homes-project
    name: 安置房建设
    area: housing
    lead: a
    indicators:
      - {id: homes, name: 新开工, kind: quantity, target: 12, unit: 套}
      - {id: checks, name: 入户核查, kind: coverage, unit: 户, target_percent: 100}
      - {id: school, name: 配套学校, kind: milestone, stages: [开工, 封顶, 竣工, 验收], department: d}
      - {id: wells, name: 水井, kind: quantity, target: 5, unit: 眼, department: d}
  - no: 4
    id: roads-project
    name: 农村公路提档升级
    area: green
    lead: d
    indicators:
      - {id: roads, name: 改造里程, kind: quantity, target: 8000, unit: 米, department: b}
      - {id: visits, name: 群众满意度, kind: trend, unit: 分, baseline: 80, direction: up, department: b}
      - {id: heating, name: 供热管线, kind: quantity, target: 3, unit: 公里, department: a}
  - no: 2
    id: trees-project
    name: 植树
    lead: d
    indicators:
      - {id: trees, name: 植树, kind: quantity, target: 100, unit: 棵}
""",
    "progress/a.yaml": """
department: a
reports:
  - {month: 2025-05, reported_on: 2025-06-04, figures: {homes: 4, checks: {done: 30, eligible: 40}, heating: 1.2}}
  - {month: 2025-06, reported_on: 2025-07-04, figures: {homes: {done: 7, note: 两套重复统计}, checks: {done: 40, eligible: 40}, heating: 1.5}}
""",
    "progress/b.yaml": """
department: b
reports:
  - {month: 2025-05, reported_on: 2025-06-04, figures: {roads: 3500, visits: 82}}
  - {month: 2025-06, reported_on: 2025-07-20, figures: {roads: 4200, visits: 83}}
""",
    "progress/d.yaml": """
department: d
reports:
  - {month: 2025-06, reported_on: 2025-07-20, figures: {school: 封顶, wells: 2, trees: 100}}
""",
}
KNOWN_THEN, KNOWN_NOW = "2025-07-09T22:00:00+08:00", "2025-08-02T10:00:00+08:00"


class Kept(Repository):
    """A repository with a ledger at its top, or in a folder."""

    def __init__(self, path: Path, folder: str = "") -> None:
        super().__init__(path)
        self.root = path / folder

    def keep(self, when: str, files: Mapping[str, str | bytes] | None = None, author: str = "王芳") -> str:
        """Commit everything as it stands, with these files by their names under data/; the commit's id."""
        write_ledger(self.root, files or {})
        return self.commit(day=when, author=author)


def kept(path: Path) -> Kept:
    """The ledger with both commits, the later one checked out."""
    made = Kept(path)
    made.keep(KNOWN_THEN, THEN)
    (path / "data" / "progress" / "c.yaml").unlink()
    made.keep(KNOWN_NOW, NOW)
    return made
