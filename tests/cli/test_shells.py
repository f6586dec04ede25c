"""Completion by Tab in real shells, installed as a person would: bash always, zsh and fish where they are."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from tests.cli.test_completion import HOSTILE
from tests.conftest import Minsheng, in_long_run, write_ledger
from tests.terminal import home, terminal

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
SHELLS = ("bash", "zsh", "fish")
FILES = {
    "bash": [".bash_completions/minsheng.sh", ".bashrc"],
    "zsh": [".zfunc/_minsheng", ".zshrc"],
    "fish": [".config/fish/completions/minsheng.fish"],
}
SETTINGS = {
    "bash": (".bashrc", "PS1='READY> '; bind 'set enable-bracketed-paste off'\n"),
    "zsh": (".zshrc", "PS1='READY> '; unsetopt PROMPT_SP; unset zle_bracketed_paste\n"),
    "fish": (".config/fish/config.fish", "set fish_greeting; function fish_prompt; echo 'READY> '; end\n"),
}


@contextmanager
def started(name: str, at: Path) -> Iterator[pexpect.spawn]:
    """A shell that has read its settings and waits for a command."""
    with terminal([name], at, {"SHELL": f"/bin/{name}"}, columns=200) as child:
        child.expect("READY> ")
        yield child


@pytest.fixture(params=["bash", "zsh", in_long_run("fish")])
def name(request: pytest.FixtureRequest) -> str:
    """A shell's name, where it is here."""
    if shutil.which(request.param) is None:
        pytest.skip(f"no {request.param} here")
    return str(request.param)


@pytest.fixture
def at(name: str, tmp_path: Path) -> Path:
    """A home with the shell's settings, one line of them in GBK, and no end of line."""
    found = home(tmp_path / "home")
    settings = found / SETTINGS[name][0]
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_bytes(SETTINGS[name][1].encode() + b"# \xc4\xe3\xba\xc3")
    return found


@pytest.fixture
def shell(name: str, at: Path) -> Iterator[pexpect.spawn]:
    """The shell, after the completion has been installed from within it, beside a hostile ledger."""
    write_ledger(at / "nasty", {"projects.yaml": HOSTILE})
    with started(name, at) as child:
        child.send("minsheng --install-completion\r")
        child.expect("新开一个终端就能用")
    with started(name, at) as child:
        yield child


def typed(shell: pexpect.spawn, keys: str) -> list[str]:
    """The words that the shell hands to a program after these keys, Tab among them."""
    shell.send(keys)
    shell.send("\x05 END\x01printf '<%s>' \r")  # Ctrl-E, Ctrl-A: behind and in front of the line
    shell.expect("<minsheng>((?:<[^>]*>)*)<END>")
    return re.findall("<([^>]*)>", shell.match[1])


def test_tab_completes(shell: pexpect.spawn) -> None:
    keys = "minsheng rep\t--mon\t2023-08 -d 住\t--by dep\t--form\tjs\t"
    words = ["report", "--month", "2023-08", "-d", "住建局", "--by", "department", "--format", "json"]
    assert typed(shell, keys) == words
    assert typed(shell, "minsheng explain m40\t2") == ["explain", "m402"]
    assert typed(shell, "minsheng report --project=sh\t --format=j\t") == [
        "report",
        "--project=shantytown",
        "--format=json",
    ]


def test_a_hostile_name_is_a_word_like_any_other(shell: pexpect.spawn, at: Path) -> None:
    given = ["report", "--ledger", str(at / "nasty")]
    line = f"minsheng {' '.join(given)}"
    assert typed(shell, f"{line} -d 甲\\;\t") == [*given, "-d", "甲;局 *"]
    assert typed(shell, f"{line} -d 甲\\ \t") == [*given, "-d", "甲 局$(touch pwned)`id`"]
    assert typed(shell, f"{line} -d 乙\t") == [*given, "-d", "乙:局'\"x"]
    assert typed(shell, f"{line} -p 供\t") == [*given, "-p", "供水 工程: 一期"]
    assert typed(shell, f"{line} -p 道\tx") == [*given, "-p", "道x"], "it rings a bell, and is not offered"
    assert not list(at.rglob("pwned"))


def test_files_are_offered_where_nothing_else_fits(shell: pexpect.spawn, at: Path) -> None:
    line = f"minsheng validate --ledger {at}/nas"
    assert typed(shell, f"{line}\t")[2].rstrip("/") == f"{at}/nasty"


def test_installing_says_in_chinese_what_it_wrote_and_changes_nothing_else(name: str, at: Path) -> None:
    settings = at / SETTINGS[name][0]
    before = settings.read_bytes()
    with started(name, at) as child:
        for _ in range(2):
            child.send("minsheng --install-completion\r")
            child.expect(f"已装好 {name} 的命令补全：([^\r\n]*)\r\n新开一个终端就能用")
            assert child.match[1] == "、".join(str(at / file) for file in FILES[name])
    after = settings.read_bytes()
    added = after.removeprefix(before).splitlines()
    assert len(added) == (0 if name == "fish" else 2)
    assert added[:1] in ([], [b""])
    assert (at / FILES[name][0]).is_file()


def test_what_is_shown_is_what_is_installed(
    minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: None)
    for name in SHELLS:
        monkeypatch.setenv("SHELL", f"/usr/local/bin/{name}")
        assert minsheng("--install-completion").code == 0
        shown = minsheng("--show-completion")
        assert (shown.code, shown.err) == (0, "")
        assert shown.out == (tmp_path / FILES[name][0]).read_text("utf-8")
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {file for names in FILES.values() for file in names}


def test_powershell_is_shown_what_typer_gives_it(minsheng: Minsheng, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "pwsh")
    assert "Register-ArgumentCompleter -Native -CommandName minsheng" in minsheng("--show-completion").out


def test_a_shell_that_is_not_known_is_a_sentence(
    minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "csh")
    for option in ("--install-completion", "--show-completion"):
        result = minsheng(option)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("认不出这是哪种终端")
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_cannot_be_written_is_a_sentence(
    minsheng: Minsheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "bash")
    (tmp_path / ".bash_completions").write_text("")
    result = minsheng("--install-completion")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("命令补全没有装好")
