"""What is offered at Tab: as the shells ask for it, from the ledger that the line names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from minsheng_cli.cli.shell.shells import split
from tests.conftest import ROOT, Minsheng, Result, spawn, write_ledger

YUNXI = ROOT / "tests" / "ledgers" / "yunxi"
HOSTILE = (
    "plan: {title: t, county: c, year: 2025, lead: a, start: 2025-11-01, deadlines: [{date: 2026-02-28}]}\n"
    "departments:\n"
    '  a: {name: "甲 局$(touch pwned)`id`", short: "甲;局 *"}\n'
    '  b: {name: "乙\\e[31m局\\n二", short: "乙:局\'\\"x"}\n'
    "projects:\n"
    '  - {no: 1, id: water, name: "供水 工程: 一期"}\n'
    '  - {no: 2, id: roads, name: "道\\a路"}\n'
    '  - {no: -rf, id: --ledger, name: "桥\\n梁"}\n'
)


@pytest.fixture
def ask(minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What a shell is answered for a line up to the cursor; zsh's answer is the plainest."""
    monkeypatch.chdir(ROOT)
    return Asked(minsheng, monkeypatch)


class Asked:
    def __init__(self, minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch) -> None:
        self._minsheng, self._monkeypatch = minsheng, monkeypatch

    def __call__(self, line: str, shell: str = "zsh", word: str = "") -> list[str]:
        self._monkeypatch.setenv("_MINSHENG_COMPLETE", f"complete_{shell}")
        self._monkeypatch.setenv("_MINSHENG_LINE", f"minsheng {line}")
        self._monkeypatch.setenv("_MINSHENG_WORD", word)
        result: Result = self._minsheng()
        assert (result.code, result.err) == (0, "")
        return result.out.splitlines()

    def values(self, line: str) -> list[str]:
        return [offer.split("\t")[0] for offer in self(line)]


def test_commands_with_what_they_do(ask: Asked) -> None:
    offers = dict(offer.split("\t") for offer in ask(""))
    assert {"validate", "report", "explain", "rules"} <= set(offers)
    assert offers["report"].startswith("进度报表：全县完成多少")
    assert ask.values("rep") == ["report"]


def test_options_in_chinese_and_each_once(ask: Asked) -> None:
    offers = dict(offer.split("\t") for offer in ask("report --month 2023-08 --"))
    assert offers["--help"] == "显示这份说明"
    assert offers["--format"].startswith("输出格式")
    assert "--month" not in offers


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("report --month 2023-1", ["2023-10\t2023年10月", "2023-11\t2023年11月", "2023-12\t2023年12月"]),
        ("report --month=2023-01", ["2023-01\t2023年1月"]),
        ("report -p 2", ["2\t城镇老旧小区改造工程", "20\t政务服务“掌上办”提升工程"]),
        ("report -p sh", ["shantytown\t1 棚户区改造工程"]),
        ("report -p 棚", ["棚户区改造工程\t第1项"]),
        ("history 2", ["2\t城镇老旧小区改造工程", "20\t政务服务“掌上办”提升工程"]),
        ("history shantytown", ["shantytown\t1 棚户区改造工程", "shantytown-units\t新开工"]),
        ("trace 新开", ["新开工\t1 棚户区改造工程"]),
        ("report -d 住", ["住建局\t献县住房和城乡建设局"]),
        ("report -d 献县住", ["献县住房和城乡建设局\thousing"]),
        ("report -d hou", ["housing\t住建局"]),
        ("record hou", ["housing\t住建局"]),
        ("record 住建局 2023-1", ["2023-10\t2023年10月", "2023-11\t2023年11月", "2023-12\t2023年12月"]),
        ("record 住建局 2023-08 --set sh", ["shantytown-units=\t新开工"]),
        ("record 住建局 2023-08 --set pocket-parks=5 --note 民", ["民心公园=\tminxin-park"]),
        ("record 住建局 2023-08 --revision=old", ["old-communities=\t老旧小区改造"]),
        ("record two-offices 2023-08 --set ", []),
        ("report -s 逾", ["逾期\tmissed"]),
        ("report -s m", ["missed\t逾期"]),
        ("explain M402", ["M402\t数字里带了单位"]),
        ("explain m402", ["m402\t数字里带了单位"]),
        ("explain 402", ["402\t数字里带了单位"]),
        ("explain unit-in", ["unit-in-number\t数字里带了单位"]),
        ("report --color n", ["never\t不用颜色"]),
        ("validate --format j", ["json\t"]),
        ("report --by a", ["area\t领域"]),
    ],
)
def test_what_fits(line: str, offers: list[str], ask: Asked) -> None:
    assert ask(line) == offers


