"""minsheng history, in real repositories: each figure belongs to the commit in which it first differs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Minsheng
from tests.review.kept import Kept

PLAN = """\
plan:
  title: 某县2023年民生实事
  county: 某县
  year: 2023
  lead: housing
  start: 2023-01-01
  deadlines:
    - {id: december, name: 全面完成, date: 2023-12-31, percent: 100}
departments:
  housing: {name: 某县住房和城乡建设局, short: 住建局}
  health: {name: 某县卫生健康局, short: 卫健局}
projects:
  - no: 1
    id: shantytown
    name: 棚户区改造工程
    lead: housing
    indicators:
      - {id: units, name: 新开工, kind: quantity, target: 291, unit: 套}
      - {id: handed, name: 回迁安置, kind: quantity, target: 100, unit: 套}
      - {id: park, name: 民心公园, kind: milestone, stages: [立项, 开工, 竣工]}
      - {id: parks, name: 口袋公园, kind: quantity, target: 2, unit: 个, items: {north: 北环路, south: 南环路}}
  - no: 2
    id: screening
    name: 免费筛查工程
    lead: health
    indicators:
      - {id: tests, name: 产前筛查, kind: coverage, unit: 人}
"""


def month(name: str, **figures: object) -> str:
    lines = "".join(f"      {key}: {value}\n" for key, value in figures.items())
    return f"  - month: {name}\n    reported_on: {name}-28\n    figures:\n{lines}"


def progress(*months: str, department: str = "housing") -> str:
    return (
        f"department: {department}\nreports:\n{''.join(months)}"
        if months
        else f"department: {department}\nreports: []\n"
    )


JULY, AUGUST = "2023-07", "2023-08"
HOUSING, HEALTH = "progress/housing.yaml", "progress/health.yaml"
FIRST = {"projects.yaml": PLAN, HOUSING: progress(month(JULY, units=206))}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """One that nobody changes."""
    repository = Kept(tmp_path_factory.mktemp("kept"))
    repository.keep("建立台账", FIRST)
    return repository


@pytest.fixture
def repository(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "ledger")


Told = Callable[..., Any]


@pytest.fixture
def told(repository: Kept, minsheng: Minsheng) -> Told:
    """The events of an indicator's months as (month, subject, what, old, new)."""

    def ask(name: str = "units", *options: str) -> Any:
        result = minsheng("history", name, "--ledger", repository.ledger, "--format", "json", *options)
        assert (result.code, result.err) == (0, "")
        (indicator,) = result.json["indicators"]
        return [
            (
                each["month"],
                event["commit"]["subject"] if event["commit"] else None,
                event["what"],
                *(event[side] and shown(event[side]) for side in ("old", "new")),
            )
            for each in indicator["months"]
            for event in each["events"]
        ]

    return ask


def shown(told: dict[str, Any]) -> str:
    done = "+".join(told["items"]) if told["items"] is not None else str(told["done"])
    words = [told[key] for key in ("revision", "note") if told[key]]
    return "，".join([f"{done}/{told['eligible']}" if told["eligible"] is not None else done, *words])


def test_when_it_came_in_and_each_later_change(repository: Kept, told: Told) -> None:
    repository.keep("建立台账", FIRST)
    repository.keep("8月", {HOUSING: progress(month(JULY, units=206), month(AUGUST, units=230))})
    lower = "{done: 198, revision: 重复统计核减8套}"
    repository.keep("更正7月", {HOUSING: progress(month(JULY, units=lower), month(AUGUST, units=230))})
    assert told() == [
        (JULY, "建立台账", "added", None, "206"),
        (JULY, "更正7月", "changed", "206", "198，重复统计核减8套"),
        (AUGUST, "8月", "added", None, "230"),
    ]
    assert told("units", "--month", AUGUST) == [(AUGUST, "8月", "added", None, "230")]


def test_a_note_alone_is_no_other_figure(repository: Kept, told: Told) -> None:
    repository.keep("建立台账", FIRST)
    repository.keep("补说明", {HOUSING: progress(month(JULY, units="{done: 206, note: 以施工许可证为准}"))})
    assert told()[1:] == [(JULY, "补说明", "words", "206", "206，以施工许可证为准")]


