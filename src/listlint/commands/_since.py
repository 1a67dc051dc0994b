"""What is known of a list at a git revision and of the list as it lies here; it prints nothing."""

from __future__ import annotations

from collections.abc import Set

from listlint.beside import answered, in_tree
from listlint.config import Links
from listlint.facts import FILE, Answers, Question
from listlint.review.asked import Asked, Services
from listlint.revisions import files_at
from listlint.world.sources import files

NO_LINKS = Links()


class OfRevision:
    """What the files tell of a list at a git revision and of the list as it lies here, and what
    services know of what changed."""

    def __init__(
        self, path: str, revision: str, services: Services | None = None, links: Links = NO_LINKS
    ) -> None:
        self.path, self.revision = path, revision
        self.services, self.links = services, links

    def __call__(self, base: Set[Question], head: Set[Question]) -> Asked:
        asked = sorted(question for question in head if question.topic != FILE)
        told = self.services(asked, self.links) if self.services and asked else {}
        files_ = self._files(base, head)
        online = self.services is not None
        return Asked(
            Answers({**told, **files_.base}, online=online),
            Answers({**told, **files_.head}, online=online),
        )

    def _files(self, base: Set[Question], head: Set[Question]) -> Asked:
        if not any(question.topic == FILE for question in (*base, *head)):
            return Asked()
        held, doors, own = files_at(self.revision, self.path)
        if set(held) <= {own}:  # a list without the files around it: nobody knows what there was
            return Asked()
        then = answered(base, own, in_tree(held, doors))
        return Asked(Answers(then), Answers(files.answers(head, self.path)))
