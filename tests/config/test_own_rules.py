"""A list's own rules: patterns in YAML, with examples, under a time limit."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from conftest import Command
from listlint import pattern
from listlint.config import Config
from listlint.config.keys import GroupWord
from listlint.config.own_rules import own_rule
from listlint.errors import UserError
from listlint.fix.examples import judge
from listlint.knowledge.compiling import TABLES, compiled
from listlint.knowledge.strict_yaml import parse
from listlint.lint.gather import lint
from listlint.rule import GROUPS, _from_table
from made import papers

RULES = Path(__file__).parent.parent.parent / "rules"

RULE = r"""
summary: The link to a paper is called Paper.
why: Readers look for one word.
match: '\[(?P<label>PDF|pdf)\]'
unless: 'Talk'
under: '^Sorting$'
message: Write `[Paper]` for `[{label}]`.
replace: '[Paper]'
level: note
examples:
  - bad: |
      ## Sorting

      - Sorting Lists by Smell [[PDF](https://arxiv.org/abs/2203.00001)]
    fixed: |
      ## Sorting

      - Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2203.00001)]
  - good: |
      ## Sorting

      - Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2203.00001)]
"""
LIST = """
# Papers

## Sorting

- Sorting Lists by Smell [[PDF](https://arxiv.org/abs/2203.00001)]
- Sorting Lists by Taste [[Paper](https://arxiv.org/abs/2203.00002)] [[Code](https://x.org/pdf)]

## Weighing

- Weighing Noisy Ladders [[pdf](https://arxiv.org/abs/2203.00003)]
"""
PATH = ".listlint/rules/pdf-label.yml"


def said(text: str, rule: str = RULE) -> list[tuple[int, str]]:
    own = own_rule(rule, PATH)
    report = lint(papers(text), Config(own=(own,)), rules=[own])
    return [(report.papers.source.line(each.start), each.message) for each in report.findings]


def test_a_pattern_speaks_of_entries_under_the_headings_that_are_meant() -> None:
    assert said(LIST) == [(6, "Write `[Paper]` for `[PDF]`.")]
    everywhere = RULE.replace("under: '^Sorting$'\n", "")
    assert [line for line, _ in said(LIST, everywhere)] == [6, 11]


def test_what_is_to_be_left_alone_is() -> None:
    rule = RULE.replace("unless: 'Talk'", "unless: '\\[PDF\\]\\(https://arxiv'")
    assert said(LIST, rule) == []


def test_a_match_of_nothing_is_none() -> None:
    assert said(LIST, "summary: x\nmatch: 'q*'\nmessage: says {0}\n") == []


def test_its_examples_are_tests() -> None:
    rule = own_rule(RULE, PATH)
    assert (rule.name, rule.level, rule.page.fixable) == ("pdf-label", "note", True)
    assert [judge(rule, each).word for each in rule.page.examples] == ["reported", "validated"]


@pytest.mark.parametrize("match", ["(a+)+$", "(a|aa)+$", "(.*a){20}$", "([a-zA-Z]+)*$"])
def test_a_pattern_that_explodes_ends_in_one_line(
    match: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pattern, "SECONDS", 0.05)
    rule = f"summary: x\nmessage: m\nmatch: '{match}'\n"
    with pytest.raises(UserError, match=rf"^{PATH}:3: match: takes longer than") as wrong:
        said(f"- Sorting Lists [[Paper](https://arxiv.org/abs/2203.00001)] {'a' * 5000}!\n", rule)
    assert "without a repetition inside a repetition" in str(wrong.value)


MISTAKES = {
    "a misspelt key": ("sumary: x\n", "1: sumary: there is no such key: did you mean summary?"),
    "what is missing": ("summary: x\nmatch: a\n", "1: `message` is missing: add it"),
    "no expression": (
        "summary: x\nmessage: m\nmatch: '(a'\n",
        "3: match: isn't a regular expression: missing ), unterminated subpattern at position 0",
    ),
    "what only another engine reads": (
        "summary: x\nmessage: m\nmatch: 'a(?R)?'\n",
        "3: match: isn't a regular expression: ",
    ),
    "too much repeated": (
        "summary: x\nmessage: m\nmatch: '(?:(?:a{1000}){1000}){1000}'\n",
        "3: match: repeats or nests more than can be sought",
    ),
    "too deeply nested": (
        f"summary: x\nmessage: m\nunder: '{'(' * 900}a{')' * 900}'\nmatch: a\n",
        "3: under: repeats or nests more than can be sought",
    ),
    "too long": (
        f"summary: x\nmessage: m\nmatch: {'a' * 2001}\n",
        "3: match: is longer than 2000 characters",
    ),
    "a group that isn't there": (
        "summary: x\nmessage: says {1}\nmatch: a\n",
        "2: message: {1}: the pattern in `match` has no such group: add it",
    ),
    "a level that isn't one": (
        "summary: x\nmessage: m\nmatch: a\nlevel: fatal\n",
        "4: level: should be error, warning or note, not 'fatal'",
    ),
    "an example of nothing": (
        "summary: x\nmessage: m\nmatch: a\nexamples:\n  - fixed: b\n",
        "5: examples: should hold `bad` (and perhaps `fixed`), or `good`",
    ),
    "nothing at all": ("", "1: has no value: write one, or leave the key out"),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_line_with_its_remedy(text: str, message: str) -> None:
    with pytest.raises(UserError) as wrong:
        own_rule(text, PATH)
    assert str(wrong.value).startswith(f"{PATH}:{message}")


@pytest.mark.parametrize("path", ["Odd Name.yml", "pdf-label.yaml", "venue-spelling.yml"])
def test_a_rule_is_called_as_its_file(path: str) -> None:
    with pytest.raises(UserError, match="name the file"):
        own_rule("summary: x\nmessage: m\nmatch: a\n", path)


class TestCommands:
    """Own rules wherever rules are named."""

    @pytest.fixture(autouse=True)
    def rules(self, folder: Path) -> None:
        (folder / ".listlint" / "rules").mkdir(parents=True)
        (folder / PATH).write_text(RULE)
        (folder / "README.md").write_text(LIST)

    def test_they_run_with_ours_and_can_be_decided_upon(
        self, listlint: Command, folder: Path
    ) -> None:
        assert "1 note" in listlint().out
        (folder / ".listlint.yml").write_text("rules: {pdf-label: error}")
        end = listlint()
        assert end.code == 1
        assert "README.md:6:27: error pdf-label: Write `[Paper]` for `[PDF]`." in end.out
        assert listlint("--ignore", "pdf-label").code == 0

    def test_they_are_listed_explained_and_tested(self, listlint: Command) -> None:
        assert "(this list's own)" in listlint("rules").out
        assert '"pdf-label"' in listlint("rules", "--format", "json").out
        assert listlint("explain", "pdf-label").out.startswith("pdf-label (formatting, note")
        for name in ("pdf-label", PATH):
            assert "1 reported, 1 validated" in listlint("test", name).out

    def test_an_exploding_one_ends_the_run_with_nothing_printed(
        self, listlint: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pattern, "SECONDS", 0.05)
        exploding = "summary: x\nmessage: m\nmatch: '(a|aa)+$'\n"
        (folder / ".listlint" / "rules" / "explodes.yml").write_text(exploding)
        (folder / "README.md").write_text(f"- [Sorting](https://x.org/a.pdf) {'a' * 5000}!\n")
        end = listlint("README.md")
        assert (end.code, end.out) == (2, "")
        assert end.err.startswith("listlint: .listlint/rules/explodes.yml:3: match: takes longer")
        assert end.err.count("\n") == 1


class TestOurs:
    """Patterns that ship with listlint stand in ``rules/`` and are written alike."""

    SAID = parse(RULE) | {"group": "links"}

    def test_they_are_compiled_with_the_tables(self) -> None:
        texts = {name: (RULES / "tables" / f"{name}.yml").read_text("utf-8") for name in TABLES}
        assert compiled(texts, {"pdf-label": RULE})["patterns"] == {"pdf-label": parse(RULE)}

    def test_they_run_like_any_other_rule(self) -> None:
        rule = _from_table("pdf-label", self.SAID)
        assert (rule.name, rule.group, rule.level) == ("pdf-label", "links", "note")
        assert [judge(rule, each).word for each in rule.page.examples] == ["reported", "validated"]

    def test_each_of_them_holds_what_a_list_s_own_must_hold(self) -> None:
        for path in RULES.glob("*.yml"):
            own_rule(path.read_text("utf-8"), f"x-{path.name}")

    def test_groups_are_those_of_rules(self) -> None:
        assert get_args(GroupWord) == GROUPS
