"""The repositories at GitHub that entries link, each once an entry; nobody is asked about them."""

from __future__ import annotations

from collections.abc import Iterator

from listlint.paperlist import Entry, Link, PaperList
from listlint.values import NamedTuple

HOST = "github.com/"


class Hosted(NamedTuple):
    """A repository and the link that names it first."""

    id: str  # owner/name in lower case
    name: str  # as the address has it
    entry: Entry
    link: Link


def hosted(papers: PaperList) -> Iterator[Hosted]:
    """Every repository that an entry links."""
    for entry in papers.entries:
        seen: set[str] = set()
        for link in entry.links:
            repo = link.address.repo
            if repo and repo not in seen and link.address.subject.startswith(HOST):
                seen.add(repo)
                yield Hosted(repo, _as_written(link.url, repo), entry, link)


def _as_written(url: str, repo: str) -> str:
    """The address's own case of a name."""
    at = url.lower().find(repo)
    return url[at : at + len(repo)] if at >= 0 else repo
