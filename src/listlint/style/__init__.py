"""The list's own house style: what stands between its fields, how its labels and links look.

Pure: entries go in, votes come out. Nothing here demands a style that a list doesn't have.
"""
