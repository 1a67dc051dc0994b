"""Rules in Python: one file is one rule; found by walking this folder, so nothing is listed here."""
