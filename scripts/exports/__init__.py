"""The corpus in formats for other programs."""
