"""What the rules want to know of the world around a list, and who answers; it prints nothing."""

from __future__ import annotations

from listlint.commands._lists import Target
from listlint.facts import EMPTY, Answers
from listlint.lint.gather import questions
from listlint.paperlist import PaperList


def answers(papers: PaperList, target: Target) -> Answers:
    """What the files beside the list tell, if a rule asks; of one from standard input nothing."""
    asked = set() if target.stdin else set(questions(papers, target.config))
    if not asked:
        return EMPTY
    from listlint.world.sources import files

    return Answers(files.answers(asked, target.path, whole=target.whole))
