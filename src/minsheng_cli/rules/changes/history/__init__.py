"""6xx: what was reported and promised does not change by itself."""
