"""The lists of a repository, found by what stands in them, and what each teaches: it only reads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from listlint.commands._lists import Target, papers_of
from listlint.config import Config
from listlint.errors import UserError
from listlint.paperlist import PaperList
from listlint.plain import terminal

ENDINGS = (".md", ".markdown", ".rst")
OTHER_PAGES = frozenset(
    "contributing code_of_conduct security changelog changes license licence support authors"
    " pull_request_template issue_template".split()
)
OTHER_FOLDERS = frozenset("node_modules vendor venv build dist site _build tests test".split())
DEEPEST, MOST = 3, 200  # folders, and pages that are looked into
FEWEST = 8  # papers of a page that is a list; the README is one with fewer


class Seen(NamedTuple):
    """A list, and what a first run says of it."""

    path: str  # from the repository's root
    papers: PaperList


def lists_of(root: str, config: Config) -> list[Seen]:
    """Every list below the root, the README first."""
    found = []
    for path in _pages(root):
        papers = papers_of(Target(os.path.join(root, path), config))
        if isinstance(papers, UserError):
            continue
        count = sum(entry.kind == "paper" for entry in papers.entries)
        if count >= (1 if _is_readme(path) else FEWEST):
            found.append(Seen(path, papers))
    return found


def _pages(root: str) -> Iterator[str]:
    """Pages that may be lists, from the root."""
    pages: list[str] = []
    for folder, folders, files in os.walk(root):
        inner = os.path.relpath(folder, root)
        depth = 0 if inner == "." else inner.count(os.sep) + 1
        folders[:] = sorted(
            name
            for name in folders
            if depth < DEEPEST and name[0] != "." and name.lower() not in OTHER_FOLDERS
        )
        for name in sorted(files):
            stem, ending = os.path.splitext(name.lower())
            if ending in ENDINGS and stem not in OTHER_PAGES:
                pages.append(name if depth == 0 else os.path.join(inner, name))
    pages.sort(key=lambda path: (not _is_readme(path), path.count(os.sep), path))
    yield from pages[:MOST]


def _is_readme(path: str) -> bool:
    return path.lower() in ("readme.md", "readme.rst")


def learnt(seen: Seen) -> Iterator[str]:
    """What was read and learnt, in lines for people."""
    papers = seen.papers
    sections = len({entry.section for entry in papers.entries})
    unread = f", {len(papers.unread)} items not understood" if papers.unread else ""
    count = len(papers.entries)
    yield f"{terminal(seen.path)}: {count} entries in {sections} sections{unread}"
    yield from (f"  {line}" for line in _habits(papers))


def _habits(papers: PaperList) -> Iterator[str]:
    from listlint.papers import across, cross_lists
    from listlint.style import style_of
    from listlint.style.learning import learn_templates
    from listlint.style.summary import order_votes

    for best in learn_templates(papers, style_of(papers).survey)[:1]:
        first = terminal(best.template.text.split("\n")[0])
        yield f"written like `{first}` ({best.prints} of {best.total})"
    for order in order_votes(papers)[:1]:
        yield f"{order.name} by {order.by} in {order.sections} of {order.total} sections"
    if cross_lists(papers):
        count = len(across(papers))
        yield f"{count} papers stand in several sections: taken as meant"


def first_run(seen: Seen, config: Config) -> str:
    """What a run says of the list as it stands."""
    from collections import Counter

    from listlint.commands._answers import answers
    from listlint.lint.gather import lint

    target = Target(seen.papers.path, config, whole=True)
    report = lint(seen.papers, config, answers(seen.papers, target))
    levels = Counter(finding.level for finding in report.findings)
    said = ", ".join(f"{levels[level]} {level}s" for level in ("error", "warning", "note"))
    return f"a run says {said}"
