"""diff --format github, gitlab, sarif: what changed, as remarks on the lines where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from minsheng_cli.finding import Position
from minsheng_cli.review.change import Change
from minsheng_cli.review.difference import Difference
from minsheng_cli.views.annotations.record import Annotation, Described, Level, fingerprints
from minsheng_cli.views.diff.rows import LOUD, TITLES, Row, Section, sections

_WHY = {
    "unreadable": "读不出来的没有比，里面改了什么要人看。",
    "plan": "计划是向社会公布的，目标、时限、由谁负责改了，都要有依据。",
    "schedule": "时间表是部门自己排的，放松了会让滞后变成正常。",
    "closed": "关了账的月份不再改；重开要有原因。",
    "sample": "不再标示例数据，就是把数当作真实进度公布。",
    "settled": "关了账的月份不再改；要改先重开，写明原因。",
    "removed": "报过的月报、报过的数不应当消失。",
    "earlier": "以前月份的数已经公布过，改了要写明原因。",
    "changed": "最近一个月的数还没有定下来，改了什么，看一眼是否合理。",
    "fresh": "新报的数，看一眼增加多少、是否合理。",
    "problem": "部门提的问题，提了哪些，哪些不再提。",
    "highlight": "部门写的亮点。",
    "note": "说明、更正原因、报送日期这些文字的变动。",
}
_HELP = "改了什么写在消息里；整份变动用 minsheng diff 看。"
_START = Position(1, 1)


def remarks(difference: Difference, prefix: str) -> list[Annotation]:
    """A remark for each row, in the order of the sections; `prefix` leads from the repository's top to the ledger."""
    rows = [(section, row) for section in sections(difference) for row in section.rows]
    made = fingerprints(_subject(section, row, prefix) for section, row in rows)
    return [
        _annotation(difference, section, row, prefix, fingerprint)
        for (section, row), fingerprint in zip(rows, made, strict=True)
    ]


def described() -> list[Described]:
    """The kinds of remarks."""
    return [Described(_rule(name), _level(name), TITLES[name], _WHY[name], _HELP) for name in TITLES]


def _rule(section: str) -> str:
    return f"diff-{section}"


def _level(section: str) -> Level:
    return "warning" if section in LOUD else "note"


def _annotation(
    difference: Difference, section: Section, row: Row, prefix: str, fingerprint: str
) -> Annotation:
    file, at = _where(difference, row.changes[0])
    return Annotation(
        path=prefix + file,
        line=at.line,
        column=at.column,
        end=at.column,
        level=_level(section.name),
        rule=_rule(section.name),
        title=section.title,
        message="\n".join([row.words, *row.reasons]),
        fingerprint=fingerprint,
    )


def _where(difference: Difference, change: Change) -> tuple[str, Position]:
    """A line that there is now: of what is gone, the first of the file that it stood in, or of the plan."""
    place = change.place
    there = {each.path for each in difference.new.ledger.documents}
    if place is not None and not place.old:
        return place.file, place.at
    filed = difference.new.files.get(change.department or "")
    if filed is not None:
        return filed[0].path, _START
    return (
        place.file if place is not None and place.file in there else difference.new.ledger.plan_document.path,
        _START,
    )


def _subject(section: Section, row: Row, prefix: str) -> tuple[str, ...]:
    """What a remark is about, whatever line it stands on and whatever the figure is."""
    change = row.changes[0]
    return (section.name, prefix, *_names(change))


def _names(change: Change) -> Iterator[str]:
    for each in (
        change.kind,
        change.department,
        change.month,
        change.project,
        change.indicator,
        change.id,
        change.field,
    ):
        yield "" if each is None else str(each)
