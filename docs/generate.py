"""Writes what can be derived: a page a rule, the catalogue, a configuration's keys, the schemas.

`make docs` runs it; a test holds what it wrote fresh. Pages that people write keep their text:
only what stands between two marks in them is replaced.
"""

from __future__ import annotations

import json
import re
from argparse import SUPPRESS, Action, ArgumentParser
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from listlint.cli import command_names
from listlint.commands._recipes import SHOWN, hook
from listlint.config.schema import configuration_schema, own_rule_schema
from listlint.page import BAD, FIXED, GOOD
from listlint.rule import GROUPS, NoOptions, Rule, all_rules

MIXED = [f"docs/{name}.md" for name in ("configuration", "own-rules", "action", "first-steps")]
ROOT = Path(__file__).parent.parent
MADE = "<!-- Made by `make docs` from {}: change it there. -->\n"
MARKS = "<!-- made by `make docs`: {} -->", "<!-- end -->"
CAPTIONS = {
    f"md {BAD}": "A finding:",
    f"md {FIXED}": "Mended:",
    f"md {GOOD}": "Nothing to say:",
    "yaml answers": "Where services answer this:",
}


def made() -> dict[str, str]:
    """Every derived file by its path in the repository."""
    rules = all_rules()
    configuration, own = configuration_schema(rules), own_rule_schema()
    keys = {"keys": _keys(configuration, "File"), "keys of a rule": _keys(own, "OwnRule")}
    files = {f"docs/rules/{rule.name}.md": _page(rule) for rule in rules}
    files["docs/rules/README.md"] = _catalogue(rules)
    files["docs/commands.md"] = _commands()
    files["schema/listlint.schema.json"] = _json(configuration)
    files["schema/rule.schema.json"] = _json(own)
    recipes = {f"recipe {name}": f"```yaml\n{text}```\n" for name, text in SHOWN.items()}
    recipes["hook"] = f"```yaml\nrepos:\n{hook()}```\n"
    for page in MIXED:
        text = (ROOT / page).read_text("utf-8")
        files[page] = _filled(text, {**keys, **recipes})
    return files


def _page(rule: Rule) -> str:
    page = rule.page
    body = re.sub(r"^(What|Why|What the fix changes):", r"**\1**:", page.body, flags=re.MULTILINE)
    lines = [
        MADE.format("the rule's own file"),
        f"# `{rule.name}`\n",
        f"{page.summary}\n",
        f"*{_facts(rule)}*\n",
        *_captioned(body),
        *_options(rule),
        "\n[All rules](README.md) · [levels and options](../configuration.md)"
        " · [silencing](../silencing.md)",
    ]
    return "\n".join(lines) + "\n"


def _facts(rule: Rule) -> str:
    facts = [f"Group: {rule.group}", f"level: {rule.level}"]
    facts += ["off by default"] if rule.off else []
    facts += ["asks services"] if rule.online else []
    facts += ["offers fixes"] if rule.page.fixable else []
    return " · ".join(facts)


def _captioned(body: str) -> Iterator[str]:
    """Fences lose the word that only a program reads, and get one for people."""
    for line in body.split("\n"):
        words = line.lstrip("`")
        ticks = line[: len(line) - len(words)]
        if len(ticks) >= 3 and words in CAPTIONS:
            yield f"{CAPTIONS[words]}\n"
            line = ticks + words.split()[0]
        yield line


def _options(rule: Rule) -> Iterator[str]:
    if rule.options is not NoOptions:
        schema = configuration_schema([rule])["$defs"]["File"]["properties"]["rules"]
        settings = schema["properties"][rule.name]["anyOf"][1]
        said = settings.get("description", "").replace("``", "`")
        yield f"\n## Options\n\n{said}\n\n| key | value | default |\n|---|---|---|"
        for key, value in settings["properties"].items():
            if key != "level":
                yield f"| `{key}` | {_kind(value)} | {_code(value.get('default'))} |"


def _catalogue(rules: tuple[Rule, ...]) -> str:
    lines = [MADE.format("the rules"), "# Rules\n"]
    lines += ["An *error* is a fact, a *warning* breaks the list's own habit or is nearly sure, a"]
    lines += ["*note* is a suggestion; of a rule with several levels the highest stands here."]
    for group in GROUPS:
        of_group = [rule for rule in rules if rule.group == group]
        if of_group:
            lines += [f"\n## {group.capitalize()}\n", "| rule | level | says | fixes |"]
            lines += ["|---|---|---|---|"]
            lines += [_row(rule) for rule in of_group]
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    page = rule.page
    level = rule.level + (", off" if rule.off else "") + (", online" if rule.online else "")
    summary = page.summary.replace("|", "\\|")
    return f"| [`{rule.name}`]({rule.name}.md) | {level} | {summary} | {'yes' * page.fixable} |"


