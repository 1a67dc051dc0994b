"""Lists of invented papers with a few old faults, and what pull requests do to them."""

from __future__ import annotations

NUMBER = 40


def paper(number: int, venue: str = "ACL, 2022", links: str = "") -> str:
    title = f"{WORDS[number % 8]} {THINGS[number % 11]} with {WORDS[(number // 8 + 3) % 8].lower()}"
    address = f"https://arxiv.org/abs/2203.{number:05}"
    return f"- {title} part {number}, <ins>{venue}</ins> [[Paper]({address})]{links}\n"


WORDS = ("Sorting", "Folding", "Finding", "Mending", "Weighing", "Counting", "Stacking", "Naming")
THINGS = ("Lists", "Maps", "Keys", "Kettles", "Lids", "Umbrellas", "Drawers", "Boats", "Socks")
THINGS = (*THINGS, "Jars", "Clocks")

HEAD = "# Awesome Tidying\n\n## Sorting\n\n"
PAPERS = [paper(number) for number in range(1, NUMBER + 1)]
OLD_FAULT = paper(77, "NeurlPS, 2023")
REST = OLD_FAULT + "\n## Folding\n\n" + paper(91) + paper(92)
BASE = HEAD + "".join(PAPERS) + REST

FINE = paper(50, "ICML, 2023")
MISSPELT = paper(51, "NeurlPS, 2024")
MENDED = paper(51, "NeurIPS, 2024")
AGAIN = PAPERS[4].replace("ACL, 2022", "EMNLP, 2022")
BROKEN = paper(52, "ICML, 2024").replace(")]", ")")
UNBROKEN = paper(52, "ICML, 2024")


def added(*lines: str, after: int = 10) -> str:
    """The list with lines behind one of its first papers."""
    return HEAD + "".join([*PAPERS[:after], *lines, *PAPERS[after:]]) + REST
