"""What the rules want to know of the world around a list, and who answers; it prints nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.commands._lists import Remote, Target
from listlint.facts import EMPTY, FILE, Answer, Answers, Question
from listlint.lint.gather import questions
from listlint.paperlist import PaperList

if TYPE_CHECKING:  # offline nobody is asked, and nothing is loaded for it
    from listlint.commands._world import World


def answers(papers: PaperList, target: Target, world: World | None = None) -> Answers:
    """What the files beside the list tell, if a rule asks, and what services know if they may be
    asked; of the files around one from standard input nothing."""
    asked = set() if target.stdin else set(questions(papers, target.config))
    known: dict[Question, Answer] = {}
    if target.remote is not None:
        known = _beside(asked, target.remote)
    elif any(question.topic == FILE for question in asked):
        from listlint.world.sources import files

        known = files.answers(asked, target.path, whole=target.whole)
    if world is None:
        return Answers(known, online=False) if known else EMPTY
    return Answers({**known, **world.answers(papers, target.config)}, online=True)


def _beside(asked: set[Question], remote: Remote) -> dict[Question, Answer]:
    """What the files of its repository tell of a list at GitHub."""
    from listlint.beside import answered, in_tree

    if not remote.whole:
        return {}
    return answered(asked, remote.own, in_tree(remote.files, remote.doors))
