"""What a maintainer decided: which rules run, at which level, with which options, on which lists.

The values of a run stand here, and what a command line adds to them; ``loading`` makes them from a
file. It lints nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from listlint.errors import UserError, nearest
from listlint.finding import ERROR, NOTE, WARNING
from listlint.knowledge.vocabulary import EMPTY, Vocabulary
from listlint.paperlist import Pinned
from listlint.rule import Rule, all_rules, local_rules, rule_named
from listlint.values import NamedTuple

OFF, ON = "off", "on"
LEVEL_WORDS = {word: word for word in (ERROR, WARNING, NOTE, OFF, ON)}
LEVEL_WORDS |= {"false": OFF, "true": ON}  # what YAML makes of off and on
NOTHING: Mapping[str, Any] = {}  # a plain one, which can be sent to another process


class Ignored(NamedTuple):
    """One rule silenced for one entry, which is named by its id, key or title."""

    rule: str
    entry: str
    why: str = ""


class Links(NamedTuple):
    """How links are followed."""

    ignore: tuple[str, ...] = ()  # patterns of addresses that are never asked
    timeout: float | None = None  # seconds that a host may stay silent
    interval: Mapping[str, float] = NOTHING  # host -> seconds between requests; "*": any other


class Config(NamedTuple):
    """The decisions of one run; nothing decided means each rule's own default."""

    levels: Mapping[str, str] = NOTHING  # of rules: error, warning, note, off, on
    select: frozenset[str] = frozenset()  # if any, only these rules run
    ignore: frozenset[str] = frozenset()
    given: Mapping[str, Any] = NOTHING  # rule -> its options
    ignored: tuple[Ignored, ...] = ()
    vocabulary: Vocabulary = EMPTY
    own: tuple[Rule, ...] = ()  # the list's own rules
    files: tuple[str, ...] = ()  # patterns of the lists that are meant, from ``root``
    across: bool = False  # these are one list
    root: str = "."
    baseline: str = ""  # the file of what is known
    pinned: Pinned | None = None  # the house style, where it isn't voted for
    links: Links = Links()
    translations: Mapping[str, str] = NOTHING  # list -> the list that it translates, from ``root``
    generated: Mapping[str, str] = NOTHING  # list -> what it is written from, from ``root``

    def source_of(self, path: str) -> str:
        """What the list at ``path`` is written from, if a program writes it."""
        return self.generated.get(self._named(path), "") if self.generated else ""

    def original_of(self, path: str) -> str:
        """The list that the one at ``path`` translates, if the configuration says so."""
        name = self.translations.get(self._named(path)) if self.translations else None
        return os.path.join(self.root, name) if name else ""

    def _named(self, path: str) -> str:
        """A list as the configuration names it."""
        return os.path.relpath(path, self.root).replace(os.sep, "/")

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules there are, ours first."""
        return (*all_rules(), *self.own)

    @property
    def local_rules(self) -> tuple[Rule, ...]:
        """Those that run though no service is asked."""
        return (*local_rules(), *self.own)

    def runs(self, rule: Rule) -> bool:
        """Whether ``rule`` runs; who names a rule that is off by default switches it on."""
        if rule.name in self.ignore:
            return False
        if self.select:
            return rule.name in self.select
        level = self.levels.get(rule.name)
        return not rule.off if level is None else level != OFF

    def level(self, rule: str, own: str) -> str:
        """The level of a finding of ``rule`` that gave it the level ``own``."""
        decided = self.levels.get(rule, ON)
        return own if decided in (OFF, ON) else decided

    def options(self, rule: Rule) -> Any:
        """The options that ``rule`` is run with."""
        return self.given[rule.name] if rule.name in self.given else rule.options()

    def named(self, rule: str) -> str:
        """A rule's name, if there is such a rule."""
        return rule_named(rule, self.own).name


DEFAULT = Config()


def config_of(
    select: Iterable[str], ignore: Iterable[str], levels: Iterable[str], base: Config = DEFAULT
) -> Config:
    """``base`` and what a command line states: rules' names, and ``RULE=LEVEL``."""
    return base._replace(
        levels={**base.levels, **dict(_level(word, base) for word in levels)},
        select=frozenset(map(base.named, select)),
        ignore=frozenset(map(base.named, ignore)),
    )


def _level(word: str, base: Config) -> tuple[str, str]:
    name, _, level = word.partition("=")
    if level.lower() not in LEVEL_WORDS:
        levels = "error, warning, note or off"
        hint = nearest(level, LEVEL_WORDS, f": a level is {levels}")
        raise UserError(f"--level {word}: write RULE=LEVEL with {levels}{hint if level else ''}")
    return base.named(name), LEVEL_WORDS[level.lower()]
