"""4xx: unlikely figures."""
