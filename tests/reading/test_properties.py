"""What holds for every list, however it is written."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listlint.finding import Span
from listlint.paperlist import Entry, PaperList
from listlint.reading import read
from listlint.source import from_bytes
from made import papers

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
import invented
from families import FAMILIES

TITLES = (
    "Sorting Lists by Smell",
    "FedKettle: Personalised Learning under Drift",
    "Do Ladders Dream of Sparse Gardens?",
    "Weighing Lanterns, Bridges, and Maps",
    "A&amp;B Testing \\*without\\* Users",
    "On M<sup>3</sup> Kettles",
    "Teapots",
    "茶壶 Diffusion 模型",
)
NAMES = (
    "Ada Berg, Bo Dorn",
    "Carla Castellano et al.",
    "E. Fabre and F. Gupta",
    "Sören Müller*, José Tanaka",
    "王明, 李雷",
)
SLOTS = (
    "ACL 2022",
    "NeurIPS, 2023",
    "ICLR'24 (Oral)",
    "arXiv preprint",
    "MyKettleConf 2019",
    "2021",
    "Nature Communications (2024)",
    "NeurlPS 2020",
    "Glassworks",
)
URLS = (
    "https://arxiv.org/abs/2203.00001",
    "https://aclanthology.org/2022.acl-long.999",
    "https://github.com/berg/smell",
    "https://kettles.example/a_(b)",
    "papers/smell.pdf",
    "#sorting",
    "",
)
LABELS = (
    "Paper",
    "PDF",
    "code",
    "\\[pdf\\]",
    "Nature (2024)",
    "ICML",
    "![pdf](https://img.example/x.svg)",
)
MARKS = (
    "{}",
    "{}",
    "**{}**",
    "*{}*",
    "_{}_",
    "`{}`",
    '"{}"',
    "<ins>{}</ins>",
    "({})",
    "[{}]",
    "~~{}~~",
)
GAPS = (" ", ", ", ". ", " - ", " | ", "<br>", "\\\n  ", "  \n  ", "\n  ", ": ", " 🔥 ", "")
STARTS = (
    "- ",
    "- ",
    "* ",
    "1. ",
    "  - ",
    "    - ",
    "",
    "### ",
    "## ",
    "> ",
    "> - ",
    "- 🔥 ",
    "- Authors: ",
)
OTHERS = (
    "",
    "",
    "# Awesome Kettles",
    "## News",
    "## Contents",
    "### ICML 2023",
    "- **ACL 2024**",
    "- [Sorting](#sorting)",
    "| Title | Venue | Link |\n| - | - | - |",
    "| Sorting Lists by Smell | ACL 2022 | [Paper](https://arxiv.org/abs/2203.00001) |",
    "Sorting Lists by Smell | ICML 2022 | [Paper](https://arxiv.org/abs/2203.00002) |",
    "<details><summary>More</summary>",
    "</details>",
    "```",
    "<!-- - [A](b) -->",
    "If you find this list useful, please cite our survey and star this repository.",
    "[1]: https://arxiv.org/abs/2203.00009",
    "<table><tr><td>Sorting Lists by Smell</td><td><a href='https://arxiv.org/abs/2203.1'>x</a></td></tr></table>",
    "---",
    "\t- tabbed",
)

bracketed = st.sampled_from(
    ("[{}]({})", "[[{}]({})]", "[[{}]]({})", "([{}]({}))", "<a href='{1}'>{0}</a>")
)
links = st.builds(str.format, bracketed, st.sampled_from(LABELS + TITLES), st.sampled_from(URLS))
words = st.builds(str.format, st.sampled_from(MARKS), st.sampled_from(TITLES + NAMES + SLOTS))
rubbish = st.text("[](){}*_`~<>\"'|\\!#&;:.,- \u00a0aA0é茶🔥\n\t", max_size=12)
fields = st.one_of(words, words, links, links, rubbish)


def _line(start: str, parts: list[str], gaps: list[str]) -> str:
    return start + "".join(part + gap for part, gap in zip(parts, gaps, strict=False))


entries = st.builds(
    _line,
    st.sampled_from(STARTS),
    st.lists(fields, min_size=1, max_size=5),
    st.lists(st.sampled_from(GAPS), min_size=5, max_size=5),
)
badly = st.lists(st.one_of(entries, entries, st.sampled_from(OTHERS)), max_size=14)
well = st.builds(
    lambda seed, family: invented.write(seed, 12, [family]).text.splitlines(),
    st.integers(0, 10_000),
    st.sampled_from(sorted(FAMILIES)),
)
mixed = st.tuples(well, badly, well).map(lambda three: three[0] + three[1] + three[2])
lists = st.one_of(badly, badly, mixed).map("\n".join)

steady = settings(deadline=None)  # the first reading loads tables


@steady
@given(lists)
def test_every_range_lies_in_the_text_and_in_its_entry(text: str) -> None:
    read_ = papers(text)
    for entry in read_.entries:
        assert 0 <= entry.span.start < entry.span.end <= len(read_.text)
        inside = [entry.title_span, entry.authors_span, entry.year_span]
        if entry.venue and "venue" not in entry.inherited:
            inside.append(entry.venue.span)
        for link in entry.links:
            inside += [link.span, link.inner, link.dest]
        for span in inside:
            assert span is None or entry.span.start <= span.start <= span.end <= entry.span.end
    for span in (*(u.span for u in read_.unread), *read_.contents):
        assert 0 <= span.start <= span.end <= len(read_.text)


@steady
@given(lists)
def test_pieces_stand_in_order_inside_their_entry(text: str) -> None:
    for entry in papers(text).entries:
        at = entry.span.start
        for piece in entry.pieces:
            assert at <= piece.span.start <= piece.span.end, piece
            at = piece.span.end
        assert at <= entry.span.end


@steady
@given(lists)
def test_entries_stand_in_order_and_apart(text: str) -> None:
    read_ = papers(text)
    for n, entry in enumerate(read_.entries):
        assert entry.index == n
        assert entry.lines == (
            read_.source.line(entry.span.start),
            read_.source.line(entry.span.end - 1),
        )
    for one, other in pairwise(read_.entries):
        assert one.span.start < other.span.start
        assert one.span.end <= other.span.start or other.span.end <= one.span.end  # nested bullets


def letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


@steady
@given(lists)
def test_the_title_stands_where_it_is_said_to(text: str) -> None:
    read_ = papers(text)
    for entry in read_.entries:
        written = iter(letters(read_.text[entry.title_span.start : entry.title_span.end]))
        assert letters(entry.title)
        assert all(letter in written for letter in letters(entry.title))


@steady
@given(lists)
def test_links_venues_and_years_stand_where_they_are_said_to(text: str) -> None:
    read_ = papers(text)
    for entry in read_.entries:
        for link in entry.links:
            assert link.url
            if link.dest is not None:
                assert read_.text[link.dest.start : link.dest.end] == link.url
        if entry.year_span:
            written = read_.text[entry.year_span.start : entry.year_span.end]
            assert written in (str(entry.year), str(entry.year)[2:])
        if entry.venue and "venue" not in entry.inherited:
            span = entry.venue.span
            assert letters(entry.venue.name) in letters(read_.text[span.start : span.end])


def values(read_: PaperList) -> list[Any]:
    return [read_.entries, read_.sections, read_.unread, read_.contents]


@steady
@given(lists)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert values(papers(text)) == values(papers(text))


@steady
@given(lists)
def test_line_ends_of_windows_change_nothing(text: str) -> None:
    there = read(from_bytes(text.replace("\n", "\r\n").encode(), "README.md"), "README.md")
    assert values(there) == values(papers(text))


def plain(entry: Entry) -> dict[str, Any]:
    """An entry without its places."""
    kept = entry._asdict()
    for name in ("span", "lines", "title_span", "authors_span", "year_span"):
        del kept[name]
    kept["venue"] = entry.venue and entry.venue._replace(span=Span(0, 0))
    kept["links"] = [(link.label, link.url, link.kind, link.id) for link in entry.links]
    kept["pieces"] = [piece._replace(span=Span(0, 0)) for piece in entry.pieces]
    return kept


@steady
@given(lists)
def test_a_paragraph_above_shifts_all_lines_and_changes_no_entry(text: str) -> None:
    above = "If you find this list useful, please cite our survey, and tell us what you miss.\n\n"
    here, below = papers(text), papers(above + text)
    assert [plain(e) for e in below.entries] == [plain(e) for e in here.entries]
    assert [e.lines for e in below.entries] == [
        (e.lines[0] + 2, e.lines[1] + 2) for e in here.entries
    ]
    assert [e.title_span.start for e in below.entries] == [
        e.title_span.start + len(above) for e in here.entries
    ]
    assert [u.lines[0] for u in below.unread] == [u.lines[0] + 2 for u in here.unread]


BROKEN = ("[[Paper]({})]", "2021 [[Paper]({})]", "?? [Paper]({})", "Ada Berg, Bo Dorn [pdf]({})")
PLAIN = ("line", "title-link", "label-first", "citation")


@steady
@given(
    st.integers(0, 10_000),
    st.sampled_from(PLAIN),
    st.lists(st.tuples(st.integers(0, 39), st.sampled_from(BROKEN)), max_size=5),
)
def test_no_bullet_with_a_paper_is_lost_among_entries(
    seed: int, family: str, broken: list[tuple[int, str]]
) -> None:
    lines = invented.write(seed, 40, [family], section=100).text.splitlines()
    rows = [n for n, line in enumerate(lines) if "https://" in line]
    for n, body in broken:
        marker = lines[rows[n]].split(" ")[0]
        lines[rows[n]] = f"{marker} " + body.format(f"https://arxiv.org/abs/2101.{n:05}")
    read_ = papers("\n".join(lines))
    seen = {e.lines[0] for e in read_.entries} | {u.lines[0] for u in read_.unread}
    assert {n + 1 for n in rows} <= seen


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("seed", range(4))
def test_invented_lists_are_read_as_they_were_meant(family: str, seed: int) -> None:
    made = invented.write(seed, 40, [family], section=100)
    found = {e.lines: e for e in papers(made.text).entries}
    for record in made.records[:-1]:  # behind the last one may stand a remark
        entry = found[record["line"], record["end_line"]]
        said = (
            entry.title,
            letters(entry.authors or ""),
            entry.venue and entry.venue.name,
            entry.year,
        )
        assert said == (
            record["title"],
            letters(record["authors"] or ""),
            record["venue"],
            record["year"],
        )
        assert {link["url"] for link in record["links"]} <= {link.url for link in entry.links}
