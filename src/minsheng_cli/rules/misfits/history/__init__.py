"""6xx: the form of data/closed.yaml."""
