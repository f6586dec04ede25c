"""Mends that are certain: what may be put right without asking, and how a file reads afterwards."""
