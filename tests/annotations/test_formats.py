"""The three formats say what the text says, of files named from the repository's root, whatever the files hold."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minsheng_cli import __version__
from minsheng_cli.rules.catalogue import catalogue
from minsheng_cli.views.annotations import github, gitlab, sarif
from minsheng_cli.views.annotations.record import Annotation, Described, fingerprints
from minsheng_cli.views.harmful import harmless
from tests.annotations.reading import commands, sarif_path, sarif_run
from tests.conftest import ROOT, Minsheng, write_ledger
from tests.test_cases import BASE, CHANGES, FOLDERS, overlay

FORMATS = ("github", "gitlab", "sarif")
SOME = {
    *("M101-gbk", "M110-brace-in-note", "M202-adjustment-document", "M225-circle"),
    *(
        "M301-figure-at-report-level",
        "M323-month-twice",
        "M401-below-opening",
        "M430-eligible",
        "M502-between",
    ),
}
FIRST = {folder.name[:4]: folder.name for folder in reversed(FOLDERS)}
CASES = [
    pytest.param(folder, id=folder.name, marks=() if folder.name in SOME else (pytest.mark.long,))
    for folder in FOLDERS
    if folder.name in {*SOME, *FIRST.values()} and folder.name[:4] not in CHANGES
]
"""A broken ledger of each rule that needs no other; by default one of each family."""
NASTY = "a%0A,b:c::error::\r\n\x1b[31m](https://example.org)\u202e"


def formats(minsheng: Minsheng, ledger: Path) -> dict[str, Any]:
    """What each format says, read by its reader; the JSON for comparison."""
    ran = {
        name: minsheng("validate", "--ledger", ledger, "--format", name, "--quiet")
        for name in ("json", *FORMATS)
    }
    assert {each.err for each in ran.values()} == {""}
    assert len({each.code for each in ran.values()}) == 1
    return {
        "json": ran["json"].json["findings"],
        "github": [each for each in commands(ran["github"].out) if "file" in each.properties],
        "gitlab": json.loads(ran["gitlab"].out),
        "sarif": sarif_run(ran["sarif"].out)["results"],
    }


@pytest.mark.parametrize("case", CASES)
def test_all_say_the_same_of_every_kind_of_broken_ledger(
    case: Path, minsheng: Minsheng, tmp_path: Path
) -> None:
    (tmp_path / ".git").write_text("gitdir: elsewhere\n")
    told = formats(minsheng, overlay(tmp_path / "county", case / "broken"))
    prefix = "county/"
    assert {len(each) for each in told.values()} == {len(told["json"])} != {0}
    for finding, command, quality, result in zip(*told.values(), strict=True):
        place = (prefix + finding["file"], finding["line"])
        level = {"error": ("error", "major"), "warning": ("warning", "minor")}[finding["severity"]]
        assert (command.properties["file"], int(command.properties["line"])) == place
        assert (quality["location"]["path"], quality["location"]["lines"]["begin"]) == place
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (sarif_path(result), region["startLine"]) == place
        assert int(command.properties["col"]) == region["startColumn"] == finding["column"]
        assert region["endLine"] == finding["line"]
        assert region.get("endColumn", finding["column"] + 1) > finding["column"]
        assert (command.name, quality["severity"]) == level
        assert result["level"] == finding["severity"]
        assert {command.properties["title"], quality["check_name"], result["ruleId"]} == {finding["code"]}
        assert command.message.endswith(f" {finding['message']}\n{finding['hint']}")
        assert quality["fingerprint"] == result["partialFingerprints"]["primaryLocationLineHash"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_sound_ledger(name: str, minsheng: Minsheng) -> None:
    ran = minsheng("validate", "--ledger", BASE, "--format", name)
    assert ran.code == 0
    assert "没有发现问题" in ran.err
    if name == "sarif":
        run = sarif_run(ran.out)
        assert run["results"] == []
        assert run["columnKind"] == "unicodeCodePoints"
        driver = run["tool"]["driver"]
        assert (driver["name"], driver["semanticVersion"]) == ("minsheng", __version__)
        assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in catalogue()]
    else:
        assert ran.out == {"github": "", "gitlab": "[]\n"}[name]


def test_the_rules_are_those_of_the_catalogue(minsheng: Minsheng) -> None:
    run = sarif_run(minsheng("validate", "--ledger", ROOT, "--format", "sarif").out)
    told = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    for each in (rule.explained for rule in catalogue()):
        rule = told[each.code]
        assert rule["defaultConfiguration"]["level"] == each.severity
        assert rule["shortDescription"]["text"] == each.title
        assert rule["fullDescription"]["text"] == each.why
        assert rule["help"]["text"].startswith(each.mend)


def test_the_value_that_is_blamed_is_marked_whole(minsheng: Minsheng, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    file = tmp_path / "data" / "progress" / "housing.yaml"
    text = file.read_text("utf-8").replace("shantytown-units: 198", "shantytown-units: 198套", 1)
    file.write_text(text, "utf-8")
    (result,) = (each for each in formats(minsheng, tmp_path)["sarif"] if each["ruleId"] == "M402")
    region = result["locations"][0]["physicalLocation"]["region"]
    line = text.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "198套"


@pytest.mark.parametrize("kind", ["folder", "file", "none", "empty"])
def test_paths_start_at_the_top_of_the_repository(kind: str, minsheng: Minsheng, tmp_path: Path) -> None:
    """No git is asked: a container has none, or would not read somebody else's clone."""
    root = write_ledger(tmp_path / "仓库" / "2023 年" / "a,b", {"projects.yaml": "plan: {}\n"})
    git = tmp_path / "仓库" / ".git"
    if kind == "file":
        git.write_text("gitdir: /nowhere\n")
    elif kind != "none":
        git.mkdir()
        if kind == "folder":
            (git / "HEAD").write_text("ref: refs/heads/main\n")
    expected = "data/projects.yaml" if kind in ("none", "empty") else "2023 年/a,b/data/projects.yaml"
    told = formats(minsheng, root)
    assert {each.properties["file"] for each in told["github"]} == {expected}
    assert {each["location"]["path"] for each in told["gitlab"]} == {expected}
    assert {sarif_path(each) for each in told["sarif"]} == {expected}


