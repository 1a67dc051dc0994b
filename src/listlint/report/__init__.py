"""The page about a list: counted, drawn and written as one file of HTML; nothing is opened here."""
