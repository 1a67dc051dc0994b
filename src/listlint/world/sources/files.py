"""Whether files stand beside the list: folders are looked into, no file is opened.

Names must be spelt as they are, case and all, since GitHub's are. What lies outside the list's
repository isn't looked for, and of a lone file nothing is said: nobody knows what lay around it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from listlint.beside import HERE, NO_FOLDER, Steps, beside
from listlint.facts import FILE, Answer, Question


def answers(
    questions: Iterable[Question], path: str, *, whole: bool = False
) -> dict[Question, Answer]:
    """What is known of the files that the list at ``path`` links.

    ``whole``: its folder was named, so that it holds whatever the list needs. Outside a repository
    and such a folder, one file that is found shows that the others could be.
    """
    asked = [question for question in questions if question.topic == FILE]
    if not asked or not os.path.isfile(path):
        return {}
    own = os.path.realpath(path)
    repository = _repository(os.path.dirname(own))
    folders = _Folders(repository or os.path.dirname(own), own)
    found = {question: folders.answer(question.subject) for question in asked}
    known = {question: answer for question, answer in found.items() if answer}
    certain = repository or (whole and not folders.lone())
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
        self.root = root
        self.own: Steps = tuple(os.path.relpath(own, root).split(os.sep))
        self.seen: dict[Steps, frozenset[str] | None] = {}

    def lone(self) -> bool:
        """Whether nothing else stands in the list's own folder."""
        names = self.names(self.own[:-1]) or frozenset()
        return not any(not name.startswith(".") for name in names - {self.own[-1]})

    def answer(self, subject: str) -> Answer | None:
        """Whether there is what a link from the list names; None where that can't be told."""
        return beside(subject, self.own, self.names)

    def names(self, folder: Steps) -> frozenset[str] | None:
        """What stands in a folder; None of what is none, or can't be looked into."""
        if folder not in self.seen:
            try:
                self.seen[folder] = frozenset(os.listdir(os.path.join(self.root, *folder)))
            except NotADirectoryError:
                self.seen[folder] = NO_FOLDER
            except OSError:
                self.seen[folder] = None
        return self.seen[folder]
