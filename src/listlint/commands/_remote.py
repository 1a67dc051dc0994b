"""Lists that lie at GitHub, read without cloning: the default branch's files, by API alone.

Nothing is written there. The repository's own configuration holds, unless ``--config`` names one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from listlint.commands._lists import Remote, Target
from listlint.commands._settings import Settings
from listlint.commands._world import KEYS
from listlint.config import DEFAULT
from listlint.errors import UserError
from listlint.review.fetch import is_list
from listlint.review.github import GitHub
from listlint.review.settings import NAMES, OWN_RULES
from listlint.review.settings import Settings as Decided
from listlint.review.settings import settings as decided_by
from listlint.review.trouble import Limited, Missing, Trouble

API = "https://api.github.com"


def lists_at(repository: str, settings: Settings) -> Iterator[Target]:
    """The lists of a repository; what can't be had is told as a list that can't be read."""
    try:
        yield from _lists(repository, settings)
    except Missing:
        why = f"{repository}: neither a file here nor a repository at GitHub that can be seen"
        yield Target(repository, DEFAULT, fault=UserError(why))
    except Limited as limit:
        hint = "" if _token() else ": with GITHUB_TOKEN set it allows more"
        why = f"{repository}: GitHub wants to be left alone for a while{hint} ({limit})"
        yield Target(repository, DEFAULT, fault=UserError(why))
    except Trouble as trouble:
        yield Target(repository, DEFAULT, fault=UserError(f"{repository}: {trouble}"))


def _lists(repository: str, settings: Settings) -> Iterator[Target]:
    hub = GitHub(_token(), repository, os.environ.get("GITHUB_API_URL") or API)
    tree, blobs = hub.newest()
    names = [path for path in blobs if path in NAMES or path.startswith(f"{OWN_RULES}/")]
    decided = decided_by({path: hub.blob(blobs[path]) for path in names})
    config = settings.with_words(decided.config)
    if settings.file is not None:
        config, decided = settings.of("."), Decided()
    found = [path for path in tree.files if is_list(path, decided.lists)]
    if not found:
        raise Trouble("there is no README.md or README.rst at its root")
    for path in found:
        remote = Remote(hub.blob(blobs[path]), path, tree.files, tree.doors, tree.whole)
        yield Target(f"{repository}/{path}", config._replace(baseline=""), remote=remote)


def _token() -> str:
    return next((os.environ[name] for name in KEYS["github"] if os.environ.get(name)), "")
