"""--format sarif: SARIF 2.1.0, which code scanning services and editors read.

Without arguments no reader takes `{…}` in a message for a placeholder, and doubled braces would be shown doubled;
`](` would make a link of what a file says, so a space comes between.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from minsheng_cli import __version__
from minsheng_cli.views.annotations.record import Annotation, Described
from minsheng_cli.views.exact_json import dumps
from minsheng_cli.views.harmful import harmless

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_MOST = 25_000
"""Results that GitHub takes; it refuses a file with more."""
_RANK = {"error": 0, "warning": 1, "note": 2}


def render(annotations: Sequence[Annotation], rules: Sequence[Described]) -> str:
    """One run: the rules, and a result for each remark, whose `rule` is one of theirs."""
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    run: dict[str, Any] = {
        "tool": {
            "driver": {"name": "minsheng", "semanticVersion": __version__, "rules": [*map(_rule, rules)]}
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "仓库的根目录"}}},
    }
    shown = annotations
    if len(shown) > _MOST:
        shown = sorted(annotations, key=lambda each: _RANK[each.level])[:_MOST]
        run["invocations"] = [_cut(len(annotations) - _MOST)]
    run["results"] = [_result(each, numbers[each.rule]) for each in shown]
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Described) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": _text(rule.title)},
        "fullDescription": {"text": _text(rule.why)},
        "help": {"text": _text(rule.help)},
        "defaultConfiguration": {"level": rule.level},
    }


def _result(each: Annotation, number: int) -> dict[str, Any]:
    region = {"startLine": each.line, "startColumn": each.column, "endLine": each.line}
    if each.end > each.column:
        region["endColumn"] = each.end
    uri = quote(each.path.encode("utf-8", "surrogateescape"))
    return {
        "ruleId": each.rule,
        "ruleIndex": number,
        "level": each.level,
        "message": {"text": _text(each.message)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri, "uriBaseId": _ROOT},
                    "region": region,
                }
            }
        ],
        # The first is the only one that GitHub goes by; without it, it takes a hash of the line.
        "partialFingerprints": {
            "primaryLocationLineHash": each.fingerprint,
            "minsheng/v1": each.fingerprint,
        },
    }


def _cut(count: int) -> dict[str, Any]:
    told = f"另有{count}处没有列出：一个文件最多{_MOST}处，先列错误"
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [{"level": "warning", "message": {"text": told}}],
    }


def _text(text: str) -> str:
    return "\n".join(map(harmless, text.split("\n"))).replace("](", "] (")
