"""What a user can be told is wrong: one plain line with what, where and the remedy."""


class UserError(Exception):
    """Wrong use, wrong configuration or an unreadable file; never a fault of our own."""
