"""How long does an editor wait: from a key to findings, on a list of about 105 KB?

Each step types one character in the middle of the list and looks anew, as the server does at a
short pause: reading, the quick rules, places for the editor. Time is the processor's, which a busy
machine changes little, and the wall's beside it; the pause itself (0.1 s) isn't in it.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import time
from pathlib import Path
from typing import NamedTuple

import invented
import lists
from listlint.config import DEFAULT
from listlint.editor.places import Places
from listlint.editor.seeing import Seen, glance, see
from listlint.editor.showing import diagnostics
from listlint.facts import EMPTY

SIZE = 105_000  # bytes of an invented list


class Timing(NamedTuple):
    name: str
    kilobytes: int
    entries: int
    full: float  # milliseconds of the processor: when it is opened or saved
    median: float  # while somebody types
    longest: float
    wall: float


def invented_list() -> str:
    entries = 300
    while len((text := invented.write(1, entries).text).encode()) < SIZE:
        entries += 50
    return text


def shown(seen: Seen, text: str) -> None:
    diagnostics(seen, Places(text), "file:///list.md")


def timed(name: str, text: str, keys: int) -> Timing:
    start = time.thread_time()
    seen = see(text, name, DEFAULT, lambda papers: EMPTY)
    shown(seen, text)
    full = time.thread_time() - start
    middle = text.index("\n", len(text) // 2)
    gc.collect()
    gc.disable()
    spent, walls = [], []
    for number in range(1, keys + 1):
        typed = text[:middle] + "x" * number + text[middle:]
        start, wall = time.thread_time(), time.perf_counter()
        seen = glance(typed, seen)
        shown(seen, typed)
        spent.append(time.thread_time() - start)
        walls.append(time.perf_counter() - wall)
    gc.enable()
    figures = (full, statistics.median(spent), max(spent), statistics.median(walls))
    entries = len(seen.papers.entries)
    return Timing(name, len(text.encode()) // 1000, entries, *(1000 * each for each in figures))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    lists.add_option(parser)
    parser.add_argument("--keys", type=int, default=20, help="that are typed")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    texts = {path.name: Path(path).read_text("utf-8") for path in lists.chosen(args.lists)}
    if not args.lists:
        texts = {"invented.md": invented_list()}
    found = [timed(name, text, args.keys) for name, text in texts.items()]
    if args.json:
        print(json.dumps([each._asdict() for each in found], indent=1))
        return
    print(
        f"{'list':44} {'KB':>5} {'entries':>7}"
        f" {'opened':>8} {'typed':>8} {'longest':>8} {'wall':>8}"
    )
    for each in found:
        times = "".join(f" {value:5.0f} ms" for value in each[3:])
        print(f"{each.name[:44]:44} {each.kilobytes:5} {each.entries:7}{times}")


if __name__ == "__main__":
    main()
