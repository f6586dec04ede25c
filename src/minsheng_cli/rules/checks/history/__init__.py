"""6xx: what was known stays as it was, or it is said that it does not."""
