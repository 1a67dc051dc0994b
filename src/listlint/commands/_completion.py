"""What a shell needs to complete our words: made from the commands' own options by shtab."""

from __future__ import annotations

from argparse import Action, ArgumentParser
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

import shtab

from listlint.errors import UserError, nearest
from listlint.rule import all_rules

SHELLS = ("bash", "zsh", "fish")
FILES = ("FILE", "FOLDER", "RULE|FILE")


def script(words: Sequence[str], commands: Mapping[str, ModuleType]) -> str:
    """The script that ``--completion SHELL`` prints."""
    if len(words) != 1 or words[0] not in SHELLS:
        hint = nearest(words[0], SHELLS) if words else ""
        raise UserError(f"--completion: write one of {', '.join(SHELLS)} behind it{hint}")
    made: str = shtab.complete(_parser(commands), shell=words[0])
    return made if made.endswith("\n") else f"{made}\n"


def _parser(modules: Mapping[str, ModuleType]) -> ArgumentParser:
    parser = ArgumentParser("listlint")
    parser.add_argument("--version", action="store_true", help="print the version")
    parser.add_argument("--completion", choices=SHELLS, help="print what a shell needs for these")
    commands = parser.add_subparsers()
    rules = [rule.name for rule in all_rules()]
    for name, module in modules.items():
        command = commands.add_parser(name, help=module.SUMMARY)
        module.arguments(command)
        for action in command._actions:
            _teach(action, rules)
    return parser


def _teach(action: Action, rules: list[str]) -> None:
    """What an option may be given, by what it is called."""
    metavar: Any = action.metavar
    if metavar in ("RULE", "RULE,..."):
        action.choices = rules
    elif isinstance(metavar, str) and metavar.startswith(FILES):
        action.complete = shtab.FILE  # type: ignore[attr-defined]
