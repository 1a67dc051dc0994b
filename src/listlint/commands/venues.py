"""``listlint venues``: every form of a venue's name that a list uses, and how it was understood.

It judges nothing: what is wrong with a form is said by ``check``.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from listlint.commands._lists import list_arguments, nothing_read, papers_of, say, targets
from listlint.commands._output import emit, output_argument
from listlint.errors import UserError
from listlint.knowledge import venues
from listlint.paperlist import PaperList, VenueRead
from listlint.plain import json_text, terminal
from listlint.values import NamedTuple

SUMMARY = "list the venues that a list uses, and how each was understood"
UNKNOWN, MEDIUM = "unknown", "medium"
# How a name is spelt, told to people; what isn't here needs no word.
SPELT = {
    "also": "another of its names",
    "full": "in full",
    "long": "in full",
    "case": "but for case or punctuation",
    "alias": "to be written otherwise",
    "typo": "misspelt",
    "homoglyph": "misspelt, letters that look alike",
    "renamed": "an older name",
    "workshop": "its workshops",
    "own": "known from the configuration or from this list",
}


class Form(NamedTuple):
    """One form of a name, with how often it stands in the entries and in headings above them."""

    name: str
    id: str | None
    spelt: str
    count: int  # type: ignore[assignment]  # of entries, not the tuple's method
    inherited: int  # of these, taken from a heading


def arguments(parser: ArgumentParser) -> None:
    list_arguments(parser)
    parser.add_argument("--format", choices=["text", "jsonl"], default="text", help="default: text")
    output_argument(parser)


def run(args: Namespace) -> int:
    failed = False
    said: list[str] = []
    for papers in map(papers_of, targets(args)):
        if isinstance(papers, UserError):
            say(papers)
            failed = True
            continue
        if not papers.entries:
            say(nothing_read(papers))
            failed = failed or bool(args.paths)
            continue
        said += _json(papers) if args.format == "jsonl" else _table(papers)
    if said or not failed:
        emit("".join(said), args.output, machine=args.format == "jsonl")
    return 2 if failed else 0


def forms(papers: PaperList) -> list[Form]:
    """Every form once, the most frequent first."""
    counts: dict[tuple[str, str | None, str], list[int]] = {}
    for entry in papers.entries:
        if entry.venue is not None:
            venue = entry.venue
            held = counts.setdefault((venue.name, venue.id, _spelt(papers, venue)), [0, 0])
            held[0] += 1
            held[1] += "venue" in entry.inherited
    made = [Form(*form, *count) for form, count in counts.items()]
    return sorted(made, key=lambda form: (-form.count, form.name.casefold(), form.name))


def _spelt(papers: PaperList, venue: VenueRead) -> str:
    if venue.form == MEDIUM:
        return MEDIUM
    known = venues.match(venue.name, papers.vocabulary)
    if known is None or (venue.id is None and known.id is None and known.form != "own"):
        return UNKNOWN if venue.id is None else venue.form
    return known.form


def _table(papers: PaperList) -> Iterator[str]:
    found = forms(papers)
    without = sum(entry.venue is None for entry in papers.entries)
    yield f"{terminal(papers.path)}: {len(found)} forms; {without} entries without a venue\n"
    width = min(40, max((len(form.name) for form in found), default=0))
    for form in found:
        headed = f" ({form.inherited} from headings)" if form.inherited else ""
        line = f"{form.count:6}  {form.name:{width}}  {_understood(form)}{headed}"
        yield terminal(line.rstrip()) + "\n"


def _understood(form: Form) -> str:
    """ "NeurIPS, misspelt", "unknown"."""
    if form.id is None:
        return {MEDIUM: "no venue: a medium"}.get(form.spelt) or SPELT.get(form.spelt, UNKNOWN)
    name = venues.name_of(form.id) or form.id
    manner = SPELT.get(form.spelt)
    return f"{name}, {manner}" if manner else name


def _json(papers: PaperList) -> Iterator[str]:
    """A JSON object and a line end for each form."""
    for form in forms(papers):
        data = {
            "path": papers.path,
            "name": form.name,
            "venue_id": form.id,
            "form": form.spelt,
            "count": form.count,
            "inherited": form.inherited,
        }
        yield json_text(json.dumps(data, ensure_ascii=False)) + "\n"
