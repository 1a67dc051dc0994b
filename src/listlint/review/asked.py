"""What the rules ask about a list before and after a change, and what is known of it.

Pure but for those whom it is handed: the files of both commits, and services. Of a service only
what the change brings is asked: what the list held before is the weekly look's business.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set

from listlint.beside import answered, in_tree
from listlint.config import Links
from listlint.facts import EMPTY, FILE, Answer, Answers, Question
from listlint.review.seen import File, Tree
from listlint.values import NamedTuple

Known = Mapping[Question, Answer]
Services = Callable[[Sequence[Question], Links], Known]
"""Questions, and how the configuration wants links followed, to what is known."""


class Asked(NamedTuple):
    """What is known of a list before the change, and after it."""

    base: Answers = EMPTY
    head: Answers = EMPTY


Asking = Callable[[Set[Question], Set[Question]], Asked]
"""The questions of the list before, and of the list after, to what is known of both."""


def nobody(base: Set[Question], head: Set[Question]) -> Asked:
    return Asked()


class OfChange:
    """Answers for one list of a change; its tree is read only if an added link needs it."""

    def __init__(
        self,
        file: File,
        changed: Sequence[File],
        tree: Callable[[], Tree | None],
        services: Services | None = None,
        links: Links = Links(),  # noqa: B008 - a value
    ) -> None:
        self.file, self.changed = file, changed
        self.tree, self.services, self.links = tree, services, links

    def __call__(self, base: Set[Question], head: Set[Question]) -> Asked:
        told = self._told(base, head)
        before, after = self._files(base, head)
        online = self.services is not None
        return Asked(
            Answers({**told, **before}, online=online), Answers({**told, **after}, online=online)
        )

    def _told(self, base: Set[Question], head: Set[Question]) -> Known:
        new = sorted(each for each in head - base if each.topic != FILE)
        return self.services(new, self.links) if self.services and new else {}

    def _files(self, base: Set[Question], head: Set[Question]) -> tuple[Known, Known]:
        """Which files stood beside the list, and which do now."""
        if not self._needed(base, head):
            return {}, {}
        tree = self.tree()
        if tree is None:
            return {}, {}
        now = in_tree(tree.files, tree.doors)
        then = in_tree(_before(tree.files, self.changed), tree.doors)
        return answered(base, self.file.before, then), answered(head, self.file.path, now)

    def _needed(self, base: Set[Question], head: Set[Question]) -> bool:
        """Whether a link is new, or a file gone that one may lead to."""
        gone = any(each.status in ("removed", "renamed") for each in self.changed)
        asked = head if gone else head - base
        return any(each.topic == FILE for each in asked)


def of_whole(
    questions: Set[Question],
    path: str,
    tree: Tree,
    services: Services | None,
    links: Links = Links(),  # noqa: B008 - a value
) -> Answers:
    """What is known of the whole list at ``path``."""
    files = answered(questions, path, in_tree(tree.files, tree.doors)) if tree.whole else {}
    asked = sorted(each for each in questions if each.topic != FILE)
    told = services(asked, links) if services and asked else {}
    return Answers({**told, **files}, online=services is not None)


def _before(files: Sequence[str], changed: Sequence[File]) -> set[str]:
    """The files before a change, by those after it."""
    held = set(files)
    held -= {each.path for each in changed if each.status in ("added", "renamed", "copied")}
    return held | {each.before for each in changed if each.status in ("removed", "renamed")}
