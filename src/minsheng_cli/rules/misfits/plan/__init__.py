"""2xx: the plan's form."""
