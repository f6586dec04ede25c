"""Finished results as text: no arithmetic beyond rounding for print, no clock, no reading of files."""
