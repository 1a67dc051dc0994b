"""What the entries of a list show of how it is written: every one of them is a model for a new one.

Counted once for a list; nothing is printed here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

from listlint.adding import forms
from listlint.adding.parts import Part, part_of
from listlint.paperlist import PaperList
from listlint.style import style_of
from listlint.style.learning import Case, cases, table_headers
from listlint.style.rows import row_cells

TELLING = 8  # author lists from which a section's own manner is told
DATED = ("date", "year")
TOLD = ("title", "authors", "venue", "year", "date", "number", "abstract")


class Ways:
    """The ways of writing of one list."""

    def __init__(self, papers: PaperList) -> None:
        self.papers = papers
        self.headers = table_headers(papers)
        found = cases(papers, style_of(papers).survey, self.headers)
        self.keep(filter(_is_sound, found))

    def keep(self, held: Iterable[Case]) -> None:
        """The entries that are looked at."""
        self.cases = list(held)
        self.sections: defaultdict[int | None, list[Case]] = defaultdict(list)
        for case in self.cases:
            self.sections[case.entry.section].append(case)

    def around(self, section: int | None) -> list[Case]:
        """The entries of a section, of an empty one those of the list."""
        return self.sections[section] or self.cases

    @cached_property
    def whole(self) -> list[Part]:
        """Entries that are no rows, whole."""
        texts = (case for case in self.cases if case.entry.shape != "row")
        return [part_of(case, case.named, case.gaps) for case in texts]

    def rows(self, held: Iterable[Case]) -> list[tuple[Part, ...]]:
        """Rows as cells, as many in each as most have."""
        made = [
            tuple(part_of(case, f.named, f.gaps) for f in row_cells(case.named, case.gaps))
            for case in held
            if case.entry.shape == "row"
        ]
        widths = Counter(map(len, made))
        return [row for row in made if len(row) == widths.most_common(1)[0][0]]

    def table(self, case: Case) -> tuple[str, ...]:
        """What the header of an entry's table says."""
        return self.headers.get(case.entry.span.start, ())

    @cached_property
    def venues(self) -> dict[str, str]:
        return forms.names_of(self.papers)

    @cached_property
    def padded(self) -> bool:
        """Whether days and months below ten have two digits."""
        said = [v for case in self.cases for n in DATED for v in case.values.fields.get(n, ())]
        short = [run for text in said for run in _numbers().findall(text) if int(run) < 10]
        return 2 * sum(len(run) > 1 for run in short) >= len(short)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """What links of each label mostly are."""
        held: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for case in self.cases:
            for link in case.values.links:
                held[link.label][link.kind] += 1
        return {label: counts.most_common(1)[0][0] for label, counts in held.items()}

    @cached_property
    def shown(self) -> frozenset[str]:
        """Kinds of links that the list has."""
        return frozenset(link.kind for case in self.cases for link in case.entry.links)

    @cached_property
    def labels(self) -> dict[tuple[str, str], str]:
        """What the list calls links of a kind, at a host and anywhere ("")."""
        held: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for case in self.cases:
            for link in case.values.links:
                if link.label and self.kinds[link.label] == link.kind:
                    held[link.kind, forms.host(link.url)][link.label] += 1
                    held[link.kind, ""][link.label] += 1
        return {key: counts.most_common(1)[0][0] for key, counts in held.items()}

    @cached_property
    def order(self) -> dict[str, float]:
        """Where links of a kind stand among the others, the first ones lowest."""
        places: defaultdict[str, list[float]] = defaultdict(list)
        for case in self.cases:
            kinds = [link.kind for link in case.values.links]
            for n, kind in enumerate(kinds):
                places[kind].append(n / len(kinds))
        return {kind: sum(found) / len(found) for kind, found in places.items()}

    @cached_property
    def joint(self) -> str:
        """What stands between two links."""
        found: Counter[str] = Counter()
        for case in self.cases:
            linked = [each.slot.kind == "link" for each in case.named]
            pairs = zip(linked, linked[1:], case.gaps[1:], strict=False)
            found.update(gap for one, two, gap in pairs if one and two)
        return found.most_common(1)[0][0] if found else " "

    @cached_property
    def manner(self) -> forms.Manner:
        return forms.manner_of(self._authors(self.cases))

    def manner_in(self, section: int | None) -> forms.Manner:
        """How a section writes authors, if it has enough of them to tell."""
        written = list(self._authors(self.sections[section]))
        return forms.manner_of(written) if len(written) > TELLING else self.manner

    def _authors(self, held: Sequence[Case]) -> Iterator[str]:
        for case in held:
            yield from case.values.fields.get("authors", [])

    def sign(self, section: int | None, column: str) -> str:
        """The sign that stands most in a column."""
        here = self._signs(column, self.sections[section])
        return (here or self._signs(column, self.cases)).most_common(1)[0][0]

    def _signs(self, column: str, held: Sequence[Case]) -> Counter[str]:
        return Counter(sign for case in held for sign in case.values.signs.get(column, ()))


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def _is_sound(case: Case) -> bool:
    """Whether an entry may be followed: all of its brackets close, and no address is missing."""
    pairs = all(case.text.count(one) == case.text.count(other) for one, other in ("[]", "()"))
    return pairs and not any("]()" in gap for gap in case.gaps)


def words_of(case: Case) -> dict[str, tuple[str, ...]]:
    """The fields of an entry that no registry tells of, in its maintainer's words."""
    fields = {**case.values.signs, **case.values.fields}
    out = {}
    for name, values in fields.items():
        linked = any(link.url in value for link in case.entry.links for value in values)
        if name not in (*TOLD, "track") and not linked:
            out[name] = tuple(values)
    return out
