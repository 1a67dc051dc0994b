"""A configuration's file becomes a ``Config``; every key of it is checked.

The text comes from the caller or from the disk; nothing is linted here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from listlint.config import LEVEL_WORDS, ON, Config, Ignored, Links
from listlint.config.keys import File, IgnoredEntry, StyleKeys, Venues, rule_keys
from listlint.config.mistakes import Written, one_of, text_of, written
from listlint.config.places import Found, root_of
from listlint.errors import nearest
from listlint.knowledge import venues
from listlint.knowledge.vocabulary import Vocabulary
from listlint.paperlist import Pinned
from listlint.rule import Rule, all_rules

SHORT_LEVELS = [word for word in LEVEL_WORDS if word not in ("true", "false")]


def load(found: Found) -> Config:
    """What holds for the lists of a folder: its configuration, and the list's own rules."""
    own: tuple[Rule, ...] = ()
    if found.rules:
        from listlint.config.own_rules import rules_in

        own = rules_in(found.rules)
    if not found.file:
        return Config(own=own)
    return configuration(text_of(found.file), found.file, own)


def configuration(text: str, name: str, own: tuple[Rule, ...] = ()) -> Config:
    """What a text of YAML decides; a mistake in it is one line that names ``name``."""
    file = written(text, name)
    value = file.tree.value
    if value is None:
        return Config(own=own, root=root_of(name))
    said = file.into(File, value)
    rules = {rule.name: rule for rule in (*all_rules(), *own)}
    levels, given = _rules(file, said.rules, rules)
    return Config(
        levels=levels,
        given=given,
        ignored=tuple(_ignored(file, said.ignore, rules)),
        vocabulary=_vocabulary(file, said.venues),
        own=own,
        files=tuple(_inside(file, ("files", at), each) for at, each in enumerate(said.files)),
        across=said.across_files,
        root=root_of(name),
        baseline=_baseline(file, said.baseline, root_of(name)),
        pinned=_pinned(file, said.style),
        links=Links(tuple(said.links.ignore), said.links.timeout, dict(said.links.interval)),
        translations=_files(file, "translations", said.translations),
        generated=_files(file, "generated", said.generated),
    )


def _files(file: Written, key: str, said: Mapping[str, str]) -> dict[str, str]:
    """Files by files, all of them inside the folder."""
    return {
        _plain(_inside(file, (key, one), one)): _inside(file, (key, one), other)
        for one, other in said.items()
    }


def _plain(name: str) -> str:
    return name.replace("\\", "/").removeprefix("./")


def _rules(
    file: Written, settings: Mapping[str, Any], rules: Mapping[str, Rule]
) -> tuple[dict[str, str], dict[str, Any]]:
    """Levels, and options of those rules that are given some."""
    levels: dict[str, str] = {}
    given: dict[str, Any] = {}
    for name, setting in settings.items():
        place = ("rules", name)
        if name not in rules:
            _no_rule(file, place, name, rules)
        if isinstance(setting, dict):
            options = dict(setting)
            levels[name] = _level(file, (*place, "level"), options.pop("level", ON))
            given[name] = _options(file, place, rules[name], options)
        elif setting is None or isinstance(setting, list):
            file.refuse(place, "needs a level, or options: write `off`, `note`, … or {level: …}")
        else:
            levels[name] = _level(file, place, setting)
    return levels, given


def _level(file: Written, place: tuple[str, ...], word: object) -> str:
    """A level as it may be written; `off` is YAML's false."""
    level = LEVEL_WORDS.get(str(word).lower())
    return level or file.refuse(place, one_of(word, SHORT_LEVELS))


def _options(file: Written, place: tuple[str, ...], rule: Rule, given: dict[str, Any]) -> Any:
    kind = rule_keys(rule)
    said = file.into(kind, given, place)
    return rule.options(**{name: getattr(said, name) for name in kind.__struct_fields__[1:]})


def _ignored(
    file: Written, said: Iterable[IgnoredEntry], rules: Mapping[str, Rule]
) -> Iterator[Ignored]:
    for at, each in enumerate(said):
        if each.rule not in rules:
            _no_rule(file, ("ignore", at, "rule"), each.rule, rules)
        yield Ignored(each.rule, each.entry, each.why)


def _no_rule(
    file: Written, place: tuple[str | int, ...], name: str, rules: Mapping[str, Rule]
) -> None:
    hint = nearest(name, rules, ": `listlint rules` lists them")
    file.refuse(place, f"there is no rule {name!r}{hint}")


def _vocabulary(file: Written, said: Venues) -> Vocabulary:
    added = {each.id: each.name for each in said.add}
    for id in said.prefer:
        if id not in added and venues.name_of(id) is None:
            hint = nearest(id, [*added, *venues.ids()], ": add it under `venues: add:` first")
            file.refuse(("venues", "prefer", id), f"there is no venue with this id{hint}")
    extra = {venues.fold(name): (id, name) for id, name in added.items()}
    return Vocabulary(extra, said.prefer)


def _pinned(file: Written, said: StyleKeys) -> Pinned | None:
    """A pinned style, its templates read once for their mistakes."""
    texts = (said.entry,) if isinstance(said.entry, str) else tuple(said.entry)
    if not texts and said.order is None:
        return None
    if texts:
        from listlint.style.template import TemplateError, parse

        for text in texts:
            try:
                parse(text)
            except TemplateError as fault:
                file.refuse(("style", "entry"), str(fault))
    return Pinned(texts, said.order, file.name)


def _baseline(file: Written, name: str, root: str) -> str:
    return os.path.join(root, _inside(file, ("baseline",), name)) if name else ""


def _inside(file: Written, place: tuple[str | int, ...], name: str) -> str:
    """A name, or a pattern of names, that stays inside the folder of the configuration."""
    steps = name.replace("\\", "/").split("/")
    if name[0] in "/\\" or ".." in steps or ":" in steps[0]:
        file.refuse(place, f"{name!r} leads out of the list's folder: name its own")
    return name