def test_fingerprints_stay_while_lines_move(minsheng: Minsheng, tmp_path: Path) -> None:
    """Reports put in other order and lines put between change no fingerprint; another month's fault has another."""

    def seen(reports: list[str], head: str = "") -> Counter[str]:
        plan = (ROOT / "data" / "projects.yaml").read_text("utf-8")
        progress = f"department: housing\n{head}reports:\n" + "".join(reports)
        root = write_ledger(tmp_path, {"projects.yaml": plan, "progress/housing.yaml": progress})
        told = json.loads(minsheng("validate", "--ledger", root, "--format", "gitlab").out)
        return Counter(each["fingerprint"] for each in told if each["check_name"] == "M402")

    def month(number: int, *figures: str) -> str:
        return f"  - month: 2023-0{number}\n    reported_on: 2023-0{number + 1}-02\n    figures: {{{', '.join(figures)}}}\n"

    one = month(3, "shantytown-units: 60套", "pocket-parks: 1个")
    two = month(4, "shantytown-units: 70套")
    both = seen([one, two])
    assert len(both) == 3
    assert seen([one, two], head="# 一行说明\n\n") == both
    assert seen([f"  # 三月\n{one}", two]) == both
    assert seen([month(3, "pocket-parks: 1个", "shantytown-units: 61套"), two]) == both
    assert seen([two]) < both
    assert seen([one, month(5, "shantytown-units: 70套")]) != both


def test_equal_remarks_have_fingerprints_of_their_own() -> None:
    once, twice, other = fingerprints([("M1", "a"), ("M1", "a"), ("M1", "a", "b")])
    assert len({once, twice, other}) == 3
    assert fingerprints([("M1", "a", "b"), ("M1", "a")]) == [other, once]


def test_the_suffix_picks_sarif(minsheng: Minsheng, tmp_path: Path) -> None:
    file = tmp_path / "检查.sarif"
    ran = minsheng("validate", "--ledger", ROOT, "--output", file)
    assert (ran.code, ran.out) == (0, "")
    assert f"已写入 {file}" in ran.err
    assert file.read_text("utf-8") == minsheng("validate", "--ledger", ROOT, "--format", "sarif").out


# ---- the writers themselves


