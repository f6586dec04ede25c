"""What close does once its options are read: check the ledger, work out the entry, add it to data/closed.yaml."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from minsheng_cli.cli import loading, streams
from minsheng_cli.cli.arguments import clean, one_line
from minsheng_cli.cli.days import day_typed
from minsheng_cli.cli.mistakes import FAILED, Mistake
from minsheng_cli.cli.select import month_of_plan
from minsheng_cli.cli.together import Write, WrittenAll, write_together
from minsheng_cli.fields.scalars import read_reason
from minsheng_cli.finding import Finding
from minsheng_cli.month import Month
from minsheng_cli.review.closing import closing, reopening, with_entry
from minsheng_cli.review.digest import digests
from minsheng_cli.rules.context import Context, reporting_departments
from minsheng_cli.source.folder import CLOSED, MAX_BYTES, SourceFile
from minsheng_cli.views.harmful import harmless

CHANGED = "M601"
"""A closed month is not as it was: what reopening is for."""
_LONGEST = 200
"""Characters of a reason, which is a sentence."""


class Asked(NamedTuple):
    """The options as typed."""

    month: str
    reason: str
    date: str
    dry_run: bool
    quiet: bool


def close(root: Path, asked: Asked) -> None:
    """Close a month, or say that it is."""
    checked = loading.check(root)
    month = _month(checked, asked, checked.errors, "没有关账")
    already = checked.ledger.closed.get(month)
    if already is not None:  # and as it was, or there would have been an error
        _tell(asked, f"{month} 已在 {already.day} 关账，数据没有变，不用再关")
        return
    found = digests(checked.ledger, month)
    if not found.departments:
        raise Mistake(f"{month} 还没有一个部门报过，关不了账", "核对月份；报来以后再关账")
    day = _day(checked, month, asked)
    context = Context(checked.ledger, checked.figures)
    missing = [name for name in reporting_departments(context) if name not in found.departments]
    _write(root, checked, closing(month, day, found), asked)
    done = "可以关账：" if asked.dry_run else "已关账，记下了"
    _tell(asked, f"{month} {done}{len(found.departments)}个部门的月报，校验码 {found.month}")
    if missing:
        names = "、".join(harmless(one_line(context.department(name))) for name in missing)
        _tell(asked, f"还没有报 {month} 的：{names}；关账以后再报来，要先重开")
    if before := _still_open(checked, month):
        _tell(
            asked,
            f"前面还没有关账的：{'、'.join(map(str, before))}；那时的数再变，{month} 的新增、沿用也跟着变",
        )


def reopen(root: Path, asked: Asked) -> None:
    """Open a closed month again, with the reason."""
    reason = _reason(asked.reason)
    checked = loading.check(root)
    in_the_way = [each for each in checked.errors if each.code != CHANGED]
    month = _month(checked, asked, in_the_way, "没有重开")
    if month not in checked.ledger.closed:
        raise Mistake(f"{month} 没有关账，不用重开", "核对月份；已经关账的月份在 data/closed.yaml 里")
    day = _day(checked, month, asked)
    _write(root, checked, reopening(month, day, reason), asked)
    done = "可以重开" if asked.dry_run else "已重开"
    _tell(asked, f"{month} {done}，原因：{reason}；改完以后运行 minsheng close {month} 再关账")


def _month(checked: loading.Checked, asked: Asked, errors: Sequence[Finding], what: str) -> Month:
    """The month asked for; a Mistake where the ledger has errors that are in the way."""
    plan = checked.ledger.plan
    if errors or plan is None:
        raise loading.refusal(errors, what, "改正后再运行")
    if not asked.month.strip():
        raise Mistake("没有写月份", f"写成 {plan.plan.first_month} 这样")
    return month_of_plan(plan, asked.month)


def _day(checked: loading.Checked, month: Month, asked: Asked) -> datetime.date:
    """The day asked for, or today; not before the month began, or before what was done last."""
    day = day_typed(asked.date) if asked.date else datetime.date.today()  # an office's own day
    record = checked.ledger.closed_document
    events = [] if record is None else [each for each in record.model.closed if each.month == month]
    if day < month.first_day:
        raise Mistake(f"{month} 到 {day} 还没有开始，这一天关账、重开都不对", "核对月份和 --date")
    if day > datetime.date.today():
        raise Mistake(f"--date 的 {day} 还没有到", "核对年份和月份")
    if events and day < events[-1].day:
        raise Mistake(f"日期 {day} 比这个月上一条记录的 {events[-1].day} 还早", "核对 --date")
    return day


def _reason(typed: str) -> str:
    """A reason that can stand in the file, on one line, and says something."""
    text = clean(typed, "--reason")
    if len(text) > _LONGEST:
        raise Mistake(f"原因超过{_LONGEST}个字", "写成一句话，详细的写在别处，这里写文号")
    try:
        return read_reason(text)
    except ValueError:
        raise Mistake(f"“{text}”没有说出原因", "用一句话写明为什么重开，如 住建局核减8套") from None


def _still_open(checked: loading.Checked, month: Month) -> list[Month]:
    """The months before that somebody reported, and that are not closed."""
    reported = {report.month for _, file in checked.ledger.progress for report in file.reports}
    return sorted(each for each in reported if each < month and each not in checked.ledger.closed)


def _write(root: Path, checked: loading.Checked, entry: list[str], asked: Asked) -> None:
    """Add an entry to the record, whole or not at all; the new record is read again before it takes its place."""
    record = checked.ledger.closed_document
    before = next((file.data for file in checked.files if file.path == CLOSED), None)
    text = with_entry(None if before is None else before.decode("utf-8"), record and record.root, entry)
    if text is None:
        hint = "把方括号里的改成分行写，每一条前面一个“-”，照 docs/files.md 里的例子"
        raise Mistake(f"{CLOSED} 里的 closed 写成了方括号，没法在后面加", hint, FAILED)
    after = SourceFile(CLOSED, text.encode(), [])
    others = [file for file in checked.files if file.path != CLOSED]
    _as_intended(checked, loading.check_files([others[0], after, *others[1:]]), len(text.encode()))
    if asked.dry_run:
        streams.write("".join(f"{line}\n" for line in entry))
        _tell(asked, f"还没有写；去掉 --dry-run 就加到 {CLOSED} 末尾")
        return
    target = (root / CLOSED).resolve()
    try:
        write_together([Write(CLOSED, target, before, text.encode())])
    except WrittenAll:
        _tell(asked, f"已写入 {CLOSED}")
        raise
    _tell(asked, f"已写入 {CLOSED}")


def _as_intended(was: loading.Checked, now: loading.Checked, size: int) -> None:
    """Refuse to write a record that would not hold what it held and one event more, or would be an error."""
    errors = [each for each in now.errors if each.code != CHANGED]
    if errors:
        raise loading.refusal(errors, f"没有写 {CLOSED}", "改正后再运行")
    if size > MAX_BYTES:
        raise Mistake(
            f"{CLOSED} 再写就超过{MAX_BYTES:,}字节了，没有写", "检查里面是不是有不该有的东西", FAILED
        )
    old, new = (_events(each) for each in (was, now))
    if new[:-1] != old or len(new) != len(old) + 1:
        record = was.ledger.closed_document
        if record is not None and record.text is not None and not record.text.endswith("\n"):
            sentence = f"{CLOSED} 最后一行没有换行，加在后面会改了前一条的意思，没有写"
            raise Mistake(sentence, "打开文件，在最后按一次回车，保存后再运行", FAILED)
        raise RuntimeError("the record does not say what it was to say")


def _events(checked: loading.Checked) -> list[tuple[object, ...]]:
    """What the record says, wherever in its file it stands."""
    record = checked.ledger.closed_document
    events = [] if record is None else record.model.closed
    return [tuple(value for name, value in event if name != "node") for event in events]


def _tell(asked: Asked, text: str) -> None:
    if not asked.quiet:
        streams.tell(text)
