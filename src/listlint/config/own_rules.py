"""A list's own rules: `.listlint/rules/NAME.yml`, each a pattern with a time limit.

They run on the engine of the library `regex`, whose expressions are Python's and which can be told
to stop; so that no pattern, however it explodes, holds up a run.
"""

from __future__ import annotations

import os
import re
from typing import Any
from warnings import catch_warnings, simplefilter

import msgspec

from listlint.config.keys import OwnRule
from listlint.config.mistakes import Written, text_of, written
from listlint.errors import UserError
from listlint.pattern import Find, Stopwatch, pattern_of
from listlint.rule import Rule, all_rules, pattern_rule

MOST_RULES = 100
HEAVIEST = 10_000
ATOM = r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(\d+,?\d*|,\d+)\}|."


def rules_in(folder: str) -> tuple[Rule, ...]:
    """The rules that a list brings with it, by name."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith((".yml", ".yaml")))
    except OSError as fault:
        raise UserError(f"{folder}: can't be looked into: {fault.strerror}") from None
    if len(names) > MOST_RULES:
        raise UserError(f"{folder}: holds more than {MOST_RULES} rules: leave some out")
    return tuple(rule_in(os.path.join(folder, name)) for name in names)


def rule_in(path: str) -> Rule:
    """The rule that the file at ``path`` describes."""
    return own_rule(text_of(path), path)


def own_rule(text: str, path: str) -> Rule:
    """The rule that ``text`` describes; a mistake in it is one line that names ``path``."""
    file = written(text, path)
    said = file.into(OwnRule, file.tree.value)
    watch = Stopwatch(f"{path}:{file.tree.line(('match',))}: match")

    def finder(key: str, expression: str) -> Find:
        return watch.finder(_compiled(file, key, expression))

    described: dict[str, Any] = msgspec.to_builtins(said)
    pattern = pattern_of(described, finder)._replace(begin=watch.start)
    groups = _compiled(file, "match", said.match)
    for key in ("message", "replace"):
        _check_template(file, key, described[key] or "", groups)
    for at, shown in enumerate(said.examples):
        if bool(shown.bad) == bool(shown.good) or (shown.fixed and shown.good):
            file.refuse(("examples", at), "should hold `bad` (and perhaps `fixed`), or `good`")
    return pattern_rule(_name(path), described, pattern)


def _name(path: str) -> str:
    """A rule is called as its file."""
    name, ending = os.path.splitext(os.path.basename(path))
    if ending != ".yml" or not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", name):
        raise UserError(f"{path}: name the file as the rule: lower-case-words.yml")
    if any(rule.name == name for rule in all_rules()):
        raise UserError(f"{path}: listlint has a rule {name} of its own: name the file otherwise")
    return name


def _compiled(file: Written, key: str, expression: str) -> Any:
    """On the engine that can be stopped; in it goes what Python's own understands too, no more."""
    import regex

    try:
        with catch_warnings():
            simplefilter("ignore")  # of what later versions of Python might read otherwise
            re.compile(expression)
            if _weight(expression) <= HEAVIEST:
                return regex.compile(expression)
    except (re.error, regex.error) as error:
        file.refuse((key,), f"isn't a regular expression: {error}: mend it there")
    except (RecursionError, OverflowError, MemoryError):
        pass
    file.refuse((key,), "repeats or nests more than can be sought: use smaller numbers in {}")


def _weight(expression: str) -> int:
    """How long the expression is with every counted repetition written out."""
    totals, last = [0], 0
    for each in re.finditer(ATOM, expression, re.DOTALL):
        if each[0] == "(":
            totals.append(0)
            continue
        if each[0] == ")" and len(totals) > 1:
            last = totals.pop()
        elif each[1]:
            counts = [int(count) for count in each[1].split(",") if count]
            last *= max(*counts, 1, 1) - 1
        else:
            last = 1
        totals[-1] += last
    return sum(totals)


def _check_template(file: Written, key: str, template: str, compiled: Any) -> None:
    """Every {name} is a group of the expression."""
    for name in re.findall(r"\{(\w+)\}", template):
        known = int(name) <= compiled.groups if name.isdecimal() else name in compiled.groupindex
        if not known:
            file.refuse((key,), f"{{{name}}}: the pattern in `match` has no such group: add it")
