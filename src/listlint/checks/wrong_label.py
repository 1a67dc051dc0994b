"""A link's label says paper or code, and its address is neither of them.

What: `Code` that leads to a paper; `Paper` that leads to a repository's front page, a project page,
a search, or the front page of a host. Only labels that clearly mean it count. A supplement or an
archive is no paper, a report kept in a repository is one, and a page's part on its code is code.
Where a list labels project pages and posts as papers throughout, each of them is a remark.

Why: a link was copied and its address kept, or the label; readers click on the wrong thing.

```md bad
- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2205.00017)] [[Code](https://arxiv.org/abs/2205.00017)]
- Counting Umbrellas in the Dark, ICML 2022 [[Paper](https://github.com/berg/umbrellas)]
- Folding Maps under Drift, ICLR 2023 [[Paper](https://openreview.net/)] [[Code](https://github.com/almqvist/maps)]
```

```md good
- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2205.00017)] [[Code](https://github.com/almqvist/smell)]
- Counting Umbrellas in the Dark, ICML 2022 [[Paper](https://github.com/berg/umbrellas/blob/main/paper.pdf)]
- Folding Maps under Drift, ICLR 2023 [[Code](https://doi.org/10.5281/zenodo.1000017)] [[Project](https://almqvist.github.io/maps)]
```

What the fix changes: nothing is mended, since either the label or the address may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.changes import stood
from listlint.facts import Answers
from listlint.finding import NOTE, Finding
from listlint.knowledge import venues
from listlint.paperlist import Entry, Link, PaperList
from listlint.rule import NoOptions, found

GROUP = "links"
LEVEL = "warning"
PAPER = frozenset(("paper", "pdf", "arxiv", "preprint", "full text", "full paper", "论文"))
CODE = frozenset(("code", "codes", "source code", "official code", "github", "代码"))
SEARCHES = ("/search", "google.com/search", "scholar.google.com/scholar?q=", "bing.com/search")
NAMES = ("arxiv", "github", "source code", "official code", "full text", "full paper")
SHORT = 20
PROJECT = "a project page"
LOOSE = ("project", "post")
HABIT = 8  # project pages and posts labelled as papers, and the list calls any main link so
HOMES = ("github.io", "gitlab.io", "sites.google.com")
# Where a page of a paper is a page of its code too.
BOTH = ("paperswithcode.com/", "catalyzex.com/", "github.com/", "raw.githubusercontent.com/")


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    wrong: list[tuple[Entry, Link, str]] = []
    loose, old = 0, stood(papers)
    for entry in papers.entries:
        of_paper = {link.id: link.label for link in entry.links if _label(link) not in CODE}
        for link in entry.links:
            is_loose = link.address.kind in LOOSE and entry.index in old
            loose += is_loose and _label(link) in PAPER
            if (leads_to := _elsewhere(entry, link, of_paper)) and entry.kind == "paper":
                wrong.append((entry, link, leads_to))
    for entry, link, leads_to in wrong:
        level = NOTE if leads_to == PROJECT and loose >= HABIT else None
        yield _finding(entry, link, leads_to, level)


def _elsewhere(entry: Entry, link: Link, of_paper: dict[str | None, str]) -> str | None:
    """What the link leads to instead of what its label says."""
    label = _label(link)
    if label in CODE:
        return _of_code(link, of_paper)
    return _of_paper(link, entry.title.lower()) if label in PAPER else None


def _label(link: Link) -> str:
    """The label in lower case; "CodeS" is what somebody calls a thing, and none."""
    written = link.label.strip(" []()*_:.")
    label = written.lower()
    plain = written in (label, written.upper(), written.capitalize()) or label in NAMES
    return label if plain else ""


def _of_code(link: Link, of_paper: dict[str | None, str]) -> str | None:
    told = link.address
    archived = told.venue is not None and venues.kind_of(told.venue) == "repository"
    if link.address.kind != "paper" or archived or told.subject.startswith(BOTH):
        return None
    if "code" in link.url.partition("#")[2].lower() or "suppl" in told.subject:
        return None
    if not link.id or link.id not in of_paper:
        return "a paper"
    other = of_paper[link.id]
    return f"a paper, as `{other}` does" if 0 < len(other) <= SHORT else "the entry's own paper"


def _of_paper(link: Link, title: str) -> str | None:
    subject = link.address.subject
    host, _, path = subject.partition("/")
    path = path.strip("/")
    if link.address.kind == "code" and link.address.repo:
        return "a repository" if path.count("/") == 1 else None
    if not link.url.startswith(("http:", "https:")) or link.address.kind == "paper":
        return None
    if any(search in subject for search in SEARCHES):
        return "a search"
    if link.address.kind == "project" and host.endswith(HOMES):
        shallow = path.count("/") == 0 and "." not in path
        return PROJECT if shallow and "?" not in subject else None
    if not path and "?" not in subject and "#" not in link.url and host not in title:
        return f"the front page of {host}"
    return None


def _finding(entry: Entry, link: Link, leads_to: str, level: str | None) -> Finding:
    return found(
        link.inner or link.span,
        f"`{link.label}` leads to {leads_to}. Check which is right: the label or the link.",
        level=level,
        entry=entry,
        alike=leads_to.partition(",")[0],
    )
