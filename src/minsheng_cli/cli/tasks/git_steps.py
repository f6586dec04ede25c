"""What git-setup does to a repository, step by step, and how each step is taken back.

What was done is noted in the repository's own settings, so that exactly that is undone, whoever did the rest.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from minsheng_cli.cli.arguments import one_line
from minsheng_cli.cli.tasks import staged_hook
from minsheng_cli.cli.tasks.git_places import Place, Step, read, unlink, write
from minsheng_cli.git.program import ask

PATTERN_NAME, PATTERN = "diff.minsheng.xfuncname", "^ +- month: .*$"
LINE = b"data/**/*.yaml text eol=lf diff=minsheng"
_STRANGE = "不是普通文件，或者太大、读不了"
_WANTED = {"diff": "minsheng", "eol": "lf", "text": "set"}


def setting_up(place: Place, python: str) -> Iterator[Step]:
    """What is to be done."""
    yield _pattern(place)
    yield _attributes(place)
    yield _check(place, python)
    yield _entry(place)


def removing(place: Place, python: str) -> Iterator[Step]:
    """What is to be undone, the last thing first."""
    yield _no_entry(place)
    yield _no_check(place, python)
    yield _no_attributes(place)
    yield _no_pattern(place)


# ---- the setting


def _pattern(place: Place) -> Step:
    title = "git 设置：git diff 里每一段的开头写明是哪个月"
    settings = place.settings
    command = f"git config {PATTERN_NAME} '{PATTERN}'"
    if settings.in_force(PATTERN_NAME) == PATTERN:
        return Step(title, ("已经有了",))
    if (other := settings.get(PATTERN_NAME)) is not None:
        told = (f"已经设成别的（{one_line(other)}），没有动；要换成这个，自己运行：", command)
        return Step(title, told, refused=True)

    def act() -> None:
        settings.put(PATTERN_NAME, PATTERN)
        settings.put("minsheng.diff", "set")

    return Step(title, (command,), act)


def _no_pattern(place: Place) -> Step:
    title = f"git 设置 {PATTERN_NAME}"
    settings = place.settings
    if settings.get("minsheng.diff") is None:
        return Step(title, ("不是 minsheng git-setup 设的，留着",))
    if not place.alone:
        return Step(title, ("别的台账还要用，留着",))
    same = settings.get(PATTERN_NAME) == PATTERN

    def act() -> None:
        if same:
            settings.drop(PATTERN_NAME)
        settings.drop("minsheng.diff")

    told = f"git config --unset {PATTERN_NAME}" if same else "后来改成了别的，留着"
    return Step(title, (told,), act)


# ---- the attributes


def _attributes(place: Place) -> Step:
    path = place.attributes
    shown = place.shown(path)
    title = f"{shown}：台账文件一律按文本、LF 换行存，差异按月份分段"
    data = read(path)
    if data is None and os.path.lexists(path):
        return Step(title, (f"{shown} {_STRANGE}，没有动",), refused=True)
    if data is not None and LINE in data.splitlines():
        return Step(title, ("已经有了",))
    if _in_force(place):
        return Step(title, ("别处已经写了同样的规定",))
    old = data or b""
    joined = bool(old) and not old.endswith(b"\n")
    added = (_newline(old) if joined else b"") + LINE + _newline(old)

    def act() -> None:
        write(place, path, old + added, was=data)
        place.settings.put(
            place.note("attributes"), "created" if data is None else "joined" if joined else "added"
        )

    where = "新建，写一行" if data is None else "末尾加一行"
    return Step(title, (f"{where}：{LINE.decode()}", "这个文件要提交进仓库，别人才用得上"), act)


def _in_force(place: Place) -> bool:
    """Whether git treats the ledger's files that way already, whatever file says so."""
    files = (f"{place.prefix}data/projects.yaml", f"{place.prefix}data/progress/x.yaml")
    said = os.fsdecode(ask(place.repository.top, "check-attr", "-z", *_WANTED, "--", *files)).split("\0")
    return all(_WANTED[name] == value for name, value in zip(said[1::3], said[2::3], strict=False))


