"""A department's file changed in place: the text with one month's report added or changed, every other byte kept."""
