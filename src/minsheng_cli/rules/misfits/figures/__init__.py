"""4xx: single figures and steps of schedules."""