def test_every_month_that_may_be_asked_for(ask: Asked, minsheng: Minsheng, tmp_path: Path) -> None:
    assert ask.values("report --month ") == [f"2023-{number:02d}" for number in range(1, 13)]
    write_ledger(tmp_path, {"projects.yaml": HOSTILE})
    assert ask.values(f"report --ledger {tmp_path} --month ") == ["2025-11", "2025-12", "2026-01", "2026-02"]


def test_the_ledger_on_the_line_or_in_the_surroundings(
    ask: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask.values(f"report --ledger {YUNXI} -d ") == ["县府办", "云溪县水利局", "教育局"]
    monkeypatch.setenv("HOME", str(YUNXI.parent))
    for typed in ("--ledger=~/yunxi", "--ledger '~/yunxi'", "--ledger $HOME/yunxi"):
        assert ask.values(f"report {typed} -p k") == ["kindergartens"]
    monkeypatch.setenv("MINSHENG_LEDGER", str(YUNXI))
    assert ask.values("report -p ha") == ["hall"]
    monkeypatch.setenv("MINSHENG_LEDGER", str(tmp_path))
    assert ask.values("report -p ") == []


def test_bash_is_offered_names_where_nothing_was_begun(ask: Asked) -> None:
    assert ask("report -p ", "bash")[0] == "棚户区改造工程"
    assert ask("report -p ")[0] == "1\t棚户区改造工程"


@pytest.mark.parametrize(
    ("line", "word", "offer"),
    [
        ("report --month=2023-12", "2023-12", "2023-12"),
        ("report --month=", "", "2023-01"),
        ("report -p “河", "“河", "“河北福嫂·燕赵家政”提质扩容工程"),
        ("report --ledger {hostile} -p 供", "供", r"供水\ 工程:\ 一期"),
        ("report --ledger {hostile} -p '供", "供", "供水 工程: 一期"),
        ("report --ledger {hostile} -p 供水\\ 工程:", "", r"\ 一期"),
        ("report --ledger {hostile} -d 甲", "甲", r"甲\;局\ \*"),
        ("report --ledger {hostile} -d 乙", "乙", r"乙:局\'\"x"),
        ("report --ledger {hostile} -d '乙", "乙", "乙:局'\\''\"x"),
        ('report --ledger {hostile} -d "乙', "乙", "乙:局'\\\"x"),
    ],
)
def test_bash_can_take_what_it_is_offered(
    line: str, word: str, offer: str, ask: Asked, tmp_path: Path
) -> None:
    write_ledger(tmp_path, {"projects.yaml": HOSTILE})
    assert ask(line.format(hostile=tmp_path), "bash", word)[0] == offer


def test_fish_takes_an_option_and_its_value_for_one_word(ask: Asked) -> None:
    assert ask("report --month=2023-12", "fish") == ["--month=2023-12\t2023年12月"]


def test_powershell_asks_in_its_own_way(
    minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_ledger(tmp_path, {"projects.yaml": HOSTILE})
    monkeypatch.setenv("_MINSHENG_COMPLETE", "complete_powershell")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"minsheng report --ledger {tmp_path} -p 供")
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", "供")
    assert minsheng().out == "'供水 工程: 一期':::第1项\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("option", ["-p ", "-p r", "-p 1", "-p 道", "-d ", "-d b", "-d 乙"])
def test_nothing_of_a_hostile_ledger_gets_out_raw(
    option: str, shell: str, ask: Asked, tmp_path: Path
) -> None:
    write_ledger(tmp_path, {"projects.yaml": HOSTILE})
    offers = ask(f"report --ledger {tmp_path} {option}", shell)
    for offer in offers:
        assert not any(sign < " " and sign != "\t" for sign in offer)
        assert offer.count("\t") <= 1
        assert not offer.startswith("-")
        assert not offer.startswith(("道", "桥"))


def test_a_plan_that_is_broken_further_down_still_helps(ask: Asked, tmp_path: Path) -> None:
    plan = (YUNXI / "data" / "projects.yaml").read_text("utf-8")
    write_ledger(tmp_path, {"projects.yaml": plan.replace("no: 3", "no: [3")})
    assert ask.values(f"report --ledger {tmp_path} -d ") == ["县府办", "云溪县水利局", "教育局"]
    assert ask.values(f"report --ledger {tmp_path} -p ") == ["1", "2"]
    assert len(ask.values(f"report --ledger {tmp_path} -m ")) == 10


@pytest.mark.parametrize(
    "plan",
    [
        "",
        "plan: [\n",
        "- a\n",
        "\0",
        b"\xff\xfe\x00",
        "projects: 3\nplan: {start: 1}\n",
        "plan: {start: 2025-01-01, year: 9999}\n",
    ],
)
def test_nothing_to_offer_is_no_reason_to_complain(plan: str | bytes, ask: Asked, tmp_path: Path) -> None:
    write_ledger(tmp_path, {"projects.yaml": plan})
    for option in ("--month", "--project", "--department"):
        assert len(ask(f"report --ledger {tmp_path} {option} ")) <= 60


@pytest.mark.parametrize(
    "line",
    [
        "--version ",
        "--help ",
        "--install-completion ",
        "nonsense ",
        "report --month ' ",
        "report -- ",
        "'",
        "report --ledger \\",
        "report --by --by ",
        "-",
    ],
)
def test_half_a_line_may_be_anything(line: str, ask: Asked) -> None:
    for shell in ("bash", "zsh", "fish"):
        ask(line, shell)


@pytest.mark.parametrize(
    "wish", ["complete", "bogus", "complete_tcsh", "_", "source_x", "complete_bash\x1b[2J\nx"]
)
def test_a_wish_that_makes_no_sense_is_a_sentence(wish: str) -> None:
    result = spawn(env={"_MINSHENG_COMPLETE": wish})
    said = result.stderr.decode()
    assert (result.returncode, result.stdout) == (2, b"")
    assert "_MINSHENG_COMPLETE" in said
    assert len(said.splitlines()) == 2
    assert "\x1b" not in said


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_variables_that_are_missing_are_no_mistake(shell: str) -> None:
    result = spawn(env={"_MINSHENG_COMPLETE": f"complete_{shell}"})
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"report" in result.stdout


def test_the_shell_is_answered_in_the_encoding_in_which_it_asks() -> None:
    surroundings = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    line = {"_MINSHENG_COMPLETE": "complete_zsh", "_MINSHENG_LINE": "minsheng report -d 住"}
    result = spawn(env={**surroundings, **line})
    assert result.stdout.decode() == "住建局\t献县住房和城乡建设局\n"


def test_completion_reads_the_plan_without_the_models() -> None:
    code = (
        "import sys; from minsheng_cli.cli.app import run; code = run([]);"
        "print([name for name in ('pydantic', 'minsheng_cli.fields', 'minsheng_cli.kinds', 'minsheng_cli.model', 'rich.table') if name in sys.modules], file=sys.stderr)"
    )
    env = {**os.environ, "_MINSHENG_COMPLETE": "complete_zsh", "_MINSHENG_LINE": "minsheng report -d hou"}
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, check=True, timeout=60
    )
    assert result.stdout.decode() == "housing\t住建局\n"
    assert result.stderr == b"[]\n"


@pytest.mark.parametrize(
    ("line", "words", "text", "quote"),
    [
        ("a b c", ["a", "b"], "c", ""),
        ("a b ", ["a", "b"], "", ""),
        ("a 'b c", ["a"], "b c", "'"),
        ("a b\\ c", ["a"], "b c", ""),
        ('a "b \\"c\\d', ["a"], 'b "c\\d', '"'),
        ("a '' ''", ["a", ""], "", ""),
        ("", [], "", ""),
    ],
)
def test_a_line_is_split_as_a_shell_would(line: str, words: list[str], text: str, quote: str) -> None:
    assert split(line) == (words, (text, quote))
