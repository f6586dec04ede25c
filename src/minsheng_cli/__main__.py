"""`python -m minsheng_cli` and the console script: hand over to the command line."""

import os
import signal
import sys
from types import FrameType

INTERRUPTED = 130


def main() -> None:
    """Run the command line with the process's own arguments and exit with its code.

    While the program is still being loaded, and after it has said all it has to say, Ctrl-C ends the process at
    once: an exception might surface in the middle of anybody's import, or of Python's own tidying up.
    """
    heard = (
        signal.getsignal(signal.SIGINT) is signal.default_int_handler
    )  # else whoever started us wants it ignored
    if heard:
        signal.signal(signal.SIGINT, _leave)
    from minsheng_cli.cli.app import run

    try:
        if heard:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        code = run()
    except KeyboardInterrupt:  # once more, while the first one was being told
        code = INTERRUPTED
    finally:
        if heard:
            signal.signal(signal.SIGINT, _leave)
    sys.exit(code)


def _leave(number: int, frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    main()
