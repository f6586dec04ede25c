"""4xx: figures against each other."""