def test_layout_order_and_ways_of_writing_are_no_events(repository: Kept, told: Told) -> None:
    both = progress(month(JULY, units=230, handed=4), month(AUGUST, units=240, handed=8))
    repository.keep("建立台账", {**FIRST, HOUSING: both})
    other = progress(
        month(AUGUST, handed="{done: 8}", units="240.0"), month(JULY, handed=4, units="{done: 230.00}")
    )
    repository.keep("换个次序", {HOUSING: other})
    repository.keep(
        "缩进四格",
        {HOUSING: "# 说明\n" + other.replace("\n    ", "\n      ").replace("  - month", "    - month")},
    )
    repository.keep(
        "一行写完",
        {
            HOUSING: "{department: housing, reports: [{month: 2023-07, reported_on: 2023-07-28, figures: {units: 230, handed: 4}}, {month: 2023-08, reported_on: 2023-08-28, figures: {units: 240, handed: 8}}]}\n"
        },
    )
    repository.keep("换行", {HOUSING: other.replace("\n", "\r\n")})
    assert told() == [(JULY, "建立台账", "added", None, "230"), (AUGUST, "建立台账", "added", None, "240")]
    assert len(told("handed")) == 2


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("park", "开工", "{stage: 竣工}", ("开工", "竣工")),
        ("parks", "[south]", "{done: [south, north]}", ("south", "north+south")),
        ("parks", "[south, north]", "[north, south]", None),
        ("units", "206", "230", ("206", "230")),
    ],
)
def test_every_kind_of_figure(
    repository: Kept, told: Told, name: str, old: str, new: str, words: tuple[str, str] | None
) -> None:
    repository.keep("建立台账", {**FIRST, HOUSING: progress(month(JULY, **{name: old}))})
    repository.keep("改", {HOUSING: progress(month(JULY, **{name: new}))})
    assert told(name)[1:] == ([(JULY, "改", "changed", *words)] if words else [])


def test_a_coverage_has_its_base(repository: Kept, told: Told) -> None:
    def health(figure: str) -> dict[str, str]:
        return {HEALTH: progress(month(JULY, tests=figure), department="health")}

    repository.keep("建立台账", {**FIRST, **health("{done: 12}")})
    repository.keep("补底数", health("{done: 12, eligible: 15}"))
    assert told("tests")[1:] == [(JULY, "补底数", "changed", "12", "12/15")]


def test_removed_and_reported_again(repository: Kept, told: Told) -> None:
    repository.keep("建立台账", FIRST)
    repository.keep("删掉", {HOUSING: progress()})
    repository.keep("重报", {HOUSING: progress(month(JULY, units=230))})
    (repository.ledger / "data" / HOUSING).unlink()
    assert told() == [
        (JULY, "建立台账", "added", None, "206"),
        (JULY, "删掉", "removed", "206", None),
        (JULY, "重报", "added", None, "230"),
        (JULY, None, "removed", "230", None),
    ]


def test_what_is_not_committed_comes_last(repository: Kept, told: Told, minsheng: Minsheng) -> None:
    repository.keep("建立台账", FIRST)
    repository.put({HOUSING: progress(month(JULY, units=230), month(AUGUST, units=250))})
    assert told() == [
        (JULY, "建立台账", "added", None, "206"),
        (JULY, None, "changed", "206", "230"),
        (AUGUST, None, "added", None, "250"),
    ]
    text = minsheng("history", "units", "--ledger", repository.ledger).out
    assert "    未提交  由206套改为230套\n" in text
    assert "还有2处改动没有提交" in text


# ---- branches


def test_a_branch_that_was_merged(repository: Kept, told: Told) -> None:
    repository.keep("建立台账", {**FIRST, HEALTH: progress(department="health")})
    repository.branch("housing")
    repository.keep("住建8月", {HOUSING: progress(month(JULY, units=206), month(AUGUST, units=230))})
    repository.checkout("main")
    repository.branch("health")
    repository.keep(
        "卫健7月", {HEALTH: progress(month(JULY, tests="{done: 1, eligible: 2}"), department="health")}
    )
    repository.checkout("main")
    repository.merge("housing")
    repository.merge("health")
    assert told() == [(JULY, "建立台账", "added", None, "206"), (AUGUST, "住建8月", "added", None, "230")]
    assert told("tests") == [(JULY, "卫健7月", "added", None, "1/2")]


