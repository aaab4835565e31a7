"""References in running text: the grammar, finding them, resolving them to pages."""
