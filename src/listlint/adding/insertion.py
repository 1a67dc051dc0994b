"""A written entry put into its list: the edit, what counts entries, and the proof that nothing else
changed. Pure: texts come out, no file is touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from listlint.adding import forms
from listlint.adding.following import Made, Spot, written
from listlint.adding.spot import spot
from listlint.adding.wanted import Wanted
from listlint.adding.ways import Ways
from listlint.finding import Edit
from listlint.outline import outline
from listlint.paperlist import Entry, PaperList
from listlint.source import Source, from_bytes
from listlint.style.writing import place_of, values_for
from listlint.style.writing import written as by_template
from listlint.values import NamedTuple

Reader = Callable[[Source], PaperList]
LONGEST_GAP = 40  # signs between two entries that are blank lines and nothing else


class Added(NamedTuple):
    """The list with the entry in it."""

    papers: PaperList
    entry: Entry  # as it is read again
    text: str  # as it was written


class NotWrittenError(Exception):
    """Why no way of writing works, in words."""


def add(papers: PaperList, wanted: Wanted, section: int | None, read: Reader) -> Added:
    """The list with the paper in a section; raises ``NotWrittenError``."""
    ways = Ways(papers if wanted.kind == "paper" else _of_resources(papers))
    place = spot(papers, section, wanted)
    tried = written(ways, wanted, place)
    if not tried and wanted.kind == "paper":
        tried = _by_template(papers, wanted, place)
    if not tried:
        raise NotWrittenError("no entry of this section shows how one with these fields is written")
    for made in tried:
        edits = [_edit(papers, place, made), *_counts(papers, section)]
        edits += _renumbered(papers, place, made)
        source = papers.source
        raw = source.edited(sorted(edits))
        again = read(from_bytes(source.encode(raw), papers.path))
        entry = _proven(papers, again, wanted, section)
        if entry is not None:
            return Added(again, entry, made.text)
    raise NotWrittenError("it can't be written so that it reads back; add it by hand")


def _by_template(papers: PaperList, wanted: Wanted, place: Spot) -> list[Made]:
    """Where no entry can be followed: what is known, as the list's templates have it."""
    fields = {
        "title": forms.safe_text(wanted.title),
        "authors": forms.safe_text(forms.authors(wanted.authors, forms.Manner()) or ""),
        "venue": forms.safe_text(wanted.venue),
        "year": str(wanted.year or ""),
    }
    urls = [(link, forms.safe_url(link.url)) for link in wanted.links]
    links = [(link.label, url, link.kind) for link, url in urls if url]
    where = place_of(papers, place.section, place.after)
    text = by_template(papers, where, values_for(fields, links))
    return [Made(text, (), -1)] if text else []


def _of_resources(papers: PaperList) -> PaperList:
    """The list with its resources as what shows how entries are written."""
    other = {"paper": "resource", "resource": "paper"}
    entries = (entry._replace(kind=other[entry.kind]) for entry in papers.entries)
    return papers._replace(entries=tuple(entries))


def _edit(papers: PaperList, place: Spot, made: Made) -> Edit:
    """The entry behind, or before, those that stand there."""
    text = papers.text
    held = [entry for entry in papers.entries if entry.section == place.section]
    if not held:
        return _below(papers, place.section, made)
    if place.after is None:
        first = held[0]
        start = text.rfind("\n", 0, first.span.start) + 1
        lead = text[start : first.span.start]
        return Edit(start, start, f"{lead}{made.text}{_gap(papers, held)}")
    before = papers.entries[place.after]
    start = text.rfind("\n", 0, before.span.start) + 1
    lead = text[start : before.span.start]
    end = text.find("\n", before.span.end)
    end = len(text) if end < 0 else end
    end = max(end, before.span.end)
    return Edit(end, end, f"{_gap(papers, held)}{lead}{made.text}")