def test_many_branches_at_once(repository: Kept, told: Told) -> None:
    repository.keep("建立台账", {**FIRST, HEALTH: progress(department="health")})
    repository.branch("one")
    repository.keep("一", {HOUSING: progress(month(JULY, units=230))})
    repository.branch("two", "main")
    repository.keep(
        "二", {HEALTH: progress(month(JULY, tests="{done: 1, eligible: 2}"), department="health")}
    )
    repository.branch("three", "main")
    repository.keep("三", {"projects.yaml": PLAN.replace("291", "300")})
    repository.checkout("main")
    repository.merge("one", "two", "three")
    assert told()[-1] == (JULY, "一", "changed", "206", "230")
    assert told("tests") == [(JULY, "二", "added", None, "1/2")]


def conflicting(repository: Kept, ours: int, theirs: int) -> None:
    """Two branches that both changed July; main is checked out, with `ours`."""
    repository.keep("建立台账", FIRST)
    repository.branch("other")
    repository.keep("那边改", {HOUSING: progress(month(JULY, units=theirs))})
    repository.checkout("main")
    repository.keep("这边改", {HOUSING: progress(month(JULY, units=ours))})


@pytest.mark.parametrize(
    ("kept", "events"),
    [
        (235, [("这边改", "changed", "206", "235")]),
        (230, [("那边改", "changed", "206", "230")]),
        (
            240,
            [
                ("那边改", "changed", "206", "230"),
                ("这边改", "changed", "206", "235"),
                ("合并other", "changed", "235", "240"),
            ],
        ),
    ],
)
def test_a_conflict_settled(
    repository: Kept, told: Told, kept: int, events: list[tuple[str, str, str, str]]
) -> None:
    """For one side: its commit; otherwise: the merge, with what both sides had before it."""
    conflicting(repository, 235, 230)
    repository.merge("other", files={HOUSING: progress(month(JULY, units=kept))})
    assert sorted(told()[1:]) == sorted((JULY, *event) for event in events)


def test_a_merge_that_drops_what_it_merges(repository: Kept, told: Told) -> None:
    repository.keep("建立台账", FIRST)
    repository.branch("other")
    repository.keep("报8月", {HOUSING: progress(month(JULY, units=206), month(AUGUST, units=230))})
    repository.checkout("main")
    repository.keep("改计划", {"projects.yaml": PLAN.replace("title: 某县", "title: 本县")})
    repository.merge("other", files={HOUSING: FIRST[HOUSING]})
    assert told() == [
        (JULY, "建立台账", "added", None, "206"),
        (AUGUST, "报8月", "added", None, "230"),
        (AUGUST, "合并other", "dropped", "230", None),
    ]


def test_a_merge_that_changes_what_neither_side_changed(repository: Kept, told: Told) -> None:
    repository.keep("建立台账", FIRST)
    repository.branch("other")
    repository.keep("别的事", {HEALTH: progress(department="health")})
    repository.checkout("main")
    repository.merge("other", files={HOUSING: progress(month(JULY, units=999))})
    assert told()[1:] == [(JULY, "合并other", "changed", "206", "999")]


# ---- moved files


def test_the_departments_file_was_renamed(repository: Kept, told: Told) -> None:
    old = PLAN.replace("housing", "construction")
    repository.keep(
        "建立台账",
        {
            "projects.yaml": old,
            "progress/construction.yaml": progress(month(JULY, units=206), department="construction"),
        },
    )
    repository.git("mv", "data/progress/construction.yaml", "data/progress/housing.yaml")
    repository.keep("改名", FIRST)
    assert told() == [(JULY, "建立台账", "added", None, "206")]


def test_a_file_of_a_name_that_no_plan_knows(repository: Kept, told: Told) -> None:
    repository.keep("建立台账", {"projects.yaml": PLAN, "progress/zhujian.yaml": FIRST[HOUSING]})
    repository.git("mv", "data/progress/zhujian.yaml", "data/progress/housing.yaml")
    repository.keep("改名", {HOUSING: progress(month(JULY, units=206), month(AUGUST, units=230))})
    assert told() == [(JULY, "建立台账", "added", None, "206"), (AUGUST, "改名", "added", None, "230")]


