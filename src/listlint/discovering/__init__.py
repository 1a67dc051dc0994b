"""Papers that a list lacks, found by what it has: what to ask, whom to leave out, which come first.

Pure; nobody is asked from here and nothing written.
"""
