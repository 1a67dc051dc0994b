"""Rules, a list and answers to findings: pure functions; nothing is printed or opened here."""
