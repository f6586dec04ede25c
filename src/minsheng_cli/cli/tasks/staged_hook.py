"""The programs that git runs before a commit: one checks what is about to be committed, one calls it.

The first is kept in git's own folder, since it names a place on this machine; the second may lie in a folder that
is shared, so it does nothing where there is no first. Both are for any POSIX shell.
"""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Sequence

CALL = 'minsheng="$(git rev-parse --git-common-dir)/minsheng-pre-commit"; [ ! -x "$minsheng" ] || "$minsheng" || exit 1'
"""The line for somebody else's hook."""
ENTRY = f"#!/bin/sh\n# minsheng git-setup 写的；去掉它：minsheng git-setup --remove\n{CALL}\n".encode()
_HEAD = "#!/bin/sh\n# minsheng git-setup 写的，请不要手改；去掉它：minsheng git-setup --remove\n# sha256 "
_SCRIPT = """\
# Checks what is about to be committed, not what lies in the folder; of these ledgers, those that change.
python={python}

tree=$(git write-tree) || exit 1
new=$(mktemp -d "${{TMPDIR:-/tmp}}/minsheng.XXXXXX") || exit 1
trap 'rm -rf "$new"' EXIT
trap 'exit 1' HUP INT TERM
GIT_INDEX_FILE=$new/index GIT_LITERAL_PATHSPECS=1
export GIT_INDEX_FILE GIT_LITERAL_PATHSPECS
git read-tree "$tree" || exit 1
bad=0

run() {{
    if [ -x "$python" ]; then
        "$python" -P -m minsheng_cli "$@"
    elif command -v minsheng >/dev/null 2>&1; then
        minsheng "$@"
    else
        echo '找不到 minsheng，没有检查；装好以后在台账目录再运行一次 minsheng git-setup' >&2
        return 1
    fi
}}

check() {{
    if git rev-parse -q --verify HEAD >/dev/null; then
        git diff-index --cached --quiet HEAD -- "${{1}}data" && return
    fi
    git ls-files -z -- "${{1}}data" >"$new/list" || {{ bad=1; return; }}
    [ -s "$new/list" ] || return 0
    git -c core.autocrlf=false checkout-index -q -z --stdin --prefix="$new/files/" <"$new/list" || {{ bad=1; return; }}
    if run validate --ledger "$new/files/$1" >/dev/null 2>"$new/told"; then
        cat "$new/told" >&2
    else
        run validate --ledger "$new/files/$1"
        bad=1
    fi
}}

{checks}
if [ "$bad" != 0 ]; then
    echo '没有提交：要提交的台账没有通过检查。改正后先 git add，再提交' >&2
    exit 1
fi
"""


def script(ledgers: Sequence[str], python: str) -> bytes:
    """The program that checks; `ledgers` lead from the repository's top, `python` is where ours is installed."""
    checks = "\n".join(f"check {shlex.quote(prefix)}" for prefix in sorted(set(ledgers)))
    text = _SCRIPT.format(python=shlex.quote(python), checks=checks)
    body = text.encode("utf-8", "surrogateescape")
    return f"{_HEAD}{hashlib.sha256(body).hexdigest()}\n".encode() + body


def untouched(data: bytes) -> bool:
    """Whether a file is what `script` wrote, in whatever version, and nobody has changed it since."""
    head = _HEAD.encode()
    if not data.startswith(head):
        return False
    digest, _, body = data[len(head) :].partition(b"\n")
    return digest == hashlib.sha256(body).hexdigest().encode()


def ledgers(data: bytes) -> list[str]:
    """The ledgers that such a file checks."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    return [shlex.split(line)[1] for line in lines if line.startswith("check ")]
