"""One file a command: its options and its help; what it does is found in `tasks/`, or below where it is little."""
