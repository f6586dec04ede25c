"""validate --format github, gitlab, sarif: the findings for the places where a change is reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minsheng_cli.git.around import prefix_of
from minsheng_cli.views.findings.remarks import described, remarks

if TYPE_CHECKING:
    from minsheng_cli.finding import Finding
    from minsheng_cli.model.document import Document


def annotated(chosen: str, root: Path, findings: Sequence[Finding], documents: Sequence[Document]) -> str:
    """The findings in the format `chosen`, their paths from the repository's root."""
    made = remarks(findings, documents, prefix_of(root))
    if chosen == "github":
        from minsheng_cli.views.annotations import github

        return github.render(made)
    if chosen == "gitlab":
        from minsheng_cli.views.annotations import gitlab

        return gitlab.render(made)
    from minsheng_cli.rules.catalogue import catalogue
    from minsheng_cli.views.annotations import sarif

    return sarif.render(made, described(rule.explained for rule in catalogue()))