def remarks(count: int, **changes: Any) -> list[Annotation]:
    made = Annotation("data/a.yaml", 3, 5, 8, "error", "R1", "标题", "一句话", "f" * 32)._replace(**changes)
    return [made._replace(line=number) for number in range(1, count + 1)]


RULES = [Described("R1", "error", "短名", "为什么", "怎么改")]


@pytest.mark.parametrize(("count", "told"), [(10, False), (11, True)])
def test_github_counts_what_it_will_not_show(count: int, told: bool) -> None:
    found = commands(github.render(remarks(count)))
    assert [each.name for each in found].count("error") == count
    notices = [each for each in found if each.name == "notice"]
    assert [("共错误11处" in each.message) for each in notices] == [True] * told
    assert found[0].name == ("notice" if told else "error")


def test_levels() -> None:
    made = [remarks(1, level=level)[0] for level in ("error", "warning", "note")]
    assert [each.name for each in commands(github.render(made))] == ["error", "warning", "notice"]
    assert [each["severity"] for each in json.loads(gitlab.render(made))] == ["major", "minor", "info"]
    assert [each["level"] for each in sarif_run(sarif.render(made, RULES))["results"]] == [
        *("error", "warning", "note")
    ]


def test_where_nobody_knows_the_end_none_is_told() -> None:
    made = remarks(1, column=5, end=5)
    (command,) = commands(github.render(made))
    assert not {"endLine", "endColumn"} & set(command.properties)
    (result,) = sarif_run(sarif.render(made, RULES))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {
        **{"startLine": 1, "startColumn": 5, "endLine": 1}
    }


def test_nothing_that_a_file_says_does_anything() -> None:
    made = remarks(1, path=f"data/{NASTY}.yaml", title=NASTY, message=f"{NASTY}\n第二行")
    text = github.render(made)
    (command,) = commands(text)
    assert text.count("\n") == 1
    assert command.name == "error"
    assert command.properties["line"] == "1"
    assert command.properties["title"].startswith("a%0A,b:c::error::<000D><000A><001B>[31m")
    for rendered in (text, gitlab.render(made), sarif.render(made, RULES)):
        assert not set("\x1b\r\u202e") & set(rendered)
    (quality,) = json.loads(gitlab.render(made))
    assert "\n" not in quality["description"] + quality["location"]["path"]
    (result,) = sarif_run(sarif.render(made, RULES))["results"]
    assert "](" not in result["message"]["text"]
    assert sarif_path(result) == f"data/{NASTY}.yaml"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=20), st.text(max_size=20), st.lists(st.text(max_size=20), min_size=1, max_size=3))
def test_whatever_a_text_holds_it_is_read_back_as_it_is_shown(path: str, title: str, said: list[str]) -> None:
    (made,) = remarks(1, path=path, title=title, message="\n".join(said))
    lines = [harmless(line) for line in made.message.split("\n")]
    (command,) = commands(github.render([made]))
    place = {"file": harmless(path), "line": "1", "col": "5", "endLine": "1", "endColumn": "8"}
    assert command.properties == {**place, "title": harmless(title)}
    assert command.message == f"{harmless(path)}:1:5: {harmless(title)} " + "\n".join(lines)
    (quality,) = json.loads(gitlab.render([made]))
    assert quality["location"]["path"] == harmless(path)
    assert quality["description"] == "。".join(lines)
    (result,) = json.loads(sarif.render([made], RULES))["runs"][0]["results"]
    assert result["message"]["text"].replace("] (", "](") == "\n".join(lines).replace("] (", "](")
    assert unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == path


def test_a_name_that_is_no_text() -> None:
    made = remarks(1, path="data/\udcff.yaml", message="\udcff")
    assert "data/%FF.yaml" in sarif.render(made, RULES)
    for rendered in (github.render(made), gitlab.render(made), sarif.render(made, RULES)):
        rendered.encode("utf-8")


def test_more_than_github_takes_is_cut_the_worst_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "_MOST", 3)
    made = [*remarks(2, level="note"), *remarks(2, level="error")]
    run = sarif_run(sarif.render(made, RULES))
    assert [each["level"] for each in run["results"]] == ["error", "error", "note"]
    assert "另有1处" in json.dumps(run["invocations"], ensure_ascii=False)