def test_another_department_answers_now(repository: Kept, told: Told) -> None:
    repository.keep("建立台账", {**FIRST, HEALTH: progress(department="health")})
    moved = PLAN.replace("unit: 套}", "unit: 套, department: health}", 1)
    repository.keep(
        "移交",
        {
            "projects.yaml": moved,
            HOUSING: progress(),
            HEALTH: progress(month(JULY, units=206), department="health"),
        },
    )
    assert told() == [(JULY, "建立台账", "added", None, "206")]


def test_the_ledger_moved_to_another_folder(tmp_path: Path, minsheng: Minsheng) -> None:
    repository = Kept(tmp_path / "repo", "old")
    (repository.root / "README").write_text("别的文件")
    repository.keep("仓库", {})
    repository.keep("建立台账", FIRST)
    repository.keep("7月改", {HOUSING: progress(month(JULY, units=210))})
    (repository.root / "2023").mkdir()
    repository.git("mv", "old/data", "2023/data")
    repository.ledger = repository.root / "2023"
    repository.keep("搬家", {HOUSING: progress(month(JULY, units=210), month(AUGUST, units=230))})
    result = minsheng("history", "units", "--ledger", repository.ledger)
    assert [line.strip().split("  ")[1] for line in result.out.splitlines() if line.startswith("    ")] == [
        "列入计划，目标291套",
        "报206套",
        "由206套改为210套",
        "报230套",
    ]


def test_another_ledger_beside_it_is_not_looked_at(tmp_path: Path, minsheng: Minsheng) -> None:
    repository = Kept(tmp_path / "repo", "2022")
    repository.keep("去年的台账", FIRST)
    repository.ledger = repository.root / "2023"
    repository.keep("今年的台账", {**FIRST, HOUSING: progress(month(JULY, units=230))})
    out = minsheng("history", "units", "--ledger", repository.ledger, "--format", "json").json
    ((event,),) = ([each["events"] for each in out["indicators"][0]["months"]],)
    assert [(each["commit"]["subject"], each["what"]) for each in event] == [("今年的台账", "added")]


# ---- what cannot be read


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (b"department: housing\nreports: [\n", "unreadable"),
        (b"<<<<<<< HEAD\ndepartment: housing\n=======\n>>>>>>> other\n", "merge-conflict"),
        (b"\x00\x01\x02" * 50, "unreadable"),
        (b"", "unreadable"),
        (b"# " + b"x" * 1_000_001, "missing"),
        (b"- just\n- a list\n", "unreadable"),
    ],
)
def test_versions_that_cannot_be_read(
    repository: Kept, told: Told, minsheng: Minsheng, broken: bytes, why: str
) -> None:
    repository.keep("建立台账", FIRST)
    repository.keep("弄坏", {HOUSING: broken})
    repository.keep("改好", {HOUSING: progress(month(JULY, units=206), month(AUGUST, units=230))})
    assert told() == [(JULY, "建立台账", "added", None, "206"), (AUGUST, "改好", "added", None, "230")]
    result = minsheng("history", "units", "--ledger", repository.ledger, "--format", "json").json
    assert [(each["commit"]["subject"], each["why"]) for each in result["unreadable"]] == [("弄坏", why)]
    assert "读不懂的版本\n" in minsheng("history", "units", "--ledger", repository.ledger).out


def test_a_plan_that_cannot_be_read_now(repository: Kept, told: Told) -> None:
    repository.keep("建立台账", FIRST)
    repository.put({"projects.yaml": "plan: ["})
    assert told() == [(JULY, "建立台账", "added", None, "206")]


def test_no_plan_at_all_can_be_read(repository: Kept, minsheng: Minsheng) -> None:
    repository.keep("建立台账", {"projects.yaml": "plan: ["})
    result = minsheng("history", "units", "--ledger", repository.ledger)
    assert (result.code, result.out) == (2, "")
    assert "读不懂" in result.err


def test_a_submodule_or_a_link_in_the_place_of_a_file(repository: Kept, told: Told) -> None:
    repository.keep("建立台账", FIRST)
    path = repository.ledger / "data" / HOUSING
    path.unlink()
    path.symlink_to("/etc/passwd")
    repository.keep("链接")
    path.unlink()
    id_ = repository.git("rev-parse", "HEAD")
    repository.git("update-index", "--cacheinfo", f"160000,{id_},data/{HOUSING}")
    repository.git("commit", "-q", "-m", "子模块")
    repository.git("rm", "-q", "--cached", f"data/{HOUSING}")
    repository.keep("改回", FIRST)
    assert told()[0] == (JULY, "建立台账", "added", None, "206")
    assert told()[-1] == (JULY, "改回", "added", None, "206")


