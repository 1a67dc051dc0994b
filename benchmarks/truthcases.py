"""Two hundred invented papers, a list of them with faults in it, and what the services know.

    python benchmarks/truthcases.py > list.md

A case is an entry, what is registered of its paper, and the rule that ought to speak of it; a trap
is a case of which none may. Seeded: the same numbers give the same list.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from invented import FAMILY, GIVEN, papers
from standin import Doi, Paper, Repository, World

ARXIV, DOI, GITHUB = "https://arxiv.org/abs/", "https://doi.org/", "https://github.com/"
RETRACTED = {
    "updated-by": [{"DOI": "10.1000/notice.1", "type": "retraction", "label": "Retraction"}]
}


class Case(NamedTuple):
    """One entry. ``rule`` is what ought to be said of it, nothing of a trap."""

    name: str
    rule: str
    title: str
    said: str  # venue and year, as the entry writes them
    links: tuple[tuple[str, str], ...]
    paper: Paper | None = None
    beside: tuple[Paper, ...] = ()
    dois: tuple[Doi, ...] = ()
    repositories: tuple[Repository, ...] = ()
    unreadable: tuple[str, ...] = ()
    authors: tuple[str, ...] | None = None  # as the entry writes them; the paper's if None


class Made(NamedTuple):
    """A list, what is known, and what ought to be found: line -> (rule, case)."""

    text: str
    world: World
    planted: dict[int, tuple[str, str]]
    traps: dict[int, str]


class Hand:
    """Gives out titles, people and numbers, none of them twice."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._supply = papers(self.random)
        self._number = 0

    def title(self) -> str:
        """One that has no nickname and is long enough to be a paper's own."""
        while True:
            title = next(self._supply).title
            if ":" not in title and "?" not in title and len(title.split()) >= 5:
                return title

    def people(self) -> tuple[str, ...]:
        given, family = self.random.sample(GIVEN, 3), self.random.sample(FAMILY, 3)
        return tuple(f"{one} {other}" for one, other in zip(given, family, strict=True))

    def id(self, month: str = "2302") -> str:
        self._number += 1
        return f"{month}.{self._number + 1000:05}"

    def repo(self) -> str:
        self._number += 1
        return f"{self.random.choice(FAMILY).lower()}-lab/tool-{self._number}"

    def doi(self) -> str:
        self._number += 1
        return f"10.1000/invented.{self._number}"

    def paper(self, **more: Any) -> Paper:
        made = {"id": self.id(more.pop("month", "2302")), "title": self.title()}
        return Paper(**{**made, "authors": self.people(), **more})


Maker = Callable[[Hand], Case]


def _of(name: str, rule: str, said: str, title: str = "", **known: Any) -> Maker:
    """An entry that links a paper at arXiv of which this is known."""

    def make(hand: Hand) -> Case:
        dois = known.pop("dois", ())
        paper = hand.paper(**known)
        known.update({"dois": dois} if dois else {})
        return Case(name, rule, title or paper.title, said, (_paper(paper),), paper, dois=dois)

    return make


def _paper(paper: Paper) -> tuple[str, str]:
    return ("Paper", f"{ARXIV}{paper.id}")


def _by_doi(name: str, rule: str, title: str, known: Doi) -> Case:
    """An entry that links a paper by its DOI."""
    links = (("Paper", f"{DOI}{known.doi}"),)
    return Case(name, rule, title, "KDD, 2023", links, dois=(known,), authors=known.authors)


# Faults: published since


