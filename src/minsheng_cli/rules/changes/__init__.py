"""Rules on what has become of an older version; imported where two are compared."""
