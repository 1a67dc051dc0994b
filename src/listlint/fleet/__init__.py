"""Many lists: work that is shared out, and results that are kept as they come.

The world isn't shared out: whatever services are asked is asked by one process, for all lists.
"""
