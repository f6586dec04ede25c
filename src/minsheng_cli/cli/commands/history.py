"""minsheng history: each figure's story, out of the repository's commits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minsheng_cli.cli.arguments import one_line
from minsheng_cli.cli.mistakes import FINE, Mistake
from minsheng_cli.cli.options import (
    ColorOption,
    LedgerOption,
    OutputOption,
    QuietOption,
    TextFormatOption,
    color_of,
    format_for,
)
from minsheng_cli.cli.places import ledger_root
from minsheng_cli.cli.shell import completion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from minsheng_cli.review.history import History, Past


def history(
    project: Annotated[
        str,
        typer.Argument(
            metavar="项目或指标",
            help="项目的序号，项目或指标的代号，或名称里不会弄混的一部分",
            autocompletion=completion.indicators,
        ),
    ],
    ledger: LedgerOption = "",
    month: Annotated[
        str,
        typer.Option(
            "--month",
            "-m",
            metavar="月份",
            help="只看这个月的数，如 2025-08；不写为所有月份，连同计划的改动",
            autocompletion=completion.months,
        ),
    ] = "",
    output_format: TextFormatOption = "",
    output: OutputOption = "",
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> int:
    """每个数的来历：哪天、哪次提交、谁报的，后来怎么改、为什么改。

    从 git 的历史里查，目标的改动也列出，没有提交的在最后注明；不在 git 里的台账没有来历可查。

    例：
    minsheng history 1
    minsheng history 新开工 --month 2025-08
    minsheng history 口袋公园 --format json --output 来历.json
    """
    from minsheng_cli.cli.output import TEXT_FORMATS, TEXT_SUFFIXES, deliver, shown, target

    chosen = format_for(output_format, output, TEXT_FORMATS, TEXT_SUFFIXES)
    color_of(color)
    root = ledger_root(ledger)
    file = target(output)
    from minsheng_cli.cli import select, streams

    only = str(select.month_named(month)) if month else ""
    found = _history(root, project, only)
    if chosen == "json":
        from minsheng_cli.views.history.json import render as render_json

        text = render_json(found)
    else:
        from minsheng_cli.views.history.text import render

        text = shown(render(found, only, None if file else streams.terminal_width()), file, color)
    deliver(text, file, quiet=quiet)
    return FINE


def _history(root: Path, wish: str, month: str) -> History:
    """The stories asked for, out of the repository around the ledger."""
    from minsheng_cli.cli import revisions
    from minsheng_cli.git.blobs import Blobs, id_of
    from minsheng_cli.git.log import log
    from minsheng_cli.review.history import Past
    from minsheng_cli.review.versions import Versions
    from minsheng_cli.source import folder

    repository = revisions.repository(root)
    whole = folder.read(root)
    files = [each for each in whole if each.path.endswith(".yaml") and each.path != folder.CLOSED]
    now = {each.path: id_of(each.data) if each.data is not None else f"? {each.path}" for each in files}
    here = {id_of(each.data): each.data for each in files if each.data is not None}
    with revisions.in_words(repository), Blobs(root, most=folder.MAX_BYTES) as blobs:

        def read(contents: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
            wanted = list(contents)
            yield from ((each, here[each]) for each in wanted if each in here)
            for each, found in blobs.each([each for each in wanted if each not in here]):
                yield each, None if found is None else found.data

        past = Past(log(repository), now, Versions(read))
        chosen = _chosen(past, wish)
        _within(past, month)
        return past.history(chosen, month)


def _within(past: Past, typed: str) -> None:
    """A Mistake for a month that no version of the plan has."""
    from minsheng_cli.month import Month

    spans = [each.months for each in past.plans() if each.months is not None]
    if typed and spans and not any(first <= Month.parse(typed) <= last for first, last in spans):
        first, last = spans[0]
        raise Mistake(f"{typed} 不在计划期内", f"可选 {first} 到 {last}")


def _chosen(past: Past, wish: str) -> list[str]:
    """The indicators that a name means in the latest plan that can be read, or the id of one that it has no more."""
    from minsheng_cli.cli import select

    plans = past.plans()
    if not plans:
        raise Mistake("计划文件的各个版本都读不懂，没有来历可查", "先运行 minsheng validate，把计划文件改好")
    says = plans[0]
    known = [
        select.NamedProject(each.no, each.id, each.name, [(one.id, one.name) for one in each.indicators])
        for each in says.projects
    ]
    try:
        chosen = select.project_or_indicator(known, wish)
    except Mistake:
        if any(wish in earlier.indicators for earlier in plans[1:]):
            return [wish]
        raise
    project = next(each for each in says.projects if each.id == chosen.project)
    if chosen.indicator is not None:
        return [chosen.indicator]
    if not project.indicators:
        raise Mistake(f"项目“{one_line(project.name)}”没有指标", "先在计划里写上指标")
    return [each.id for each in project.indicators]
