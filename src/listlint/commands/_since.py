"""What is known of a list at a git revision and of the list as it lies here; it prints nothing."""

from __future__ import annotations

from collections.abc import Set

from listlint.beside import answered, in_tree
from listlint.facts import FILE, Answers, Question
from listlint.review.asked import Asked
from listlint.revisions import files_at
from listlint.world.sources import files


class OfRevision:
    """What the files tell of a list at a git revision and of the list as it lies here."""

    def __init__(self, path: str, revision: str) -> None:
        self.path, self.revision = path, revision

    def __call__(self, base: Set[Question], head: Set[Question]) -> Asked:
        if not any(question.topic == FILE for question in (*base, *head)):
            return Asked()
        held, doors, own = files_at(self.revision, self.path)
        if set(held) <= {own}:  # a list without the files around it: nobody knows what there was
            return Asked()
        then = answered(base, own, in_tree(held, doors))
        return Asked(Answers(then), Answers(files.answers(head, self.path)))
