"""Does a list's style, learnt, print its entries? Values and template go in, never an entry's gaps.

    python benchmarks/style.py --lists FOLDER [--show 3] [--json]

One line a list: papers, those whose fields were read (a title and at least one other field), how
many of these come out byte for byte, and the templates that do it. Of rows the padding of cells
isn't compared, since it is never style; "padded" counts rows that agree with it, too.

The template of an entry is chosen by what the entry says, by its section and by the entries around
it: it must have a place for all that is said. An entry that no template has a place for counts as
not printed.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import lists
from listlint.errors import UserError
from listlint.reading import read
from listlint.source import read_source
from listlint.style import style_of
from listlint.style.learning import Case, cases, learn_templates, table_headers, with_whole_venue
from listlint.style.printing import printed
from listlint.style.rows import unpadded
from listlint.style.template import Template, parse
from listlint.style.writing import NEAR, Place, Rank, ranked


class Tried(NamedTuple):
    """What came of one list."""

    name: str
    papers: int
    read: int
    right: int
    padded: int  # right, the padding of cells included
    templates: list[str]
    misses: list[tuple[int, str, str]]  # line, how it stands, how it was printed


def attempt(path: Path, name: str) -> Tried:
    papers = read(read_source(path), name)
    found = style_of(papers).survey
    learnt = learn_templates(papers, found)
    again = [each._replace(template=parse(each.template.text)) for each in learnt]
    right = padded = fields = 0
    misses: list[tuple[int, str, str]] = []
    every = list(cases(papers, found, table_headers(papers)))
    order: dict[int | None, list[int]] = {}
    for case in every:
        order.setdefault(case.entry.section, []).append(case.entry.index)
    for case in every:
        if len(case.named) < 2:
            continue
        fields += 1
        text = _printed(again, case, _place(order, case))
        padded += text == case.text
        row = case.entry.shape == "row"
        if text == case.text or (row and unpadded(text) == unpadded(case.text)):
            right += 1
        else:
            misses.append((case.entry.lines[0], case.text, text))
    texts = [each.template.text for each in learnt]
    return Tried(name, len(every), fields, right, padded, texts, misses)


def _place(order: dict[int | None, list[int]], case: Case) -> Place:
    """Where the entry stands, but for itself."""
    held = order[case.entry.section]
    at = held.index(case.entry.index)
    near = held[max(0, at - NEAR) : at] + held[at + 1 : at + NEAR + 1]
    return Place(case.entry.section, frozenset(near))


def _printed(learnt: list[Any], case: Case, place: Place) -> str:
    """The entry from its values and the template that suits them."""
    texts = {}
    whole = with_whole_venue(case)
    for each in learnt:
        names = {slot.name for slot in each.template.slots}
        texts[each.template] = whole if "year" not in names and "venue" in names else case
    best: tuple[Rank, str] | None = None
    for n, each in enumerate(learnt):
        template: Template = each.template
        if template.row != (case.entry.shape == "row"):
            continue
        made = printed(template, texts[template].values)
        rank = ranked(made, each, place, n)
        if best is None or rank < best[0]:
            best = (rank, made.text)
    return best[1] if best else ""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    lists.add_option(parser)
    parser.add_argument("--show", type=int, default=0, help="entries of a list not right")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    tried: list[Tried] = []
    for path, name in lists.named(lists.chosen(args.lists)):
        try:
            tried.append(attempt(path, name))
        except UserError as fault:
            print(fault, file=sys.stderr)
    read_, right = sum(each.read for each in tried), sum(each.right for each in tried)
    padded = sum(each.padded for each in tried)
    if args.json:
        each_list = [{k: v for k, v in each._asdict().items() if k != "misses"} for each in tried]
        print(json.dumps({"read": read_, "right": right, "padded": padded, "each": each_list}))
        return
    for each in tried:
        share = 100 * each.right / max(each.read, 1)
        counts = f"{each.papers} papers, {each.read} read, {each.right} right"
        print(f"{each.name}: {counts} ({share:.0f} %)")
        for text in each.templates:
            print("    " + text.replace("\n", "\n    "))
            print()
        for line, now, made in each.misses[: args.show]:
            print(f"  line {line}\n    - {now[:300]!r}\n    + {made[:300]!r}")
    print(
        f"{right} of {read_} entries byte for byte from their list's templates: "
        f"{100 * right / max(read_, 1):.1f} in 100 ({padded} with the padding of cells)"
    )


if __name__ == "__main__":
    main()
