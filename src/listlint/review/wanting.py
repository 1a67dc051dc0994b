"""The one issue of papers that a list may want: what it says, and what becomes of it.

It is opened with the first papers, gets new ones at its top, and keeps the boxes that are ticked;
closed by hand it stays closed until there is a paper that it hasn't named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from listlint.adding.choosing import path_of
from listlint.adding.records import address_of, named
from listlint.discovering import asking
from listlint.discovering.ranking import Proposal, proposals
from listlint.errors import UserError
from listlint.knowledge import titles
from listlint.paperlist import PaperList
from listlint.plain import code_span, markdown
from listlint.reading import read
from listlint.review.asked import Services
from listlint.review.fetch import decisions, is_list
from listlint.review.inputs import Inputs
from listlint.review.markers import Marker, fingerprint, read_marker, signed
from listlint.review.seen import Hub, Issue
from listlint.review.sweep import LABEL
from listlint.review.trouble import Refused
from listlint.source import from_bytes
from listlint.values import NamedTuple

TITLE = "Papers that this list may want"
ABOUT = fingerprint("papers that this list may want")
DECLINED = ".listlint/declined"
MOST, MOST_KEPT = 20, 60  # papers of one look, and of the issue
HEAD = (
    "Found beside the list's own papers. `listlint add LIST ID` writes one into the list; what"
    " isn't wanted goes into `.listlint/declined`, an id a line, and isn't named again.\n"
)


class Line(NamedTuple):
    """One paper of the issue."""

    print: str
    text: str
    ticked: bool = False


def look(hub: Hub, commit: str, inputs: Inputs, services: Services) -> str:
    """Look for papers and bring the issue to what there is; its address, or nothing."""
    lines = list(_found(hub, commit, inputs, services))
    issue = _ours(hub.issues(), inputs.id)
    old = _lines(issue.body) if issue else []
    known = {line.print for line in old}
    new = [line for line in lines if line.print not in known]
    if not new:
        return ""
    kept = [*new, *old][:MOST_KEPT]
    text = HEAD + "".join(f"\n{_box(line)}" for line in kept)
    body = signed(text, inputs.id, ABOUT, [line.print for line in kept])
    try:
        if issue is None:
            return hub.open_issue(TITLE, body, [LABEL])
        return hub.edit_issue(issue.number, {"body": body, "state": "open"})
    except Refused:
        return ""


def _found(hub: Hub, commit: str, inputs: Inputs, services: Services) -> Iterable[Line]:
    decided = decisions(hub, (commit,), inputs.config)
    patterns = inputs.files or decided.lists
    paths = [path for path in hub.tree(commit).files if is_list(path, patterns)]
    places = [(commit, path) for path in (*paths, DECLINED)]
    texts = hub.texts(places) if paths else {}
    declined = _declined(texts.get((commit, DECLINED), b""))
    for path in paths:
        try:
            source = from_bytes(texts.get((commit, path), b""), path)
        except UserError:
            continue
        papers = read(source, path, decided.config.vocabulary)
        if papers.entries:
            known = services(asking.questions(papers), decided.config.links)
            best = proposals(papers, asking.candidates(papers, known), declined)
            yield from (_line(papers, each) for each in best[:MOST])


def _declined(data: bytes) -> set[str]:
    words = [line.partition(" #")[0].strip() for line in data.decode(errors="replace").split("\n")]
    ids = {found.id for word in words if (found := named(word)) and found.id}
    return {*ids, *(titles.fold(word) for word in words if word and word[0] != "#")}


def _line(papers: PaperList, each: Proposal) -> Line:
    """A paper, where it would go, what it is like: in words that do no harm."""
    candidate = each.candidate
    title, url = markdown(candidate.title), address_of(candidate.id)
    shown = f"[{title}]({url})" if url and _plain().fullmatch(url) else title
    year = f" ({candidate.year})" if candidate.year else ""
    section = markdown(path_of(papers, each.section))
    like = f", like line {each.like[0].lines[0]}" if each.like else ""
    text = f"{shown}{year}, {code_span(candidate.id)}: for **{section}**{like}"
    return Line(fingerprint("paper", candidate.id), text)


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(r"https://[\w./?=&:%~+-]+", re.ASCII)


def _box(line: Line) -> str:
    return f"- [{'x' if line.ticked else ' '}] {line.text}"


def _lines(body: str) -> list[Line]:
    """The papers that an issue of ours names, with the boxes as they are now."""
    marker = read_marker(body)
    boxes = [line for line in body.replace("\r\n", "\n").split("\n") if line[:3] == "- ["]
    prints = marker.findings if marker else ()
    return [
        Line(print_, line[6:], line[3:4].lower() == "x")
        for print_, line in zip(prints, boxes, strict=False)
    ]


def _ours(issues: Iterable[Issue], owner: str) -> Issue | None:
    """The newest issue of ours about papers; an open one before a closed one."""
    found = [each for each in issues if each.own and _is_ours(read_marker(each.body), owner)]
    return max(found, key=lambda each: (each.open, each.number), default=None)


def _is_ours(marker: Marker | None, owner: str) -> bool:
    return marker is not None and (marker.owner, marker.about) == (owner, ABOUT)
