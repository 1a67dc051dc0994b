"""An item cut into pieces: at markup, breaks, cells and links, then at separators in plain text.

A piece keeps its exact range; nothing is decided here about its role.
"""

from __future__ import annotations

from listlint.knowledge.people import names
from listlint.reading import splits
from listlint.reading.atoms import Atom, atoms, link_text
from listlint.reading.badges import badge_text
from listlint.reading.clean import clean
from listlint.reading.cut import Cut
from listlint.reading.edges import trim, trim_text, worded
from listlint.reading.evidence import Feature, dated, feature
from listlint.reading.fields import field_head
from listlint.reading.items import Item
from listlint.reading.naming import Naming
from listlint.reading.parts import Part, strip
from listlint.reading.running import blank_lead, counter, masked, runs_on, tame
from listlint.reading.words import EDGE, field_role

BARE = Feature(1, -6.0, -6.0, -6.0, -6.0, True, None, None)


def cut(
    item: Item,
    text: str,
    vocabulary: object,
    words: frozenset[str] = frozenset(),
    naming: Naming = splits.UNKNOWN,
) -> list[Cut]:
    """All pieces of an item, field by field.

    ``words``: the list's own field words; ``naming``: where its rows have names.
    """
    pieces: list[Cut] = []
    for cell, nodes in enumerate(item.fields):
        cutter = _Cutter(text, vocabulary, words)
        cutter.fielded = item.kind != "heading"
        cutter.naming = naming
        made = cutter.run(atoms(nodes, text))
        for n, piece in enumerate(made):
            piece.cell = cell
            piece.ordinal = n
            piece.first = n == 0
        pieces += made
    return pieces


