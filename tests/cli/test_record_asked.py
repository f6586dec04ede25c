"""record in a real terminal: its questions, what it says of an answer, and what is written at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from tests.cli.test_fix import contents
from tests.terminal import ESCAPES, home, terminal
from tests.test_cases import overlay

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
HOUSING = "data/progress/housing.yaml"
TRANSPORT = "data/progress/transport.yaml"
DAY, SURE = "报送日期，直接回车就是", "不写打 n："


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return overlay(tmp_path / "ledger", tmp_path / "nothing")


class Talk:
    """A conversation with the command."""

    def __init__(self, child: pexpect.spawn) -> None:
        self.child = child
        self.said = ""

    def answer(self, question: str, *texts: str) -> str:
        """The answers to a question that is asked so many times; what was said between the one before and the last."""
        before = ""
        for text in texts:
            self.child.expect_exact(question)
            before += self._told(question)
            self.child.sendline(text)
        return before

    def end(self) -> int:
        self.child.expect(pexpect.EOF)
        self._told("")
        self.child.wait()
        return int(self.child.exitstatus)

    def _told(self, question: str) -> str:
        before = ESCAPES.sub("", str(self.child.before)).replace("\r\n", "\n")
        self.said += before + question
        return before


@contextmanager
def talking(root: Path, *arguments: str) -> Iterator[Talk]:
    command = [sys.executable, "-m", "minsheng_cli", "record", *arguments, "--ledger", str(root)]
    with terminal(command, home(root.parent / "home"), columns=120) as child:
        yield Talk(child)


def test_a_new_month_is_asked_for(root: Path) -> None:
    with talking(root, "交通局", "2024-07") as talk:
        assert talk.answer("7月累计（公里）：", "6") == (
            "交通局　2024年7月　新报，共2项\n"
            "直接回车不改，没有报过的就是不报；按 Ctrl-C 退出，什么也不写。\n\n"
            "1/2　农村公路（rural-roads）　目标28.5公里（原目标26.5公里）\n"
            "    4月报7.85公里，默认序时7月应到16.63公里\n    "
        )
        refused = talk.answer("直接回车再填：", "")
        assert "M401 “农村公路”（rural-roads）累计数从2024-04的7.85公里变成2024-07的6公里，变小了" in refused
        assert TRANSPORT not in refused
        assert "M402 " in talk.answer("7月累计（公里）：", "11公里", "11.05")
        talk.answer("说明（给看报表的人，直接回车不写）：", "雨天多: 停工 #1")
        assert "累计数要包括年初已有的800盏" in talk.answer("7月累计（盏）：", "")
        talk.answer("第1条：", "roads：沥青供应不足")
        assert "看不见的字符：a<FEFF>b" in talk.answer("第2条：", "a\ufeffb", "")
        talk.answer("第1条：", "")
        assert "写成 2024-08-02" in talk.answer(DAY, "2024.8.2", "2024-06-30")
        assert "M326 " in talk.answer(DAY, "2024-08-02")
        shown = talk.answer(SURE, "什么", "", "y")
        assert "    农村公路（rural-roads）：11.05公里（新填）\n" in shown
        assert '      +       rural-roads: {done: 11.05, note: "雨天多: 停工 #1"}\n' in shown
        assert talk.end() == 0
        assert f"已写入 {TRANSPORT}：2024-07月报\n" in talk.said
    added = (
        "  - month: 2024-07\n    reported_on: 2024-08-02\n    figures:\n"
        '      rural-roads: {done: 11.05, note: "雨天多: 停工 #1"}\n'
        "    problems: [{project: roads, text: 沥青供应不足}]\n"
    )
    assert (root / TRANSPORT).read_text("utf-8").endswith(added)


def test_a_figure_that_is_hardly_likely_is_asked_for_again_unless_it_is_explained(root: Path) -> None:
    doubted = "没有填错的，写一句说明；填错了的，直接回车再填："
    with talking(root, "交通局", "2024-07") as talk:
        assert "M43" in talk.answer("7月累计（公里）：", "110.5") + talk.answer(doubted, "")
        talk.answer("7月累计（公里）：", "110.5")
        talk.answer(doubted, "含县道改造")
        talk.answer("7月累计（盏）：", "")
        talk.answer("第1条：", "")
        talk.answer("第1条：", "")
        talk.answer(DAY, "2024-08-02")
        talk.answer(SURE, "y")
        assert talk.end() == 0
    assert "rural-roads: {done: 110.5, note: 含县道改造}" in (root / TRANSPORT).read_text("utf-8")


def test_a_report_that_is_there_is_changed_where_something_was_typed(root: Path) -> None:
    before = (root / HOUSING).read_text("utf-8")
    with talking(root, "住建局", "2024-04") as talk:
        assert "已经报过，改哪一项填哪一项，共5项" in talk.answer("累计（套），现在是104套：", "100")
        talk.answer("累计（套），现在是28套：", "")
        every = "复兴小区，光明小区、东关小区"
        items = talk.answer("一个没有打 0），现在是2个（复兴小区、光明小区）：", every)
        assert "点位：fuxing 复兴小区、guangming 光明小区、dongguan 东关小区" in items
        assert "3月报立项，时间表4月应到未启动" in talk.answer("4月到哪个节点，现在是开工：", "立项")
        assert "说明现在是“4月18日进场”" in talk.answer("直接回车留着：", "无")
        talk.answer("4月到哪个节点，现在是开工：", "")
        talk.answer("第1条：", "")
        assert "第1条：中心公园提前开工\n" in talk.answer("第2条：", "二期开工")
        talk.answer("第3条：", "")
        talk.answer(f"{DAY}2024-05-06：", "")
        talk.answer(SURE, "是")
        assert talk.end() == 0
    wanted = before
    for old, new in (
        ("new-homes: 104", "new-homes: 100"),
        ("[fuxing, guangming]", "[fuxing, guangming, dongguan]"),
        ("{stage: 开工, note: 4月18日进场}", "{stage: 立项}"),
        ("提前开工]", "提前开工, 二期开工]"),
    ):
        wanted = wanted.replace(old, new)
    assert (root / HOUSING).read_text("utf-8") == wanted


def test_a_fall_is_taken_with_its_reason(root: Path) -> None:
    with talking(root, "住建局", "2024-04") as talk:
        talk.answer("现在是104套：", "70")
        talk.answer("直接回车再填：", "因重复统计核减")
        talk.answer("现在是28套：", "20")
        talk.answer("现在是2个", "")
        talk.answer("现在是开工：", "", "")
        talk.answer("第1条：", "")
        talk.answer("第2条：", "")
        talk.answer(DAY, "")
        talk.answer(SURE, "y")
        assert talk.end() == 0
    text = (root / HOUSING).read_text("utf-8")
    assert "      new-homes: {done: 70, revision: 因重复统计核减}\n      rental-homes: 20\n" in text


@pytest.mark.parametrize("leave", ["ctrl-c", "ctrl-d", "no", "nothing"])
def test_nothing_is_written_where_somebody_leaves(leave: str, root: Path) -> None:
    before = contents(root)
    with talking(root, "交通局", "2024-05") as talk:
        talk.answer("5月累计（公里）：", "" if leave == "nothing" else "11.05")
        if leave in ("ctrl-c", "ctrl-d"):
            talk.child.expect_exact("5月累计（盏）：")
            (talk.child.sendintr if leave == "ctrl-c" else talk.child.sendeof)()
        else:
            talk.answer("5月累计（盏）：", "")
            talk.answer("第1条：", "", "")
        if leave == "no":
            talk.answer(DAY, "2024-06-02")
            talk.answer(SURE, "n")
        code = talk.end()
    assert code == (130 if leave.startswith("ctrl") else 0)
    assert talk.said.splitlines()[-1] == (
        "已中断" if code else "什么也没有填，没有写" if leave == "nothing" else "没有写"
    )
    assert contents(root) == before


def test_what_somebody_else_has_written_meanwhile_stays(root: Path) -> None:
    """It is said, what will be written is shown once more, and asked once more."""
    with talking(root, "交通局", "2024-04") as talk:
        talk.answer("现在是7.85公里：", "8.05")
        talk.answer("直接回车留着：", "")
        talk.answer("现在是912盏：", "")
        talk.answer("第1条：", "", "")
        text = (root / TRANSPORT).read_text("utf-8")
        (root / TRANSPORT).write_text(text.replace("street-lamps: 912", "street-lamps: 920"), "utf-8")
        talk.answer(f"{DAY}2024-05-03：", "")
        assert f"{TRANSPORT} 刚刚被别人改过" in talk.answer(SURE, "y", "y")
        assert talk.end() == 0
    after = (root / TRANSPORT).read_text("utf-8")
    assert "rural-roads: {done: 8.05, note: 雨天多}\n      street-lamps: 920\n" in after


def test_nobody_is_asked_where_an_older_month_keeps_it_from_being_written(root: Path) -> None:
    text = (root / HOUSING).read_text("utf-8")
    (root / HOUSING).write_text(text.replace("new-homes: 36", "new-homes: 36套"), "utf-8")
    with talking(root, "住建局", "2024-05") as talk:
        assert talk.end() == 1
    assert "M402" in talk.said
    assert "台账里原来就有1处错误，没有问下去" in talk.said
