"""3xx: a progress file's form."""