def _below(papers: PaperList, section: int | None, made: Made) -> Edit:
    """The entry as the first of an empty section."""
    if section is None:
        end = len(papers.text)
        return Edit(end, end, f"\n{made.text}\n")
    end = papers.text.find("\n", papers.sections[section].inner.end)
    end = len(papers.text) if end < 0 else end
    line = papers.text[end + 1 :].partition("\n")[0]
    if set(line.strip()) in ({"="}, {"-"}):  # the line below a heading
        end += 1 + len(line)
    return Edit(end, end, f"\n\n{made.text}")


def _gap(papers: PaperList, held: list[Entry]) -> str:
    """The line ends that stand between two entries of a section, of a list where it has one."""
    for entries in (held, papers.entries):
        found: Counter[str] = Counter()
        for one, other in pairwise(entries):
            end = papers.text.find("\n", one.span.end)
            start = papers.text.rfind("\n", 0, other.span.start) + 1
            if (
                0 <= end < start
                and not papers.text[end:start].strip()
                and start - end < LONGEST_GAP
            ):
                found["\n" * papers.text.count("\n", end, start)] += 1
        if found:
            return found.most_common(1)[0][0]
    return "\n\n" if held and held[0].shape in ("block", "heading") else "\n"


# What counts entries


def _counts(papers: PaperList, section: int | None) -> Iterator[Edit]:
    """Numbers in headings and contents that are the count of a section's entries."""
    named = outline(papers).named
    at = section
    while at is not None:
        heading = papers.sections[at]
        count = sum(
            heading.span.start <= entry.span.start < heading.end for entry in papers.entries
        )
        spans = [(heading.inner.start, heading.inner.end)]
        if at in named:
            line = named[at].item
            end = papers.text.find("\n", line.start, line.end)
            spans.append((line.start, line.end if end < 0 else end))
        for start, end in spans:
            yield from _counted(papers.text, start, end, count)
        at = heading.parent


def _counted(text: str, start: int, end: int, count: int) -> Iterator[Edit]:
    for found in re.finditer(
        r"(?<=[(\[（])(\d{1,5})(?=(?: papers?| entries)?[)\]）])", text[start:end]
    ):
        if int(found[1]) == count:
            yield Edit(start + found.start(1), start + found.end(1), str(count + 1))


def _renumbered(papers: PaperList, place: Spot, made: Made) -> Iterator[Edit]:
    """The numbers of the entries behind, one more each, as far as they count on."""
    number = _leading(made.text)
    if number is None:
        return
    held = [entry for entry in papers.entries if entry.section == place.section]
    at = 0
    if place.after is not None:
        at = next(n for n, entry in enumerate(held) if entry.index == place.after) + 1
    due = number[0]
    for entry in held[at:]:
        found = _leading(papers.text[entry.span.start : entry.span.start + 40])
        if found is None or found[0] != due:
            return
        start = entry.span.start + found[1]
        yield Edit(start, start + len(str(due)), str(due + 1))
        due += 1


def _leading(text: str) -> tuple[int, int] | None:
    """The number that an entry begins with, and where it stands."""
    found = re.match(r"[-*+ ]{0,4}[\[(*]{0,4}(\d{1,5})[.)\]]", text)
    return (int(found[1]), found.start(1)) if found else None


# The proof


def _proven(
    before: PaperList, after: PaperList, wanted: Wanted, section: int | None
) -> Entry | None:
    """The new entry, if it reads as it was meant and every other one as before."""
    if len(after.entries) != len(before.entries) + 1:
        return None
    at = next(
        (
            n
            for n, (a, b) in enumerate(zip(before.entries, after.entries, strict=False))
            if not _same(a, b)
        ),
        len(before.entries),
    )
    rest = zip(before.entries[at:], after.entries[at + 1 :], strict=True)
    if not all(_same(a, b) for a, b in rest):
        return None
    new = after.entries[at]
    if new.folded != wanted.folded or new.section != section:
        return None
    urls = {link.url for link in new.links}
    return (
        new
        if all(_stands(link.url, urls) for link in wanted.links if link.kind == "paper")
        else None
    )


def _stands(url: str, urls: set[str]) -> bool:
    from listlint.adding.forms import safe_url

    return safe_url(url) in urls or url in urls


def _same(one: Entry, other: Entry) -> bool:
    return one.title == other.title and one.section == other.section and one.ids == other.ids
