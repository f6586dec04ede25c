"""Of two equal keys one silently wins in most programs; nobody can say which figure was meant."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "同一个名称写了两遍"
WHY = "同一个名称写两遍，各有各的数，别的程序多半悄悄取后一个，谁也说不清该信哪个。"
MEND = "核对后留下正确的一行，删掉另一行；漏了横线的，在后一段开头补上“- ”。"
BAD = """\
  rural-roads: 4.2
figures:"""
GOOD = "rural-roads: 4.2"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return f"“{about['key']}”在第{about['first']}行已经写过一遍", "留下正确的一行，删掉另一行"
