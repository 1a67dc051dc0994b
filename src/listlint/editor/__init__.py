"""The list in an editor: what the language server protocol asks; alone imports pygls and its types.

Nothing is written to a file here: every change is an edit that the editor makes.
"""
