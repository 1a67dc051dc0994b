"""Two entries of one paper: what they disagree on, which of them is poorer, how to merge them.

Only what is nearly sure counts as a disagreement: saying less is none, a preprint's link beside
the publisher's is none, and events held together are one. Nothing is decided about levels here.
"""

from __future__ import annotations

from listlint.finding import SHOWN, SUGGESTED, Edit, Fix
from listlint.knowledge import titles, venues
from listlint.paperlist import Entry, Link, PaperList
from listlint.values import NamedTuple

PREPRINTS = ("preprint", "repository")
# One paper has one address at each of these; others hold several, or versions of one paper.
SINGLE = ("acl", "neurips", "pmlr", "cvf", "ijcai", "jmlr")
CHANGES = ("entries", "titles", "addresses")


class Difference(NamedTuple):
    """What two copies disagree on (venue, year, paper link), and what each of them says."""

    what: str
    one: str
    other: str


def differences(one: Entry, other: Entry) -> tuple[Difference, ...]:
    """Facts that can't both be right as they stand: one of the two is out of date or a slip."""
    found = _venue(one, other) or _year(one, other)
    link = _link(one, other)
    return tuple(each for each in (found, link) if each)


def stated(entry: Entry) -> str:
    """Venue and year as the entry states them: "MLSys 2024"."""
    words = []
    if entry.venue:
        words.append(entry.venue.name)
        if entry.venue.track and entry.venue.track.lower() not in entry.venue.name.lower():
            words.append(entry.venue.track)
    if entry.year:
        words.append(str(entry.year))
    return " ".join(words)


def _venue(one: Entry, other: Entry) -> Difference | None:
    first, second = _standing(one), _standing(other)
    if not first or not second or {first, second} == {"preprint"}:
        return None
    if first == second and (_two_publications(one, other) or not _other_event(one, other)):
        return None
    return Difference("venue", stated(one), stated(other))


def two_events(one: Entry, other: Entry) -> bool:
    """Both are published, and not at one event: under other titles they are two papers."""
    both = _standing(one) == _standing(other) == "published"
    return both and (_other_event(one, other) or bool(one.year and other.year != one.year))


def _standing(entry: Entry) -> str:
    """preprint, published, or nothing where that isn't sure."""
    venue = entry.venue
    if venue is None:
        return ""
    if venue.id is None:
        return "preprint" if venue.form == "medium" and "print" in venue.name.lower() else ""
    return "preprint" if venues.kind_of(venue.id) in PREPRINTS else "published"


def _two_publications(one: Entry, other: Entry) -> bool:
    """Each links a page of its own: a paper at a workshop and later at a conference, say."""
    ours = {id for id in one.ids if not id.startswith("arxiv:")}
    theirs = {id for id in other.ids if not id.startswith("arxiv:")}
    return bool(ours and theirs) and not ours & theirs


def _other_event(one: Entry, other: Entry) -> bool:
    if not one.venue or not other.venue or not one.venue.id or not other.venue.id:
        return False
    ours, theirs = set(titles.words(one.venue.name)), set(titles.words(other.venue.name))
    if ours < theirs or theirs < ours:  # "SOSP Workshop / ICML" says ICML too
        return False
    if not venues.joint(one.venue.id, other.venue.id):
        return not (_at_workshop(one) and _at_workshop(other))
    return _at_workshop(one) != _at_workshop(other)


def _at_workshop(entry: Entry) -> bool:
    venue = entry.venue
    if venue is None:
        return False
    track = (venue.track or "").lower()
    stated = venue.form == "workshop" or "workshop" in track or "challenge" in track
    return stated or bool(venue.id and venues.kind_of(venue.id) == "workshop")


def _year(one: Entry, other: Entry) -> Difference | None:
    """Another year of the same venue, or of none at all."""
    if not one.year or not other.year or one.year == other.year:
        return None
    same = _name(one) == _name(other)
    return Difference("year", stated(one), stated(other)) if same else None


def _name(entry: Entry) -> str | None:
    return (entry.venue.id or entry.venue.name) if entry.venue else None


def _link(one: Entry, other: Entry) -> Difference | None:
    """Another address at a host that has one for each paper."""
    ours, theirs = _single(one), _single(other)
    for scheme in ours.keys() & theirs.keys():
        if ours[scheme] != theirs[scheme]:
            return Difference("paper link", ours[scheme], theirs[scheme])
    return None


def _single(entry: Entry) -> dict[str, str]:
    pairs = (id.partition(":") for id in entry.ids)
    return {scheme: f"{scheme}:{rest}" for scheme, _, rest in pairs if scheme in SINGLE}


def why(one: Entry, other: Entry) -> str:
    """What shows that two entries are one."""
    if one.kind != "paper":
        return "same title and link"
    shared = [id for id in one.ids if id in other.ids]
    if any(id.startswith("arxiv:") for id in shared):
        return "same arXiv id"
    return "same paper link" if shared else "same title"


def named_apart(one: Entry, other: Entry) -> bool:
    """Each has a name of its own before the title: two data sets of one paper, not a copy."""
    first, second = _name_before(one), _name_before(other)
    return bool(first and second) and first not in second and second not in first


def _name_before(entry: Entry) -> str:
    for piece in entry.pieces:
        if piece.role == "title":
            break
        if piece.role == "nickname" or (piece.role == "text" and "b" in piece.marks):
            return titles.fold(piece.text)
    return ""


