"""Text from files and from the command line is shown harmless, and never at a length that nobody can read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minsheng_cli.terms import MOST_QUOTED, MOST_SAID, bounded, shortened
from minsheng_cli.views.exact_json import dumps
from minsheng_cli.views.findings.excerpt import excerpt
from minsheng_cli.views.harmful import harmless
from tests.conftest import Minsheng
from tests.test_cases import BASE, overlay

HARMFUL = (
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e",
    *"\u2060\u2061\u2066\u2067\u2068\u2069\u206f\ufeff\u00ad\u3164\ufff9\ufffe\uffff",
    *"\ud800\udbff\udc80\udcff\udfff\U000e0001\U000e0041\U000e007f",
)
PLAIN = "县城 Abc 12.5% “引号”（括号）·—…①℃㎡　全角，。；：é ｶﾞ 😀 𠮷"
VICTIM = "data/progress/transport.yaml"


@pytest.mark.parametrize("sign", HARMFUL, ids=lambda sign: f"U+{ord(sign):04X}")
def test_what_is_harmful_is_shown_as_its_number(sign: str) -> None:
    assert harmless(f"前{sign}后") == f"前<{ord(sign):04X}>后"
    written = dumps([f"前{sign}后"])
    assert json.loads(written) == [f"前{sign}后"]
    written.encode()
    assert sign not in written.replace("\n", "")


def test_what_people_type_stays() -> None:
    assert harmless(PLAIN) == PLAIN
    assert json.loads(dumps([PLAIN])) == [PLAIN]
    assert PLAIN in dumps([PLAIN])


def test_piled_marks_are_cut() -> None:
    assert harmless("e" + "\u0301" * 50_000) == "e" + "\u0301" * 3 + "<…>"
    assert harmless("e\u0301\u0323") == "e\u0301\u0323"


def test_a_long_text_is_cut_in_its_middle_for_everybody_to_see() -> None:
    assert shortened("文" * MOST_QUOTED) == "文" * MOST_QUOTED
    assert shortened("头" + "文" * 1_000_000 + "尾") == "头" + "文" * 39 + "……" + "文" * 39 + "尾"
    sentence = bounded(f"写的是“{'x' * 1_000_000}”，这里要填数字")
    assert sentence == f"写的是“{'x' * 40}……{'x' * 40}”，这里要填数字"
    assert len(bounded("“" * 1_000_000)) == MOST_SAID + 2


LONG = 900_000
TYPED = {
    "figure": f"street-lamps: '{'x' * LONG}'",
    "key": f"'{'x' * LONG}': 1",
    "chinese key": f"{'路' * (LONG // 3)}: 1",
    "number": f"street-lamps: {'9' * LONG}",
    "zeros": f"street-lamps: {'0' * LONG}x",
    "groups": f"street-lamps: 1{',111' * (LONG // 4)}",
    "spaces": f"street-lamps: '1{' ' * LONG}+'",
    "marks": f"street-lamps: '1{chr(0x301) * (LONG // 2)}'",
    "ligatures": f"street-lamps: '{chr(0xFDFA) * (LONG // 3)}'",
    "escapes": 'street-lamps: "' + "\\e[31m\\u202e" * (LONG // 12) + '"',
    "no quotes to the end": f"street-lamps: '{'“' * (LONG // 3)}'",
    "tag": f"street-lamps: !{'x' * LONG} 1",
    "anchor": f"street-lamps: &{'x' * LONG} 1",
    "alias": f"street-lamps: *{'x' * LONG}",
    "full-width colon": f"{'x' * 1_000}：{'1' * LONG}",
    "many on one line": "street-lamps: 912, " * (LONG // 19),
    "brackets": "street-lamps: " + "[" * LONG,
}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
def test_a_megabyte_typed_in_one_place(typed: str, tmp_path: Path, minsheng: Minsheng) -> None:
    root = overlay(tmp_path / "ledger", tmp_path / "nothing")
    text = (BASE / VICTIM).read_text("utf-8")
    assert "street-lamps: 912" in text
    (root / VICTIM).write_text(text.replace("street-lamps: 912", typed), "utf-8")
    for command in (
        ("validate",),
        ("validate", "--format", "json"),
        ("report",),
        ("report", "--allow-invalid"),
    ):
        result = minsheng(*command, "--ledger", root)
        assert result.code in (0, 1)
        assert len(result.out) + len(result.err) < 20_000
        assert not set("\x1b\u202e") & set(result.out + result.err)
    findings = minsheng("validate", "--ledger", root, "--format", "json").json["findings"]
    for each in findings:
        line = text.count("\n") and (root / VICTIM).read_text("utf-8").split("\n")[each["line"] - 1]
        assert line
        shown = excerpt(line, each["line"], each["column"], 80)
        assert all(len("".join(text for text, _ in each)) < 400 for each in shown)


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "--project", "x" * 100_000),
        ("report", "--department", "\x1b[31m" * 10_000),
        ("report", "--status", "\udcff\u202e"),
        ("report", "--month", "9" * 100_000),
        ("report", "--output", "/nowhere/\x1b[31m\udcff"),
        ("explain", "\x1b]0;x\x07" * 10_000),
        ("explain", "٣" * 5_000),
        ("validate", "--format", "\u2066" * 1_000),
        ("validate", "\x1b[2J"),
        ("validate", "--\x1b[2J"),
        ("\udcff",),
        ("validate", "--ledger", "x" * 100_000),
        ("validate", "--ledger", "a\0b"),
    ],
    ids=lambda arguments: ascii(" ".join(arguments))[:30],
)
def test_arguments(arguments: tuple[str, ...], minsheng: Minsheng) -> None:
    ledger = (
        () if "--ledger" in arguments or arguments[0] not in ("report", "validate") else ("--ledger", BASE)
    )
    result = minsheng(*arguments, *ledger)
    assert result.code == 2, result
    assert len(result.err) < 5_000
    assert not set("\x1b\x07\udcff\u202e\u2066\0") & set(result.out + result.err)
