"""2xx: what the plan says."""