# ---- the plan


def test_what_became_of_a_target(repository: Kept, minsheng: Minsheng) -> None:
    repository.keep("建立台账", FIRST)
    repository.keep("改目标", {"projects.yaml": PLAN.replace("target: 291", "target: 300")})
    adjusted = PLAN.replace(
        "target: 291, unit: 套",
        "target: 300, unit: 套, adjustments: [{date: 2023-07-01, target: 280, reason: 规划调整。, document: 某政〔2023〕5号}]",
    )
    repository.keep("调整", {"projects.yaml": adjusted})
    repository.keep("撤销调整", {"projects.yaml": PLAN.replace("target: 291", "target: 300")})
    repository.keep(
        "换行", {"projects.yaml": PLAN.replace("target: 291", "target: 300.0").replace("\n", "\n\n")}
    )
    gone = "".join(line for line in PLAN.splitlines(keepends=True) if "id: units" not in line)
    repository.put({"projects.yaml": gone})
    text = minsheng("history", "units", "--ledger", repository.ledger).out
    said = [
        line.strip().split("  ")[1]
        for line in text.partition("7月\n")[0].splitlines()
        if line.startswith("    ")
    ]
    assert said == [
        "列入计划，目标291套",
        "目标由291套改为300套",
        "目标调整：2023-07-01起调整为280套，原因：规划调整，文号：某政〔2023〕5号",
        "去掉了目标调整：2023-07-01起调整为280套，原因：规划调整，文号：某政〔2023〕5号",
        "从计划里删去（原来目标300.0套）",
    ]
    assert "计划里已经没有这个指标" in text


# ---- shallow, hostile, none


def test_a_shallow_clone_says_so(repository: Kept, tmp_path: Path, minsheng: Minsheng) -> None:
    repository.keep("建立台账", FIRST)
    repository.keep("8月", {HOUSING: progress(month(JULY, units=206), month(AUGUST, units=230))})
    repository.keep("9月", {HOUSING: progress(month(JULY, units=206), month(AUGUST, units=240))})
    repository.git("clone", "-q", "--depth", "2", f"file://{repository.root}", str(tmp_path / "clone"))
    result = minsheng("history", "units", "--ledger", tmp_path / "clone")
    assert result.code == 0
    assert "报206套（最早的提交里就有，实际可能更早）" in result.out
    assert "由230套改为240套  张三" in result.out
    assert "git fetch --unshallow" in result.out
    whole = minsheng("history", "units", "--ledger", repository.ledger).out
    assert "浅克隆" not in whole and "可能更早" not in whole


HOSTILE = "\x1b[31m红\x1b[0m<script>`x`\u202e| --format=%H\x7f"


def test_messages_and_authors_are_only_text(repository: Kept, minsheng: Minsheng) -> None:
    repository.keep(f":{HOSTILE}\n\n正文", FIRST, author=f"--{HOSTILE}"[:40])
    for options in ((), ("--format", "json")):
        result = minsheng("history", "units", "--ledger", repository.ledger, *options)
        assert result.code == 0
        assert not set(result.out) & set("\x1b\x07\x7f\u202e")
        assert "红" in result.out
    commit = minsheng("history", "units", "--ledger", repository.ledger, "--format", "json").json[
        "indicators"
    ][0]["plan"][0]["commit"]
    assert commit["subject"].startswith(":\x1b[31m红")


def test_an_empty_message_and_a_mailmap(repository: Kept, minsheng: Minsheng) -> None:
    (repository.root / ".mailmap").write_text("李四 <user@example.com>\n", "utf-8")
    repository.put(FIRST)
    repository.git("add", "-A")
    repository.git("commit", "-q", "--allow-empty-message", "-m", "", author="某某")
    repository.keep("再改", {HOUSING: progress(month(JULY, units=230))})
    out = minsheng("history", "units", "--ledger", repository.ledger).out
    assert "2023-09-05 09:00  报206套  李四  " in out
    assert "“”" not in out


