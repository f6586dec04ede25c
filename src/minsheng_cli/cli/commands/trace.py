"""minsheng trace: how a percentage or a status came about, down to file, line and commit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minsheng_cli.cli.mistakes import FINE, Mistake
from minsheng_cli.cli.options import (
    AllowInvalidOption,
    ColorOption,
    LedgerOption,
    MonthOption,
    OutputOption,
    QuietOption,
    TextFormatOption,
    color_of,
    format_for,
)
from minsheng_cli.cli.places import ledger_root
from minsheng_cli.cli.shell import completion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from minsheng_cli.git.log import Commit
    from minsheng_cli.model.ledger import Ledger
    from minsheng_cli.review.origins import Place


def trace(
    project: Annotated[
        str,
        typer.Argument(
            metavar="项目或指标",
            help="项目的序号，项目或指标的代号，或名称里不会弄混的一部分",
            autocompletion=completion.indicators,
        ),
    ],
    ledger: LedgerOption = "",
    month: MonthOption = "",
    output_format: TextFormatOption = "",
    output: OutputOption = "",
    allow_invalid: AllowInvalidOption = False,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> int:
    """完成率和状态怎么算出来的：每一步的算式，每个数在哪个文件哪一行、谁提交的。

    算出来的数与 report、show 印的一样；台账不在 git 里的，没有提交可说，其余照常。

    例：
    minsheng trace 1
    minsheng trace 新开工 --month 2025-08
    minsheng trace 7 --format json --output 7.json
    """
    from minsheng_cli.cli.output import TEXT_FORMATS, TEXT_SUFFIXES, deliver, shown, target

    chosen_format = format_for(output_format, output, TEXT_FORMATS, TEXT_SUFFIXES)
    color_of(color)
    root = ledger_root(ledger)
    file = target(output)
    from minsheng_cli.cli import loading, select, streams
    from minsheng_cli.review.derivation import derive

    sound = loading.publishable(root, allow_invalid=allow_invalid)
    wanted = select.project_or_indicator(select.named(sound.plan), project)
    derivation = derive(
        sound.ledger,
        sound.figures,
        next(each for each in sound.plan.projects if each.id == wanted.project),
        select.report_month(sound.ledger, sound.plan, month),
        sound.left_out,
        wanted.indicator,
    )
    blamed, shallow, why_none = _blamed(root, sound.ledger, derivation.places())
    if chosen_format == "json":
        from minsheng_cli.views.trace.json import render as render_json

        text = render_json(derivation, blamed, in_git=not why_none, shallow=shallow)
    else:
        from minsheng_cli.views.trace.text import render

        lines = render(
            derivation, blamed, why_none, None if file else streams.terminal_width(), shallow=shallow
        )
        text = shown(lines, file, color)
    deliver(text, file, quiet=quiet)
    return FINE


def _blamed(
    root: Path, ledger: Ledger, places: Iterable[Place]
) -> tuple[dict[Place, Commit | None], bool, str]:
    """The commits that last changed the lines of some places, and whether older ones are not here (a shallow clone).

    Last, why there are none, where git has nothing to say.
    """
    from minsheng_cli.cli import revisions
    from minsheng_cli.git.blame import Blame
    from minsheng_cli.git.blobs import Blobs
    from minsheng_cli.source import folder

    texts = {document.path: document.text or "" for document in ledger.documents}
    by_file: dict[str, set[Place]] = {}
    for place in places:
        by_file.setdefault(place.file, set()).add(place)
    found: dict[Place, Commit | None] = {}
    try:
        repository = revisions.repository(root)
        with revisions.in_words(repository), Blobs(root, most=folder.MAX_BYTES) as blobs:
            blame = Blame(repository, blobs)
            for path, some in sorted(by_file.items()):
                lines = blame.lines(path, texts.get(path, ""), {place.at.line for place in some})
                found |= {place: lines[place.at.line] for place in some}
    except Mistake as mistake:
        return {}, False, f"没有提交可说：{mistake.sentence}。"
    return found, repository.shallow, ""
