"""Two hundred invented papers, a list of them with faults in it, and what the services know.

    python benchmarks/truthcases.py > list.md

A case is an entry, what is registered of its paper, and the rule that ought to speak of it; a trap
is a case of which none may. Seeded: the same numbers give the same list.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from truthfaults import (
    DIFFERS,
    OTHERWISE,
    REPOSITORIES,
    SINCE,
    WITHDRAWN,
    a_word_longer,
    another_doi,
    another_paper,
    deleted_doi,
    gone_doi,
    gone_paper,
    lacks_code,
    lacks_data,
    retracted,
    since_by_crossref,
)
from truthhand import Case, Hand, World
from truthtraps import HARMLESS, QUIET, SHORTENED, bad_id, generic, well

LABELS = ("Paper", "Code", "Dataset")
FORMS = ROWS, LABELLED, LINKED = "rows", "labelled", "linked"


class Made(NamedTuple):
    """A list, what is known, and what ought to be found, by line."""

    text: str
    world: World
    planted: dict[int, tuple[str, str]]  # the rule that ought to speak, and the case
    allowed: dict[int, tuple[str, ...]]  # rules that may speak: what they say is true
    traps: dict[int, str]

    def name_of(self, line: int) -> str:
        return self.traps.get(line) or self.planted.get(line, ("", "no entry"))[1]


def cases(seed: int) -> Iterator[Case]:
    """The faults, then the traps, then papers of which all is well."""
    hand = Hand(seed)
    for makers, times in (
        (SINCE, 4),
        ((since_by_crossref,), 4),
        ((another_paper,), 10),
        ((another_doi,), 3),
        ((a_word_longer,), 3),
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
        (SHORTENED, 1),
        ((generic,), 1),
        ((bad_id,), 1),
        ((well,), 72),
    ):
        for _ in range(times):
            for make in makers:
                yield make(hand)


def made(seed: int = 1) -> Made:
    """The list and the world. Every second entry names its authors."""
    held = list(cases(seed))
    Random(seed).shuffle(held)
    form = FORMS[seed % len(FORMS)]
    lines = ["# Awesome Invented Papers", "", "Papers that nobody wrote."]
    planted: dict[int, tuple[str, str]] = {}
    traps: dict[int, str] = {}
    allowed: dict[int, tuple[str, ...]] = {}
    for number, case in enumerate(held):
        if number % 40 == 0:
            lines += _head(form, number // 40 + 1)
        named = number >= len(held) // 2 if case.named is None else case.named
        lines.append(_entry(case, named, form))
        if case.rule:
            planted[len(lines)] = (case.rule, case.name)
        else:
            traps[len(lines)] = case.name
        allowed[len(lines)] = case.allowed
    return Made("\n".join(lines) + "\n", _world(held), planted, allowed, traps)


def _entry(case: Case, named: bool, form: str) -> str:
    """In one of three habits: labels at the end, the title as link, a row of a table."""
    people = case.authors if case.authors is not None else case.paper.authors if case.paper else ()
    who = ", ".join(people) if named else ""
    (_, own), *others = case.links
    if form == LINKED:
        rest = "".join(f" [[{label}]({url})]" for label, url in others)
        return f"- [{case.title}]({own}). {f'{who}. ' if who else ''}{case.said}.{rest}"
    held = dict(case.links)
    if form == ROWS:
        cells = (f"[{label}]({held[label]})" if label in held else "" for label in LABELS)
        return f"| {case.title} | {who} | {case.said} | {' | '.join(cells)} |"
    links = " ".join(f"[[{label}]({url})]" for label, url in case.links)
    return f"- {case.title}, {f'*{who}*, ' if who else ''}<ins>{case.said}</ins> {links}"


def _head(form: str, part: int) -> list[str]:
    """How a section begins."""
    table = ["| Title | Authors | Venue | Paper | Code | Dataset |", "|---|---|---|---|---|---|"]
    return ["", f"## Part {part}", "", *(table if form == ROWS else ())]


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
