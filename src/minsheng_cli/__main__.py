"""`python -m minsheng_cli` and the console script: hand over to the command line."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED = 130
_GARBAGE = 200_000
"""Objects between two collections: what a county's run makes is not worth one, looking for it costs a tenth."""


def main() -> None:
    """Run the command line with the process's own arguments and exit with its code.

    While the program is still being loaded, and after it has said all it has to say, Ctrl-C ends the process at
    once: an exception might surface in the middle of anybody's import.
    """
    # else whoever started us wants it ignored
    heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heard:
        signal.signal(signal.SIGINT, _interrupted)
    gc.set_threshold(_GARBAGE, 50, 50)
    # nothing that happens to be installed beside us hooks into the models, or is searched for
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from minsheng_cli.cli.app import run

    try:
        if heard:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        code = run()
    except KeyboardInterrupt:  # once more, while the first one was being told
        code = INTERRUPTED
    finally:
        if heard:
            signal.signal(signal.SIGINT, _interrupted)
    _leave(code)


def _interrupted(number: int, frame: FrameType | None) -> NoReturn:
    os._exit(INTERRUPTED)


def _leave(code: int) -> NoReturn:
    """End the process as it stands: taking everything apart first, only for the system to take it back, costs an eighth of a run."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(
            OSError, ValueError, AttributeError
        ):  # closed, nobody reads it any more, or there is none
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
