"""Faults of every kind that services can tell: the list says one thing, the registers another."""

from __future__ import annotations

from collections.abc import Callable

from truthhand import (
    DOI,
    GITHUB,
    Case,
    Doi,
    Hand,
    Maker,
    Repository,
    at_arxiv,
    at_doi,
    paper_link,
    with_code,
)

NOTICE = {"DOI": "10.1000/notice.1", "type": "retraction", "label": "Retraction"}

# Faults: published since


SINCE: tuple[Maker, ...] = (
    at_arxiv("a key of DBLP", "published-since", "arXiv, 2023", keys={"DBLP": "conf/iclr/DoeR24"}),
    at_arxiv(
        "an Anthology id", "published-since", "arXiv, 2023", keys={"ACL": "2023.emnlp-main.17"}
    ),
    at_arxiv("Findings", "published-since", "arXiv, 2023", keys={"ACL": "2023.findings-acl.17"}),
    at_arxiv(
        "a DOI in the tables",
        "published-since",
        "arXiv, 2023",
        keys={"DOI": "10.1109/CVPR52729.2023.00017"},
    ),
    at_arxiv(
        "a reference at arXiv",
        "published-since",
        "arXiv, 2023",
        reference="Advances in Neural Information Processing Systems 36 (2023)",
    ),
    at_arxiv(
        "key and comment",
        "published-since",
        "arXiv, 2023",
        comment="Accepted at ICML 2023 (oral). 12 pages",
        keys={"DBLP": "conf/icml/DoeR23a"},
    ),
)


def since_by_crossref(hand: Hand) -> Case:
    """A DOI that no table knows, whose registry names the event."""
    doi = hand.doi()
    paper = hand.paper(doi=doi)
    name = "KDD '23: The 29th ACM SIGKDD Conference on Knowledge Discovery and Data Mining"
    known = Doi(doi, paper.title, paper.authors, more={"event": {"name": name}})
    return Case(
        "a DOI and its event",
        "published-since",
        paper.title,
        "arXiv, 2023",
        (paper_link(paper),),
        paper,
        dois=(known,),
    )


# Faults: titles


def another_paper(hand: Hand) -> Case:
    """The link was copied from somewhere else."""
    mine, other = hand.paper(), hand.paper()
    return Case(
        "a link to another paper",
        "title-mismatch",
        mine.title,
        "arXiv, 2023",
        (paper_link(other),),
        beside=(other,),
        authors=mine.authors,
    )


def another_doi(hand: Hand) -> Case:
    """The same with a DOI."""
    mine, doi = hand.paper(), hand.doi()
    known = Doi(doi, hand.title(), hand.people())
    return Case(
        "a DOI of another paper",
        "title-mismatch",
        mine.title,
        "KDD, 2023",
        (("Paper", f"{DOI}{doi}"),),
        dois=(known,),
        authors=mine.authors,
    )


def reads_otherwise(change: Callable[[str], tuple[str, str]], name: str) -> Maker:
    """One paper; the list and the register write its title each in their way."""

    def make(hand: Hand) -> Case:
        written, registered = change(hand.title())
        paper = hand.paper(title=registered)
        links = (paper_link(paper),)
        return Case(name, "title-mismatch", written, "arXiv, 2023", links, paper)

    return make


def _slip(title: str) -> tuple[str, str]:
    first, _, rest = title.partition(" ")
    return f"{first[0]}{first[2]}{first[1]}{first[3:]} {rest}", title


OTHERWISE: tuple[Maker, ...] = (
    reads_otherwise(lambda title: (title, f"LiLi: {title}"), "a nickname is missing"),
    reads_otherwise(_slip, "a slip"),
    reads_otherwise(
        lambda title: (f"Pretraining for {title}", f"Pre-training for {title}"), "a hyphen"
    ),
)


# Faults: venues


DIFFERS: tuple[Maker, ...] = (
    at_arxiv("another venue", "venue-differs", "ICML, 2024", keys={"DBLP": "conf/iclr/DoeR24"}),
    at_arxiv("another year", "venue-differs", "ICLR, 2025", keys={"DBLP": "conf/iclr/DoeR24"}),
    at_arxiv("another event", "venue-differs", "NAACL, 2024", keys={"ACL": "2023.emnlp-main.18"}),
)


# Faults: withdrawals and retractions


WITHDRAWN: tuple[Maker, ...] = (
    at_arxiv(
        "the phrase",
        "withdrawn-paper",
        "arXiv, 2023",
        comment="This paper has been withdrawn by the authors due to an error in Lemma 2",
    ),
    at_arxiv(
        "the flag",
        "withdrawn-paper",
        "arXiv, 2023",
        comment="Withdrawn: Lemma 2 fails",
        withdrawn=True,
    ),
)


def retracted(hand: Hand) -> Case:
    """Crossref has the notice on the paper."""
    doi, title, people = hand.doi(), hand.title(), hand.people()
    known = Doi(doi, f"RETRACTED: {title}", people, more={"updated-by": [NOTICE]})
    return at_doi("a notice", "retracted-paper", title, known)


# Faults: links and repositories


def gone_paper(hand: Hand) -> Case:
    paper = hand.paper()
    return Case(
        "no such paper",
        "dead-link",
        paper.title,
        "arXiv, 2023",
        (paper_link(paper),),
        authors=paper.authors,
    )


def gone_doi(hand: Hand) -> Case:
    links = (("Paper", f"{DOI}{hand.doi()}"),)
    return Case("no such DOI", "dead-link", hand.title(), "KDD, 2023", links, authors=hand.people())


def deleted_doi(hand: Hand) -> Case:
    doi, title, people = hand.doi(), hand.title(), hand.people()
    target = "https://www.crossref.org/deleted_DOI.html"
    known = Doi(doi, title, people, agency="another", target=target)
    links = (("Paper", f"{DOI}{doi}"),)
    return Case(
        "a deleted DOI", "dead-link", title, "KDD, 2023", links, dois=(known,), authors=people
    )


REPOSITORIES: tuple[Maker, ...] = (
    with_code("gone", "dead-link", lambda repo: None),
    with_code("renamed", "renamed-repository", lambda repo: Repository(repo, f"{repo}-next")),
    with_code("archived", "archived-repository", lambda repo: Repository(repo, archived=True)),
)


def lacks_code(hand: Hand) -> Case:
    repo = hand.repo()
    paper = hand.paper(code=f"{GITHUB}{repo}")
    return Case(
        "code that isn't linked",
        "missing-code-link",
        paper.title,
        "arXiv, 2023",
        (paper_link(paper),),
        paper,
        repositories=(Repository(repo),),
    )


def lacks_data(hand: Hand) -> Case:
    repo = hand.repo()
    owner = repo.partition("/")[0]
    data = (f"{owner}/lists", "somebody/uses-it")
    paper = hand.paper(code=f"{GITHUB}{repo}", data=data)
    links = (paper_link(paper), ("Code", f"{GITHUB}{repo}"))
    return Case(
        "data that isn't linked",
        "missing-dataset-link",
        paper.title,
        "arXiv, 2023",
        links,
        paper,
        repositories=(Repository(repo),),
    )


def a_word_longer(hand: Hand) -> Case:
    """Another paper by other people whose title is one word longer."""
    mine = hand.paper()
    first, _, rest = mine.title.partition(" ")
    other = hand.paper(title=f"{first} Crooked {rest}", authors=("Ann Poe", "Tim Tow"))
    return Case(
        "a title one word longer",
        "title-mismatch",
        mine.title,
        "arXiv, 2023",
        (paper_link(other),),
        beside=(other,),
        authors=mine.authors,
        named=True,
    )
