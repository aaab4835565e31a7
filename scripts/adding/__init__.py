"""Taking in a text: what the editor said, what the file says, what is asked, what is written.

``python -m scripts add`` (``__main__``) asks and prints; this outer room does the rest. Everything is tried
on a copy of ``source_texts/`` first, so that nothing is written where something is wrong.
"""
