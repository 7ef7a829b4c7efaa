"""Parts of the reference book that have shapes of their own: law, figures, precedents, industries."""
