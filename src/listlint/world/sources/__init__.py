"""One file, one source of answers."""
