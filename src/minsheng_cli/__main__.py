"""`python -m minsheng_cli` and the console script: hand over to the command line."""

import gc
import os
import sys

_GARBAGE = 200_000
"""Objects between two collections: what a county's run makes is not worth one, looking for it costs a tenth."""


def main() -> None:
    """Run the command line with the process's own arguments and exit with its code."""
    try:
        gc.set_threshold(_GARBAGE, 50, 50)
        # nothing that happens to be installed beside us hooks into the models, or is searched for
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        from minsheng_cli.cli.app import run

        code = run()
    except KeyboardInterrupt:  # while the program is still being loaded
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
