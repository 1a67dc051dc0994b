"""What a list holds, counted: years, sections, venues, links. Pure, and it judges nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from listlint.knowledge import venues
from listlint.paperlist import Entry, PaperList
from listlint.values import NamedTuple

MOST_COLUMNS = 8  # years in the table of sections; those before them share one column
SHADES = 5  # of a cell in that table
NO_SECTION = "(above the first heading)"
EARLIEST, LATEST = 1900, 2100  # a year outside is one misread, and would stretch the plot


class Counted(NamedTuple):
    """A name and how often it stands there."""

    name: str
    count: int  # type: ignore[assignment]  # of entries, not the tuple's method


class Cell(NamedTuple):
    count: int  # type: ignore[assignment]  # of entries, not the tuple's method
    shade: int  # 0: none, else up to SHADES


class Row(NamedTuple):
    """A section with the entries that stand in it, those below its own headings aside."""

    title: str
    depth: int
    entries: int
    findings: int
    cells: tuple[Cell, ...]


class Sections(NamedTuple):
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class Figures(NamedTuple):
    """What is counted of a list."""

    papers: int
    resources: int
    years: tuple[Counted, ...]  # of papers; without a gap between the first and the last
    without_year: int
    sections: Sections
    venues: tuple[Counted, ...]
    without_venue: int
    kinds: tuple[Counted, ...]  # of links
    hosts: tuple[Counted, ...]
    links: int


def figures(papers: PaperList, lines_of_findings: Iterable[int] = ()) -> Figures:
    """``lines_of_findings``: the offset at which each finding starts."""
    own = [entry for entry in papers.entries if entry.kind == "paper"]
    years = Counter(entry.year for entry in own if entry.year is not None)
    names = Counter(map(_venue, (entry for entry in own if entry.venue is not None)))
    links = [link for entry in papers.entries for link in entry.links]
    hosts = Counter(filter(None, (_host(link.address.subject) for link in links)))
    return Figures(
        len(own),
        len(papers.entries) - len(own),
        _without_gaps(years),
        sum(entry.year is None for entry in own),
        _sections(papers, _by_section(papers, lines_of_findings)),
        _ranked(names),
        sum(entry.venue is None for entry in own),
        _ranked(Counter(link.kind for link in links)),
        _ranked(hosts),
        len(links),
    )


def _without_gaps(years: Counter[int]) -> tuple[Counted, ...]:
    """Every year from the first to the last; those few that are odd stand aside."""
    likely = [year for year in years if EARLIEST <= year <= LATEST]
    if not likely:
        return ()
    return tuple(Counted(str(y), years[y]) for y in range(min(likely), max(likely) + 1))


def _ranked(counts: Counter[str]) -> tuple[Counted, ...]:
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0].casefold(), each[0]))
    return tuple(Counted(*each) for each in ranked)


def _venue(entry: Entry) -> str:
    """A venue by its own name, however the entry spells it."""
    if entry.venue is None:
        return ""
    known = venues.name_of(entry.venue.id) if entry.venue.id else None
    return known or entry.venue.name


def _host(subject: str | None) -> str:
    host = (subject or "").partition("/")[0].lower()
    return host if "." in host else ""


def _by_section(papers: PaperList, places: Iterable[int]) -> Counter[int]:
    """How many findings stand in the innermost section around each place."""
    starts = [section.span.start for section in papers.sections]
    counts: Counter[int] = Counter()
    at = -1
    for place in sorted(places):
        while at + 1 < len(starts) and starts[at + 1] <= place:
            at += 1
        counts[at] += 1
    return counts


def _sections(papers: PaperList, findings: Counter[int]) -> Sections:
    """A row for each section with entries, and for those above them."""
    held: dict[int, list[Entry]] = {}
    for entry in papers.entries:
        held.setdefault(-1 if entry.section is None else entry.section, []).append(entry)
    columns, years = _columns([entry.year for entry in papers.entries if entry.year])
    shown = _with_parents(papers, held)
    most = max((c for e in held.values() for c in _per_year(e, years)), default=1)
    rows = []
    for at in sorted(shown):
        entries = held.get(at, [])
        title = NO_SECTION if at < 0 else papers.sections[at].title
        cells = tuple(Cell(c, _shade(c, most)) for c in _per_year(entries, years))
        depth = 0 if at < 0 else len(papers.sections[at].path) - 1
        rows.append(Row(title, depth, len(entries), findings[at], cells))
    return Sections(columns, tuple(rows))


def _with_parents(papers: PaperList, held: Iterable[int]) -> set[int]:
    """Sections that hold entries, and those around them but for the document's own title."""
    shown = set(held)
    for at in list(shown):
        above = papers.sections[at].parent if at >= 0 else None
        while above is not None and above not in shown and len(papers.sections[above].path) > 0:
            if above == 0 and papers.sections[0].level == 1:
                break
            shown.add(above)
            above = papers.sections[above].parent
    return shown


def _columns(years: list[int]) -> tuple[tuple[str, ...], dict[int, int]]:
    """The last years there are, each with its column; earlier ones share the first column."""
    known = sorted({year for year in years if EARLIEST <= year <= LATEST})
    if not known:
        return (), {}
    single, shared = known[-MOST_COLUMNS:], known[:-MOST_COLUMNS]
    before = ("earlier",) if shared else ()
    places = {year: at + len(before) for at, year in enumerate(single)}
    return (*before, *map(str, single)), {**dict.fromkeys(shared, 0), **places}


def _per_year(entries: list[Entry], columns: dict[int, int]) -> list[int]:
    counts = [0] * (max(columns.values(), default=-1) + 1)
    for entry in entries:
        if entry.year in columns:
            counts[columns[entry.year]] += 1
    return counts


def _shade(count: int, most: int) -> int:
    """Steps of the square root, so that small counts are told apart too."""
    return 0 if not count else max(1, round(SHADES * (count / most) ** 0.5))
