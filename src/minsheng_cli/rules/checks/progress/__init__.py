"""3xx: what a department's file says."""
