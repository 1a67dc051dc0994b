"""The DOI of what a question is about: of an id, of an address, of papers whose DOI is made of it.

Nobody is asked. arXiv's own DOIs are left to arXiv.
"""

from __future__ import annotations

from listlint.facts import LINK, Question
from listlint.knowledge import addresses, subjects

ARXIV = "10.48550/"
RESOLVER = "doi.org/"
LONGEST = 200
_MADE_OF_IT = {"acl": "10.18653/v1/", "ijcai": "10.24963/ijcai."}  # id -> DOI


def doi_of(question: Question, *, made: bool = True) -> str:
    """The DOI, in lower case; nothing where there is none. ``made``: also one made of an id."""
    id = question.subject
    if question.topic == LINK:
        told = addresses.read(question.subject)
        if told.subject.startswith(RESOLVER):
            return fit(subjects.doi(told.subject.removeprefix(RESOLVER)))
        id = told.id or ""
    scheme, _, key = id.partition(":")
    if scheme == "doi":
        return fit(key)
    return fit(f"{_MADE_OF_IT[scheme]}{key}") if made and scheme in _MADE_OF_IT else ""


def fit(doi: str) -> str:
    """A DOI that can be asked for; nothing of what is none."""
    doi = doi.removeprefix("doi:")
    right = doi.startswith("10.") and "/" in doi and not doi.startswith(ARXIV)
    return doi if right and len(doi) <= LONGEST and doi.isprintable() and " " not in doi else ""
