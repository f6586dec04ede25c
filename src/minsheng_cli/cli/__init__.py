"""The command line: one file a command; options to a pure call to a view to an exit code."""