def _commands() -> str:
    """Every command with all that may stand behind it, in the words of its own help."""
    lines = [MADE.format("the commands"), "# Commands\n"]
    lines += ["`listlint FILE` works like `listlint check FILE`; `listlint COMMAND --help` prints"]
    lines += ["what stands here. `--version` and `--completion SHELL` stand alone."]
    for name in command_names():
        module = import_module(f"listlint.commands.{name}")
        parser = ArgumentParser(add_help=False)
        module.arguments(parser)
        lines += [
            f"\n## `listlint {name}`\n",
            f"{module.SUMMARY[0].upper()}{module.SUMMARY[1:]}.\n",
        ]
        lines += ["| word | what it does |", "|---|---|"]
        lines += [_option(each) for each in parser._actions if each.help is not SUPPRESS]
    return "\n".join(lines) + "\n"


def _option(action: Action) -> str:
    value = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
    if action.choices and not action.metavar:
        value = "\\|".join(map(str, action.choices))
    words = [f"{word} {value}".strip() for word in action.option_strings] or [value]
    said = (action.help or "").replace("%%", "%").replace("|", "\\|")
    spelt = " or ".join(f"`{word}`" for word in words).replace("\\|", "|").replace("|", "\\|")
    return f"| {spelt} | {said} |"


def _keys(schema: dict[str, Any], name: str, above: str = "") -> str:
    """A table of the keys of a mapping, those further in below their own."""
    head = "| key | value | default | what it says |\n|---|---|---|---|\n" if not above else ""
    return head + "".join(_key_rows(schema["$defs"], name, above))


def _key_rows(defs: dict[str, Any], name: str, above: str) -> Iterator[str]:
    kind = defs[name]
    for key, value in kind["properties"].items():
        due = "**needed**" if key in kind["required"] else _code(value.get("default"))
        inner = (value.get("$ref") or value.get("items", {}).get("$ref") or "").rpartition("/")[2]
        due = "" if inner and key not in kind["required"] else due
        said = value.get("description", "").replace("|", "\\|")
        yield f"| `{above}{key}` | {_kind(value)} | {due} | {said} |\n"
        if inner:
            yield from _key_rows(defs, inner, f"{above}{key}.")


def _kind(value: dict[str, Any]) -> str:
    """What may stand there, in words."""
    if "enum" in value:
        return " or ".join(f"`{each}`" for each in value["enum"])
    if "anyOf" in value:
        kinds = [_kind(each) for each in value["anyOf"] if each.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if value.get("type") == "array":
        return f"list of {_kind(value['items'])}s" if "type" in value["items"] else "list"
    if "$ref" in value or value.get("type") == "object":
        return "mapping"
    return {"string": "text", "boolean": "true or false", "integer": "number", "number": "number"}[
        value["type"]
    ]


def _code(value: Any) -> str:
    if value in (None, "", [], {}):
        return ""
    return f"`{json.dumps(value).strip(chr(34))}`"


def _filled(text: str, parts: dict[str, str]) -> str:
    """The page with each made part between its marks."""
    for name, part in parts.items():
        start, end = MARKS[0].format(name), MARKS[1]
        before, mark, rest = text.partition(f"{start}\n")
        if mark:
            text = before + mark + "\n" + part + "\n" + end + rest.partition(end)[2]
    return text


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def stale() -> list[str]:
    """Paths of files that aren't as they are to be, and of pages of rules that are gone."""
    files = made()
    there = {f"docs/rules/{path.name}" for path in (ROOT / "docs" / "rules").glob("*.md")}
    changed = [
        path
        for path, text in files.items()
        if not (ROOT / path).is_file() or (ROOT / path).read_text("utf-8") != text
    ]
    return sorted({*changed, *(there - set(files))})


def main() -> None:
    files = made()
    for path in stale():
        place = ROOT / path
        if path in files:
            place.parent.mkdir(exist_ok=True)
            place.write_text(files[path], "utf-8")
        else:
            place.unlink()
        print(path)


if __name__ == "__main__":
    main()
