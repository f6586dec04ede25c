"""A digest is 32 hexadecimal digits; nobody types one, so what is not has been changed or cut."""

SEVERITY = "error"
TITLE = "校验码写法不对"
WHY = "校验码是关账时由数据算出来的，改掉一个字就对不上，看不出那个月的数后来动没动过。"
MEND = "照原来的文件改回去；找不到原来的，先核对那个月的数，删掉这一条，重新关账。"
BAD = "digest: dcc4a3b0c2176bf8"
GOOD = "digest: dcc4a3b0c2176bf894c92d382c40bc87"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The text that stands there."""
    return (
        f"校验码“{about['text']}”写法不对，应当是32位的数字和小写字母a到f",
        "照原来的文件改回去；找不到原来的，先核对这个月的数，删掉这一条，再运行 minsheng close",
    )
