"""One entry a line, each a JSON object with all that was read; what is inherited is named so."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from listlint.paperlist import Entry, PaperList
from listlint.plain import json_text


def render(lists: Sequence[PaperList]) -> str:
    lines = (
        json.dumps(_data(papers, entry), ensure_ascii=False)
        for papers in lists
        for entry in papers.entries
    )
    return "".join(json_text(line) + "\n" for line in lines)


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
