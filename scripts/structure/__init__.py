"""From lines to a document: page turns, soft wraps and notes undone, numbers told by the successor rule."""
