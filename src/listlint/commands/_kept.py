"""What services answered lately, as far as an earlier run kept it; nobody is asked."""

from __future__ import annotations

import os
from argparse import Namespace

from listlint.commands._answers import answers
from listlint.commands._lists import Target
from listlint.facts import Answer, Answers, Question
from listlint.paperlist import PaperList


def known(papers: PaperList, target: Target, args: Namespace | None = None) -> Answers:
    """What the files beside the list tell, and what is kept of services' answers."""
    here = answers(papers, target)
    kept = _kept(papers, target, args)
    return Answers({**here, **kept}, online=True) if kept else here


def _kept(papers: PaperList, target: Target, args: Namespace | None) -> dict[Question, Answer]:
    if getattr(args, "no_cache", False):
        return {}
    from listlint.commands._world import cache_file

    file = cache_file(getattr(args, "cache_dir", None))
    if not os.path.isfile(file):
        return {}
    from listlint.lint.asking import of_services
    from listlint.world.cache import Cache
    from listlint.world.sources.pages import compared

    cache = Cache(file)
    try:
        return compared(cache.read(of_services(papers, target.config)))
    finally:
        cache.close()
