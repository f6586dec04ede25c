"""What is well-formed and yet unlikely: warnings that ask, each ended by a note on the figure."""
