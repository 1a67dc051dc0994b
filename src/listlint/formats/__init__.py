"""Output formats: one file is one format, found by its name; nothing here decides what is said."""
