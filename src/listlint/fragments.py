"""Links that stay within the list, and where in it they lead as GitHub takes them; judges nothing.

GitHub gives ids and names in the text a prefix, ``user-content-``, and looks for a fragment as it
is written and in lower case: so case tells nothing here.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from os.path import basename

from listlint.markdown.kinds import by_kind
from listlint.markdown.nodes import Node
from listlint.once import once
from listlint.paperlist import PaperList, Section
from listlint.values import NamedTuple

PREFIX = "user-content-"
THE_PAGE = frozenset(("", "top", "readme", "start-of-content"))  # there on every page of GitHub
NOTE = "note"  # what leads to a footnote
NEAR = 200  # signs between an id and the heading that it is set for
NAMED = ("element", "tag", "link", "strong", "em", "strike", "heading", "table", "row", "cell")


class Inner(NamedTuple):
    """A link within the list."""

    link: Node
    fragment: str  # as it is looked for: decoded, in lower case


class Goals(NamedTuple):
    """What a fragment can lead to: headings by their anchors, and ids that the text itself sets.

    An id in a heading, or right before it, is that heading's too.
    """

    sections: Mapping[str, Section]
    named: frozenset[str]
    own: Mapping[int, str]  # the id that the text sets for a heading, by the section's index

    def holds(self, fragment: str) -> bool:
        return fragment in self.sections or fragment in self.named or fragment in THE_PAGE


@once
def goals(papers: PaperList) -> Goals:
    """What there is in the list to lead to."""
    kinds = by_kind(papers.document)
    named = [node for kind in NAMED for node in kinds.get(kind, ()) if node.value]
    sections: dict[str, Section] = {}
    for section in papers.sections:
        sections.setdefault(section.anchor.lower(), section)
    own: dict[int, str] = {}
    for node in named:
        heading = _heading_at(papers, node)
        if heading and sections.setdefault(node.value.lower(), heading) is heading:
            own.setdefault(heading.index, node.value)
    named += [node for node in kinds.get("definition", ()) if not node.url]
    return Goals(sections, frozenset(node.value.lower() for node in named), own)


def anchor_of(papers: PaperList, section: Section) -> str:
    """What a link to a section says behind its ``#``: the id that the text sets, if it does."""
    return goals(papers).own.get(section.index, section.anchor)


def _heading_at(papers: PaperList, node: Node) -> Section | None:
    """The heading that an id stands in, or right before."""
    at = bisect_left(papers.sections, node.start, key=lambda section: section.span.end)
    if at == len(papers.sections):
        return None
    heading = papers.sections[at]
    between = papers.text[node.end : min(heading.span.start, node.end + NEAR)]
    near = heading.span.start - node.end < NEAR
    return heading if near and not _tags().sub("", between).strip() else None


@functools.cache
def _tags() -> re.Pattern[str]:
    return re.compile(r"</?[a-zA-Z][^<>]*>")


@once
def inner_links(papers: PaperList) -> tuple[Inner, ...]:
    """The links within the list, in the order of the text."""
    return tuple(_inner(papers))


def _inner(papers: PaperList) -> Iterator[Inner]:
    own = basename(papers.path)
    for link in by_kind(papers.document).get("link", ()):
        path, sharp, fragment = link.url.partition("#")
        if sharp and link.name != NOTE and (not path or path.removeprefix("./") in ("", own)):
            yield Inner(link, wanted(fragment))


def wanted(fragment: str) -> str:
    """A fragment as it is looked for."""
    if "%" in fragment:
        from urllib.parse import unquote

        fragment = unquote(fragment)
    return fragment.lower().removeprefix(PREFIX)