def poorer(one: Entry, other: Entry) -> Entry:
    """The copy that says less; of two that say the same the later one."""
    return one if _worth(one) < _worth(other) else other


def _worth(entry: Entry) -> tuple[int, ...]:
    """Venue and year before links: links can be taken along."""
    standing = {"published": 2, "preprint": 1}.get(_standing(entry), 0)
    said = (int(entry.venue is not None), int(entry.year is not None))
    return (standing, *said, len(entry.links), int(bool(entry.authors)))


# Merging


def merged(papers: PaperList, *copies: Entry) -> Fix:
    """Take the poorer copies out; what they alone link goes along, where it can be put in place."""
    keep = copies[0]
    for copy in copies[1:]:
        keep = copy if poorer(keep, copy) is keep else keep
    drops = [copy for copy in copies if copy is not keep]
    if any(_link(keep, drop) for drop in drops):
        return Fix("see which link is right, and keep that copy", SHOWN)
    title = f"remove the cop{'y' if len(drops) == 1 else 'ies'} on {_lines(drops)}"
    cuts = [cut_of(papers, drop) for drop in drops]
    edits = [cut for cut in cuts if cut is not None]
    if len(edits) < len(drops):
        return Fix(title, SHOWN)
    extra: list[Link] = []
    carried = ""
    for drop in drops:
        more = _only_in(drop, keep, extra)
        text = _carried(papers.text, drop, keep, more) if more else ""
        extra += more
        if text is None:
            title = f"{title} and take {_names(extra)} along to line {keep.lines[0]}"
            return Fix(title, SHOWN)
        carried += text
    if extra:
        title = f"{title} and take {_names(extra)} along to line {keep.lines[0]}"
        end = _worn(papers.text, keep.links[-1])[1]
        edits.append(Edit(end, end, carried))
    return Fix(title, SUGGESTED, tuple(sorted(edits)), CHANGES)


def _lines(entries: list[Entry]) -> str:
    """ "line 7", "lines 7, 9 and 12"."""
    numbers = [str(entry.lines[0]) for entry in entries]
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    return f"lines {', '.join(numbers[:-1])} and {numbers[-1]}"


def _names(links: list[Link]) -> str:
    return ", ".join(link.label or "a link" for link in links)


def cut_of(papers: PaperList, entry: Entry) -> Edit | None:
    """The edit that takes out its lines, if nothing else stands on them or between them."""
    text = papers.text
    start = text.rfind("\n", 0, entry.span.start) + 1
    end = text.find("\n", entry.span.end)
    end = len(text) if end < 0 else end + 1
    if text[start : entry.span.start].strip() or text[entry.span.end : end].strip():
        return None
    if _all_below(text, start, end):
        return None  # the line above it would be left with nothing below
    for at in (entry.index - 1, entry.index + 1):
        if 0 <= at < len(papers.entries):
            other = papers.entries[at].span
            if other.end > start and other.start < end:
                return None
    parted = entry.shape in ("block", "heading") or text.startswith("\n\n", max(start - 2, 0))
    if parted and text[end : end + 1] == "\n":
        end += 1  # the empty line that parted it from the next
    return Edit(start, end, "")


def _all_below(text: str, start: int, end: int) -> bool:
    """Whether these lines are all that is set in below the line before them."""
    depth = _depth(text, start)
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    if not depth or start == 0 or _depth(text, above) >= depth:
        return False
    stop = text.find("\n", end)
    following = text[end : stop if stop >= 0 else len(text)]
    return bool(text[above : start - 1].strip()) and not (
        following.strip() and _depth(text, end) >= depth
    )


def _depth(text: str, at: int) -> int:
    """How far the line at ``at`` is set in."""
    stop = at
    while text.startswith((" ", "\t"), stop):
        stop += 1
    return stop - at


def _only_in(drop: Entry, keep: Entry, taken: list[Link]) -> list[Link]:
    """Links of a kind that the other copy hasn't and isn't given; its own paper link it has."""
    held = (*keep.links, *taken)
    urls = {link.url for link in held}
    labels = {link.label.casefold() for link in held}
    paper = any(link.kind == "paper" for link in keep.links)
    return [
        link
        for link in drop.links
        if link.url not in urls
        and link.label.casefold() not in labels
        and not (link.kind == "paper" and paper)
    ]


def _carried(text: str, drop: Entry, keep: Entry, extra: list[Link]) -> str | None:
    """The links behind the last one of the other copy, if both wear the same brackets."""
    if drop.shape != keep.shape or not keep.links:
        return None
    last = _worn(text, keep.links[-1])
    parts = [_worn(text, link) for link in extra]
    same = all(text[start] == text[last[0]] for start, _ in parts)
    if not same or (keep.shape == "row" and not _one_cell(text, drop, keep, extra)):
        return None
    return "".join(f" {text[start:end]}" for start, end in parts)


def _worn(text: str, link: Link) -> tuple[int, int]:
    """A link with the brackets that it alone stands in."""
    start, end = link.span
    pair = text[start - 1 : start] + text[end : end + 1]
    return (start - 1, end + 1) if pair in ("[]", "()") else (start, end)


def _one_cell(text: str, drop: Entry, keep: Entry, extra: list[Link]) -> bool:
    column = text.count("|", keep.span.start, keep.links[-1].span.start)
    return all(text.count("|", drop.span.start, link.span.start) == column for link in extra)
