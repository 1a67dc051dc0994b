"""A paper that a list lacks, written as the list writes its own, at the place where it belongs.

Pure: a list and what is known of a paper go in, edits come out. Nobody is asked, and no
file is touched.
"""
