"""What arXiv says of a paper: its record, where it was published, its code; nobody is asked.

A comment alone is a hint, and never a proof.
"""

from __future__ import annotations

import re
from functools import cache

from listlint.facts import LINK, Question
from listlint.world import publications
from listlint.world.atom import Preprint
from listlint.world.github_places import place_of


def record(paper: Preprint) -> dict[str, str]:
    says = {
        "title": paper.title,
        "authors": paper.authors,
        "year": paper.published[:4],
        "updated": paper.updated[:4],
        "version": f"v{paper.version}",
        "comment": paper.comment,
        "doi": paper.doi,
        "abstract": paper.abstract,
    }
    return {name: value for name, value in says.items() if value}


def published(paper: Preprint) -> dict[str, str]:
    """What the DOI and the journal's reference prove; a comment alone is a hint."""
    reference = f"arXiv's reference: {paper.reference}"
    sure = publications.first_sure(
        (
            publications.by_doi(paper.doi) if paper.doi else None,
            publications.by_reference(paper.reference, reference) if paper.reference else None,
        )
    )
    says = {"title": paper.title, "authors": paper.authors, **(sure.says() if sure else {})}
    hint = publications.by_comment(paper.comment)
    if hint is not None:
        says["hint"] = f"{hint.venue} {hint.year} {hint.track}".strip()
    return says


def code(paper: Preprint) -> str:
    """The one repository that the authors name; of two nobody knows which is theirs."""
    found = {
        f"{address[1]}/{address[2].rstrip('.').removesuffix('.git')}"
        for address in _repository().finditer(f"{paper.comment} {paper.abstract}")
    }
    urls = [f"https://github.com/{name}" for name in found]
    return urls[0] if len(urls) == 1 and place_of(Question(LINK, urls[0])) else ""


@cache
def _repository() -> re.Pattern[str]:
    return re.compile(r"\bgithub\.com/([\w.-]{1,100})/([\w.-]{1,100})", re.ASCII | re.IGNORECASE)
