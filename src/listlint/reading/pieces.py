"""An item cut into pieces: at markup, breaks, cells and links, then at separators in plain text.

A piece keeps its exact range; nothing is decided here about its role.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from listlint.markdown.nodes import Node
from listlint.reading import splits
from listlint.reading.edges import trim, trim_text
from listlint.reading.evidence import Feature, feature
from listlint.reading.items import Item
from listlint.reading.words import EDGE, field_role, is_label

MARK = {"strong": "b", "em": "i", "code": "`", "strike": "~", "quote": '"'}
DROPPED = frozenset({"sup", "sub"})


class Atom(NamedTuple):
    """A run of text under the same marks, a link, or an image."""

    kind: str  # text, link, image
    start: int
    end: int
    marks: str
    line: int
    node: Node | None


class Cut:
    """A piece while the reading weighs it."""

    __slots__ = (
        "by",
        "cell",
        "end",
        "feature",
        "field",
        "first",
        "kind",
        "line",
        "marks",
        "node",
        "ordinal",
        "own",
        "part",
        "post",
        "role",
        "start",
        "text",
        "titled",
    )

    def __init__(self, kind: str, text: str, start: int, end: int, marks: str) -> None:
        self.kind = kind  # text, link, image
        self.text = text
        self.start = start
        self.end = end
        self.marks = marks
        self.line = 0
        self.cell = 0
        self.field: str | None = None  # the role letter that a field word before it gives, "X" for any other
        self.first = False
        self.ordinal = 0
        self.node: Node | None = None
        self.feature: Feature | None = None
        self.own: tuple[float, ...] = ()
        self.post: tuple[float, ...] = ()
        self.role = 5
        self.by = False  # "by" stands before it
        self.titled = False  # a marked title stands before it
        self.part = 0  # number of the part of the entry it stands in, 0 for its first item

    def __repr__(self) -> str:
        return f"<{'TAVYLX'[self.role]} {self.kind}{self.marks} {self.text[:40]!r}>"


def atoms(nodes: list[Node], text: str) -> list[Atom]:
    """Inline nodes laid flat; ``line`` counts breaks."""
    out: list[Atom] = []
    _flatten(nodes, "", 0, out, text)
    return out


def _flatten(nodes: list[Node], marks: str, line: int, out: list[Atom], text: str) -> int:
    for node in nodes:
        kind = node.kind
        if kind == "text":
            out.append(Atom("text", node.start, node.end, marks, line, None))
        elif kind == "link":
            out.append(Atom("link", node.start, node.end, marks, line, node))
        elif kind == "image":
            out.append(Atom("image", node.start, node.end, marks, line, node))
        elif kind == "break":
            line += 1
        elif kind == "code":
            out.append(Atom("text", *_code_inner(node), marks + "`", line, None))
        elif kind == "element" and node.name in DROPPED and _is_mark(node, text):
            continue
        elif node.children:
            line = _flatten(node.children, marks + MARK.get(kind, ""), line, out, text)
    return line


def _code_inner(node: Node) -> tuple[int, int]:
    if node.inner:
        return node.inner
    ticks = max((node.end - node.start - len(node.value)) // 2, 0)
    return node.start + ticks, node.end - ticks


def _is_mark(node: Node, text: str) -> bool:
    """A footnote sign: digits, letters of one sign, stars; M<sup>3</sup>IT has none."""
    if text[node.start - 1 : node.start].isalnum() and text[node.end : node.end + 1].isalnum():
        return False
    inside = "".join(n.value for n in node.walk() if n.kind == "text")
    return len(inside) <= 12 and not any(len(w) > 2 and w.isalpha() for w in inside.split(","))


def link_text(node: Node, text: str = "") -> tuple[str, str, int]:
    """A link's label as read, the marks inside it, and how many images it holds."""
    out: list[str] = []
    marks = ""
    images = 0
    alts: list[str] = []
    stack = list(reversed(node.children))
    while stack:
        child = stack.pop()
        kind = child.kind
        if kind in ("text", "code"):
            out.append(child.value)
        elif kind == "image":
            images += 1
            alts.append(child.value)
        elif kind == "break":
            out.append(" ")
        elif kind == "element" and child.name in DROPPED and _is_mark(child, text):
            continue
        if kind in MARK and kind != "code":
            marks += MARK[kind]
        if child.children:
            stack.extend(reversed(child.children))
    label = "".join(out).strip()
    if not label and alts:
        label = " ".join(a for a in alts if a).strip()
    return label, marks, images


