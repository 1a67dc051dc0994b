"""What a maintainer decided: which rules run, at which level, with which options.

The values of a run stand here; what is read from a file joins them. It lints nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from listlint.errors import UserError, nearest
from listlint.finding import ERROR, NOTE, WARNING
from listlint.rule import Rule, rule_named

OFF = "off"
LEVEL_WORDS = {ERROR: ERROR, WARNING: WARNING, NOTE: NOTE, OFF: OFF, "false": OFF}


class Config(NamedTuple):
    """The decisions of one run; nothing decided means each rule's own default."""

    levels: Mapping[str, str] = MappingProxyType({})  # of rules: error, warning, note, off
    select: frozenset[str] = frozenset()  # if any, only these rules run
    ignore: frozenset[str] = frozenset()

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
        decided = self.levels.get(rule, OFF)
        return own if decided == OFF else decided

    def options(self, rule: Rule) -> Any:
        """The options that ``rule`` is run with."""
        return rule.options()


DEFAULT = Config()


def config_of(select: Iterable[str], ignore: Iterable[str], levels: Iterable[str]) -> Config:
    """The decisions that a command line states: rules' names, and ``RULE=LEVEL``."""
    return Config(
        dict(_level(word) for word in levels),
        frozenset(rule_named(name).name for name in select),
        frozenset(rule_named(name).name for name in ignore),
    )


def _level(word: str) -> tuple[str, str]:
    name, _, level = word.partition("=")
    if level.lower() not in LEVEL_WORDS:
        levels = "error, warning, note or off"
        hint = nearest(level, LEVEL_WORDS, f": a level is {levels}")
        raise UserError(f"--level {word}: write RULE=LEVEL with {levels}{hint if level else ''}")
    return rule_named(name).name, LEVEL_WORDS[level.lower()]
