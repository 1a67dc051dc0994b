"""CSL-JSON, as Zotero, Pandoc and citation processors read it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from listlint.formats.data._record import Record, records
from listlint.paperlist import PaperList
from listlint.plain import json_text

TYPES = {"meeting": "paper-conference", "journal": "article-journal", "preprint": "article"}


def render(lists: Sequence[PaperList]) -> str:
    items = [_item(record) for record in records(lists)]
    return json_text(json.dumps(items, ensure_ascii=False, indent=1)) + "\n"


def _item(record: Record) -> dict[str, Any]:
    item: dict[str, Any] = {"id": record.key, "type": _type(record), "title": record.title}
    if record.authors:
        item["author"] = [*map(_name, record.authors)]
        if record.more_authors:
            item["author"].append({"literal": "others"})
    if record.volume:
        item["container-title"] = record.volume
    if record.year:
        item["issued"] = {"date-parts": [[record.year]]}
    if record.doi:
        item["DOI"] = record.doi
    if record.arxiv:
        item["archive"], item["archive_location"] = "arXiv", record.arxiv
    if record.url:
        item["URL"] = record.url
    if record.section:
        item["keyword"] = record.section[-1]
    return item


def _type(record: Record) -> str:
    if record.kind != "paper":
        return "webpage"
    return TYPES.get(record.venue_kind or "", "document")


def _name(name: str) -> dict[str, str]:
    """A name is parted only where the list parts it: which word is the surname isn't guessed."""
    family, comma, given = name.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": name}
