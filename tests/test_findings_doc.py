"""docs/findings.md is what its script makes of the rules and the broken ledgers today."""

from __future__ import annotations

import re

from minsheng_cli.rules.catalogue import catalogue
from tests.conftest import ROOT, refresher_of

DOCUMENT = (ROOT / "docs" / "findings.md").read_text("utf-8")
refresher = refresher_of("findings")


def test_document_is_what_the_script_gives() -> None:
    same = refresher.document() == DOCUMENT
    assert same, "a rule or what it says has changed: run python docs/refresh_findings.py"


def test_every_rule_stands_in_it_with_all_that_is_told() -> None:
    sections = re.split(r"^### ", DOCUMENT, flags=re.MULTILINE)[1:]
    assert [section[:4] for section in sections] == [rule.code for rule in catalogue()]
    for section in sections:
        for part in ("**为什么：** ", "错的写法：", "对的写法：", "**怎么改：** ", "检查时这样说："):
            assert section.count(part) == 1


def test_messages_that_differ_in_names_and_numbers_only_are_one() -> None:
    def message(sentence: str) -> str:
        wording: str = refresher.Message(sentence, "写成：1").wording
        return wording

    assert message("“路灯”（street-lamps）累计60盏") == message("“农村公路”（rural-roads）累计7.85公里")
    assert message("第3行已经用过") == message("第12行已经用过")
    assert message("“路灯”累计60盏") != message("“路灯”新增60盏")