SINCE: tuple[Maker, ...] = (
    _of("a key of DBLP", "published-since", "arXiv, 2023", keys={"DBLP": "conf/iclr/DoeR24"}),
    _of("an Anthology id", "published-since", "arXiv, 2023", keys={"ACL": "2023.emnlp-main.17"}),
    _of("Findings", "published-since", "arXiv, 2023", keys={"ACL": "2023.findings-acl.17"}),
    _of(
        "a DOI in the tables",
        "published-since",
        "arXiv, 2023",
        keys={"DOI": "10.1109/CVPR52729.2023.00017"},
    ),
    _of(
        "a reference at arXiv",
        "published-since",
        "arXiv, 2023",
        reference="Advances in Neural Information Processing Systems 36 (2023)",
    ),
    _of(
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
        (_paper(paper),),
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
        (_paper(other),),
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
        links = (_paper(paper),)
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
    _of("another venue", "venue-differs", "ICML, 2024", keys={"DBLP": "conf/iclr/DoeR24"}),
    _of("another year", "venue-differs", "ICLR, 2025", keys={"DBLP": "conf/iclr/DoeR24"}),
    _of("another event", "venue-differs", "NAACL, 2024", keys={"ACL": "2023.emnlp-main.18"}),
)


# Faults: withdrawals and retractions


WITHDRAWN: tuple[Maker, ...] = (
    _of(
        "the phrase",
        "withdrawn-paper",
        "arXiv, 2023",
        comment="This paper has been withdrawn by the authors due to an error in Lemma 2",
    ),
    _of(
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
    known = Doi(doi, f"RETRACTED: {title}", people, more=RETRACTED)
    links = (("Paper", f"{DOI}{doi}"),)
    return Case(
        "a notice", "retracted-paper", title, "KDD, 2023", links, dois=(known,), authors=people
    )


# Faults: links and repositories


def gone_paper(hand: Hand) -> Case:
    paper = hand.paper()
    return Case(
        "no such paper",
        "dead-link",
        paper.title,
        "arXiv, 2023",
        (_paper(paper),),
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


def with_code(
    name: str, rule: str, known: Callable[[str], Repository | None], path: str = ""
) -> Maker:
    """An entry that links a repository of which this is known."""

    def make(hand: Hand) -> Case:
        paper, repo = hand.paper(), hand.repo()
        held = known(repo)
        links = (_paper(paper), ("Code", f"{GITHUB}{repo}{path}"))
        repositories = (held,) if held else ()
        return Case(name, rule, paper.title, "arXiv, 2023", links, paper, repositories=repositories)

    return make


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
        (_paper(paper),),
        paper,
        repositories=(Repository(repo),),
    )


def lacks_data(hand: Hand) -> Case:
    repo = hand.repo()
    owner = repo.partition("/")[0]
    data = (f"{owner}/lists", "somebody/uses-it")
    paper = hand.paper(code=f"{GITHUB}{repo}", data=data)
    links = (_paper(paper), ("Code", f"{GITHUB}{repo}"))
    return Case(
        "data that isn't linked",
        "missing-dataset-link",
        paper.title,
        "arXiv, 2023",
        links,
        paper,
        repositories=(Repository(repo),),
    )


# Traps: nothing may be said


QUIET: tuple[Maker, ...] = (
    _of("a key of CoRR", "", "arXiv, 2023", keys={"DBLP": "journals/corr/abs-2302-00001"}),
    _of("a venue's name alone", "", "arXiv, 2023", venue="Neural Information Processing Systems"),
    _of("nothing known", "", "arXiv, 2023", known=False, page=False),
    _of("submitted", "", "arXiv, 2023", comment="Submitted to ICLR 2024. Under review"),
    _of("a comment alone", "", "arXiv, 2023", comment="Accepted at ICLR 2024"),
    _of("another paper's comment", "", "arXiv, 2023", comment="Extends our CVPR 2022 paper"),
    _of("a longer one", "", "arXiv, 2023", comment="Accepted; extends an ECCV 2022 paper"),
    _of(
        "a workshop in the conference's stream",
        "",
        "arXiv, 2023",
        keys={"DBLP": "conf/cvpr/DoeR23"},
        venue="IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops (CVPRW)",
    ),
    _of(
        "a workshop's DOI",
        "",
        "arXiv, 2023",
        keys={"DOI": "10.1109/CVPRW59228.2023.00017", "DBLP": "conf/cvpr/DoeR23b"},
    ),
    _of("a workshop", "", "ICML 2023 Workshop", keys={"DBLP": "conf/iclr/DoeR24b"}),
    _of("an unknown stream", "", "arXiv, 2023", keys={"DBLP": "conf/nobodyknows/DoeR23"}),
    _of("a series", "", "arXiv, 2023", reference="PMLR 202:1-20, 2023"),
    _of(
        "a wrong merge",
        "",
        "arXiv, 2023",
        keys={"DBLP": "conf/kdd/PoeR21"},
        merged=("Cooking with Sparse Kettles at Night", ("Ann Poe", "Tim Tow")),
    ),
    _of(
        "a wrong merge of another venue",
        "",
        "ICLR, 2024",
        keys={"DBLP": "conf/kdd/PoeR21"},
        merged=("Cooking with Sparse Kettles at Dawn", ("Ann Poe", "Tim Tow")),
    ),
    _of("a preprint a year before", "", "ICLR, 2023", month="2210",
        keys={"DBLP": "conf/iclr/DoeR23"}),
    _of("a journal a year later", "", "TPAMI, 2023", keys={"DBLP": "journals/pami/DoeR24"}),
    _of("a journal after the conference", "", "CVPR, 2022", month="2203",
        keys={"DBLP": "journals/pami/DoeR24b"}),
    _of("events held together", "", "ACL-IJCNLP, 2021", month="2105",
        keys={"ACL": "2021.acl-long.17"}),
    _of("Findings, said", "", "ACL Findings, 2023", keys={"ACL": "2023.findings-acl.19"}),
    _of("two records that differ", "", "arXiv, 2023",
        keys={"DBLP": "conf/icml/DoeR23c", "DOI": "10.1109/CVPR52729.2023.00018"}),
    _of("withdrawn from elsewhere", "", "arXiv, 2023",
        comment="This paper has been withdrawn from the review of another venue"),
    _of("an earlier version's withdrawal", "", "arXiv, 2023",
        comment="v1 was withdrawn by mistake; this is the whole paper"),
)  # fmt: skip


def earlier_title(hand: Hand) -> Case:
    """The list has the first version's title, of which nothing is left."""
    old = hand.title()
    paper = hand.paper(earlier=(old,))
    return Case("an earlier title", "title-mismatch?", old, "arXiv, 2023", (_paper(paper),), paper)


def subtitle(joined: bool) -> Maker:
    """The register keeps title and subtitle apart."""

    def make(hand: Hand) -> Case:
        doi, title, people = hand.doi(), hand.title(), hand.people()
        known = Doi(doi, title, people, more={"subtitle": ["A Study of Many Lids"]})
        written = f"{title}: A Study of Many Lids" if joined else title
        return _by_doi("a subtitle", "", written, known)

    return make


def correction(kind: str) -> Maker:
    """A correction, or the notice of another paper's retraction."""

    def make(hand: Hand) -> Case:
        doi, title, people = hand.doi(), hand.title(), hand.people()
        more: dict[str, Any] = {"updated-by": [{"DOI": "10.1000/notice.2", "type": "correction"}]}
        if kind == "notice":
            more = {"update-to": [{"DOI": "10.1000/other", "type": "retraction"}]}
        known = Doi(doi, title, people, more=more)
        return _by_doi(kind, "", title, known)

    return make


def bad_id(hand: Hand) -> Case:
    """arXiv chokes on an id that looks like one, and with it on the whole batch."""
    paper = hand.paper()
    return Case(
        "a bad id in the batch",
        "",
        paper.title,
        "arXiv, 2023",
        (_paper(paper),),
        unreadable=(paper.id,),
        authors=paper.authors,
    )


def latex(hand: Hand) -> Case:
    """The register writes LaTeX."""
    title = hand.title()
    paper = hand.paper(title=rf"$\alpha$-{title} {{I}}n Pra{{\c c}}tice \& Theory")
    written = f"α-{title} In Praçtice & Theory"
    return Case("LaTeX", "", written, "arXiv, 2023", (_paper(paper),), paper)


def linked_code(hand: Hand) -> Case:
    """The code is linked under the name that it had."""
    paper, repo = hand.paper(), hand.repo()
    paper = paper._replace(code=f"{GITHUB}{repo}", data=("somebody/uses-it",))
    links = (_paper(paper), ("Code", f"{GITHUB}{repo}"))
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
    links = (_paper(paper), ("Code", f"{GITHUB}{repo}"), ("Dataset", data))
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


def cases(seed: int) -> Iterator[Case]:
    """The faults, then the traps, then papers of which all is well."""
    hand = Hand(seed)
    for makers, times in (
        (SINCE, 4),
        ((since_by_crossref,), 4),
        ((another_paper,), 10),
        ((another_doi,), 3),
        (OTHERWISE, 4),
        (DIFFERS, 4),
        (WITHDRAWN, 4),
        ((retracted,), 5),
        ((gone_paper, gone_doi, deleted_doi), 2),
        (REPOSITORIES, 4),
        ((lacks_code,), 8),
        ((lacks_data,), 4),
        (QUIET, 2),
        (HARMLESS, 2),
        ((bad_id,), 1),
        ((well,), 70),
    ):
        for _ in range(times):
            for make in makers:
                yield make(hand)


def made(seed: int = 1) -> Made:
    """The list and the world. Every second entry names its authors."""
    held = list(cases(seed))
    Random(seed).shuffle(held)
    lines = ["# Awesome Invented Papers", "", "Papers that nobody wrote.", ""]
    planted: dict[int, tuple[str, str]] = {}
    traps: dict[int, str] = {}
    for number, case in enumerate(held):
        if number % 40 == 0:
            lines += ["", f"## Part {number // 40 + 1}", ""] if number else ["## Part 1", ""]
        lines.append(_entry(case, number >= len(held) // 2))
        if case.rule and not case.rule.endswith("?"):
            planted[len(lines)] = (case.rule, case.name)
        else:
            traps[len(lines)] = case.name
    return Made("\n".join(lines) + "\n", _world(held), planted, traps)


def _entry(case: Case, named: bool) -> str:
    links = " ".join(f"[[{label}]({url})]" for label, url in case.links)
    people = case.authors if case.authors is not None else case.paper.authors if case.paper else ()
    who = f"*{', '.join(people)}*, " if named and people else ""
    return f"- {case.title}, {who}<ins>{case.said}</ins> {links}"


def _world(held: list[Case]) -> World:
    papers_ = [case.paper for case in held if case.paper] + [p for c in held for p in c.beside]
    data = [url for c in held for _, url in c.links if url.startswith("https://huggingface.co/")]
    return World(
        papers=tuple(papers_),
        dois=tuple(doi for case in held for doi in case.dois),
        repositories=tuple(each for case in held for each in case.repositories),
        models=tuple(url.removeprefix("https://huggingface.co/") for url in data),
        unreadable=tuple(id for case in held for id in case.unreadable),
    )


if __name__ == "__main__":
    sys.stdout.write(made().text)
