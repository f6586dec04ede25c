"""Where the plan names the sites, a count does not say which are done."""

from __future__ import annotations

SEVERITY = "error"
TITLE = "应写完成了哪几个点位"


def word(about: dict[str, str]) -> tuple[str, str]:
    """The sentence and the mend."""
    return (
        f"{about['key']}只写了“{about['text']}”，要写明完成的是哪几个",
        f"写成 {{done: [{about['first']}]}}，可写的有：{about['items']}；一个都没完成写 {{done: []}}",
    )
