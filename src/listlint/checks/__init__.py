"""Rules in Python: one file is one rule, found by walking this folder; nothing is listed here."""
