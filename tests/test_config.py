"""What a maintainer decides about rules, and mistakes in saying so."""

from __future__ import annotations

import pytest

from listlint.config import DEFAULT, Config, config_of
from listlint.errors import UserError
from made import word_rule

RULE = word_rule("x")
SLEEPING = RULE._replace(name="sleeping", off=True)


def test_nothing_decided_runs_what_is_on() -> None:
    assert DEFAULT.runs(RULE)
    assert not DEFAULT.runs(SLEEPING)


def test_who_names_a_rule_that_is_off_switches_it_on() -> None:
    assert Config(select=frozenset(["sleeping"])).runs(SLEEPING)
    assert Config({"sleeping": "note"}).runs(SLEEPING)


def test_select_leaves_out_the_rest_and_ignore_wins() -> None:
    chosen = frozenset(["a-rule"])
    assert not Config(select=frozenset(["other"])).runs(RULE)
    assert not Config(select=chosen, ignore=chosen).runs(RULE)


def test_off_is_a_level() -> None:
    assert not Config({"a-rule": "off"}).runs(RULE)


def test_a_level_that_was_decided_holds_for_every_finding_of_the_rule() -> None:
    assert Config({"a-rule": "note"}).level("a-rule", "error") == "note"
    assert DEFAULT.level("a-rule", "error") == "error"


def test_words_of_a_command_line() -> None:
    levels = ["duplicate-paper=Note", "shared-link=false"]
    config = config_of(["venue-spelling"], ["malformed-link"], levels)
    assert config.levels == {"duplicate-paper": "note", "shared-link": "off"}
    assert config.select == {"venue-spelling"}
    assert config.ignore == {"malformed-link"}


@pytest.mark.parametrize(
    ("level", "message"),
    [
        ("venue-speling=note", "there is no rule 'venue-speling': did you mean venue-spelling?"),
        ("xyz=note", "there is no rule 'xyz': `listlint rules` lists them"),
        (
            "venue-spelling=eror",
            "--level venue-spelling=eror: write RULE=LEVEL with error, warning, note or off"
            ": did you mean error?",
        ),
        (
            "venue-spelling",
            "--level venue-spelling: write RULE=LEVEL with error, warning, note or off",
        ),
    ],
)
def test_mistakes_name_the_remedy(level: str, message: str) -> None:
    with pytest.raises(UserError) as wrong:
        config_of([], [], [level])
    assert str(wrong.value) == message
