"""Two texts side by side: provisions matched, words compared, changes summed up."""
