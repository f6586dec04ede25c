"""diff as GitHub, GitLab and SARIF show it beside the lines of a change."""

from __future__ import annotations

import json
from pathlib import Path

from tests.annotations.reading import commands, sarif_path, sarif_run
from tests.conftest import Minsheng
from tests.repositories import Repository
from tests.review.county import FILES, HOUSING, HOUSING_AUGUST

HOUSING_FILE = "清河/data/progress/housing.yaml"


def county(path: Path) -> Repository:
    """The ledger in a folder of the repository, with a change of the plan, of July and a new month."""
    made = Repository(path)
    made.write({f"清河/{name}": text for name, text in FILES.items()})
    made.commit("七月")
    made.write(
        {HOUSING_FILE: HOUSING.replace("shantytown-units: 206", "shantytown-units: 205") + HOUSING_AUGUST}
    )
    made.replace("清河/data/projects.yaml", "target: 291", "target: 280")
    made.write({"清河/data/progress/reform.yaml": "department: reform\nreports: []\n"})
    return made


def test_every_row_is_a_remark_on_a_line_that_there_is(minsheng: Minsheng, tmp_path: Path) -> None:
    ledger = county(tmp_path).path / "清河"
    told = {
        name: minsheng("diff", "HEAD", "--format", name, "--ledger", ledger).out
        for name in ("github", "gitlab", "sarif")
    }
    notices = [each for each in commands(told["github"]) if "file" in each.properties]
    qualities, results = json.loads(told["gitlab"]), sarif_run(told["sarif"])["results"]
    assert len(notices) == len(qualities) == len(results) == 11
    for notice, quality, result in zip(notices, qualities, results, strict=True):
        path, line = notice.properties["file"], int(notice.properties["line"])
        assert quality["location"] == {"path": path, "lines": {"begin": line}}
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (sarif_path(result), region["startLine"]) == (path, line)
        assert line <= len((tmp_path / path).read_text("utf-8").splitlines())
        assert notice.name == {"warning": "warning", "note": "notice"}[result["level"]]
    by_rule = {each["ruleId"]: each for each in results}
    assert by_rule["diff-plan"]["level"] == "warning"
    assert by_rule["diff-plan"]["message"]["text"].startswith(
        "1 棚户区改造的新开工 目标值 291 → 280 套（-11）"
    )
    earlier = next(each for each in notices if "206 → 205 套" in each.message)
    assert (earlier.name, earlier.properties["file"]) == ("warning", HOUSING_FILE)
    assert "没有写原因" in earlier.message
    removed = by_rule["diff-removed"]
    assert sarif_path(removed) == "清河/data/progress/reform.yaml"


def test_a_remark_keeps_its_fingerprint_when_lines_move(minsheng: Minsheng, tmp_path: Path) -> None:
    made = county(tmp_path)
    ask = ("diff", "HEAD", "--format", "gitlab", "--ledger", made.path / "清河")
    before = json.loads(minsheng(*ask).out)
    made.write({HOUSING_FILE: f"# 一行\n\n{(made.path / HOUSING_FILE).read_text('utf-8')}"})
    after = json.loads(minsheng(*ask).out)
    assert [each["fingerprint"] for each in before] == [each["fingerprint"] for each in after]
    assert len({each["fingerprint"] for each in before}) == len(before)
    assert before != after


def test_nothing_changed_is_a_valid_file(minsheng: Minsheng, tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.write(FILES)
    made.commit()
    told = {
        name: minsheng("diff", "HEAD", "--format", name, "--ledger", made.path).out
        for name in ("github", "gitlab", "sarif")
    }
    assert (told["github"], json.loads(told["gitlab"]), sarif_run(told["sarif"])["results"]) == ("", [], [])
