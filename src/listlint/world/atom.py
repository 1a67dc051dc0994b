"""arXiv's Atom as values: what a feed holds of each paper, or which error it is; it asks nobody.

Entries come in any order, once each; a feed is whole if it parses, or it is no feed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.knowledge import addresses
from listlint.values import NamedTuple
from listlint.wording import title as plain_title
from listlint.world.asking import Reply
from listlint.world.replies import lines, xml_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ERROR = "Error"
_NAMELESS = "incorrect_id_format_for_"


class Preprint(NamedTuple):
    """A paper at arXiv in one version; texts are on one line."""

    id: str  # arxiv:2301.00001
    version: int
    title: str
    authors: str  # a line each
    published: str  # when its first version came
    updated: str
    comment: str
    reference: str  # arXiv's journal_ref
    doi: str  # the publisher's
    abstract: str


class Feed(NamedTuple):
    """``error``: the id that arXiv couldn't read, or its words; then there are no papers."""

    papers: tuple[Preprint, ...] = ()
    error: str = ""


def feed(reply: Reply) -> Feed | None:
    """What a reply holds; None if it is no feed of arXiv's."""
    root = xml_of(reply)
    if root is None or _name(root) != "feed":
        return None
    entries = [child for child in root if _name(child) == "entry"]
    for entry in entries:
        if _said(entry, "title") == ERROR and "/api/errors" in _said(entry, "id"):
            return Feed(error=_culprit(entry))
    if reply.status != 200:
        return None
    return Feed(tuple(paper for entry in entries if (paper := _paper(entry)) is not None))


def _culprit(entry: Element) -> str:
    """The id that an error names: ``#incorrect_id_format_for_abc``."""
    _, mark, named = _said(entry, "id").partition(_NAMELESS)
    return named if mark else _said(entry, "summary") or ERROR


def _paper(entry: Element) -> Preprint | None:
    told = addresses.read(_said(entry, "id"))
    if told.id is None or not told.id.startswith("arxiv:"):
        return None
    return Preprint(
        told.id,
        int((told.version or "v1")[1:]),
        plain_title(_said(entry, "title")),
        lines(_said(child, "name") for child in entry if _name(child) == "author"),
        _said(entry, "published"),
        _said(entry, "updated"),
        _said(entry, "comment"),
        _said(entry, "journal_ref"),
        _said(entry, "doi").partition(" ")[0],
        _said(entry, "summary"),
    )


def _said(element: Element, name: str) -> str:
    """The text of a child by its local name, on one line."""
    for child in element:
        if _name(child) == name:
            return " ".join((child.text or "").split())
    return ""


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
