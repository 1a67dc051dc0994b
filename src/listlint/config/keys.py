"""The keys of a configuration and of a list's own rule: the one definition of what may stand there.

What is read, the schema for editors and the page of the documentation all come from these types.
msgspec is loaded with this module, so that a list without a configuration never pays for it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, cast, get_type_hints

from msgspec import Meta, Struct, defstruct

from listlint.rule import Rule

Text = Annotated[str, Meta(min_length=1)]
LevelWord = Literal["error", "warning", "note"]
GroupWord = Literal["formatting", "contents", "duplicates", "placement", "venues", "links", "truth"]


class Keys(Struct, rename="kebab", forbid_unknown_fields=True, frozen=True):
    """A mapping whose keys are all known."""


class AddedVenue(Keys, frozen=True):
    """A venue that the list knows and the tables of listlint don't."""

    id: Annotated[Text, Meta(description="A short name of your own for it, in lower case.")]
    name: Annotated[Text, Meta(description="The name as entries are to write it.")]


class Venues(Keys, frozen=True):
    """What the list says of venues beyond the tables of listlint."""

    add: Annotated[list[AddedVenue], Meta(description="Venues that are to be known.")] = []
    prefer: Annotated[
        dict[str, Text],
        Meta(description="The name to write, by venue id (`venue_id` of `listlint export`)."),
    ] = {}


class IgnoredEntry(Keys, frozen=True):
    """One rule silenced for one entry."""

    rule: Annotated[Text, Meta(description="The rule's name.")]
    entry: Annotated[
        Text, Meta(description="The entry's paper id, as in `arxiv:2306.00001`, or its title.")
    ]
    why: Annotated[str, Meta(description="For whoever wonders later.")] = ""


class StyleKeys(Keys, frozen=True):
    """The list's house style, in place of what its entries would vote for."""

    entry: Annotated[
        str | list[Text],
        Meta(
            description="A template, or one for each shape that entries have, as "
            "`listlint style --write` writes it: `- {title}, {venue} {year} [[Paper]({paper})]`."
        ),
    ] = []
    order: Annotated[
        Literal["newest-first", "newest-last", "alphabet"] | None,
        Meta(description="The order of the entries in each section."),
    ] = None


Seconds = Annotated[float, Meta(ge=0, le=600)]


class LinkKeys(Keys, frozen=True):
    """How links are followed, where services are asked."""

    ignore: Annotated[
        list[Text],
        Meta(
            description="Addresses that are never asked, as patterns: `https://intranet.example/*`."
        ),
    ] = []
    timeout: Annotated[
        Annotated[float, Meta(gt=0, le=600)] | None,
        Meta(description="Seconds that a host may stay silent. Default: 20."),
    ] = None
    interval: Annotated[
        dict[str, Seconds],
        Meta(
            description="Seconds between two requests, by host; `*` is any host that isn't named "
            "here and has no pace of its own."
        ),
    ] = {}


class File(Keys, frozen=True):
    """`.listlint.yml`, or `.github/listlint.yml`: every key is optional."""

    files: Annotated[
        list[Text],
        Meta(
            description="The lists that a run without names is about, as patterns from the folder "
            "of the configuration. Default: README.md or README.rst in any case."
        ),
    ] = []
    rules: Annotated[
        dict[str, Any],
        Meta(
            description="By a rule's name its level (error, warning, note, off, or on for one that "
            "is off by default), or a mapping with `level` and the rule's own options."
        ),
    ] = {}
    ignore: Annotated[
        list[IgnoredEntry], Meta(description="Findings that are known and shall stay.")
    ] = []
    baseline: Annotated[
        str,
        Meta(
            description="A file of findings that are known, from the folder of the configuration; "
            "`listlint --write-baseline FILE` writes it."
        ),
    ] = ""
    venues: Annotated[Venues, Meta(description="Names of venues.")] = Venues()
    style: Annotated[StyleKeys, Meta(description="The house style, pinned.")] = StyleKeys()
    links: Annotated[LinkKeys, Meta(description="How links are followed.")] = LinkKeys()
    translations: Annotated[
        dict[str, Text],
        Meta(
            description="Which list translates which: `{README.zh-CN.md: README.md}`. Else it "
            "is told by the name and by the papers that both hold."
        ),
    ] = {}
    generated: Annotated[
        dict[str, Text],
        Meta(
            description="Lists that a program writes, and from what: "
            "`{README.md: data/papers.yml}`. They are checked, and mended in their source."
        ),
    ] = {}
    across_files: Annotated[
        bool,
        Meta(
            description="Whether the files of a run without names are one list: habits are learnt "
            "from all of them, and a paper in two of them is said in the later one. Contents and "
            "headings stay each file's own."
        ),
    ] = False


class Shown(Keys, frozen=True):
    """An example of a list's own rule: a small list."""

    bad: Annotated[str, Meta(description="A list in which the rule must find something.")] = ""
    fixed: Annotated[str, Meta(description="What its fix must make of the bad list.")] = ""
    good: Annotated[str, Meta(description="A list in which it must find nothing.")] = ""


class OwnRule(Keys, frozen=True):
    """`.listlint/rules/NAME.yml`: a rule that is a pattern."""

    summary: Annotated[Text, Meta(description="One sentence: what is wrong.")]
    match: Annotated[
        Annotated[str, Meta(min_length=1, max_length=2000)],
        Meta(description="A regular expression, sought in the text of each entry."),
    ]
    message: Annotated[
        Text,
        Meta(description="What is said. {0} is what was found, {1} or {name} a group of it."),
    ]
    why: Annotated[str, Meta(description="Why it matters.")] = ""
    unless: Annotated[
        Annotated[str, Meta(max_length=2000)],
        Meta(description="What touches a match of this expression is left alone."),
    ] = ""
    under: Annotated[
        Annotated[str, Meta(max_length=2000)],
        Meta(description="Only entries below a heading that this expression matches."),
    ] = ""
    replace: Annotated[
        str | None, Meta(description="What to write instead, as a suggestion; as in message.")
    ] = None
    level: Annotated[LevelWord, Meta(description="How grave it is.")] = "warning"
    group: Annotated[GroupWord, Meta(description="Where it is listed.")] = "formatting"
    examples: Annotated[
        list[Shown], Meta(description="Lists for `listlint test`: bad with fixed, or good.")
    ] = []


def rule_keys(rule: Rule) -> type[Keys]:
    """What may stand in the mapping of a rule: its level, and its options."""
    options: Any = rule.options
    defaults = options._field_defaults
    hints = get_type_hints(options, include_extras=True)
    fields = [(name, hints[name], defaults[name]) for name in options._fields]
    keys = [("level", LevelWord | bool, True), *fields]
    return cast(type[Keys], defstruct(rule.name, keys, bases=(Keys,)))
