"""Whether there is what a list's relative link names, in a tree that somebody else knows.

Pure. Names must be spelt as they are, case and all, since GitHub's are. What lies outside the tree,
or behind a folder that nobody can look into, isn't known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from listlint.facts import ABSENT, AGREES, FILE, Answer, Question

Steps = tuple[str, ...]  # a path from the tree's root
Names = Callable[[Steps], frozenset[str] | None]
"""What stands in a folder: ``{""}`` for what is a file, None for what can't be looked into."""

NO_FOLDER = frozenset(("",))
HERE = Answer(AGREES, source="the files beside the list")


def beside(subject: str, own: Steps, names: Names) -> Answer | None:
    """Whether there is what a link names from the list at ``own``; None where that isn't known."""
    here: Steps = () if subject.startswith("/") else own[:-1]
    for name in subject.split("/"):
        if name in ("", "."):
            continue
        if name == "..":
            if not here:
                return None
            here = here[:-1]
            continue
        held = names(here)
        if not held:  # a submodule that isn't checked out is an empty folder
            return None
        if name not in held:
            return _absent(name, held)
        here = (*here, name)
    return None if here == own else HERE


def _absent(name: str, names: frozenset[str]) -> Answer:
    near = _by_lower_case(names).get(name.lower())
    return Answer(ABSENT, {"near": near} if near else {}, "the files beside the list")


@lru_cache(maxsize=64)
def _by_lower_case(names: frozenset[str]) -> dict[str, str]:
    return {name.lower(): name for name in sorted(names, reverse=True)}


def in_tree(files: Iterable[str], doors: Iterable[str] = ()) -> Names:
    """What stands in the folders of a tree, by the paths of its files; ``doors`` are submodules and
    symbolic links: they are there, and nobody knows what is behind."""
    closed = {tuple(path.split("/")) for path in doors}
    known = {tuple(path.split("/")) for path in files}
    folders: defaultdict[Steps, set[str]] = defaultdict(set)
    for steps in closed | known:
        for n, name in enumerate(steps):
            folders[steps[:n]].add(name)

    held = {folder: frozenset(names) for folder, names in folders.items()}

    def names(folder: Steps) -> frozenset[str] | None:
        return None if folder in closed else held.get(folder, NO_FOLDER)

    return names


def answered(questions: Iterable[Question], own: str, names: Names) -> dict[Question, Answer]:
    """The questions about files that can be answered for the list at ``own``."""
    steps = tuple(own.split("/"))
    asked = (question for question in questions if question.topic == FILE)
    found = ((question, beside(question.subject, steps, names)) for question in asked)
    return {question: answer for question, answer in found if answer is not None}