def test_no_history_to_be_had(tmp_path: Path, minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    repository = Kept(tmp_path / "ledger")
    repository.put(FIRST)
    unborn = minsheng("history", "units", "--ledger", repository.ledger)
    assert (unborn.code, unborn.out) == (2, "")
    assert "还没有提交" in unborn.err
    (repository.root / "README").write_text("")
    repository.git("add", "README")
    repository.git("commit", "-q", "-m", "别的")
    untracked = minsheng("history", "units", "--ledger", repository.ledger)
    assert untracked.code == 0
    assert "未提交  报206套" in untracked.out and "台账还没有提交过" in untracked.out
    (repository.root / ".git").rename(tmp_path / "elsewhere")
    outside = minsheng("history", "units", "--ledger", repository.ledger)
    assert (outside.code, outside.out) == (2, "")
    assert "不在 git 里" in outside.err


@pytest.mark.parametrize(
    ("wish", "chosen"),
    [
        ("1", ["units", "handed", "park", "parks"]),
        ("shantytown", ["units", "handed", "park", "parks"]),
        ("棚户区", ["units", "handed", "park", "parks"]),
        ("handed", ["handed"]),
        ("回迁安置", ["handed"]),
        ("回迁", ["handed"]),
        ("筛查", ["tests"]),
    ],
)
def test_what_a_name_means(kept: Kept, minsheng: Minsheng, wish: str, chosen: list[str]) -> None:
    result = minsheng("history", wish, "--ledger", kept.ledger, "--format", "json")
    assert [each["id"] for each in result.json["indicators"]] == chosen


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("公园", "“公园”不止一个项目或指标：民心公园（park）、口袋公园（parks）"),
        ("unitz", "是不是 新开工（units）？"),
        ("没有这个", "没有“没有这个”这个项目或指标"),
        ("", "没有“”这个项目或指标"),
        ("--", "没有“--”"),
    ],
)
def test_a_name_that_means_nothing(kept: Kept, minsheng: Minsheng, wish: str, said: str) -> None:
    result = minsheng("history", "--ledger", kept.ledger, "--", wish)
    assert result.code == 2
    assert said in result.err


def test_git_is_asked_a_fixed_number_of_times(
    repository: Kept, minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted by a git of our own in the PATH, which hands on to the real one."""
    calls, real = tmp_path / "calls", shutil.which("git")
    (tmp_path / "bin").mkdir()
    git = tmp_path / "bin" / "git"
    git.write_text(f'#!/bin/sh\necho >> "{calls}"\nexec "{real}" "$@"\n')
    git.chmod(0o755)
    counts = []
    repository.keep("建立台账", FIRST)
    for number in range(1, 13):
        repository.keep(f"第{number}次", {HOUSING: progress(month(JULY, units=206 + number))})
        if number in (1, 12):
            calls.write_text("")
            with monkeypatch.context() as patched:
                patched.setenv("PATH", f"{git.parent}{os.pathsep}{os.environ['PATH']}")
                assert minsheng("history", "1", "--ledger", repository.ledger).code == 0
            counts.append(len(calls.read_text()))
    assert 0 < counts[0] == counts[1] <= 6


def test_a_month_that_is_none_of_the_plans(kept: Kept, minsheng: Minsheng) -> None:
    found = minsheng("history", "1", "--month", "2031-01", "--ledger", kept.path)
    assert (found.code, found.out) == (2, "")
    assert "2031-01 不在计划期内" in found.err


def test_illustrative_figures_are_said_to_be(repository: Kept, minsheng: Minsheng) -> None:
    """Also those that have been made real since: the story still tells of them."""
    repository.keep("示例", {**FIRST, HOUSING: "sample: true\n" + FIRST[HOUSING]})
    repository.keep("真实", FIRST)
    assert "【示例数据】" in minsheng("history", "units", "--ledger", repository.ledger).out.splitlines()[0]
    assert (
        minsheng("history", "units", "--ledger", repository.ledger, "--format", "json").json["sample"] is True
    )


def test_real_figures_are_not(repository: Kept, minsheng: Minsheng) -> None:
    repository.keep("真实", FIRST)
    assert "示例" not in minsheng("history", "units", "--ledger", repository.ledger).out
