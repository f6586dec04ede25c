"""The kinds of indicator, one file each: keys in the plan, reported shape, arithmetic."""
