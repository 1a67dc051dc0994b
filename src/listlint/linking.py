"""A link put into an entry as its list writes such links, and where it writes them.

Pure. It is put in place only where entries of one shape agree on the place; nothing is judged here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from listlint.finding import Edit
from listlint.once import once
from listlint.paperlist import Entry, PaperList
from listlint.registered import own_papers
from listlint.style import style_of
from listlint.style.fields import Field, Skeleton, link_form
from listlint.values import NamedTuple

FEWEST = 5  # papers with a link of a kind, before its lack is said
ENOUGH = 3  # entries that show how it is done
SHARE = 0.25  # of those that have such a link
NOTHING = ("", "-", "–", "—", "/", "N/A", "n/a", "x", "✗", "❌")  # of an empty cell
MOST_WAYS = 3
CLOSING = ")]}*_`\"'”’»>"
UNFIT = set(" <>()[]|`\"'\\*\n")  # what an address in Markdown had better not hold


class Way(NamedTuple):
    """How a link stands: its form, its label, behind which field, and what parts it from that."""

    form: str
    label: str
    after: str
    gap: str


def having(papers: PaperList, kind: str) -> tuple[int, int]:
    """How many of the list's papers have a link of a kind, of how many."""
    held = [entry for entry in papers.model.entries if entry.kind == "paper"]
    return sum(has(entry, kind) for entry in held), len(held)


def has(entry: Entry, kind: str) -> bool:
    return any(link.kind == kind for link in entry.links)


def lacking(papers: PaperList, kind: str, share: int) -> Iterator[tuple[Entry, str]]:
    """Papers without a link of a kind, with their ids; none unless ``share`` percent have one."""
    so, of = having(papers, kind)
    if so < FEWEST or 100 * so < share * of:
        return
    for entry, links in own_papers(papers):
        if not has(entry, kind):
            yield from ((entry, id) for id in links)


def is_fit(url: str) -> bool:
    """Whether an address that somebody answered can stand in Markdown as it is."""
    return url.startswith("https://") and url.isascii() and not UNFIT & set(url)


def added(papers: PaperList, entry: Entry, kind: str, url: str) -> Edit | None:
    """The edit that gives an entry a link of ``kind``; None where there is no way to tell how."""
    bones = style_of(papers).survey.skeletons.get(entry.index)
    for way in _agreed(papers, entry.shape, kind) if bones else ():
        at = _last(bones, entry, way.after)
        if bones is None or at is None:
            continue
        text = way.form.replace("{label}", way.label).replace("{url}", url)
        end = bones.fields[at].end
        if entry.shape == "row" and "|" in way.gap:
            return _in_cell(papers.text, end, way.gap.count("|"), text)
        closed = _closing(way.gap)
        if _fits(way.gap[closed:], bones.gaps[at + 1], way.gap[:closed]):
            return _put(papers.text, entry, end + closed, way.gap[closed:] + text)
    return None


def _put(text: str, entry: Entry, at: int, what: str) -> Edit:
    """A line behind an entry's last one is put there together with its last character."""
    if at == entry.span.end and what.startswith("\n"):
        return Edit(at - 1, at, text[at - 1] + what)
    return Edit(at, at, what)


def _last(bones: Skeleton | None, entry: Entry, name: str) -> int | None:
    """The last field that is called so."""
    fields = bones.fields if bones else ()
    found = [n for n, field in enumerate(fields) if _name(field, entry) == name]
    return found[-1] if found else None


def _name(field: Field, entry: Entry) -> str:
    return field.name if field.link is None else f"{field.name}: {entry.links[field.link].kind}"


def _closing(gap: str) -> int:
    """How many characters of a gap close what stands before it."""
    return len(gap) - len(gap.lstrip(CLOSING))


def _fits(way: str, own: str, closing: str) -> bool:
    """Whether an entry's own gap closes alike and leaves room there."""
    rest = own[len(closing) :]
    return own.startswith(closing) and (rest[:1].strip() == "" or rest[:1] == way[:1])


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


def _agreed(papers: PaperList, shape: str, kind: str) -> Iterator[Way]:
    """Ways in which enough of the list's links of a kind stand, the commonest first."""
    counts = _ways(papers).get((shape, kind), Counter())
    for way, times in counts.most_common(MOST_WAYS):
        if times >= max(ENOUGH, SHARE * counts.total()):
            yield way


@once
def _ways(papers: PaperList) -> dict[tuple[str, str], Counter[Way]]:
    """How often which kind of link stands in which way, by the shape of the entry."""
    model = style_of(papers).model
    text, entries = model.papers.text, model.papers.entries
    ways: defaultdict[tuple[str, str], Counter[Way]] = defaultdict(Counter)
    for index, bones in model.survey.skeletons.items():
        entry = entries[index]
        for n, field in enumerate(bones.fields):
            if not n or field.name != "link" or field.link is None:
                continue
            link = entry.links[field.link]
            form = link_form(field, link, text)
            if "{url}" in form and ("{label}" in form) == bool(link.label):
                after = _name(bones.fields[n - 1], entry)
                ways[entry.shape, link.kind][Way(form, link.label, after, bones.gaps[n])] += 1
    return dict(ways)
