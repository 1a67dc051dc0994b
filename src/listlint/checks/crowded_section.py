"""A group of entries stands apart in a long section, and could have one of its own.

What: a section of at least 40 entries in which 6 or more share two words that tell a topic, which
the rest of the list hardly uses and no heading names. At most two groups are named a section.

Why: a section that holds everything is searched like a list without sections. What belongs together
is a matter of judgement, so it is a note, and nothing is moved.

```md bad
## Kitchens

- Steam Maps 1 of Noisy Kettles, ICML 2022
- Steam Maps 2 of Noisy Kettles, ICML 2022
- Warm Plates of Stew for Cooks 3, ICML 2022
- Warm Plates of Stew for Cooks 4, ICML 2022
- Long Spoons of Wood for Cooks 5, ICML 2022
- Long Spoons of Wood for Cooks 6, ICML 2022
- Cold Cellars without Light for Cooks 7, ICML 2022
- Cold Cellars without Light for Cooks 8, ICML 2022
- Broad Tables near Windows for Cooks 9, ICML 2022
- Broad Tables near Windows for Cooks 10, ICML 2022
- Clean Aprons after Dinner for Cooks 11, ICML 2022
- Clean Aprons after Dinner for Cooks 12, ICML 2022
- Teapot Segmentation for Cooks, ICML 2022
- Teapot Segmentation in the Dark, ICML 2022
- Teapot Segmentation without Labels, ICML 2022
- Counting Lids by Teapot Segmentation, ICML 2022
- Lazy Teapot Segmentation, ICML 2022
- Teapot Segmentation from Steam, ICML 2022
- Sharp Knives against Onions 13, ICML 2022
- Sharp Knives against Onions 14, ICML 2022
- Round Loaves beside Butter 15, ICML 2022
- Round Loaves beside Butter 16, ICML 2022
- Tall Jars behind Flour 17, ICML 2022
- Tall Jars behind Flour 18, ICML 2022
- Old Recipes among Crumbs 19, ICML 2022
- Old Recipes among Crumbs 20, ICML 2022
- Quick Timers before Lunch 21, ICML 2022
- Quick Timers before Lunch 22, ICML 2022
- Heavy Pans upon Stoves 23, ICML 2022
- Heavy Pans upon Stoves 24, ICML 2022
- Sweet Plums inside Pies 25, ICML 2022
- Sweet Plums inside Pies 26, ICML 2022
- Salted Fish below Ice 27, ICML 2022
- Salted Fish below Ice 28, ICML 2022
- Green Herbs along Sills 29, ICML 2022
- Green Herbs along Sills 30, ICML 2022
- Folded Towels beneath Sinks 31, ICML 2022
- Folded Towels beneath Sinks 32, ICML 2022
- Ripe Cheese within Cloth 33, ICML 2022
- Ripe Cheese within Cloth 34, ICML 2022
- Loose Tea amid Biscuits 35, ICML 2022
- Loose Tea amid Biscuits 36, ICML 2022

## Garages

- Bent Nails for Carpenters 1, ICML 2022
- Bent Nails for Carpenters 2, ICML 2022
- Rusty Hinges for Carpenters 3, ICML 2022
- Spare Tyres for Carpenters 4, ICML 2022
- Broken Lamps for Carpenters 5, ICML 2022
```

```md good
## Kitchens

- Teapot Segmentation for Cooks
- Teapot Segmentation in the Dark
- Steam Maps of Noisy Kettles
```

The fix is shown: the sub-section as it would stand, its line of the contents, and its entries.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import Answers
from listlint.finding import SHOWN, Finding, Fix, Related
from listlint.knowledge import titles
from listlint.paperlist import PaperList, Section
from listlint.placement import taught
from listlint.placement.crowded import Group, crowded
from listlint.reading.contents import anchors
from listlint.rule import NoOptions, found

GROUP = "placement"
LEVEL = "note"
DEEPEST = 6  # levels of headings


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for group in crowded(papers, taught(papers)):
        yield _finding(papers, group)


def _finding(papers: PaperList, group: Group) -> Finding:
    section, count = group.place.section, len(group.place.members)
    lines = ", ".join(str(entry.lines[0]) for entry in group.entries)
    return found(
        section.inner,
        f"{len(group.entries)} of the {count} entries here stand apart: *{group.name}*. "
        "They could have a section of their own.",
        key=f"{titles.fold(section.title)} {titles.fold(group.name)}",
        alike="a group that stands apart",
        related=tuple(Related(*entry.title_span, "in the group") for entry in group.entries),
        fix=Fix(f"{_stood(papers, section, group.name)}, with lines {lines}", SHOWN),
    )


def _stood(papers: PaperList, section: Section, name: str) -> str:
    """The heading, and its line of the contents where the list has them."""
    heading = f"`{'#' * min(DEEPEST, section.level + 1)} {name}`"
    if not papers.contents:
        return heading
    taken = [each.title for each in papers.sections]
    anchor = anchors([*taken, name])[-1]
    return f"{heading}, in the contents `- [{name}](#{anchor})`"
