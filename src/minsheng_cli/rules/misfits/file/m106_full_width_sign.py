"""Chinese input methods type full-width signs; YAML only knows the half-width ones."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "用了全角标点或全角空格"
WHY = "中文输入法打出来的冒号、逗号、括号是全角的，程序只认半角的；看着差不多，程序却会把名称和数连成一段，这个数就丢了。"
MEND = "切换到英文输入法，把这个符号重打一遍；冒号和逗号后面再空一格。"
BAD = "street-lamps：912"
GOOD = "street-lamps: 912"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    sentence = f"这里用了{about['sign']}，程序只认半角"
    if about.get("half"):
        other = f"，后面的 {about['other']} 改成 {about['other_half']}" if about["other"] else ""
        return sentence, f"切换到英文输入法，把 {about['text']} 改成 {about['half']}{other}"
    if about.get("spaces") == "":
        return sentence, "切换到英文输入法，这一行开头改用空格键，与上下行对齐"
    if about.get("spaces") == "0":
        return sentence, "这一行改成顶格写"
    if about.get("spaces"):
        return sentence, f"切换到英文输入法，这一行开头改成{about['spaces']}个空格"
    return sentence, f"切换到英文输入法，改成{about['mend'] or '半角空格'}"
