"""Typer's usage mistakes as sentences: what is wrong, and where what was typed belongs.

The exceptions are told apart by the names of their classes, which Typer does not export.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from minsheng_cli.cli.arguments import one_line
from minsheng_cli.cli.mistakes import Mistake

_DASHES = "-－—–―‐‑−─"
"""What a word processor or an input method makes of a hyphen."""


def as_mistake(problem: Any) -> Mistake:
    """One of Typer's usage errors as a sentence."""
    kind = type(problem).__name__
    ctx = getattr(problem, "ctx", None)
    hint = f"看用法：{ctx.command_path if ctx is not None else 'minsheng'} --help"
    message = str(problem.message)
    if kind == "NoArgsIsHelpError":
        return Mistake(message)
    if kind == "NoSuchOption" and ctx is not None:
        return _no_such_option(problem, ctx, hint)
    if kind == "MissingParameter":
        param = getattr(problem, "param", None)
        name = (param.metavar or param.name) if param is not None else "参数"
        return Mistake(f"缺少参数 {name}", hint + _example(ctx))
    if kind == "BadOptionUsage":
        return _bad_value(problem, ctx, hint)
    if ctx is not None and "No such command" in message:
        return _no_such_command(ctx, one_line(problem.typed[0]), hint)
    if "Missing command" in message:
        return Mistake("没有写命令", hint)
    if "unexpected extra argument" in message:
        extra = one_line(message[message.find("(s) (") + 5 : message.rfind(")")])
        return _too_many(extra, ctx.info_name if ctx is not None else "", hint)
    return Mistake("命令写法不对", hint)


def _no_such_option(problem: Any, ctx: Any, hint: str) -> Mistake:
    """An option that is not known here, but perhaps elsewhere."""
    name, typed = one_line(problem.option_name), getattr(problem, "typed", [])
    missing = f"没有 {name} 这个选项"
    if ctx.parent is None:
        return _before_command(ctx, name, typed) or Mistake(missing, _near(problem.possibilities, hint))
    program = ctx.parent
    if name in _options(program.command, program):
        rest = "" if name == "--version" else f" {_shown([ctx.info_name, *_without(typed, name)])}"
        return Mistake(f"{name} 要写在命令前面", f"写成：minsheng {name}{rest}")
    if problem.possibilities:
        return Mistake(missing, _near(problem.possibilities, hint))
    others = [word for word, command in _commands(program) if name in _options(command, ctx)]
    if others and name.startswith("--"):
        return Mistake(f"{ctx.info_name} 没有 {name} 这个选项", f"有这个选项的命令：{'、'.join(others)}")
    return Mistake(missing, hint)


def _before_command(ctx: Any, name: str, typed: Sequence[str]) -> Mistake | None:
    """An option of a command that stands in front of it; None for one that no command has."""
    commands = dict(_commands(ctx))
    owners = [word for word, command in commands.items() if name in _options(command, ctx)]
    if not owners:
        return None
    place = next((at for at, word in enumerate(typed) if word in commands), None)
    if place is None:
        return Mistake(f"没有写命令，{name} 要写在命令后面", f"如：minsheng {owners[0]} {_shown(typed)}")
    if typed[place] not in owners:
        return Mistake(f"{typed[place]} 没有 {name} 这个选项", f"有这个选项的命令：{'、'.join(owners)}")
    moved = [typed[place], *typed[:place], *typed[place + 1 :]]
    return Mistake(f"{name} 要写在命令后面", f"写成：minsheng {_shown(moved)}")


def _no_such_command(ctx: Any, word: str, hint: str) -> Mistake:
    """A command that is not known, with the one that was probably meant."""
    known = [name for name, _ in _commands(ctx)]
    if word[:1] in _DASHES:
        return Mistake(f"没有 {word} 这个命令", "选项前面是半角的减号：--")
    near = difflib.get_close_matches(word.lower(), known, n=1)
    listed = f"命令有 {'、'.join(known)}；{hint}"
    return Mistake(f"没有 {word} 这个命令", f"是不是 {near[0]}？" if near else listed)


def _bad_value(problem: Any, ctx: Any, hint: str) -> Mistake:
    """An option without its value, or a switch with one."""
    name = one_line(getattr(problem, "option_name", ""))
    if "does not take a value" in problem.message:
        return Mistake(f"{name} 后面不用写值", f"只写 {name}")
    option = _options(ctx.command, ctx).get(name) if ctx is not None else None
    return Mistake(f"{name} 后面没有写{getattr(option, 'metavar', None) or '值'}", hint)


def _too_many(extra: str, command: str | None, hint: str) -> Mistake:
    """A word too many: most often a value without its option, or a file where the whole ledger is checked."""
    if extra[:1] in _DASHES and extra[:1] != "-":
        hint = f"选项前面是两个半角的减号：--{extra.lstrip(_DASHES)}"
    elif command == "validate" and extra.lower().endswith((".yaml", ".yml")):
        hint = "整本台账一起查，不用写文件名；不在台账目录里的，加 --ledger 目录"
    elif command == "validate" and re.search(r"[/\\.]", extra):
        hint = "台账在别的目录的，前面加 --ledger"
    elif command in ("report", "show") and re.fullmatch(r"[0-9]{4}[-年/.]?[0-9]{1,2}月?|[0-9]{1,2}月", extra):
        exact = re.fullmatch(r"[0-9]{4}-[0-9]{2}", extra)
        hint = f"月份前面加 --month：--month {extra}" if exact else "月份前面加 --month，写成四位年、两位月"
    elif command == "report" and re.fullmatch(r"[0-9]{1,3}|[\u4e00-\u9fff]{2,20}", extra):
        hint = (
            "前面要写选项：--project 项目、--department 部门、--status 状态；看一个项目的详情用 minsheng show"
        )
    return Mistake(f"多写了参数：{extra}", hint)


def _example(ctx: Any) -> str:
    """The first example of a command's help, to go after a hint."""
    _, _, examples = (ctx.command.help or "" if ctx is not None else "").partition("例：\n")
    return f"；如：{examples.split(chr(10))[0].strip()}" if examples else ""


def _commands(ctx: Any) -> Iterator[tuple[str, Any]]:
    """The program's commands by their names."""
    for name in ctx.command.list_commands(ctx):
        command = ctx.command.get_command(ctx, name)
        if command is not None and not command.hidden:
            yield name, command


def _options(command: Any, ctx: Any) -> dict[str, Any]:
    """A command's options by each of their names, without help, which all have."""
    return {
        name: each
        for each in command.params
        if each.param_type_name == "option"
        for name in (*each.opts, *each.secondary_opts)
    }


def _near(possibilities: Sequence[str] | None, hint: str) -> str:
    return f"是不是 {'、'.join(possibilities)}？" if possibilities else hint


def _without(typed: Sequence[str], name: str) -> list[str]:
    return [word for word in typed if word != name]


def _shown(words: Sequence[str]) -> str:
    """Words of a command line as they can be typed."""
    return " ".join(
        f"'{one_line(word)}'" if re.search(r"[\s'\"]", word) or not word else word for word in words
    )
