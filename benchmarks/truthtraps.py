"""Traps: what looks like a fault and is none; a rule may speak only where what it says is true."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from truthhand import (
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

# Traps: nothing may be said


QUIET: tuple[Maker, ...] = (
    at_arxiv("a key of CoRR", "", "arXiv, 2023", keys={"DBLP": "journals/corr/abs-2302-00001"}),
    at_arxiv("a name alone", "", "arXiv, 2023", venue="Neural Information Processing Systems"),
    at_arxiv("nothing known", "", "arXiv, 2023", known=False, page=False),
    at_arxiv("submitted", "", "arXiv, 2023", comment="Submitted to ICLR 2024. Under review"),
    at_arxiv("a comment alone", "", "arXiv, 2023", comment="Accepted at ICLR 2024"),
    at_arxiv("another paper's comment", "", "arXiv, 2023", comment="Extends our CVPR 2022 paper"),
    at_arxiv("a longer one", "", "arXiv, 2023", comment="Accepted; extends an ECCV 2022 paper"),
    at_arxiv(
        "a workshop in the conference's stream",
        "",
        "arXiv, 2023",
        keys={"DBLP": "conf/cvpr/DoeR23"},
        venue="IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops (CVPRW)",
    ),
    at_arxiv(
        "a workshop's DOI",
        "",
        "arXiv, 2023",
        keys={"DOI": "10.1109/CVPRW59228.2023.00017", "DBLP": "conf/cvpr/DoeR23b"},
    ),
    at_arxiv("students' workshop", "", "arXiv, 2023", keys={"ACL": "2023.acl-srw.17"}),
    at_arxiv(
        "another conference whose name begins so",
        "",
        "arXiv, 2023",
        reference="International Conference on Machine Learning and Cybernetics, 2023",
    ),
    at_arxiv("a symposium beside it", "", "arXiv, 2023", reference="AAAI Spring Symposium 2023"),
    at_arxiv(
        "a companion volume",
        "",
        "arXiv, 2023",
        reference="Companion Proceedings of the ACM Web Conference 2023",
    ),
    at_arxiv("a workshop", "", "ICML 2023 Workshop", keys={"DBLP": "conf/iclr/DoeR24b"}),
    at_arxiv("an unknown stream", "", "arXiv, 2023", keys={"DBLP": "conf/nobodyknows/DoeR23"}),
    at_arxiv("a series", "", "arXiv, 2023", reference="PMLR 202:1-20, 2023"),
    at_arxiv(
        "a wrong merge",
        "",
        "arXiv, 2023",
        keys={"DBLP": "conf/kdd/PoeR21"},
        merged=("Cooking with Sparse Kettles at Night", ("Ann Poe", "Tim Tow")),
    ),
    at_arxiv(
        "a wrong merge of another venue",
        "",
        "ICLR, 2024",
        keys={"DBLP": "conf/kdd/PoeR21"},
        merged=("Cooking with Sparse Kettles at Dawn", ("Ann Poe", "Tim Tow")),
    ),
    at_arxiv("a preprint a year before", "", "ICLR, 2023", month="2210",
        keys={"DBLP": "conf/iclr/DoeR23"}),
    at_arxiv("a journal a year later", "", "TPAMI, 2023", keys={"DBLP": "journals/pami/DoeR24"}),
    at_arxiv("a journal after the conference", "", "CVPR, 2022", month="2203",
        keys={"DBLP": "journals/pami/DoeR24b"}),
    at_arxiv("events held together", "", "ACL-IJCNLP, 2021", month="2105",
        keys={"ACL": "2021.acl-long.17"}),
    at_arxiv("Findings, said", "", "ACL Findings, 2023", keys={"ACL": "2023.findings-acl.19"}),
    at_arxiv("two records that differ", "", "arXiv, 2023",
        keys={"DBLP": "conf/icml/DoeR23c", "DOI": "10.1109/CVPR52729.2023.00018"}),
    at_arxiv("withdrawn from elsewhere", "", "arXiv, 2023",
        comment="This paper has been withdrawn from the review of another venue"),
    at_arxiv("an earlier version's withdrawal", "", "arXiv, 2023",
        comment="v1 was withdrawn by mistake; this is the whole paper"),
)  # fmt: skip


def earlier_title(hand: Hand) -> Case:
    """The list has the first version's title, of which nothing is left."""
    old = hand.title()
    paper = hand.paper(earlier=(old,))
    return _allowed(Case("an earlier title", "", old, "arXiv, 2023", (paper_link(paper),), paper))


def _allowed(case: Case) -> Case:
    """A trap of which a note may say how the title is registered."""
    return case._replace(allowed=("title-mismatch",))


