"""Which papers of a file stand in an earlier file of the same list too; it judges nothing.

Pure. The earlier files are indexed once for all of them, and a file asks only for what it holds
itself, so that many files cost what one of their size costs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from listlint.once import once
from listlint.paperlist import Entry, PaperList, Whole
from listlint.papers import gathered, named, namesakes
from listlint.values import NamedTuple

MOST = 8  # entries of one link or title that are looked at
Index = Mapping[str, Sequence["There"]]


class There(NamedTuple):
    """An entry of an earlier file."""

    file: int
    papers: PaperList
    entry: Entry

    @property
    def place(self) -> str:
        """As messages say it: "docs/surveys.md, line 12"."""
        return f"{self.papers.path}, line {self.entry.lines[0]}"

    @property
    def section(self) -> str:
        """The same with the section: "docs/surveys.md, line 12, *Sorting*"."""
        at = self.entry.section
        return self.place if at is None else f"{self.place}, *{self.papers.sections[at].title}*"


class Twice(NamedTuple):
    """A paper of this file, the first of its entries here, and the first one that there is."""

    entry: Entry
    first: There


def twice(papers: PaperList) -> tuple[Twice, ...]:
    """Papers of this file that an earlier one lists."""
    return _found(papers)[0] if papers.whole else ()


def same_titles(papers: PaperList) -> tuple[Twice, ...]:
    """Entries that have the title of an earlier file's and another number at arXiv."""
    return _found(papers)[1] if papers.whole else ()


def earlier(papers: PaperList, name: str) -> list[There]:
    """The entries of earlier files that have this link or folded title, a few at most."""
    if papers.whole is None:
        return []
    at = _place(papers)
    return [there for there in _index(papers.whole).get(name, ()) if there.file < at]


@once
def _found(papers: PaperList) -> tuple[tuple[Twice, ...], tuple[Twice, ...]]:
    ours = named(papers)
    theirs = {
        (there.file, there.entry.index): there
        for entry in ours
        for name in (*entry.ids, entry.folded)
        for there in earlier(papers, name)
    }
    before = [theirs[key] for key in sorted(theirs)]
    entries = [there.entry for there in before] + ours
    return (
        tuple(_twice(entries, before)),
        tuple(_same_titles(entries, before)),
    )


def _twice(entries: list[Entry], before: list[There]) -> Iterator[Twice]:
    for group in gathered(entries):
        here = [at for at in group if at >= len(before)]
        if group[0] < len(before) and here:
            yield Twice(entries[here[0]], before[group[0]])


def _same_titles(entries: list[Entry], before: list[There]) -> Iterator[Twice]:
    there = {id(each.entry): each for each in before}
    for first, other in namesakes(entries):
        if id(first) in there and id(other) not in there:
            yield Twice(other, there[id(first)])


def _place(papers: PaperList) -> int:
    """Which of the files this one is."""
    parts = papers.whole.parts if papers.whole else ()
    return next((n for n, part in enumerate(parts) if part.path == papers.path), 0)


@once
def _index(whole: Whole) -> Index:
    """Entries by each of their ids and by their title, those of earlier files first."""
    held: defaultdict[str, list[There]] = defaultdict(list)
    for file, papers in enumerate(whole.parts):
        for entry in named(papers):
            for name in dict.fromkeys((*entry.ids, entry.folded)):
                if name and len(held[name]) < MOST:
                    held[name].append(There(file, papers, entry))
    return held
