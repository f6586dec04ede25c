"""explain and rules: what the rules say of themselves, on any terminal and without a ledger."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from minsheng_cli.finding import Explained
from minsheng_cli.rules.catalogue import Rule, catalogue
from minsheng_cli.views.cells import width
from minsheng_cli.views.lines import plain
from minsheng_cli.views.rules.text import listed, render
from tests.conftest import ROOT, Minsheng, write_ledger

UNIT = "M402 错误  "


@pytest.mark.parametrize(
    "typed", ["M402", "m402", "402", "unit-in-number", "unit_in_number", "UNIT-IN-NUMBER", " Ｍ４０２ "]
)
def test_a_rule_goes_by_its_code_and_its_name(typed: str, minsheng: Minsheng) -> None:
    result = minsheng("explain", typed)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(UNIT)


@pytest.mark.parametrize(
    ("typed", "sentence", "hint"),
    [
        ("M499", "没有“M499”这条规则", "M501（"),
        ("207", "没有“207”这条规则", "M206（"),
        ("M4020", "没有“M4020”这条规则", "相近的有 M6"),
        ("unit-in-numbr", "没有“unit-in-numbr”这条规则", "M402（"),
        ("累计", "没有“累计”这条规则", "minsheng rules"),
        ("", "没有“”这条规则", "minsheng rules"),
        ("M", "没有“M”这条规则", "minsheng rules"),
        ("M4", "没有“M4”这条规则", "代码是 M 加三位数"),
        ("bad-date", "叫“bad-date”的规则有3条", "M208（"),
    ],
)
def test_an_unknown_code_is_answered_with_the_nearest(
    typed: str, sentence: str, hint: str, minsheng: Minsheng
) -> None:
    result = minsheng("explain", typed)
    assert (result.code, result.out) == (2, "")
    assert sentence in result.err
    assert hint in result.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("explain",), "缺少参数 代码"),
        (("explain", "M401", "M402"), "多写了参数：M402"),
        (("explain", "M401", "--format", "jsn"), "是不是 json？"),
        (("rules", "--format", "table"), "可选：text、json"),
        (("rules", "--color", "yes"), "--color 不能是“yes”"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], words: str, minsheng: Minsheng) -> None:
    result = minsheng(*arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: str(rule.code))
def test_what_is_read_off_a_file_is_what_python_makes_of_it(rule: Rule) -> None:
    told, module = rule.explained, rule.module
    assert told == Explained(
        rule.code, rule.name, module.SEVERITY, module.TITLE, module.WHY, module.MEND, module.BAD, module.GOOD
    )


@pytest.mark.parametrize("cells", [24, 40, 80])
def test_nothing_is_cut_or_too_wide(cells: int) -> None:
    rules = [rule.explained for rule in catalogue()]
    for lines, texts in (
        (listed(rules, cells), [rule.title for rule in rules]),
        *((render(rule, cells), [rule.title, rule.why, rule.bad, rule.good, rule.mend]) for rule in rules),
    ):
        text = plain(lines)
        assert max(width(line) for line in text.split("\n")) <= cells
        bare = "".join(text.split())
        for each in texts:
            assert "".join(each.split()) in bare or cells < 40


def test_the_list_has_every_rule_once_under_its_family(minsheng: Minsheng) -> None:
    result = minsheng("rules")
    assert result.code == 0
    told = [line.split()[0] for line in result.out.splitlines() if line]
    codes = [rule.code for rule in catalogue()]
    assert [word for word in told if word in codes] == codes
    assert [word for word in told if word not in codes] == [f"{digit}xx" for digit in "123456"]
    assert f"共{len(codes)}条" in result.err
    assert minsheng("rules", "--quiet").err == ""


def test_a_family_without_rules_is_not_shown() -> None:
    one = Explained("M301", "x", "error", "短名", "因为。", "改。", "a", "b")
    assert plain(listed([one], None)) == "3xx 进度\n  M301 错误  短名\n"


def test_a_deep_example_fits_a_narrow_terminal() -> None:
    deep = "a:\n" + " " * 20 + "b: 路灯和农村公路一共做了多少"
    told = Explained("M301", "x", "error", "短名", "因为。", "改。", deep, "c")
    assert max(map(width, plain(render(told, 24)).split("\n"))) <= 24


def test_neither_needs_a_ledger_or_the_models(tmp_path: Path) -> None:
    for arguments in (["rules"], ["explain", "M401"], ["explain", "M999"]):
        script = f"""
import sys
from minsheng_cli.cli.app import run
code = run({arguments!r})
loaded = {{"yaml", "minsheng_cli.model", "minsheng_cli.kinds", "minsheng_cli.fields", "minsheng_cli.source"}} & set(sys.modules)
assert not loaded, loaded
sys.exit(code)
"""
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, timeout=60, check=False
        )
        assert done.returncode == (2 if "M999" in arguments else 0), done.stderr.decode()


def test_every_code_that_validate_prints_can_be_explained(minsheng: Minsheng) -> None:
    found = minsheng("validate", "--ledger", ROOT, "--format", "json").json["findings"]
    for code in {each["code"] for each in found}:
        assert minsheng("explain", code).code == 0


def test_the_last_month_of_the_calendar_has_none_after_it(minsheng: Minsheng, tmp_path: Path) -> None:
    """The plan does not say what year it is, so nothing keeps a report from that month."""
    report = "  - {month: 9999-12, reported_on: 2024-01-05, figures: {}}\n"
    files = {
        "projects.yaml": "plan: {}\n",
        "progress/health.yaml": f"department: health\nreports:\n{report * 2}",
    }
    found = minsheng("validate", "--ledger", write_ledger(tmp_path, files), "--format", "json").json[
        "findings"
    ]
    assert {"M323", "M326"} <= {each["code"] for each in found}
