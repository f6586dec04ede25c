"""Findings, a file a format; its name is the --format value."""
