"""Text from files stays plain text in Markdown, in a table's cell as at the beginning of a line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from minsheng_cli.views.gfm import listed, paragraph, table, text
from minsheng_cli.views.harmful import harmless

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FOUND = re.compile(
    r"@[\w-]|[#!$%&~^][0-9A-Za-z_\"]|://|\bwww\.|:[0-9A-Za-z_+-]+:|\bGH-[0-9]|\b(?=[0-9]*[a-f])[0-9a-f]{7,40}\b",
    re.IGNORECASE | re.ASCII,
)
"""What sites look for in a finished page: people, numbers of issues and commits, addresses, pictures."""
NASTY = (
    "a|b",
    "a\\|b",
    "a\\\\|b",
    "\\",
    "`x`",
    "``",
    "**粗** *斜* __粗__ _斜_ ~~删~~",
    "[链接](http://evil.example)",
    "![图](x.png)",
    "<script>alert(1)</script>",
    "<!-- 藏 -->",
    "&lt;b&gt; &#64;x &amp;",
    "@everyone 请看 @user",
    "修复 #123，见 GH-45、!67、owner/repo#8",
    "https://evil.example www.evil.example a@b.example mailto:a@b.example",
    "<https://evil.example>",
    "- 一",
    "+ 一",
    "* 一",
    "1. 一",
    "1) 一",
    "# 一",
    "> 一",
    "===",
    "---",
    "```sh",
    "~~~",
    ": 释义",
    "[^1]: 注",
    "|---|",
    "$x$ ^y^ {{ z }} {% z %}",
    ":smile: :+1:",
    "deadbeef 0123456789abcdef0123456789abcdef01234567",
    "行一\n\n行二\r\n# 三",
    "\x1b[31m红\u202e反\u200b藏\ufeff",
    "  前后空格  ",
    "\u3000全角空格\u3000",
    "\t制表",
    "",
)
SIGNS = st.text(
    st.sampled_from("|\\`*_~[]()<>#!&@:/.-+=1a中 \u3000\n\t\"'^${}%w") | st.characters(), max_size=40
)


def shown(markdown: str, kind: str) -> list[str]:
    """The texts of all cells or paragraphs; nothing but text may be in them."""
    tokens = PARSER.parse(markdown)
    allowed = {
        "table_open", "thead_open", "tr_open", "th_open", "th_close", "tr_close", "thead_close",
        "tbody_open", "td_open", "td_close", "tbody_close", "table_close", "inline",
    } if kind == "cell" else {
        "paragraph_open", "paragraph_close", "inline", "bullet_list_open", "bullet_list_close",
        "list_item_open", "list_item_close",
    }  # fmt: skip
    assert {token.type for token in tokens} <= allowed
    found = []
    for token in tokens:
        if token.type == "inline":
            children = token.children or []
            assert {child.type for child in children} <= {"text", "text_special"}, markdown
            found.append("".join(child.content for child in children))
    return found


def check(words: str) -> None:
    plain = harmless(words)
    cells = shown(table([("头", False), ("数", True)], [[text(words), "1"], ["末", "2"]]), "cell")
    assert [cells[:2], cells[3:]] == [["头", "数"], ["1", "末", "2"]]
    assert cells[2].replace("\u200b", "") == plain
    assert not FOUND.search(cells[2])
    if plain:
        (line,) = shown(paragraph(words), "line")
        assert line.replace("\u200b", "") == plain
        first, second = shown(listed([words, "末"]), "line")
        assert (first.replace("\u200b", ""), second) == (plain, "末")


@pytest.mark.parametrize("words", NASTY, ids=ascii)
def test_nothing_but_text_comes_of_it(words: str) -> None:
    check(words)


@given(SIGNS)
def test_nothing_but_text_comes_of_any_text(words: str) -> None:
    check(words)


def test_words_without_signs_stay_as_they_are() -> None:
    plain = (
        "“四好农村路”提升工程（沿用7月）：13.2/26.5公里，79.0%，+8.2、-0.9；新建、改扩建 ABC-12，1234567人"
    )
    assert text(plain) == plain
    assert paragraph(plain) == plain


def test_a_break_is_seen_in_the_source() -> None:
    assert text("@甲 @a") == "@&#8203;甲 @&#8203;a"
    assert "\u200b" not in text("#1 www.a.example https://a.example")
