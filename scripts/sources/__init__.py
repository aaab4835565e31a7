"""Readers, one per format: a file's bytes become lines with their place in the file.

``formats`` chooses between ``text``, ``docx``, ``pdf`` and ``html``. What a file says of a line (heading,
note, call, label, head of a page) stands beside it, in ``model.Said``; it is never written into the text.
"""
