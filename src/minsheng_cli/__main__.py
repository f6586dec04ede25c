"""`python -m minsheng_cli` and the console script: hand over to the command line."""

import sys


def main() -> None:
    """Run the command line with the process's own arguments and exit with its code."""
    try:
        from minsheng_cli.cli.app import run

        code = run()
    except KeyboardInterrupt:  # while the program is still being loaded
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
