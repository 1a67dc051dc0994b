"""Whether files stand beside the list: folders are looked into, no file is opened.

Names must be spelt as they are, case and all, since GitHub's are. What lies outside the list's
repository isn't looked for, and of a lone file nothing is said: nobody knows what lay around it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from listlint.facts import ABSENT, AGREES, Answer, Question

TOPIC = "file"
HERE = Answer(AGREES, source="the files beside the list")


def answers(
    questions: Iterable[Question], path: str, *, whole: bool = False
) -> dict[Question, Answer]:
    """What is known of the files that the list at ``path`` links.

    ``whole``: its folder was named, so that it holds whatever the list needs. Outside a repository
    and such a folder, one file that is found shows that the others could be.
    """
    asked = [question for question in questions if question.topic == TOPIC]
    if not asked or not os.path.isfile(path):
        return {}
    own = os.path.realpath(path)
    repository = _repository(os.path.dirname(own))
    folders = _Folders(repository or os.path.dirname(own), own)
    found = {question: folders.answer(question.subject) for question in asked}
    known = {question: answer for question, answer in found.items() if answer}
    certain = repository or (whole and folders.beside())
    if certain or any(answer is HERE for answer in known.values()):
        return known
    return {}


def _repository(folder: str) -> str | None:
    """The folder around ``folder``, or itself, in which git keeps its own."""
    while not os.path.exists(os.path.join(folder, ".git")):
        outer = os.path.dirname(folder)
        if outer == folder:
            return None
        folder = outer
    return folder


class _Folders:
    """The folders of one tree, each looked into once."""

    def __init__(self, root: str, own: str) -> None:
        self.root, self.own = root, own
        self.seen: dict[str, frozenset[str] | None] = {}

    def beside(self) -> bool:
        """Whether anything else stands in the list's own folder."""
        names = self.names(os.path.dirname(self.own)) or frozenset()
        return any(not name.startswith(".") for name in names - {os.path.basename(self.own)})

    def answer(self, subject: str) -> Answer | None:
        """Whether there is what a link from the list names; None where that can't be told."""
        here = self.root if subject.startswith("/") else os.path.dirname(self.own)
        for name in subject.split("/"):
            if name in ("", "."):
                continue
            if name == "..":
                if here == self.root:
                    return None
                here = os.path.dirname(here)
                continue
            names = self.names(here)
            if not names:  # a submodule that isn't checked out is an empty folder
                return None
            if name not in names:
                return _absent(name, names)
            here = os.path.join(here, name)
        return None if here == self.own else HERE

    def names(self, folder: str) -> frozenset[str] | None:
        """What stands in a folder; None of what is none, or can't be looked into."""
        if folder not in self.seen:
            try:
                self.seen[folder] = frozenset(os.listdir(folder))
            except NotADirectoryError:
                self.seen[folder] = frozenset(("",))
            except OSError:
                self.seen[folder] = None
        return self.seen[folder]


def _absent(name: str, names: frozenset[str]) -> Answer:
    lower = name.lower()
    alike = sorted(other for other in names if other.lower() == lower)
    return Answer(ABSENT, {"near": alike[0]} if alike else {}, "the files beside the list")
