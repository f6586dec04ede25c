"""Rules that word what was met while reading; imported only when it was."""
