"""The ledger's repository and its revisions for commands; what git refuses becomes a sentence here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minsheng_cli.cli.arguments import one_line
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.git.program import Refusal
from minsheng_cli.git.repository import Repository
from minsheng_cli.patterns import pattern

_SENTENCES: dict[str, tuple[str, str]] = {
    "no-git": ("没有装 git 程序，看不了历史", "先装 git；其他命令照常可用"),
    "no-repository": (
        "这本台账不在 git 里，没有历史可看",
        "在台账目录运行 git init 并提交；其他命令照常可用",
    ),
    "foreign-owner": (
        "仓库属于别的用户，git 不肯读",
        "确认信得过以后，运行 git config --global --add safe.directory 仓库目录",
    ),
    "no-work-tree": ("这里只有仓库的内部文件，没有检出的台账", "换到检出了台账的目录再运行"),
    "no-commits": ("仓库里还没有提交，没有历史可看", "先提交一次：git add data，再 git commit"),
    "no-main-branch": ("认不出主分支：没有 origin 的主分支，也没有 main 或 master", "写明和哪个版本比"),
    "unknown-revision": ("没有“{about}”这个版本", "写提交号、分支名或标签；用 git log --oneline 看有哪些"),
    "no-common-ancestor": ("“{about}”和现在的版本没有共同的来历，没法比", "写明和哪个版本比"),
    "no-ledger": ("版本“{about}”里还没有这本台账", "换一个后来的版本"),
    "nothing-by-then": (
        "到{about}那天结束时还没有提交过，没有那时的台账",
        "换一个后来的日期；用 git log --first-parent 看有哪些提交",
    ),
    "too-much": ("git 给的内容太多，没有读完", "看看是不是台账目录弄错了"),
    "missing-objects": (
        "仓库里缺对象，多半是部分克隆，以前的内容没有取来",
        "先运行 git fetch --refetch --no-filter 取全",
    ),
    "failed": ("git 没有做成{about}", "在台账目录运行 git status，看看仓库有没有问题"),
}
_NAME = pattern(r"[A-Za-z0-9_][A-Za-z0-9_/-]*")
"""A branch's name that can be told in a command as it is."""
_SHALLOW = "这里只取了最近的提交（浅克隆），先运行 git fetch --unshallow 取全"


def _hint(refusal: Refusal) -> str:
    """What brings what a shallow clone lacks; one of a single branch does not bring another by itself."""
    remote, _, branch = refusal.about.partition("/")
    if refusal.cause == "no-main-branch":
        remote, branch = "origin", "main"
    if (
        refusal.cause in ("no-main-branch", "unknown-revision")
        and _NAME.fullmatch(branch)
        and remote == "origin"
    ):
        wanted = f"{branch}:refs/remotes/origin/{branch}"
        return f"这里只取了最近的提交（浅克隆），先运行 git fetch --unshallow origin {wanted} 取全"
    return _SHALLOW


@contextmanager
def in_words(repository: Repository | None = None) -> Iterator[None]:
    """Turn what git refuses into a Mistake; a shallow clone is told to be the likely cause where it may be."""
    try:
        yield
    except Refusal as refusal:
        sentence, hint = _SENTENCES[refusal.cause]
        about = one_line(refusal.about)
        if refusal.cause == "failed" and about:
            about = f"：{about}"
        lost = refusal.cause in (
            *("unknown-revision", "no-common-ancestor", "nothing-by-then"),
            "no-main-branch",
        )
        if lost and repository is not None and repository.shallow:
            hint = _hint(refusal)
        raise Mistake(sentence.format(about=about), hint) from None


def repository(root: Path) -> Repository:
    """The repository around the ledger at `root`; a Mistake where there is none that can be read."""
    with in_words():
        return Repository.at(root)
