"""One mistake, said once: what is missing only because something else was typed wrong."""

from __future__ import annotations

from minsheng_cli.finding import Misfit
from minsheng_cli.model.keys import meant_key


def without_echoes(misfits: list[Misfit]) -> list[Misfit]:
    """A misspelt key leaves the key that was meant missing, a wrong kind those of its own: one mistake, said once."""
    meant = {
        (misfit.about["parent"], near)
        for misfit in misfits
        if misfit.kind == "unknown-key"
        and (near := meant_key(misfit.about["key"], misfit.about["known"].split()))
    }
    lacking = {misfit.about["parent"] for misfit in misfits if misfit.kind == "missing-key"}
    of_kind: set[str] = set()
    for misfit in misfits:
        if "of_kind" in misfit.about and misfit.about["parent"] not in lacking:
            del misfit.about["of_kind"]
        elif misfit.about.get("of_kind"):
            of_kind.add(misfit.about["parent"])
    return [
        misfit
        for misfit in misfits
        if misfit.kind != "missing-key"
        or (
            misfit.about["parent"] not in of_kind
            and (misfit.about["parent"], misfit.about["key"]) not in meant
        )
    ]
