"""From values to Markdown pages and the data they need."""
