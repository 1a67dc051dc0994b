"""A link put into an entry as its list writes such links, and where it writes them.

Pure. It is put in place only where entries of one shape agree on the place; nothing is judged here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from listlint.finding import Edit
from listlint.once import once
from listlint.paperlist import Entry, PaperList
from listlint.style import style_of
from listlint.style.links import Used
from listlint.values import NamedTuple

ENOUGH = 3  # entries that show how it is done
SHARE = 0.4  # of those that have such a link
NOTHING = ("", "-", "–", "—", "/", "N/A", "n/a", "x", "✗", "❌")  # of an empty cell
UNFIT = set(" <>()[]|`\"'\\*\n")  # what an address in Markdown had better not hold


class Way(NamedTuple):
    """How a link stands: its form, its label, what parts it from the link before, of which kind."""

    form: str
    label: str
    gap: str
    after: str


def having(papers: PaperList, kind: str) -> tuple[int, int]:
    """How many of the list's papers have a link of a kind, of how many."""
    held = [entry for entry in papers.model.entries if entry.kind == "paper"]
    return sum(has(entry, kind) for entry in held), len(held)


def has(entry: Entry, kind: str) -> bool:
    return any(link.kind == kind for link in entry.links)


def is_fit(url: str) -> bool:
    """Whether an address that somebody answered can stand in Markdown as it is."""
    return url.startswith("https://") and url.isascii() and not UNFIT & set(url)


def added(papers: PaperList, entry: Entry, kind: str, url: str) -> Edit | None:
    """The edit that gives an entry a link of ``kind``; None where there is no way to tell how."""
    way = _way(papers, entry.shape, kind)
    mine = [each for each in style_of(papers).links.used if each.entry.index == entry.index]
    before = [each for each in mine if way and each.link.kind == way.after]
    if way is None or not before:
        return None
    text = way.form.replace("{label}", way.label).replace("{url}", url)
    end = before[-1].field.end
    if "|" not in way.gap:
        return Edit(end, end, way.gap + text)
    return _in_cell(papers.text, end, way.gap.count("|"), text)


def _in_cell(line: str, end: int, bars: int, text: str) -> Edit | None:
    """The link in the cell so many bars behind, if that is empty."""
    for _ in range(bars):
        end = line.find("|", end) + 1
        if not end:
            return None
    close = line.find("|", end)
    if close < 0 or "\n" in line[end:close] or line[end:close].strip() not in NOTHING:
        return None
    return Edit(end, close, f" {text} ")


def _way(papers: PaperList, shape: str, kind: str) -> Way | None:
    counts = _ways(papers).get((shape, kind))
    if not counts:
        return None
    way, times = counts.most_common(1)[0]
    return way if times >= max(ENOUGH, SHARE * counts.total()) else None


@once
def _ways(papers: PaperList) -> dict[tuple[str, str], Counter[Way]]:
    """How often which kind of link stands in which way, by the shape of the entry."""
    model = style_of(papers).model
    held: defaultdict[int, list[Used]] = defaultdict(list)
    for each in model.links.used:
        held[each.entry.index].append(each)
    ways: defaultdict[tuple[str, str], Counter[Way]] = defaultdict(Counter)
    for used in held.values():
        used.sort(key=lambda each: each.field.start)
        for one, other in pairwise(used):
            if "{url}" in other.form and ("{label}" in other.form) == bool(other.link.label):
                gap = model.papers.text[one.field.end : other.field.start]
                way = Way(other.form, other.link.label, gap, one.link.kind)
                ways[other.entry.shape, other.link.kind][way] += 1
    return dict(ways)
