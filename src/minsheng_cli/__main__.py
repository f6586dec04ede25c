"""`python -m minsheng_cli` and the console script: hand over to the command line."""

import sys


def main() -> None:
    """Run the command line with the process's own arguments and exit with its code."""
    from minsheng_cli.cli.app import run

    sys.exit(run())


if __name__ == "__main__":
    main()