class _Cutter:
    """Cuts the atoms of one field; remembers whether a marked title stood before."""

    def __init__(self, text: str, vocabulary: object, words: frozenset[str]) -> None:
        self.text = text
        self.words = words
        self.vocabulary = vocabulary
        self.titled = False
        self.pieces: list[Cut] = []
        self.field: str | None = None
        self.line = 0
        self.fielded = True  # field words count here
        self.naming = splits.UNKNOWN
        self.linked = False  # a link with a label follows on this line

    def run(self, found: list[Atom]) -> list[Cut]:
        at = 0
        while at < len(found):
            atom = found[at]
            if atom.line != self.line:
                self.line, self.field = atom.line, None
            if atom.kind == "text":
                stop = self.running(found, at)
                self.linked = (
                    stop < len(found)
                    and found[stop].kind == "link"
                    and found[stop].line == atom.line
                )
                self.plain(found[at:stop])
                at = stop
            elif atom.kind == "link":
                self.link(atom)
                at += 1
            else:
                self.image(atom)
                at += 1
        return self.pieces

    def running(self, found: list[Atom], at: int) -> int:
        """Where the run that begins at ``at`` ends: emphasis inside a running text is no cut."""
        stop = at + 1
        while stop < len(found):
            here = found[stop]
            if here.kind != "text" or (
                here.line != found[stop - 1].line and not self.goes_on(found, stop)
            ):
                break
            if here.marks != found[stop - 1].marks and not self.flows(found, stop, stop - at > 1):
                break
            stop += 1
        return stop

    def goes_on(self, found: list[Atom], at: int) -> bool:
        """Whether a sentence runs over the line break before ``found[at]``."""
        left, right = found[at - 1], found[at]
        before = self.text[left.start : left.end].rstrip()
        after = self.text[right.start : right.end].lstrip()
        if "b" in left.marks and "b" in right.marks:
            return not self.text[left.end : right.start].strip(" \t\n>")  # the same bold goes on
        return (
            left.marks == right.marks
            and right.line == left.line + 1
            and bool(before and after)
            and (before[-1].isalpha() or before[-1] in "-,")
            and after[:2].isalpha()
            and after[0].islower()
            and not after[:5].lower().startswith(("http", "arxiv", "code", "paper"))
        )

    def flows(self, found: list[Atom], at: int, joined: bool) -> bool:
        """Whether the text flows over the change of marks before ``found[at]``.

        ``joined``: what stands before already flowed over a change.
        """
        left, right = found[at - 1], found[at]
        if "b" in left.marks and "b" in right.marks:
            return True  # emphasis inside bold
        before = self.text[left.start : left.end].rstrip()
        after = self.text[right.start : right.end].lstrip()
        if not before or not after:
            return len(left.marks) == len(right.marks) == 0
        if not runs_on(self.text[left.start : left.end], self.text[right.start : right.end]):
            return False
        if at == 1 and before.rstrip(".)").isdigit():
            return False
        if not right.marks and joined:
            return True
        if not right.marks:  # back to plain: only when the emphasis itself was inside
            return not (at == 1 or self.pieces_begin(found, at - 1)) and tame(after)
        inner = self.text[right.start : right.end].strip(EDGE)
        f = feature(inner, self.vocabulary)
        if f.venue >= 3 or f.date > 0 or f.names >= 2.5 or f.words > 6:
            return False
        if (
            at + 1 < len(found)
            and found[at + 1].line == right.line
            and found[at + 1].kind == "text"
        ):
            return runs_on(
                self.text[right.start : right.end],
                self.text[found[at + 1].start : found[at + 1].end],
            )
        return False

    def pieces_begin(self, found: list[Atom], at: int) -> bool:
        """Whether ``found[at]`` begins its line."""
        return at == 0 or found[at - 1].line != found[at].line or found[at - 1].kind != "text"

    def plain(self, run: list[Atom]) -> None:
        start, end = run[0].start, run[-1].end
        marks = run[0].marks
        if marks and len(run) > 1:
            marks = "".join(m for m in marks if all(m in atom.marks for atom in run))
        start = self.word(start, end, marks)
        if not self.pieces or self.pieces[-1].line != self.line:
            start += counter(self.text, start, end)
        body = self.text[start:end]
        if not worded(body):
            return
        if ":" in body:
            body = masked(body)
        if len(body) > 300 and not marks:
            lead = blank_lead(body)
            if lead:
                self.add("text", start, start + lead, marks)
                start, body = start + lead, body[lead:]
        if len(body) > 700:
            self.add("text", start, end, marks)
            return
        if marks and not marks.startswith("`"):
            parts = self.marked(body)
        else:
            parts = splits.split(body, self.vocabulary, self.titled or bool(marks), self.naming)
        for n, part in enumerate(parts):
            piece = self.add("text", start + part.start, start + part.end, marks + part.mark)
            if piece and n == 1 and (self.naming.led or self.naming.colon):
                piece.led = names(body[parts[0].start : parts[0].end]) > 0

    def word(self, start: int, end: int, marks: str) -> int:
        """Notes a field word ("Authors:") at the start of a run; gives where the rest begins."""
        head, place = field_head(self.text, start, end)
        if head and self.fielded and not self.titles(head, start + place + 1, end, marks):
            role = field_role(head) or ("X" if head.lower() in self.words else None)
            if role is not None and (
                self.pieces == [] or role != "X" or self.text[start - 1 : start] in "\n*_>"
            ):
                self.field = role
                return start + place + 1
        return start

    def titles(self, head: str, start: int, end: int, marks: str) -> bool:
        """Whether "Poster: …", bold or before a link, is a title and no field."""
        if field_role(head) not in ("X", None):
            return False
        if "b" not in marks and (not self.linked or self.pieces):
            return False
        f = feature(trim_text(self.text[start:end]).strip(EDGE + "["), self.vocabulary)
        return f.title >= 3 and f.words >= 5

    def marked(self, body: str) -> list[Part]:
        """Inside marks: whole, but for a venue with its year at the very end, or names and it."""
        start, end = strip(body, 0, len(body))
        whole = feature(body[start:end], self.vocabulary)
        if whole.title < 1.0 or whole.names >= 4 or whole.venue >= 5:
            parts = splits.split(body, self.vocabulary, True)
            if len(parts) > 1 and any(
                _speaks(feature(body[p.start : p.end], self.vocabulary)) for p in parts
            ):
                return parts
            return [Part(start, end, "")]
        parts = splits.split(body, self.vocabulary, False)
        keep = len(parts)
        while keep > 1 and self.ends(body, parts[keep - 1]):
            keep -= 1
        if keep < len(parts):
            lead = strip(body, parts[0].start, parts[keep].start)
            return [Part(*lead, ""), *parts[keep:]]
        if len(parts) > 1 and parts[0].mark == "[":
            return [parts[0], Part(*strip(body, parts[0].end + 1, end), "")]
        return [Part(start, end, "")]

    def ends(self, body: str, part: Part) -> bool:
        """Whether a part at the end of marked text is a venue with its year, or a date."""
        inner = body[part.start : part.end].strip(EDGE)
        f = feature(inner, self.vocabulary)
        if part.mark == "(" and f.words <= 8 and inner[:1].isupper() and dated(inner):
            return True  # a venue nobody knows, with its year
        return f.date >= 4 or (f.venue >= 6 and f.year is not None)

    def add(self, kind: str, start: int, end: int, marks: str) -> Cut | None:
        start, end = trim(self.text, start, end)
        if start >= end:
            return None
        body = clean(self.text[start:end])
        if not worded(body):
            return None
        piece = Cut(kind, body, start, end, marks)
        piece.field = self.field
        piece.feature = feature(body, self.vocabulary)
        piece.titled = self.titled
        piece.by = self.text[max(0, start - 4) : start].lower().endswith("by ")
        f = piece.feature
        if ("b" in marks and f.title > 1.5 and f.words >= 3) or ('"' in marks and f.words >= 2):
            self.titled = True
        self.place(piece)
        return piece

    def place(self, piece: Cut) -> None:
        piece.line = self.line
        self.pieces.append(piece)

    def link(self, atom: Atom) -> None:
        node = atom.node
        assert node is not None
        label, marks, images = link_text(node, self.text)
        start, end = node.inner or (node.start, node.end)
        piece = Cut("link", label, start, end, atom.marks + marks + ("!" if images else ""))
        piece.titled = self.titled
        piece.node = node
        piece.field = self.field
        if not label and not images and not node.url:
            return  # <a name="…">, a place to jump to
        if node.name in ("bare", "auto"):
            piece.feature = BARE
        else:
            if not images:
                start, end = trim(self.text, start, end)
                piece.start, piece.end = start, end
            piece.text = trim_text(label)
            piece.feature = feature(piece.text, self.vocabulary)
            f = piece.feature
            if not images and label.count("|") >= 2 and label.isprintable():
                self.link_tail(piece)
                return
            if not images and f.title > 1.0 and f.words >= 3 and not f.label and f.venue < 5:
                if "|" in label or any(c.isdigit() for c in piece.text[-24:]):
                    self.link_tail(piece)
                    return
                self.titled = True
        self.place(piece)

    def link_tail(self, piece: Cut) -> None:
        """A venue or date at the end of a link's text is a piece of its own."""
        base = piece.start
        parts = self.barred(self.text[piece.start : piece.end]) or self.marked(
            self.text[piece.start : piece.end]
        )
        piece.start, piece.end = trim(self.text, base + parts[0].start, base + parts[0].end)
        if len(parts) > 1 and not parts[0].mark:
            piece.text = trim_text(clean(self.text[piece.start : piece.end]))
            piece.feature = feature(piece.text, self.vocabulary)
        else:
            piece.end = max(piece.end, base + parts[-1].end)
            parts = parts[:1]
        self.place(piece)
        self.titled = True
        for part in parts[1:]:
            self.add("text", base + part.start, base + part.end, piece.marks + part.mark)

    def barred(self, body: str) -> list[Part]:
        """A label whose fields are set apart by bars: "(owner/data)|52K|EN"."""
        if body.count("|") < 2:
            return []
        out: list[Part] = []
        at = 0
        for field in body.split("|"):
            start, end = strip(body, at, at + len(field))
            if body[start : start + 1] == "(" and body[end - 1 : end] == ")":
                start, end = start + 1, end - 1
            out.append(Part(start, end, ""))
            at += len(field) + 1
        return [p for p in out if p.end > p.start]

    def image(self, atom: Atom) -> None:
        node = atom.node
        assert node is not None
        body = badge_text(node)
        piece = Cut("image", body, node.start, node.end, atom.marks)
        piece.node = node
        piece.feature = feature(body, self.vocabulary) if body else BARE
        self.place(piece)


def _speaks(f: Feature) -> bool:
    return f.venue >= 5 or f.date >= 4 or f.names >= 4
