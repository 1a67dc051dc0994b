"""What is handed to whoever does the work, and what tells one state of a list from another."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from listlint import __version__
from listlint.config import Config
from listlint.config.places import Found
from listlint.errors import UserError
from listlint.facts import Answer, Question
from listlint.source import BIGGEST_FILE, read_small
from listlint.values import NamedTuple

Record = dict[str, Any]
LARGEST_BESIDE = 64 * 1024  # of a configuration, or of one of a list's own rules
Told = tuple[tuple[Question, tuple[str, dict[str, str], str, str]], ...]


class Elsewhere(NamedTuple):
    """A list that lies in no file here, and what stands beside it."""

    data: bytes
    own: str  # its path there
    files: tuple[str, ...]
    doors: tuple[str, ...]
    whole: bool  # whether these are all files there are


class List(NamedTuple):
    """A list that is meant, and what holds for it."""

    path: str  # as messages call it
    config: Config
    found: Found = Found()  # where its configuration is
    whole: bool = False  # the folder around it was named
    fault: str = ""  # nothing can be said of it
    elsewhere: Elsewhere | None = None


class Job(NamedTuple):
    """A list on its way: all that is needed to judge it, and nothing that can't travel."""

    path: str
    data: bytes
    config: Config
    digest: str
    local: bool = True  # done on this machine, where the files beside the list are
    whole: bool = False
    elsewhere: Elsewhere | None = None  # what stands beside it, if it lies in no file here
    findings: bool = False  # the result names each of them
    told: Told | None = None  # what services said; None: nobody asked
    day: str = ""  # on which they were asked


def job_of(each: List, salt: str, *, local: bool = True, findings: bool = False) -> Job:
    """A list as it is now; ``salt``: what else the result depends upon."""
    if each.fault:
        raise UserError(each.fault)
    there = each.elsewhere
    if there is not None:
        digest = _digest(there.data, Found(), f"{salt}\n{_words(each.config)}")
        beside = there._replace(data=b"")
        return Job(each.path, there.data, each.config, digest, elsewhere=beside, findings=findings)
    if not os.path.isfile(each.path):
        why = "is no regular file" if os.path.lexists(each.path) else "no such file"
        raise UserError(f"{each.path}: {why}: check the name and the folder")
    data = read_small(each.path, BIGGEST_FILE)
    digest = _digest(data, each.found, salt)
    return Job(each.path, data, each.config, digest, local, each.whole, findings=findings)


def packed(known: Mapping[Question, Answer]) -> Told:
    """Answers in plain words, which can be sent anywhere."""
    return tuple((q, (a.state, dict(a.says), a.source, a.reason)) for q, a in known.items())


def unpacked(told: Told) -> dict[Question, Answer]:
    return {Question(*question): Answer(*answer) for question, answer in told}


def _digest(data: bytes, found: Found, salt: str) -> str:
    """The same as long as the list, what decides about it, and listlint are the same."""
    made = sha256(f"{__version__}\n{salt}\n".encode(errors="replace"))
    for file in (*([found.file] if found.file else []), *_own_rules(found.rules)):
        content = read_small(file, LARGEST_BESIDE)
        made.update(b"%d " % len(content) + content)
    made.update(data)
    return made.hexdigest()[:24]


def _words(config: Config) -> str:
    """What a configuration decides that was read from no file here."""
    known = config.vocabulary
    said = (sorted(config.levels.items()), sorted(config.given.items()), config.ignored)
    names = (sorted(known.extra.items()), sorted(known.prefer.items()))
    own = [(each.name, each.page_text()) for each in config.own]
    return repr((said, names, own, config.pinned, config.links))


def _own_rules(folder: str | None) -> list[str]:
    try:
        names = sorted(os.listdir(folder)) if folder else []
    except OSError:
        return []
    files = (os.path.join(folder or "", name) for name in names)
    return [file for file in files if os.path.isfile(file)]
