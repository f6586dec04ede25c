"""Every finding of a ledger: what was met while reading, what the checks say, what is worth a question."""

from __future__ import annotations

from minsheng_cli.finding import MORE, Finding, Misfit, Position
from minsheng_cli.rules.catalogue import catalogue, worders
from minsheng_cli.rules.context import Context
from minsheng_cli.rules.listing import Listing, Told


def findings(context: Context) -> list[Finding]:
    """Every finding of a ledger, in the stable order of file, place and code; of one rule so many, the rest counted."""
    found = _of_misfits(context.misfits).listed()
    # What does not fit has been stood in for, so a check may stumble over the stand-in: one place, one cause.
    blamed = {(misfit.file, misfit.at) for misfit in context.misfits}
    blamed |= {(document.path, at) for document in context.ledger.documents for at in document.silenced}
    for rule in catalogue():
        if rule.sort != "checks":
            continue
        wrong: set[Position] = set()
        if rule.family == "completeness":
            context.broken_files = {finding.file for finding in found if finding.severity == "error"}
        said = (each for each in rule.module.check(context) if (each.file, each.at) not in blamed)
        made = Listing()
        for each in said:
            made.add(Told(rule, each.file, each.at, each))
            if rule.family == "plan":
                wrong.add(each.at)
        context.wrong_places |= wrong
        found |= made.listed()
    found |= _asked(context, found)
    if context.base is not None:
        found |= _changed(context.base, context, found, blamed)
    return sorted(found, key=lambda finding: finding.order)


def _changed(
    base: Context, context: Context, found: set[Finding], blamed: set[tuple[str, Position]]
) -> set[Finding]:
    """What has changed since an older version that should not have."""
    from minsheng_cli.rules.since import Since  # for those alone that compare

    context.found = frozenset((each.code, each.file, Position(each.line, each.column)) for each in found)
    since, changed = Since(base, context), Listing()
    for rule in catalogue():
        if rule.sort == "changes":
            for each in rule.module.check(since):
                if (each.file, each.at) not in blamed:
                    changed.add(Told(rule, each.file, each.at, each))
    return changed.listed()


def _asked(context: Context, found: set[Finding]) -> set[Finding]:
    """What is only unlikely; nothing where something certain has been said."""
    said = {(finding.file, finding.line, finding.column) for finding in found}
    asked = Listing()
    for each in context.questions(found):
        if (each.file, *each.at) not in said:
            asked.add(Told(worders("questions")[each.family, each.kind], each.file, each.at, each))
    return asked.listed()


def _of_misfits(misfits: list[Misfit]) -> Listing:
    """The misfits with their rules; where the text itself is wrong, nothing is said of what was read there."""
    said = {(misfit.file, misfit.at) for misfit in misfits if misfit.family == "file" and misfit.kind != MORE}
    found = Listing()
    for misfit in misfits:
        if misfit.kind == MORE:
            rule = worders("misfits").get((misfit.about["family"], misfit.about["kind"]))
            found.count(rule.code if rule else "", misfit.file, int(misfit.about["count"]), misfit.at)
        elif misfit.family == "file" or (misfit.file, misfit.at) not in said:
            rule = worders("misfits")[misfit.family, misfit.kind]
            found.add(Told(rule, misfit.file, misfit.at, misfit))
    return found
