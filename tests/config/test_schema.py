"""The schemas that editors use say what the reading says."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator as Validator

from listlint.config.loading import configuration
from listlint.config.own_rules import own_rule
from listlint.config.schema import configuration_schema, own_rule_schema
from listlint.errors import UserError
from listlint.knowledge.strict_yaml import parse
from listlint.rule import all_rules

CONFIGURATION: dict[str, Any] = configuration_schema(all_rules())
OWN_RULE = own_rule_schema()


@pytest.mark.parametrize("schema", [CONFIGURATION, OWN_RULE])
def test_they_are_schemas(schema: dict[str, Any]) -> None:
    Validator.check_schema(schema)


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "files: [README.md]",
        "rules: {shared-link: off, duplicate-paper: {level: error, cross-listing: allow}}",
        "ignore: [{rule: shared-link, entry: a, why: b}]",
        "venues: {add: [{id: a, name: A}], prefer: {neurips: NIPS}}",
        "fils: []",
        "files: README.md",
        "files: ['']",
        "rules: {duplicate-paper: {cross-listing: alow}}",
        "rules: {shared-link: eror}",
        "ignore: [{rule: shared-link}]",
        "venues: {prefer: {neurips: 1}}",
        "baseline: x",
    ],
)
def test_what_is_read_is_what_the_schema_allows(text: str) -> None:
    try:
        configuration(text, "x.yml")
        read = True
    except UserError:
        read = False
    assert Validator(CONFIGURATION).is_valid(parse(text)) == read


@pytest.mark.parametrize(
    "text",
    [
        "summary: a\nmatch: b\nmessage: c",
        "summary: a\nmatch: b\nmessage: c\nreplace: ''\nlevel: error\nexamples: [{good: a}]",
        "summary: a\nmatch: b",
        "summary: a\nmatch: b\nmessage: c\nlevel: off",
        "summary: a\nmatch: ''\nmessage: c",
    ],
)
def test_what_is_read_as_a_rule_is_what_the_schema_allows(text: str) -> None:
    try:
        own_rule(text, "a-b.yml")
        read = True
    except UserError:
        read = False
    assert Validator(OWN_RULE).is_valid(parse(text)) == read
