"""One paper written after a list's own entries: after those that say what it says, and of these the
way that most around its place, of its kind of venue and with links to its hosts, are written in.

A row is written cell by cell. Links that no entry has together are put in a row of links.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property

from listlint.adding import forms
from listlint.adding.parts import Part, behind, fields, number_of, run_of
from listlint.adding.wanted import PREPRINTS, Wanted, WantedLink
from listlint.adding.ways import TOLD, Ways
from listlint.knowledge import venues
from listlint.paperlist import Entry
from listlint.style.learning import Case
from listlint.style.values import Named
from listlint.values import NamedTuple

HERE, BESIDE = 4.0, 100.0  # what entries of the section weigh, and the one beside the place
ALIKE = 4.0  # what an entry of the same kind of venue weighs, or with a link to the same host
HABIT = 0.5  # a field that so many of a section's entries have is due
CONSTANT = 0.8  # a sign that so many of them share is the list's own
WEIGHTS = {"paper": 4, "code": 3}
MOST = 12  # ways that are handed on
OTHER_SHAPE = 2.0


class Spot(NamedTuple):
    """Where an entry is to stand: its section, and the entry before it."""

    section: int | None
    after: int | None  # index of an entry; None: before all of the section


class Made(NamedTuple):
    """A text, and how well it suits: less is better."""

    text: str
    rank: tuple[float, ...]  # links unsaid, fields unsaid, whether put together, fewest alike
    model: int  # index of the entry that it follows


def written(ways: Ways, wanted: Wanted, spot: Spot) -> list[Made]:
    """The entry's text in the ways that suit, the best first."""
    return _Following(ways, wanted, spot).made()


