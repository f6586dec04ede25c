"""5xx: what is not there."""
