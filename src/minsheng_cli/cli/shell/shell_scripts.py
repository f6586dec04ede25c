"""What makes each shell ask minsheng at Tab: the scripts that are shown or installed.

Values are handed over as text and quoted by the shell itself or by shells.py: nothing of a ledger is ever evaluated.
Where nothing fits, the shell offers files, for --ledger and --output.
"""

from __future__ import annotations

_BASH = """\
_minsheng_completion() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("$line")
    done < <(_MINSHENG_LINE="${COMP_LINE:0:COMP_POINT}" _MINSHENG_WORD="$2" \\
        _MINSHENG_COMPLETE=complete_bash "${1/#\\~/$HOME}" 2>/dev/null)
}
complete -o bashdefault -o default -F _minsheng_completion minsheng
"""
_ZSH = """\
#compdef minsheng
_minsheng() {
    local line
    local -a offers
    while IFS= read -r line; do
        line=${line//\\\\/\\\\\\\\}
        offers+=("${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}")
    done < <(_MINSHENG_LINE="${(j: :)words[1,CURRENT-1]} ${words[CURRENT]}" \\
        _MINSHENG_COMPLETE=complete_zsh ${~words[1]} 2>/dev/null)
    compset -P '--[^=]#='
    if (( $#offers )); then
        _describe -V minsheng offers
    else
        _files
    fi
}
if [[ $funcstack[1] == _minsheng ]]; then
    _minsheng
else
    compdef _minsheng minsheng
fi
"""
_FISH = """\
function __minsheng_offers
    set -l program (commandline -opc)[1]
    set -l offers (env _MINSHENG_COMPLETE=complete_fish _MINSHENG_LINE=(commandline -cp | string collect) $program 2>/dev/null)
    if test (count $offers) -gt 0
        printf '%s\\n' $offers
    else
        __fish_complete_path (commandline -ct)
    end
end
complete --command minsheng --no-files --keep-order --arguments '(__minsheng_offers)'
"""
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def script(shell: str) -> str:
    """The script for one of SHELLS; PowerShell's is Typer's own."""
    if shell in ("powershell", "pwsh"):
        from typer._completion_shared import get_completion_script

        return (
            get_completion_script(prog_name="minsheng", complete_var="_MINSHENG_COMPLETE", shell=shell) + "\n"
        )
    return {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}[shell]