def written_as(change: Callable[[str], tuple[str, str]], name: str, named: bool) -> Maker:
    """Titles as lists shorten them: one paper all the same."""

    def make(hand: Hand) -> Case:
        written, registered = change(hand.title())
        paper = hand.paper(title=registered)
        case = Case(name, "", written, "arXiv, 2023", (paper_link(paper),), paper, named=named)
        return _allowed(case)

    return make


SHORTENED: tuple[Maker, ...] = tuple(
    written_as(change, name, named)
    for named in (True, False)
    for name, change in (
        ("the nickname alone", lambda title: ("LiLo", f"LiLo: {title}")),
        ("cut with dots", lambda title: (f"{title[:24]}…", title)),
        ("a nickname in brackets", lambda title: (f"{title} (LiLa)", title)),
        ("without its ending", lambda title: (title, f"{title}: Papers and Lists in the Wild")),
        ("capitals", lambda title: (title.upper(), title)),
        ("ampersand and hyphens", lambda title: (f"{title} & Pre-Training",
                                                 f"{title} and Pretraining")),
        ("British", lambda title: (f"{title}: Optimising Behaviour",
                                   f"{title}: Optimizing Behavior")),
    )
)  # fmt: skip


def generic(hand: Hand) -> Case:
    """A title that several papers have."""
    paper = hand.paper(title="Deep Learning", keys={"DBLP": "conf/kdd/PoeR21b"},
                       merged=("Deep Learning", ("Ann Poe", "Tim Tow")))  # fmt: skip
    links = (paper_link(paper),)
    return Case("a title of many papers", "", "Deep Learning", "arXiv, 2023", links, paper)


def subtitle(joined: bool) -> Maker:
    """The register keeps title and subtitle apart."""

    def make(hand: Hand) -> Case:
        doi, title, people = hand.doi(), hand.title(), hand.people()
        known = Doi(doi, title, people, more={"subtitle": ["A Study of Many Lids"]})
        written = f"{title}: A Study of Many Lids" if joined else title
        return at_doi("a subtitle", "", written, known)

    return make


def correction(kind: str) -> Maker:
    """A correction, or the notice of another paper's retraction."""

    def make(hand: Hand) -> Case:
        doi, title, people = hand.doi(), hand.title(), hand.people()
        more: dict[str, Any] = {"updated-by": [{"DOI": "10.1000/notice.2", "type": "correction"}]}
        if kind == "notice":
            more = {"update-to": [{"DOI": "10.1000/other", "type": "retraction"}]}
        known = Doi(doi, title, people, more=more)
        return at_doi(kind, "", title, known)

    return make


def bad_id(hand: Hand) -> Case:
    """arXiv chokes on an id that looks like one, and with it on the whole batch."""
    paper = hand.paper()
    return Case(
        "a bad id in the batch",
        "",
        paper.title,
        "arXiv, 2023",
        (paper_link(paper),),
        unreadable=(paper.id,),
        authors=paper.authors,
    )


def latex(hand: Hand) -> Case:
    """The register writes LaTeX."""
    title = hand.title()
    paper = hand.paper(title=rf"$\alpha$-{title} {{I}}n Pra{{\c c}}tice \& Theory")
    written = f"α-{title} In Praçtice & Theory"
    return Case("LaTeX", "", written, "arXiv, 2023", (paper_link(paper),), paper)


def linked_code(hand: Hand) -> Case:
    """The code is linked under the name that it had."""
    paper, repo = hand.paper(), hand.repo()
    paper = paper._replace(code=f"{GITHUB}{repo}", data=("somebody/uses-it",))
    links = (paper_link(paper), ("Code", f"{GITHUB}{repo}"))
    return Case(
        "code under another case",
        "",
        paper.title,
        "arXiv, 2023",
        links,
        paper,
        repositories=(Repository(repo, repo.upper()),),
    )


def well(hand: Hand) -> Case:
    """An entry as all ought to be: with its code and its data."""
    repo = hand.repo()
    paper = hand.paper(code=f"{GITHUB}{repo}", data=(f"doe/lists-{repo[-4:]}",))
    data = f"https://huggingface.co/datasets/doe/lists-{paper.id}"
    links = (paper_link(paper), ("Code", f"{GITHUB}{repo}"), ("Dataset", data))
    held = (Repository(repo),)
    return Case("all is well", "", paper.title, "arXiv, 2023", links, paper, repositories=held)


HARMLESS: tuple[Maker, ...] = (
    earlier_title,
    subtitle(joined=True),
    subtitle(joined=False),
    correction("correction"),
    correction("notice"),
    latex,
    linked_code,
    with_code("a file", "", lambda repo: Repository(repo, files=("main:docs/a.md",)),
              "/blob/main/docs/a.md"),
    with_code("a limit", "", lambda repo: Repository(repo, limited=True)),
)  # fmt: skip
