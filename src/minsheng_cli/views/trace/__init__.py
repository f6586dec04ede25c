"""minsheng trace: a derivation down to file, line and commit, as text and as JSON."""
