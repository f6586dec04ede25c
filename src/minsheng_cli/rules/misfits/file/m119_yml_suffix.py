"""Only *.yaml is read, so that a report in a *.yml file is not left out without a word."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "文件扩展名应为.yaml"
WHY = "程序只读扩展名是 .yaml 的文件。写成 .yml，这个部门的月报就全漏了，报表上成了未报。"
MEND = "把文件的扩展名改成 .yaml。"
BAD = "（文件名是 transport.yml）"
GOOD = "（文件名是 transport.yaml）"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = "扩展名不是.yaml，这个文件不会被读取"
    if about["beside"]:
        return sentence, f"已经有 {about['mend']}，把这里多出来的内容并到那个文件里，再删掉这个文件"
    return sentence, f"把文件改名为 {about['mend']}"
