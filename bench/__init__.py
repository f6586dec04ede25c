"""Whole processes measured side by side; `python -m bench`, see README.md."""
