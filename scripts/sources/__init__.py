"""Readers, one per format: a file's bytes become lines with their place in the file."""
