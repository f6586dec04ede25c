"""Figures that are well-formed and yet unlikely: data to ask about, worded by rules/questions."""