class _Following:
    def __init__(self, ways: Ways, wanted: Wanted, spot: Spot) -> None:
        self.ways, self.wanted, self.spot = ways, wanted, spot
        self.around = ways.around(spot.section)
        self.manner = ways.manner_in(spot.section)
        self.hosts = {forms.host(link.url) for link in wanted.links if link.kind == "paper"}
        self.cut = forms.is_cut(forms.authors(wanted.authors, self.manner) or "")
        indexes = [case.entry.index for case in self.around]
        at = indexes.index(spot.after) + 1 if spot.after in indexes else 0
        self.distance = {index: at - n if n < at else n - at + 1 for n, index in enumerate(indexes)}

    def made(self) -> list[Made]:
        if not self.around:
            return []
        shape = Counter(case.entry.shape for case in self.around).most_common(1)[0][0]
        if shape == "row":
            return list(self._row())[:1]
        due = self._due([case.values.fields for case in self.around])
        found = self._best(self.ways.whole, self.wanted.links, due, shape)
        seen: dict[str, Made] = {}
        for made in sorted(found, key=lambda made: made.rank):
            seen.setdefault(made.text, made)
        return list(seen.values())[:MOST]

    # Rows

    def _row(self) -> Iterator[Made]:
        """The row, each cell by itself."""
        rows = [case for case in self.around if case.entry.shape == "row"]
        header = Counter(map(self.ways.table, rows)).most_common(1)[0][0]
        table = self.ways.rows(case for case in rows if self.ways.table(case) == header)
        home = self._columns(table)
        cells: list[Made] = []
        for n in range(len(table[0])):
            parts = [row[n] for row in table]
            links = [link for link in self.wanted.links if home.get(link.kind) == n]
            due = self._due([fields(part) for part in parts])
            found = list(self._best(parts, links, due, "row"))
            if not found:
                return
            cells.append(min(found, key=lambda made: made.rank))
        text = "|".join(made.text for made in cells)
        ends = Counter(case.gaps[-1].rstrip()[-1:] == "|" for case in rows)
        starts = Counter(case.gaps[0].startswith("|") for case in rows)
        text = ("|" if starts.most_common(1)[0][0] else "") + text
        unsaid = [link for link in self.wanted.links if home.get(link.kind) is None]
        missing = sum(made.rank[0] for made in cells) + sum(_weight(link.kind) for link in unsaid)
        text += "|" if ends.most_common(1)[0][0] else ""
        yield Made(text, (missing, sum(made.rank[1] for made in cells), 0.0, 0.0), cells[0].model)

    def _columns(self, table: Sequence[Sequence[Part]]) -> dict[str, int]:
        """The column in which links of a kind stand."""
        held: defaultdict[str, Counter[int]] = defaultdict(Counter)
        for row in table:
            for n, part in enumerate(row):
                for link in part.links:
                    held[link.kind][n] += 1
        return {kind: counts.most_common(1)[0][0] for kind, counts in held.items()}

    # One part: an entry, a cell

    def _due(self, fields: Sequence[Mapping[str, object]]) -> frozenset[str]:
        """Fields that most have, as far as they are known."""
        counts = Counter(name for each in fields for name in each)
        wanted = self.wanted
        known = {
            "authors": wanted.authors,
            "venue": wanted.venue or not wanted.published,
            "year": wanted.year,
            "date": wanted.date or wanted.year,
            "abstract": wanted.abstract,
        }
        due = {name for name, value in known.items() if value}
        return frozenset(name for name in due if counts[name] >= HABIT * len(fields))

    def _best(
        self, parts: Sequence[Part], links: Sequence[WantedLink], due: frozenset[str], shape: str
    ) -> Iterator[Made]:
        """The part in every way that can say this paper."""
        votes: defaultdict[tuple[object, ...], float] = defaultdict(float)
        tried: dict[tuple[object, ...], tuple[str, Part, float]] = {}
        composed: dict[tuple[object, ...], tuple[str, Part, float]] = {}
        for part in parts:
            weight = self._weight(part.case)
            votes[part.way] += weight
            others = forms.counterparts(part.links, links)
            for texts, text in (
                (tried, self._text(part, others)),
                (composed, self._run(part, links)),
            ):
                if text is not None and weight > texts.get(part.way, ("", part, 0.0))[2]:
                    texts[part.way] = (text, part, weight)
        names = {each.slot.name for part in parts for each in part.named}
        for way, (text, part, _) in tried.items():
            missing = self._unsaid(links, Counter(link.kind for link in part.links))
            fields = self._lacking(part, due, names, shape)
            yield Made(text, (missing, fields, 0.0, -votes[way]), part.case.entry.index)
        for way, (text, part, _) in composed.items():
            fields = self._lacking(part, due, names, shape)
            yield Made(text, (0.0, fields, 1.0, -votes[way]), part.case.entry.index)

    def _weight(self, case: Case) -> float:
        entry = case.entry
        weight = 1.0
        if entry.index in self.distance:
            weight += HERE + BESIDE / self.distance[entry.index]
        hosts = {forms.host(link.url) for link in entry.links if link.kind == "paper"}
        weight *= ALIKE if hosts & self.hosts else 1.0
        if self.manner.etal and entry.authors:
            weight *= ALIKE if forms.is_cut(entry.authors) == self.cut else 1.0
        return weight * (ALIKE if _published(entry) == self.wanted.published else 1.0)

    def _unsaid(self, links: Sequence[WantedLink], said: Counter[str]) -> float:
        counts = Counter(link.kind for link in links if self._is_shown(link))
        return sum(_weight(kind) * max(0, count - said[kind]) for kind, count in counts.items())

    def _is_shown(self, link: WantedLink) -> bool:
        return bool(link.label) or link.kind in WEIGHTS or link.kind in self.ways.shown

    def _lacking(self, part: Part, due: frozenset[str], names: Container[str], shape: str) -> float:
        """How much is known and due, and isn't said so."""
        said = {each.slot.name for each in part.named}
        words = sum(name not in said for name in self.wanted.words if name in names)
        track = bool(self.wanted.track) and "track" not in said and "venue" in said
        other = OTHER_SHAPE if part.case.entry.shape != shape else 0.0
        return len(due - said) + 2 * words + 2 * track + other

    def _text(self, part: Part, others: Mapping[str, WantedLink], ready: int = -1) -> str | None:
        """The paper written like this part, but for a field that is; None where that says what
        isn't known."""
        words = {name: list(values) for name, values in self.wanted.words.items()}
        out = [part.gaps[0]]
        for n, each in enumerate(part.named):
            value = each.value if n == ready else self._value(part, n, others, words)
            if value is None:
                return None
            out += (value, behind(part.gaps[n + 1], value, each.value))
        return None if self._wordy(part, words) else "".join(out)

    def _wordy(self, part: Part, words: Mapping[str, list[str]]) -> bool:
        """Whether a field has room for fewer words than there are."""
        names = {each.slot.name for each in part.named}
        return any(left and name in names for name, left in words.items())

    def _value(
        self, part: Part, n: int, others: Mapping[str, WantedLink], words: dict[str, list[str]]
    ) -> str | None:
        each = part.named[n]
        name = each.slot.name
        if each.link is not None:
            return self._link(each, others)
        if name in words:
            return words[name].pop(0) if words[name] else None
        if each.sign:
            return self.ways.sign(self.spot.section, name)
        if name in TOLD or (name == "track" and self.wanted.track):
            return self._field(name, each.value, part.case.entry)
        made = forms.derived(each.value, part.links, others)
        if made is not None or any(link.url in each.value for link in part.links):
            return made
        return each.value if name != "track" and self._constant(part, n) else None

    def _field(self, name: str, value: str, model: Entry) -> str | None:
        wanted, ways = self.wanted, self.ways
        if name == "number":
            return self._number(value)
        made: str | None
        if name == "authors":
            made = forms.authors(wanted.authors, self.manner)
        elif name == "venue":
            made = forms.venue(wanted, ways.venues, model)
        elif name in ("year", "date"):
            written = forms.year if name == "year" else forms.date
            made = written(wanted, value, ways.padded)
        else:
            made = {"title": wanted.title, "track": wanted.track, "abstract": wanted.abstract}[name]
        return forms.safe_text(made, row=model.shape == "row") if made else None

    def _number(self, value: str) -> str | None:
        """The number that comes behind that of the entry before; one that all have."""
        digits = "".join(filter(str.isdigit, value))
        held = [v for case in self.around for v in case.values.fields.get("number", [])]
        if not digits or (len(set(held)) == 1 and len(held) > 1):
            return value if digits else None
        before = self._number_before()
        return None if before is None else value.replace(digits, str(before + 1), 1)

    def _number_before(self) -> int | None:
        numbers = {case.entry.index: number_of(case) for case in self.around}
        if self.spot.after is not None:
            return numbers.get(self.spot.after)
        first = next(iter(numbers.values()), None)
        return max(first - 2, 0) if first else 0

    def _constant(self, part: Part, n: int) -> bool:
        """Whether most that have this field there have it with this very value."""
        held = self.held[part.context(n)]
        return held[part.named[n].value] >= max(2.0, CONSTANT * held.total())

    @cached_property
    def held(self) -> dict[tuple[str, str], Counter[str]]:
        """The values that fields have around, each by the one behind it, too."""
        held: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for case in self.around:
            part = Part(case, case.named, case.gaps, ())
            for n, each in enumerate(part.named):
                held[part.context(n)][each.value] += 1
        return held

    # Links

    def _link(self, each: Named, others: Mapping[str, WantedLink]) -> str | None:
        assert each.link is not None
        other = others.get(each.link.url)
        url = forms.safe_url(other.url) if other is not None else None
        if other is None or url is None:
            return None
        if each.slot.kind == "address":
            return url
        if other.label and other.label != each.link.label:
            return None
        label = each.slot.label
        if forms.is_repository(each.link.label, each.link.url):
            label = forms.repository(other.url).rpartition("/")[2] or label
        elif not other.label and self.ways.kinds.get(each.link.label, other.kind) != other.kind:
            return None
        return each.slot.form.replace("{label}", label).replace("{url}", url)

    def _run(self, part: Part, links: Sequence[WantedLink]) -> str | None:
        """The part with a row of all the links instead of its own."""
        first, last = run_of(part)
        if first < 0:
            return None
        inside = {each.link.url for each in part.named[first : last + 1] if each.link}
        fixed = [link for link in part.links if link.url not in inside]
        others = forms.counterparts(fixed, links)
        used = list(others.values())
        rest = [link for link in links if link not in used and self._is_shown(link)]
        if len(others) != len(fixed) or not rest:
            return None
        form = part.named[first].slot.form
        made = [self._labelled(form, link) for link in self._ordered(rest)]
        if not all(made):
            return None
        joint = part.gaps[first + 1] if last > first else self.ways.joint
        run = Named(part.named[first].slot, joint.join(filter(None, made)))
        named = (*part.named[:first], run, *part.named[last + 1 :])
        gaps = (*part.gaps[: first + 1], *part.gaps[last + 1 :])
        return self._text(Part(part.case, named, gaps, part.links), others, ready=first)

    def _ordered(self, links: Sequence[WantedLink]) -> list[WantedLink]:
        return sorted(links, key=lambda link: self.ways.order.get(link.kind, 1.0))

    def _labelled(self, form: str, link: WantedLink) -> str | None:
        labels, url = self.ways.labels, forms.safe_url(link.url)
        own = labels.get((link.kind, forms.host(link.url))) or labels.get((link.kind, ""))
        label = link.label or own or link.kind.capitalize()
        return form.replace("{label}", label).replace("{url}", url) if url else None


def _weight(kind: str) -> float:
    return WEIGHTS.get(kind, 1)


def _published(entry: Entry) -> bool:
    venue = entry.venue
    return venue is not None and (venue.id is None or venues.kind_of(venue.id) not in PREPRINTS)
