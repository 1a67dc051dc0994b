"""``listlint export``: a list as data, one line for each entry; it judges nothing."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from listlint.commands._lists import list_arguments, nothing_read, papers_of, say, targets
from listlint.commands._output import emit, output_argument
from listlint.errors import UserError
from listlint.paperlist import Entry, PaperList
from listlint.plain import json_text

SUMMARY = "print lists as data"


def arguments(parser: ArgumentParser) -> None:
    list_arguments(parser)
    parser.add_argument("--format", choices=["jsonl"], default="jsonl")
    output_argument(parser)


def run(args: Namespace) -> int:
    failed = False
    lines: list[str] = []
    for papers in map(papers_of, targets(args)):
        if isinstance(papers, UserError):
            say(papers)
            failed = True
            continue
        lines += exported(papers)
        if not papers.entries:
            say(nothing_read(papers))
            failed = failed or bool(args.paths)
    if lines or not failed:
        emit("".join(lines), args.output, machine=True)
    return 2 if failed else 0


def exported(papers: PaperList) -> Iterator[str]:
    """A JSON object and a line end for each entry, in the order of the list."""
    for entry in papers.entries:
        data = json.dumps(_data(papers, entry), ensure_ascii=False)
        yield json_text(data) + "\n"


def _data(papers: PaperList, entry: Entry) -> dict[str, Any]:
    venue = entry.venue
    return {
        "path": papers.path,
        "line": entry.lines[0],
        "end_line": entry.lines[1],
        "kind": entry.kind,
        "title": entry.title,
        "authors": entry.authors,
        "venue": venue and venue.name,
        "venue_id": venue and venue.id,
        "track": venue and venue.track,
        "year": entry.year,
        "inherited": list(entry.inherited),
        "links": [
            {"label": link.label, "url": link.url, "kind": link.kind, "id": link.id}
            for link in entry.links
        ],
        "badges": entry.badges,
        "section": [] if entry.section is None else list(papers.sections[entry.section].path),
        "key": entry.key,
    }
