"""Does what is exported come back? Every list as BibTeX and CSL-JSON, and parsed again.

    python benchmarks/exporting.py [--lists FILE|FOLDER ...]

One line a list: entries read, entries that BibTeX's parser finds again, keys that stand twice,
titles that are the same once LaTeX is decoded, items of the CSL-JSON.
"""

from __future__ import annotations

import argparse
import json
import re

import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware

import lists
from listlint.formats.data import renderer
from listlint.reading import read
from listlint.source import read_source

SUFFIXES = (".md", ".rst")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lists.add_option(parser)
    args = parser.parse_args()
    totals = [0, 0, 0, 0, 0]
    for path, name in lists.named(lists.chosen(args.lists, SUFFIXES)):
        papers = read(read_source(str(path)), name)
        text = renderer("bibtex")([papers])
        parsed = bibtexparser.parse_string(text)
        decoded = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
        keys = [entry.key.lower() for entry in parsed.entries]
        titles = [plain(entry["title"]) for entry in decoded.entries]
        same = sum(a == plain(b.title) for a, b in zip(titles, papers.entries, strict=False))
        items = json.loads(renderer("csl-json")([papers]))
        counts = [len(papers.entries), len(keys), len(keys) - len(set(keys)), same, len(items)]
        failed = len(parsed.failed_blocks)
        print(
            f"{name[:40]:40} {counts[0]:6} {counts[1]:6} {counts[2]:3} {counts[3]:6} {counts[4]:6}"
            + (f"  {failed} not parsed" if failed else "")
        )
        totals = [a + b for a, b in zip(totals, counts, strict=True)]
    print(
        "{}: entries {}, in BibTeX {}, keys twice {}, titles as read {}, CSL items {}".format(
            "all lists", *totals
        )
    )


def plain(title: str) -> str:
    """A title without blanks, braces and what only looks different."""
    return re.sub(r"[\s{}]+", "", title)


if __name__ == "__main__":
    main()