def _no_attributes(place: Place) -> Step:
    path = place.attributes
    shown = place.shown(path)
    title = f"{shown} 里的一行"
    how = place.settings.get(place.note("attributes"))
    if how is None:
        return Step(title, ("不是 minsheng git-setup 写的，留着",))
    data = read(path)
    if data is None and os.path.lexists(path):
        return Step(title, (f"{shown} {_STRANGE}，没有动",), refused=True)
    kept = _without(data or b"", how)

    def act() -> None:
        if kept is not None:
            if how == "created" and not kept:
                unlink(place, path, was=data)
            else:
                write(place, path, kept, was=data)
        place.settings.drop(place.note("attributes"))

    if kept is None:
        return Step(title, ("已经没有了",), act)
    told = "删掉这个文件，里面没有别的" if how == "created" and not kept else f"去掉：{LINE.decode()}"
    return Step(title, (told,), act)


def _without(data: bytes, how: str) -> bytes | None:
    """The file as it was; None where the line is gone."""
    newline = _newline(data)
    if how == "joined" and data.endswith(newline + LINE + newline):
        return data[: -len(newline + LINE + newline)]
    lines = data.splitlines(keepends=True)
    places = [number for number, line in enumerate(lines) if line.rstrip(b"\r\n") == LINE]
    if not places:
        return None
    del lines[places[-1]]
    return b"".join(lines)


def _newline(data: bytes) -> bytes:
    return b"\r\n" if b"\r\n" in data else b"\n"


# ---- the check before a commit


def _check(place: Place, python: str) -> Step:
    shown = place.shown(place.script)
    title = f"{shown}：检查要提交的台账，有错误就不让提交"
    data = read(place.script)
    strange = os.path.lexists(place.script) if data is None else not staged_hook.untouched(data)
    if strange:
        return Step(title, ("有人改过，没有动；不要的话先把它移走，再运行一次",), refused=True)
    known = staged_hook.ledgers(data) if data else []
    wanted = staged_hook.script([*known, place.prefix], python)
    if data == wanted:
        return Step(title, ("已经有了",))

    def act() -> None:
        write(place, place.script, wanted, was=data, program=True)

    return Step(title, ("更新这个文件" if data else "新建这个文件",), act)


def _no_check(place: Place, python: str) -> Step:
    shown = place.shown(place.script)
    data = read(place.script)
    if data is None:
        return Step(shown, ("没有这个文件",))
    if not staged_hook.untouched(data):
        return Step(shown, ("有人改过，留着；要去掉就自己删",), refused=True)
    known = staged_hook.ledgers(data)
    left = [prefix for prefix in known if prefix != place.prefix]
    if left == known:
        return Step(shown, ("不查这本台账，留着",))

    def act() -> None:
        if left:
            write(place, place.script, staged_hook.script(left, python), was=data, program=True)
        else:
            unlink(place, place.script, was=data)

    return Step(shown, ("还查别的台账，只去掉这一本" if left else "删掉这个文件",), act)


def _entry(place: Place) -> Step:
    shown = place.shown(place.entry)
    title = f"{shown}：提交之前由 git 运行上面的检查"
    if not place.hooks_are_ours:
        told = (f"钩子放在 {shown}，别的仓库也在用，没有动；要检查的，自己在里面加一行：", staged_hook.CALL)
        return Step(title, told, refused=True)
    data = read(place.entry)
    if data is None and not os.path.lexists(place.entry):

        def act() -> None:
            write(place, place.entry, staged_hook.ENTRY, was=None, program=True)

        return Step(title, ("新建这个文件",), act)
    if data is not None and staged_hook.CALL.encode() in data.splitlines():
        return Step(title, ("已经有了",))
    told = ("已经有别的钩子，没有动；要检查的，自己在里面加一行（放在 exit、exec 之前）：", staged_hook.CALL)
    return Step(title, told, refused=True)


def _no_entry(place: Place) -> Step:
    shown = place.shown(place.entry)
    data = read(place.entry)
    if data == staged_hook.ENTRY and place.hooks_are_ours:
        if not place.alone:
            return Step(shown, ("别的台账还要用，留着",))
        return Step(shown, ("删掉这个文件",), lambda: unlink(place, place.entry, was=data))
    if data is not None and staged_hook.CALL.encode() in data.splitlines():
        return Step(shown, ("是别人的钩子，留着；其中这一行可以自己删，不删也无妨：", staged_hook.CALL))
    return Step(shown, ("不是 minsheng git-setup 写的，留着" if data is not None else "没有这个文件",))
