"""Schemas for editors, made from the very types that a configuration is read into.

Nothing is written here: whoever asks decides where to.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from listlint.config import LEVEL_WORDS
from listlint.config.keys import File, Keys, OwnRule, rule_keys
from listlint.rule import NoOptions, Rule

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def configuration_schema(rules: Iterable[Rule]) -> dict[str, Any]:
    """Of `.listlint.yml`; a list's own rules may stand beside ours, with a level alone."""
    schema = _schema(File)
    schema["$defs"]["level"] = {
        "description": "error, warning, note, off; on for a rule that is off by default",
        "enum": [*(word for word in LEVEL_WORDS if word not in ("true", "false")), True, False],
    }
    level = {"$ref": "#/$defs/level"}
    own = {"type": "object", "properties": {"level": level}, "additionalProperties": False}
    schema["$defs"]["File"]["properties"]["rules"] |= {
        "properties": {rule.name: _rule(rule, level, schema["$defs"]) for rule in rules},
        "additionalProperties": {"anyOf": [level, own]},
    }
    return schema


def own_rule_schema() -> dict[str, Any]:
    """Of `.listlint/rules/NAME.yml`."""
    return _schema(OwnRule)


def _schema(kind: type[Keys]) -> dict[str, Any]:
    made = msgspec.json.schema(kind)
    title = (kind.__doc__ or "").strip().split(",")[0].split(":")[0].strip("`")
    return {"$schema": DRAFT, "title": title, **made}


def _rule(rule: Rule, level: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """A rule's level, or a mapping with its options."""
    keys = _schema(rule_keys(rule))["$defs"]
    settings = keys.pop(rule.name)
    shared.update(keys)
    settings["properties"]["level"] = level
    settings.pop("title", None)
    if rule.options is not NoOptions:
        settings["description"] = " ".join((rule.options.__doc__ or "").split())
    return {"description": rule.page.summary, "anyOf": [level, settings]}
