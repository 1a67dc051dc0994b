"""BibTeX, one entry each, escaped: what stands in a list is never run as LaTeX."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from listlint.formats.data._record import Record, records
from listlint.paperlist import PaperList
from listlint.plain import terminal

TYPES = {"meeting": "inproceedings", "journal": "article"}
VOLUMES = {"meeting": "booktitle", "journal": "journal"}
OTHERS = "others"  # what BibTeX prints as "et al."
# BibTeX counts braces whatever stands before them, so that no single one may remain.
BRACES = {"{": r"{\textbraceleft}", "}": r"{\textbraceright}"}


def render(lists: Sequence[PaperList]) -> str:
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field
    from bibtexparser.writer import BibtexFormat

    library = Library()
    for record in records(lists):
        fields = [Field(name, f"{{{value}}}") for name, value in _fields(record)]
        library.add(Entry(_type(record), record.key, fields))
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent, layout.trailing_comma, layout.block_separator = "  ", True, "\n"
    return write_string(library, unparse_stack=[], bibtex_format=layout)


def _type(record: Record) -> str:
    return TYPES.get(record.venue_kind or "", "misc")


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    yield "title", _title(record.title)
    if record.authors:
        names = [*map(_name, record.authors), *([OTHERS] if record.more_authors else [])]
        yield "author", " and ".join(names)
    if record.volume and not (record.arxiv and record.venue_kind == "preprint"):
        yield VOLUMES.get(record.venue_kind or "", "howpublished"), _text(record.volume)
    if record.year:
        yield "year", str(record.year)
    if record.arxiv:
        yield "eprint", _plain(record.arxiv)
        yield "archiveprefix", "arXiv"
    if record.doi:
        yield "doi", _plain(record.doi)
    if record.url:
        yield "url", _plain(record.url)
    if record.section:
        yield "keywords", _text(record.section[-1].replace(",", " "))


def _title(title: str) -> str:
    """A title whose words with capitals inside stay as they are, whatever a style does."""
    return " ".join(_word(word) for word in terminal(title).split())


def _word(word: str) -> str:
    bare = word.rstrip(".,:;?!")
    made = _latex(bare)
    held = f"{{{made}}}" if any(c.isupper() for c in word[1:]) else made
    return held + _latex(word[len(bare) :])


def _name(name: str) -> str:
    """A person's name; braces hold together what is no person's, or holds an "and"."""
    made = _text(name)
    words = name.split()
    alone = len(words) == 1 or "and" in map(str.lower, words) or name.count(",") > 1
    return f"{{{made}}}" if alone else made


def _text(text: str) -> str:
    return _latex(terminal(text))


def _latex(text: str) -> str:
    parts = [BRACES.get(part, part) for part in _parted(text)]
    return "".join(part if part in BRACES.values() else _encoder()(part) for part in parts)


def _parted(text: str) -> Iterator[str]:
    start = 0
    for at, char in enumerate(text):
        if char in BRACES:
            yield text[start:at]
            yield char
            start = at + 1
    yield text[start:]


@cache
def _encoder() -> Callable[[str], str]:
    """Accents and signs as LaTeX writes them; a script that LaTeX has no words for stays."""
    from pylatexenc.latexencode import UnicodeToLatexEncoder

    encode: Callable[[str], str] = UnicodeToLatexEncoder(
        unknown_char_policy="keep",
        unknown_char_warning=False,
        replacement_latex_protection="braces-all",
    ).unicode_to_latex
    return lambda text: text if text.replace(" ", "").isalnum() and text.isascii() else encode(text)


def _plain(address: str) -> str:
    """An address or an id: programs take it as it is, so what would end the field is encoded."""
    return "".join(f"%{ord(c):02X}" if c in '{}\\" ' or c < " " else c for c in terminal(address))
