"""Names of venues beyond the table: those of a configuration and those the list itself uses.

An immutable value that is passed along; it is compared by identity, so that looking up by
(text, vocabulary) stays cheap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from listlint.knowledge.venue_spelling import first_word, fold


class Vocabulary:
    """``extra``: folded name -> (id or None, name); ``prefer``: venue id -> the name to write."""

    __slots__ = ("extra", "prefer", "starts")

    extra: Mapping[str, tuple[str | None, str]]
    prefer: Mapping[str, str]
    starts: frozenset[str]  # first words of the extra names, folded

    def __init__(
        self,
        extra: Mapping[str, tuple[str | None, str]] | None = None,
        prefer: Mapping[str, str] | None = None,
    ) -> None:
        self.extra = dict(extra or {})
        self.prefer = dict(prefer or {})
        self.starts = frozenset(first_word(name) for _, name in self.extra.values())

    def with_own(self, names: Iterable[str]) -> Vocabulary:
        """The same and the names that the list itself uses; what is known already stays."""
        own = {folded: (None, name) for name in names if (folded := fold(name))}
        return Vocabulary({**own, **self.extra}, self.prefer)


EMPTY = Vocabulary()
