"""The links of a list that can be followed, each place with its address; none is followed here."""

from __future__ import annotations

from listlint.comments import entry_at
from listlint.finding import Span
from listlint.markdown.kinds import by_kind
from listlint.once import once
from listlint.paperlist import Entry, Link, PaperList
from listlint.values import NamedTuple

SCHEMES = ("http://", "https://")
LONGEST = 2000  # of an address that anybody would follow
LONGEST_NAME = 80  # of an address in a message


class Followed(NamedTuple):
    """One link of the text; ``place``: its address, or all of it where that stands elsewhere."""

    url: str
    place: Span
    entry: Entry | None
    link: Link | None  # as the entry has it

    @property
    def host(self) -> str:
        return host_of(self.url)

    @property
    def name(self) -> str:
        """The address as it is spoken of: "github.com/x/y"."""
        bare = self.url.partition("://")[2].removeprefix("www.").rstrip("/")
        return bare if len(bare) <= LONGEST_NAME else f"{bare[: LONGEST_NAME - 1]}…"

    def is_plain(self, text: str) -> bool:
        """Whether the address stands there as it is, so that another can be put in its place."""
        return text[slice(*self.place)] == self.url


@once
def followed(papers: PaperList) -> tuple[Followed, ...]:
    """Every link to a page of the web, in the order of the text."""
    links = {link.span.start: link for entry in papers.entries for link in entry.links}
    out: list[Followed] = []
    for node in by_kind(papers.document).get("link", ()):
        url = node.url
        if url[:8].lower().startswith(SCHEMES) and len(url) <= LONGEST:
            place = Span(*node.dest) if node.dest else Span(node.start, node.end)
            out.append(Followed(url, place, entry_at(papers, node.start), links.get(node.start)))
    return tuple(out)


def host_of(url: str) -> str:
    """The host that an address names, without ``www.``."""
    host = url.partition("://")[2].partition("/")[0].partition("?")[0].rpartition("@")[2]
    return host.lower().removeprefix("www.")
