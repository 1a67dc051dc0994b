"""The habits in which invented lists are written: templates, one family beside the other.

`{links}` are all links with their labels, `{rest}` those besides the paper's own, `{paper}` its
bare address, `{cited}` authors as a citation names them. No habit of one particular list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from invented import Paper

PLACES = ("title", "authors", "cited", "venue", "year", "links", "rest", "paper")
BRACKETS = (
    "[[{label}]({url})]",
    "[{label}]({url})",
    "([{label}]({url}))",
    "[\\[{label}\\]]({url})",
)


class Habit(NamedTuple):
    """How one section writes its entries, and what stands around them."""

    body: str
    head: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()


def _table(head: str, body: str) -> Habit:
    cells = head.count("|") - 1
    return Habit(body, (head, "|" + " --- |" * cells))


FAMILIES: dict[str, tuple[Habit, ...]] = {
    "line": (
        Habit("- {title}, {authors}, <ins>{venue}, {year}</ins> {links}"),
        Habit("- **{title}** ({venue} {year}) {links}"),
        Habit("- **{title}**, {venue} {year}. {links}"),
        Habit('* "{title}", {authors}. *{venue}*, {year}. {links}'),
        Habit("- {title}. {authors}. {venue} {year}. {links}"),
        Habit("- {title} | {venue} {year} | {links}"),
    ),
    "title-link": (
        Habit("- [{title}]({paper}), {authors}, {venue} {year} {rest}"),
        Habit("- [{title}]({paper}) - {venue} {year} {rest}"),
        Habit("1. [**{title}**]({paper}) *{venue}, {year}* {rest}"),
        Habit("- [{title}]({paper}), {authors}, *{venue} {year}*. {rest}"),
    ),
    "label-first": (
        Habit("- [{venue} {year}] {title} {links}"),
        Habit("- (*{venue} {year}*) [{title}]({paper}) {rest}"),
        Habit("- **[{venue} {year}]** {title}, {authors} {links}"),
        Habit("- `{venue} {year}` **{title}** {links}"),
    ),
    "block": (
        Habit("**{title}**\\\n{authors}\\\n*{venue} {year}*\\\n{links}\n"),
        Habit("**{title}** <br>\n*{authors}* <br>\n{venue}, {year}. {links}\n"),
        Habit("- **{title}**\\\n  {authors}\\\n  {venue} {year}. {links}\n"),
    ),
    "row": (
        _table(
            "| Title | Authors | Venue | Year | Links |",
            "| {title} | {authors} | {venue} | {year} | {links} |",
        ),
        _table("| Year | Title | Venue | Paper |", "| {year} | **{title}** | {venue} | {links} |"),
        _table(
            "| Paper | Publication | Resources |",
            "| [{title}]({paper}) | {venue} {year} | {rest} |",
        ),
    ),
    "sub-bullets": (
        Habit("- **{title}**\n  - {authors}\n  - {venue}, {year}\n  - {links}"),
        Habit("- {title}\n  - Authors: {authors}\n  - Venue: {venue} {year}\n  - {links}"),
    ),
    "heading": (
        Habit("### {title}\n\n{authors}\n\n*{venue} {year}* {links}\n"),
        Habit("#### [{title}]({paper})\n\n- Authors: {authors}\n- Venue: {venue} {year}\n"),
    ),
    "citation": (
        Habit('- {authors}. "{title}." *{venue}*, {year}. {links}'),
        Habit("- {cited} ({year}). {title}. *{venue}*. {links}"),
        Habit("- {cited} {title}. {venue}, {year}. {links}"),
    ),
    "details": (
        Habit(
            "- {title}, {venue} {year} {links}",
            ("<details>", "<summary>More papers</summary>", ""),
            ("", "</details>"),
        ),
    ),
}


def cited(authors: str) -> str:
    """ "Ada Berg, Bo Dorn" as "Berg, A., Dorn, B."."""
    pairs = (name.split(" ", 1) for name in authors.split(", "))
    return ", ".join(f"{last}, {first[0]}." for first, last in pairs)


def places(paper: Paper, bracket: str) -> dict[str, str | int]:
    """What the templates may name."""
    written = [bracket.format(label=label, url=url) for label, url in paper.links]
    return {
        "title": paper.title,
        "authors": paper.authors,
        "cited": cited(paper.authors),
        "venue": paper.venue,
        "year": paper.year,
        "links": " ".join(written),
        "rest": " ".join(written[1:]),
        "paper": paper.links[0][1],
    }
