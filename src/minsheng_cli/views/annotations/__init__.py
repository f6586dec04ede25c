"""Remarks on lines of files, for the places where a change is reviewed; a file a format."""
