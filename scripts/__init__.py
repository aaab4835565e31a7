"""Concordance: from the official texts in ``source_texts/`` to a bilingual, citable, comparable site."""