def cut(item: Item, text: str, vocabulary: object, words: frozenset[str] = frozenset()) -> list[Cut]:
    """All pieces of an item, field by field; ``words``: the list's own field words."""
    pieces: list[Cut] = []
    for cell, nodes in enumerate(item.fields):
        cutter = _Cutter(text, vocabulary, words)
        cutter.fielded = item.kind != "heading"
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
        self.linked = False  # a link with a label follows on this line

    def run(self, found: list[Atom]) -> list[Cut]:
        at = 0
        while at < len(found):
            atom = found[at]
            if atom.line != self.line:
                self.line, self.field = atom.line, None
            if atom.kind == "text":
                stop = self.running(found, at)
                self.linked = stop < len(found) and found[stop].kind == "link" and found[stop].line == atom.line
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
        first = found[at]
        stop = at + 1
        while stop < len(found):
            here = found[stop]
            if here.kind != "text" or (here.line != found[stop - 1].line and not self.goes_on(found, stop)):
                break
            if here.marks != found[stop - 1].marks and not self.flows(found, stop):
                break
            stop += 1
        return stop

    def goes_on(self, found: list[Atom], at: int) -> bool:
        """Whether a sentence runs over the line break before ``found[at]``."""
        left, right = found[at - 1], found[at]
        before = self.text[left.start : left.end].rstrip()
        after = self.text[right.start : right.end].lstrip()
        return (
            left.marks == right.marks
            and right.line == left.line + 1
            and bool(before and after)
            and (before[-1].isalpha() or before[-1] in "-,")
            and after[:2].isalpha()
            and after[0].islower()
            and not after.startswith(("http", "arxiv", "code", "paper"))
        )

    def flows(self, found: list[Atom], at: int) -> bool:
        """Whether the text flows over the change of marks before ``found[at]``."""
        left, right = found[at - 1], found[at]
        before = self.text[left.start : left.end].rstrip()
        after = self.text[right.start : right.end].lstrip()
        if not before or not after:
            return len(left.marks) == len(right.marks) == 0
        if not _runs_on(self.text[left.start : left.end], self.text[right.start : right.end]):
            return False
        if at == 1 and before.rstrip(".)").isdigit():
            return False
        if not right.marks:  # back to plain: only when the emphasis itself was inside
            return not (at == 1 or self.pieces_begin(found, at - 1)) and _tame(after)
        inner = self.text[right.start : right.end].strip(EDGE)
        f = feature(inner, self.vocabulary)
        if f.venue >= 3 or f.date > 0 or f.names >= 2.5 or f.words > 6:
            return False
        if at + 1 < len(found) and found[at + 1].line == right.line and found[at + 1].kind == "text":
            return _runs_on(self.text[right.start : right.end], self.text[found[at + 1].start : found[at + 1].end])
        return False

    def pieces_begin(self, found: list[Atom], at: int) -> bool:
        """Whether ``found[at]`` begins its line."""
        return at == 0 or found[at - 1].line != found[at].line or found[at - 1].kind != "text"

    def plain(self, run: list[Atom]) -> None:
        start, end = run[0].start, run[-1].end
        marks = run[0].marks if len(run) == 1 or run[0].marks == run[-1].marks else ""
        start = self.word(start, end)
        if not self.pieces or self.pieces[-1].line != self.line:
            start += _counter(self.text, start, end)
        body = self.text[start:end]
        if not any(c.isalnum() for c in body):
            return
        if ":" in body:
            body = _masked(body)
        if len(body) > 300 and not marks:
            lead = _blank_lead(body)
            if lead:
                self.add("text", start, start + lead, marks)
                start, body = start + lead, body[lead:]
        if len(body) > 700:
            self.add("text", start, end, marks)
            return
        if marks and not marks.startswith("`"):
            parts = self.marked(body)
        else:
            parts = splits.split(body, self.vocabulary, self.titled or bool(marks))
        for part in parts:
            self.add("text", start + part.start, start + part.end, marks + part.mark)

    def word(self, start: int, end: int) -> int:
        """Notes a field word ("Authors:") at the start of a run; gives where the rest begins."""
        head, place = field_head(self.text, start, end)
        if head and self.fielded and not self.titles(head, start + place + 1, end):
            role = field_role(head) or ("X" if head.lower() in self.words else None)
            if role is not None and (self.pieces == [] or role != "X" or self.text[start - 1 : start] in "\n*_>"):
                self.field = role
                return start + place + 1
        return start

    def titles(self, head: str, start: int, end: int) -> bool:
        """Whether "Poster: …" before a link is a title and no field."""
        if not self.linked or self.pieces or field_role(head) not in ("X", None):
            return False
        f = feature(trim_text(self.text[start:end]).strip(EDGE + "["), self.vocabulary)
        return f.title >= 3 and f.words >= 5

    def marked(self, body: str) -> list[splits.Part]:
        """Inside marks: whole, but for a venue with its year at the very end, or names and venue."""
        start, end = splits.strip(body, 0, len(body))
        whole = feature(body[start:end], self.vocabulary)
        if whole.title < 1.0 or whole.names >= 4 or whole.venue >= 5:
            parts = splits.split(body, self.vocabulary, True)
            if len(parts) > 1 and any(_speaks(feature(body[p.start : p.end], self.vocabulary)) for p in parts):
                return parts
            return [splits.Part(start, end, "")]
        parts = splits.split(body, self.vocabulary, False)
        keep = len(parts)
        while keep > 1 and self.ends(body, parts[keep - 1]):
            keep -= 1
        if keep < len(parts):
            lead = splits.strip(body, parts[0].start, parts[keep].start)
            return [splits.Part(*lead, ""), *parts[keep:]]
        if len(parts) > 1 and parts[0].mark == "[":
            return [parts[0], splits.Part(*splits.strip(body, parts[0].end + 1, end), "")]
        return [splits.Part(start, end, "")]

    def ends(self, body: str, part: splits.Part) -> bool:
        """Whether a part at the end of marked text is a venue with its year, or a date."""
        f = feature(body[part.start : part.end].strip(EDGE), self.vocabulary)
        return f.date >= 4 or (f.venue >= 6 and f.year is not None)

    def add(self, kind: str, start: int, end: int, marks: str) -> Cut | None:
        start, end = trim(self.text, start, end)
        if start >= end:
            return None
        body = clean(self.text[start:end])
        if not any(c.isalnum() for c in body):
            return None
        piece = Cut(kind, body, start, end, marks)
        piece.field = self.field
        piece.feature = feature(body, self.vocabulary)
        piece.titled = self.titled
        piece.by = self.text[max(0, start - 4) : start].lower().endswith("by ")
        if ("b" in marks or '"' in marks) and piece.feature.title > 1.5 and piece.feature.words >= 3:
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
        parts = self.barred(self.text[piece.start : piece.end]) or self.marked(self.text[piece.start : piece.end])
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

    def barred(self, body: str) -> list[splits.Part]:
        """A label whose fields are set apart by bars: "(owner/data)|52K|EN"."""
        if body.count("|") < 2:
            return []
        out: list[splits.Part] = []
        at = 0
        for field in body.split("|"):
            start, end = splits.strip(body, at, at + len(field))
            if body[start : start + 1] == "(" and body[end - 1 : end] == ")":
                start, end = start + 1, end - 1
            out.append(splits.Part(start, end, ""))
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


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(r"\s*\(?\d{1,4}[.)\]]\s+(?=\S)")


