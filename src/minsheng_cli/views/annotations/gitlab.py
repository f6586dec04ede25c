"""--format gitlab: a Code Quality report, which GitLab shows in a merge request."""

from __future__ import annotations

from collections.abc import Sequence

from minsheng_cli.views.annotations.record import Annotation
from minsheng_cli.views.exact_json import dumps
from minsheng_cli.views.harmful import harmless

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(annotations: Sequence[Annotation]) -> str:
    """All remarks as a list; GitLab shows a remark on one line."""
    return dumps(
        [
            {
                "description": "。".join(map(harmless, each.message.split("\n"))),
                "check_name": each.rule,
                "fingerprint": each.fingerprint,
                "severity": _SEVERITIES[each.level],
                "location": {"path": harmless(each.path), "lines": {"begin": each.line}},
            }
            for each in annotations
        ]
    )
