"""The built site as it lies on disk: held against the texts, its links followed, its search index made."""