def _counter(text: str, start: int, end: int) -> int:
    """The length of a counter in front of a text: "7. ", "12) "."""
    match = _ordinal().match(text, start, min(end, start + 12))
    return len(match[0]) if match else 0


def _blank_lead(body: str) -> int:
    """Where a title set apart from prose by two blanks ends; 0 if there is none."""
    dash = body.find(" - ", 3, 150)
    if dash > 0 and body[dash + 3 : dash + 4].islower():
        return dash
    place = body.find("  ", 3, 200)
    return place if place > 0 and body[place:].lstrip()[:1].isupper() and body[place - 1] not in ".:" else 0


def field_head(text: str, start: int, end: int) -> tuple[str, int]:
    """What may be a field word at the start of a text, and how far behind it the colon stands."""
    head = text[start : min(end, start + 40)]
    place = min((p for p in (head.find(":"), head.find("：")) if p > 0), default=-1)
    if place <= 0 or head.startswith("://", place):
        return "", 0
    return trim_text(head[:place]).strip(EDGE + "[("), place


def own_words(items: list[Item], text: str) -> frozenset[str]:
    """Field words that a list has by itself: heads of bullets and paragraphs that come again and again."""
    counts: dict[str, int] = {}
    for item in items:
        if item.kind in ("bullet", "para") and item.fields and item.fields[0]:
            first = item.fields[0][0]
            head = field_head(text, first.start, item.fields[0][-1].end)[0].lower()
            if head and len(head.split()) <= 4:
                counts[head] = counts.get(head, 0) + 1
    return frozenset(head for head, n in counts.items() if n >= max(4, len(items) // 100))


@cache
def _shortcodes() -> re.Pattern[str]:
    return re.compile(r":[a-z][a-z0-9_+-]{1,30}:")


def _masked(body: str) -> str:
    """Emoji shortcodes made blank, so that their colons are no separators."""
    return _shortcodes().sub(lambda m: " " * len(m[0]), body)


BARE = Feature(1, -6.0, -6.0, -6.0, -6.0, True, None, None)


def _speaks(f: Feature) -> bool:
    return f.venue >= 5 or f.date >= 4 or f.names >= 4


def _runs_on(left: str, right: str) -> bool:
    """Whether a word goes on, or a new one begins without a separator between."""
    before, after = left.rstrip(), right.lstrip()
    if not before or not after:
        return False
    if before != left or after != right:
        return (before[-1].isalnum() or before[-1] in "-’'+)") and (after[0].isalnum() or after[0] in "+$")
    return (before[-1].isalnum() or before[-1] in "-'’+)") and (after[0].isalnum() or after[0] in "-'’:+$")


def _tame(after: str) -> bool:
    return after[0].islower() or after[0] in "-'’:+"


def badge_text(node: Node) -> str:
    """What a badge says: its alternative text, or the words of a shields address."""
    alt = node.value.strip().replace("|", ",")
    url = node.url
    if "img.shields.io/badge/" in url:
        from urllib.parse import unquote

        words = unquote(url.split("img.shields.io/badge/", 1)[1].split("?", 1)[0]).rsplit(".", 1)[0]
        parts = words.replace("--", "\0").split("-")
        said = " ".join(p.replace("\0", "-").replace("_", " ") for p in parts[:-1] or parts).strip().replace("|", ",")
        if not alt or len(alt) < 4 or alt.lower() in ("img", "badge", "image", "static badge", "publish", "venue"):
            return said
        return alt if any(c.isdigit() for c in alt) or not any(c.isdigit() for c in said) else said
    return alt if len(alt) < 80 else ""


def clean(text: str) -> str:
    """Source characters as read: marks, escapes, entities and line breaks resolved."""
    if "&" in text and ";" in text:
        from html import unescape

        text = unescape(text)
    if "\\" in text or "*" in text or "`" in text or "<" in text or "_" in text or "~" in text:
        text = _bare(text)
    return " ".join(text.split()) if "\n" in text or "  " in text else text


def _bare(text: str) -> str:
    out: list[str] = []
    at = 0
    while at < len(text):
        sign = text[at]
        if sign == "\\" and at + 1 < len(text) and not text[at + 1].isalnum() and not text[at + 1].isspace():
            out.append(text[at + 1])
            at += 2
            continue
        if text.startswith("<sup>", at) and (stop := text.find("</sup>", at, at + 60)) > 0:
            inside = text[at - 1 : at].isalnum() and text[stop + 6 : stop + 7].isalnum()
            at = at + 5 if inside else stop + 6
            continue
        if sign == "<" and (stop := text.find(">", at, at + 200)) > 0 and text[at + 1 : at + 2] in "/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!" and at + 1 < len(text):
            at = stop + 1
            continue
        if sign in "`*":
            at += 1
            continue
        out.append(sign)
        at += 1
    return "".join(out)


__all__ = ["Atom", "Cut", "atoms", "badge_text", "clean", "cut", "is_label", "link_text", "trim"]
