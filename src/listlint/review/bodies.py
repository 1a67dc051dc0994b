"""What a comment says, as Markdown: the findings, what to apply or to paste, the way out.

Pure. Whatever comes from the list is made harmless here, by ``plain``; a suggestion alone holds it
as it is, inside a fence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from json import dumps
from urllib.parse import quote

from listlint.copies import Difference, differences, why
from listlint.finding import SHOWN
from listlint.markdown import is_rst
from listlint.paperlist import Entry, PaperList
from listlint.plain import code_span, fenced, markdown
from listlint.review.causes import Cause, Repeat
from listlint.review.markers import WORD
from listlint.review.suggest import Paste, Suggestion, pastes
from listlint.values import NamedTuple

MOST_BODY = 60_000  # characters; GitHub refuses more than 65,536
MOST_PASTES = 4
LONGEST_PASTE = 2_000
SHARED = "shared-link"
EITHER = "Either a link was copied by mistake, or it's one paper under an old and a new title."
COPIES = ("duplicate-paper", "copies-differ", "near-duplicate")


class Where(NamedTuple):
    """The file whose lines are named, and where it can be looked at (an address, or nothing)."""

    papers: PaperList
    blob: str = ""  # https://HOST/OWNER/NAME/blob/SHA

    def line(self, number: int, said: str = "") -> str:
        """A line's name, as a link where there is a page to link to."""
        name = said or f"line {number}"
        if not self.blob:
            return name
        page = f"{self.blob}/{quote(self.papers.path)}?plain=1#L{number}"
        return f"[{name}]({page})"


def comment_body(causes: Sequence[Cause], suggestion: Suggestion | None, where: Where) -> str:
    """Everything that is said of one entry."""
    parts = list(dict.fromkeys(paragraph(cause, where) for cause in causes))
    if suggestion is not None:
        if not suggestion.text:
            parts.append(f"Applying this deletes {_these(suggestion)}:")
        parts.append(fenced(suggestion.text, "suggestion"))
    solved = suggestion.fixed if suggestion else ()
    for cause in causes:
        if not any(cause.finding is each for each in solved):
            parts += _by_hand(cause, where)
    parts.append(way_out(causes, where.papers.path))
    return _capped(parts)


def _these(suggestion: Suggestion) -> str:
    count = suggestion.last - suggestion.first + 1
    return "this line" if count == 1 else f"these {count} lines"


def paragraph(cause: Cause, where: Where) -> str:
    """One finding, spoken to the changed line."""
    return f"{said(cause, where)} <sub>`{cause.finding.rule}`</sub>"


def said(cause: Cause, where: Where) -> str:
    """The finding's words; where its place is elsewhere, from the changed line's point of view."""
    finding = cause.finding
    if not cause.turned:
        return markdown(finding.message)
    line = where.papers.source.line(finding.start)
    other = _entry_at(where.papers, line)
    if finding.rule in COPIES and other is not None and cause.entry is not None:
        differing = differences(cause.entry, other)
        if differing:
            return _differing(differing[0], cause.entry, other, where)
        return f"{_listed(cause.entry, other, where)} If this one is newer, edit that line instead."
    if finding.rule == SHARED and other is not None:
        title = markdown(f'("{_short(other.title)}")')
        return f"This line and {where.line(line)} {title} link the same paper. {EITHER}"
    return f"This touches {where.line(line)}: {markdown(finding.message)}"


def repeat_line(repeat: Repeat, where: Where) -> str:
    """An added paper that the list holds already, for the summary."""
    title = markdown(_short(repeat.added.title))
    line = where.line(repeat.added.lines[0])
    return f"{title} ({line}): {_listed(repeat.added, repeat.listed, where, first=False)}"


def way_out(causes: Sequence[Cause], path: str) -> str:
    """How to say that it is meant as it stands."""
    rules = list(dict.fromkeys(cause.finding.rule for cause in causes))
    entry = causes[0].entry
    if is_rst(path) and entry is not None:
        return _way_out_of_rst(rules, entry)
    if entry is None:
        off = code_span(f"rules: {{{', '.join(f'{rule}: off' for rule in rules)}}}")
        return f"<sub>Meant so? {off} in `.listlint.yml` silences this.</sub>"
    where = "in the row's last cell" if entry.shape == "row" else "at the end of the entry"
    comment = code_span(f"<!-- listlint: ignore {', '.join(rules)} -->")
    return f"<sub>Meant so? {comment} {where} silences this.</sub>"


def _way_out_of_rst(rules: Sequence[str], entry: Entry) -> str:
    """A comment is a block there, for which a table has no place."""
    if entry.shape == "row":
        said = code_span(f"ignore: [{{rule: {rules[0]}, entry: {dumps(entry.key)}}}]")
        return f"<sub>Meant so? {said} in `.listlint.yml` silences this.</sub>"
    comment = code_span(f".. listlint: ignore {', '.join(rules)}")
    return f"<sub>Meant so? {comment} below the entry, set in like its text, silences this.</sub>"


def _listed(added: Entry, listed: Entry, where: Where, first: bool = True) -> str:
    section = ""
    if listed.section is not None:
        section = f", *{where.papers.sections[listed.section].title}*"
    line = where.line(listed.lines[0])
    word = "Already" if first else "already"
    return f"{word} on {line}{markdown(section)}: {markdown(why(listed, added))}."


def _differing(what: Difference, added: Entry, listed: Entry, where: Where) -> str:
    facts = markdown(f"{what.one or 'nothing'} here, {what.other or 'nothing'} there")
    place = _listed(added, listed, where).removesuffix(".")
    return f"{place}, with other facts: {facts}. One of the two is out of date or mistaken."


def _by_hand(cause: Cause, where: Where) -> Iterator[str]:
    """A fix that can't be applied from here: its name, and the lines as they would read."""
    fix = cause.finding.fix
    if fix is None:
        return
    found = pastes(where.papers.source, cause.finding)
    if fix.safety == SHOWN or not found or len(found) > MOST_PASTES:
        yield f"What would mend it: {markdown(fix.title)}."
        return
    yield f"What would mend it: {markdown(fix.title)}. That is,"
    yield "\n\n".join(_paste(paste, where) for paste in found)


def _paste(paste: Paste, where: Where) -> str:
    line = where.line(paste.line)
    if paste.text is None:
        return f"- without {line}"
    if len(paste.text) > LONGEST_PASTE or "@" in paste.text or WORD in paste.text:
        return f"- {line} changed (it can't be shown here)"
    return f"- {line} would read\n\n{fenced(paste.text, 'md')}"


def _entry_at(papers: PaperList, line: int) -> Entry | None:
    found = (entry for entry in papers.entries if entry.lines[0] <= line <= entry.lines[1])
    return next(found, None)


def _short(title: str) -> str:
    return title if len(title) <= 100 else f"{title[:99]}…"


def _capped(parts: list[str]) -> str:
    """Parts as one text that GitHub takes; never cut inside one, so that no fence stays open."""
    kept: list[str] = []
    room = MOST_BODY
    for part in parts:
        room -= len(part.encode("utf-16-le")) // 2 + 2
        if room < 0:
            kept.append("(More than fits into a comment: `listlint check` shows all of it.)")
            break
        kept.append(part)
    return "\n\n".join(kept)
