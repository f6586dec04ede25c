"""Rewrite schema/*.schema.json from the models and their words; run by hand from anywhere.

tests/schema/test_published.py holds the files equal to what `minsheng schema` prints.
"""

from __future__ import annotations

from pathlib import Path

from minsheng_cli.views.schema.json import FILES, render

FOLDER = Path(__file__).resolve().parent.parent / "schema"


def texts() -> dict[Path, str]:
    """Each published file with its text."""
    return {FOLDER / f"{name}.schema.json": render(name) for name in FILES}


if __name__ == "__main__":
    for path, text in texts().items():
        path.write_text(text, "utf-8", newline="\n")
