"""One list in several files: read together, once; each file is then a list that knows the whole.

Only a run over the files that the configuration names is about all of them: a file that is named
alone is judged alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

from listlint.commands._lists import Target
from listlint.errors import UserError
from listlint.joining import whole
from listlint.markdown import is_rst
from listlint.paperlist import PaperList
from listlint.translations import pairing

Reading = PaperList | UserError | None


class Files:
    """The files of one list, in their order."""

    def __init__(self, targets: Sequence[Target]) -> None:
        self.targets = tuple(targets)
        self.read: dict[str, Mapping[str, Reading]] = {}
        self.apart: frozenset[str] = frozenset()  # those that translate others

    def part(self, target: Target, read: Callable[[Target], Reading], when: str = "") -> Reading:
        """One of the files, as ``read`` reads it; all are read when the first is asked for.
        ``when``: a revision, if it isn't about the files as they lie here."""
        if when not in self.read:
            self.read[when] = self._together({each.path: read(each) for each in self.targets})
        return self.read[when].get(target.path)

    def _together(self, readings: Mapping[str, Reading]) -> Mapping[str, Reading]:
        pinned = self.targets[0].config.pinned
        paths = {os.path.realpath(each) for each in readings}
        lists = [each for each in readings.values() if isinstance(each, PaperList)]
        self.apart |= {papers.path for papers in lists if _translates(papers, paths)}
        parts = [each._replace(pinned=pinned) for each in lists if each.path not in self.apart]
        if len(parts) < 2:
            return readings
        all_ = whole(parts)
        return {**readings, **{papers.path: papers._replace(whole=all_) for papers in parts}}


def _translates(papers: PaperList, paths: set[str]) -> bool:
    """Whether it is another of these files, in another language."""
    original = papers.original
    if original is None or os.path.realpath(original.path) not in paths:
        return False
    return pairing(papers) is not None


def grouped(targets: Sequence[Target]) -> list[Target]:
    """The targets, those of one list told of each other."""
    held: dict[tuple[str, bool], list[Target]] = {}
    for each in targets:
        if each.config.across and each.whole and each.fault is None and each.remote is None:
            held.setdefault((each.config.root, is_rst(each.path)), []).append(each)
    files: dict[str, Files] = {}
    for same in held.values():
        if len(same) > 1:
            files |= dict.fromkeys((each.path for each in same), Files(same))
    return [each._replace(files=files.get(each.path)) for each in targets]
