"""Mistakes in a configuration: one line with file, line, key and remedy; nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Command
from listlint.config.loading import configuration
from listlint.errors import UserError
from made import entries

NAME = ".listlint.yml"

MISTAKES = {
    "a misspelt key": (
        "files: [README.md]\nrulse: {}\n",
        "2: rulse: there is no such key: did you mean rules?",
    ),
    "a key that nothing resembles": (
        "xyz: 1\n",
        "1: xyz: there is no such key: there is files, rules, ignore, baseline, venues",
    ),
    "a misspelt key further in": (
        "venues:\n  add:\n    - {id: mywshop, nmae: MyWorkshop}\n",
        "3: venues.add.nmae: there is no such key: did you mean name?",
    ),
    "a key that is missing": (
        "ignore:\n  - rule: shared-link\n",
        "2: ignore: `entry` is missing: add it",
    ),
    "a text for a list": (
        "\nfiles: README.md\n",
        "2: files: should be a list, not text: write [README.md]",
    ),
    "a number for a text": (
        "ignore: [{rule: shared-link, entry: 12}]\n",
        "1: ignore.entry: should be text, not a whole number: set it in quotes",
    ),
    "a list for a mapping": (
        "venues: []\n",
        "1: venues: should be keys with values, not a list",
    ),
    "a list for everything": ("- a\n", "1: should be keys with values, not a list"),
    "nothing where something is due": (
        "files:\nrules: {}\n",
        "1: files: has no value: write one, or leave the key out",
    ),
    "an empty text": ("files: ['']\n", "1: files: is empty: write something, or leave the key out"),
    "a wrong type among free keys": (
        "venues:\n  prefer:\n    www: TheWebConf\n    acl: 3\n",
        "4: venues.prefer.acl: should be text, not a whole number: set it in quotes",
    ),
    "an unknown rule": (
        "rules:\n  shared-link: note\n  venue-speling: off\n",
        "3: rules.venue-speling: there is no rule 'venue-speling': did you mean venue-spelling?",
    ),
    "an unknown rule to ignore": (
        "ignore: [{rule: xyz, entry: a}]\n",
        "1: ignore.rule: there is no rule 'xyz': `listlint rules` lists them",
    ),
    "an unknown level": (
        "rules: {shared-link: eror}\n",
        "1: rules.shared-link: should be error, warning, note, off or on, not 'eror'"
        ": did you mean error?",
    ),
    "an unknown level among options": (
        "rules: {shared-link: {level: 7}}\n",
        "1: rules.shared-link.level: should be error, warning, note, off or on, not 7",
    ),
    "an unknown option": (
        "rules: {duplicate-paper: {cros-listing: allow}}\n",
        "1: rules.duplicate-paper.cros-listing: there is no such key: did you mean cross-l",
    ),
    "an option's unknown word": (
        "rules: {duplicate-paper: {cross-listing: alow}}\n",
        "1: rules.duplicate-paper.cross-listing: should be habit, allow",
    ),
    "neither level nor options": (
        "rules: {shared-link: }\n",
        "1: rules.shared-link: needs a level, or options: write `off`, `note`, … or {level: …}",
    ),
    "a venue that nobody knows": (
        "venues: {prefer: {neurip: NIPS}}\n",
        "1: venues.prefer.neurip: there is no venue with this id: did you mean neurips?",
    ),
    "a way out of the folder": (
        "files: [a.md, ../b.md]\n",
        "1: files: '../b.md' leads out of the list's folder: name its own",
    ),
    "a baseline out of the folder": (
        "baseline: /known.json\n",
        "1: baseline: '/known.json' leads out of the list's folder: name its own",
    ),
    "one list in several files, or not": (
        "across-files: perhaps\n",
        "1: across-files: ",
    ),
    "a field that no template has": (
        'style: {entry: "- {titel} [[Paper]({paper})]"}\n',
        "1: style.entry: {titel} is no field: did you mean {title}?",
    ),
    "a template without a field": (
        "style:\n  entry: a title\n",
        "2: style.entry: names no field: write {title}, and what stands around it",
    ),
    "an order that there isn't": ("style: {order: newest}\n", "1: style.order: should be "),
    "broken YAML": ("files: [a\nrules: {}\n", "2: isn't YAML: "),
    "a tab": ("rules:\n\tshared-link: off\n", "2: isn't YAML: "),
    "two documents": ("rules: {}\n---\nrules: {}\n", "2: isn't YAML: "),
    "a key written twice": ("rules: {}\nfiles: []\nrules: {}\n", "3: the key 'rules' stands twice"),
    "an alias": ("files: &a [x]\nignore: *a\n", "2: an alias (*a) isn't allowed: write it out"),
    "a tag of Python's": (
        "files: !!python/object/apply:os.getcwd []\n",
        "1: a tag (tag:yaml.org,2002:python/object/apply:os.getcwd) isn't allowed: leave it out",
    ),
    "3,000 nested lists": ("[" * 3000 + "]" * 3000, "1: nested deeper than 30 levels"),
    "a control character": ("files: [\x01]\n", "1: holds a character that YAML doesn't allow"),
    "a list as a key": ("? [a]\n: b\n", "1: a key must be a word"),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_line_with_its_remedy(text: str, message: str) -> None:
    with pytest.raises(UserError) as wrong:
        configuration(text, NAME)
    said = str(wrong.value)
    assert said.startswith(f"{NAME}:{message}")
    assert "\n" not in said


def test_an_alias_bomb_is_refused_at_its_first_alias() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    with pytest.raises(UserError, match=rf"^{NAME}:2: an alias"):
        configuration(bomb, NAME)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"# " + b"x" * 65536, ".listlint.yml: is larger than 64 KiB"),
        (b"a: b\nc: \xff\n", ".listlint.yml:2: isn't UTF-8 here"),
        (b"\xff\xfea\0", ".listlint.yml:1: isn't UTF-8 here"),
        (b"rules: {shared-link: eror}", ".listlint.yml:1: rules.shared-link: should be "),
    ],
)
def test_nothing_is_linted_or_written(
    listlint: Command, folder: Path, data: bytes, message: str
) -> None:
    (folder / "README.md").write_text(entries(3))
    (folder / NAME).write_bytes(data)
    end = listlint("--output", "out.txt", "README.md")
    assert (end.code, end.out) == (2, "")
    assert end.err.startswith(f"listlint: {message}")
    assert end.err.count("\n") == 1
    assert not (folder / "out.txt").exists()
