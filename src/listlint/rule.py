"""What a rule is, and which rules there are; it runs none of them.

A rule is a module in ``checks/``, found by walking that folder: its file's name is the rule's name,
its docstring is the rule's page. Or it is a pattern: a file of YAML in ``rules/``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, NoReturn

from listlint.errors import UserError, nearest
from listlint.facts import Answers, Question
from listlint.finding import LEVELS, SUGGESTED, WARNING, Edit, EntryRef, Finding, Fix, Related
from listlint.knowledge.rulebook import tables
from listlint.paperlist import Entry, PaperList
from listlint.values import NamedTuple

if TYPE_CHECKING:  # a check prints no page, and has no time to load what reads one
    from listlint.page import Page
    from listlint.pattern import Pattern

LONGEST_NAME = 1000  # of what a finding is about
CHECKS = "listlint.checks"
GROUPS = ("formatting", "contents", "duplicates", "placement", "venues", "links", "truth")


class NoOptions(NamedTuple):
    """The options of a rule that has none."""


class Rule(NamedTuple):
    """One rule, wherever it came from."""

    name: str
    group: str
    level: str  # the highest that it uses by default
    check: Callable[[PaperList, Answers, Any], Iterable[Finding]]
    page_text: Callable[[], str]
    options: Callable[[], Any] = NoOptions  # called without arguments it gives the defaults
    asks: Callable[[PaperList, Any], Iterable[Question]] | None = None
    off: bool = False
    online: bool = False

    @property
    def page(self) -> Page:
        from listlint.page import read_page

        return read_page(self.page_text())


def found(
    where: tuple[int, int],
    message: str,
    *,
    level: str | None = None,
    entry: Entry | None = None,
    key: str | None = None,
    alike: str | None = None,
    related: Iterable[Related] = (),
    fix: Fix | None = None,
) -> Finding:
    """A finding as a check makes it; the linting fills in the rule, its level and the ordinal."""
    ref = EntryRef(_short(entry.title), entry.span.start, entry.span.end) if entry else None
    if key is None:
        key = entry.key if entry else ""
    if len(key) > LONGEST_NAME:
        from hashlib import sha256

        key = f"{_short(key)}{sha256(key.encode(errors='replace')).hexdigest()[:12]}"
    return Finding(
        rule="",
        level=level or "",
        start=where[0],
        end=where[1],
        message=message,
        key=key,
        alike=message if alike is None else alike,
        entry=ref,
        related=tuple(related),
        fix=fix,
    )


def _short(name: str) -> str:
    """A name that thousands of findings may repeat: a whole list may stand in one title."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by group and name."""
    apart = (_loaded(name) for name in tables()["online"])
    return _in_order([*local_rules(), *apart])


@cache
def local_rules() -> tuple[Rule, ...]:
    """Those that say something though no service is asked: the others aren't even loaded."""
    names = set(_names(import_module(CHECKS))).difference(tables()["online"])
    patterns = (_from_table(name, said) for name, said in tables()["patterns"].items())
    return _in_order([*map(_loaded, names), *patterns])


def _loaded(name: str) -> Rule:
    return _from_module(import_module(f"{CHECKS}.{name}"))


def _in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(sorted(rules, key=lambda rule: (GROUPS.index(rule.group), rule.name)))


def rule_named(name: str, own: Iterable[Rule] = ()) -> Rule:
    """The rule called ``name``, the list's ``own`` ones among them; an unknown one raises a
    ``UserError`` that names the nearest."""
    rules = {rule.name: rule for rule in (*all_rules(), *own)}
    return rules.get(name) or unknown(name, rules)


def unknown(name: str, known: Iterable[str]) -> NoReturn:
    """What to tell somebody who named a rule that there isn't."""
    hint = nearest(name, known, ": `listlint rules` lists them")
    raise UserError(f"there is no rule {name!r}{hint}")


def _names(package: ModuleType) -> Iterator[str]:
    """Modules of a package, in no order; those with a leading underscore are left out."""
    for folder in package.__path__:
        for file in os.listdir(folder):
            if file.endswith(".py") and not file.startswith("_"):
                yield file[:-3]


def _from_module(module: ModuleType) -> Rule:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    if module.GROUP not in GROUPS or module.LEVEL not in LEVELS:
        raise ValueError(f"{name}: GROUP or LEVEL is none that listlint knows")
    return Rule(
        name=name,
        group=module.GROUP,
        level=module.LEVEL,
        check=module.check,
        page_text=lambda: module.__doc__ or "",
        options=getattr(module, "Options", NoOptions),
        asks=getattr(module, "asks", None),
        off=getattr(module, "OFF", False),
        online=getattr(module, "ONLINE", False),
    )


def _from_table(name: str, said: Mapping[str, Any]) -> Rule:
    """One of our own patterns."""
    from listlint.pattern import ours, pattern_of

    return pattern_rule(name, said, pattern_of(said, ours))


def pattern_rule(name: str, said: Mapping[str, Any], pattern: Pattern) -> Rule:
    """The rule that a file of YAML describes."""
    from listlint.page import pattern_page
    from listlint.pattern import hits

    def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
        for hit in hits(pattern, papers):
            fix = None
            if hit.text is not None:
                edits = (Edit(hit.start, hit.end, hit.text),)
                fix = Fix(f"write {hit.text}", SUGGESTED, edits, ("entries", "titles", "addresses"))
            yield found((hit.start, hit.end), hit.message, entry=hit.entry, fix=fix)

    group, level = said.get("group", GROUPS[0]), said.get("level", WARNING)
    return Rule(name, group, level, check, lambda: pattern_page(said))
