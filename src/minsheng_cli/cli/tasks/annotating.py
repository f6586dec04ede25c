"""validate and diff --format github, gitlab, sarif: remarks for the places where a change is reviewed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minsheng_cli.git.around import prefix_of

if TYPE_CHECKING:
    from minsheng_cli.finding import Finding
    from minsheng_cli.model.document import Document
    from minsheng_cli.review.difference import Difference
    from minsheng_cli.views.annotations.record import Annotation, Described


def found(chosen: str, root: Path, findings: Sequence[Finding], documents: Sequence[Document]) -> str:
    """The findings in the format `chosen`, their paths from the repository's root."""
    from minsheng_cli.views.findings.remarks import described, remarks

    def rules() -> list[Described]:
        from minsheng_cli.rules.catalogue import catalogue

        return described(rule.explained for rule in catalogue())

    return _written(chosen, remarks(findings, documents, prefix_of(root)), rules)


def changed(chosen: str, root: Path, difference: Difference) -> str:
    """What is different in the format `chosen`, likewise."""
    from minsheng_cli.views.diff.annotated import described, remarks

    return _written(chosen, remarks(difference, prefix_of(root)), described)


def _written(chosen: str, made: Sequence[Annotation], rules: Callable[[], list[Described]]) -> str:
    """The remarks; only SARIF tells of the rules behind them."""
    if chosen == "github":
        from minsheng_cli.views.annotations import github

        return github.render(made)
    if chosen == "gitlab":
        from minsheng_cli.views.annotations import gitlab

        return gitlab.render(made)
    from minsheng_cli.views.annotations import sarif

    return sarif.render(made, rules())
