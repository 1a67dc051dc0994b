"""Which section somebody means, and what is added where: the way from a paper to a mended list.

Pure; a mistake is a ``UserError`` in one plain line.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.adding.insertion import Added, NotWrittenError, Reader, add
from listlint.adding.known import Listed, listed
from listlint.adding.spot import ranked
from listlint.adding.wanted import Wanted
from listlint.errors import UserError, nearest
from listlint.knowledge import titles
from listlint.paperlist import PaperList, Section
from listlint.values import NamedTuple

OTHERS = 2  # sections that are named besides the one that is taken


class Done(NamedTuple):
    """What became of one paper."""

    wanted: Wanted
    added: Added | None = None
    there: Listed | None = None  # it stands in the list already
    others: tuple[str, ...] = ()  # sections that it could stand in, too


def one(papers: PaperList, wanted: Wanted, named: str | None, read: Reader) -> Done:
    """The paper put into the list, or where it stands."""
    there = listed(papers, wanted)
    if there is not None:
        return Done(wanted, there=there)
    if not papers.entries:
        raise UserError(f"{papers.path}: has no entry to follow: write the first ones by hand")
    if named is not None:
        return Done(wanted, _added(papers, wanted, section_named(papers, named), read))
    found = [each.section for each in ranked(papers, wanted)]
    if not found:
        what = "papers" if wanted.kind == "paper" else "such resources"
        raise UserError(f"{papers.path}: lists no {what}: name a section with --section")
    others = tuple(path_of(papers, section) for section in found[1 : 1 + OTHERS])
    return Done(wanted, _added(papers, wanted, found[0], read), others=others)


def _added(papers: PaperList, wanted: Wanted, section: int | None, read: Reader) -> Added:
    try:
        return add(papers, wanted, section, read)
    except NotWrittenError as why:
        raise UserError(
            f"{papers.path}: {wanted.title!r} in {path_of(papers, section)}: {why}"
        ) from None


def path_of(papers: PaperList, section: int | None) -> str:
    return "the top" if section is None else " / ".join(papers.sections[section].path)


def section_named(papers: PaperList, name: str) -> int:
    """The section that a title, a path of titles or an anchor means."""
    if not name.strip():
        raise UserError("--section is empty: name a heading of the list")
    found = list(_named(papers, name))
    if len(found) == 1:
        return found[0].index
    if not found:
        known = [section.title for section in papers.sections]
        hint = nearest(name, known, ": `listlint export` shows the sections")
        raise UserError(f"{papers.path}: there is no section {name!r}{hint}")
    paths = " or ".join(repr(" / ".join(section.path)) for section in found[:3])
    raise UserError(f"{papers.path}: {len(found)} sections are called {name!r}: say {paths}")


def _named(papers: PaperList, name: str) -> Iterator[Section]:
    """Sections of a name; of several those that hold entries, if it is one."""
    wanted = [titles.fold(part) for part in name.split(" / ")]
    found = [
        section
        for section in papers.sections
        if name.lstrip("#") == section.anchor
        or [titles.fold(part) for part in section.path][-len(wanted) :] == wanted
    ]
    held = {entry.section for entry in papers.entries}
    filled = [section for section in found if section.index in held]
    exact = [section for section in found if len(section.path) == len(wanted)]
    yield from filled if len(filled) == 1 else exact if len(exact) == 1 else found
