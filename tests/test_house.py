"""The house's own rules, as far as no tool knows them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import listlint

ROOT = Path(listlint.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 350, 50
MAY_PRINT = ("cli.py", "commands/")
MAY_OPEN = ("source.py", "knowledge/rulebook.py", "world/cache.py")
OPENING = r"^(io\.)?open$|\.(read|write)_(text|bytes)$"


def room(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.fixture(params=MODULES, ids=room)
def module(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_a_module_opens_with_a_sentence_and_stays_short(module: Path) -> None:
    text = module.read_text()
    assert len(text.splitlines()) <= LONGEST_FILE
    assert ast.get_docstring(ast.parse(text)), "what is it for, and what may it not do?"


def test_functions_stay_short(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


def test_only_the_door_and_the_commands_print_and_end(module: Path) -> None:
    if not room(module).startswith(MAY_PRINT):
        made = set(calls(ast.parse(module.read_text())))
        assert not made & {"print", "sys.exit", "exit", "os._exit", "sys.stdout.write"}


def test_files_are_opened_in_few_rooms(module: Path) -> None:
    if room(module) not in MAY_OPEN:
        made = calls(ast.parse(module.read_text()))
        assert not [name for name in made if re.search(OPENING, name)]


def test_no_module_compiles_a_pattern_when_it_is_imported(module: Path) -> None:
    if module.name.startswith("compiling"):  # runs when a wheel is built
        return
    for node in ast.parse(module.read_text()).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            assert "re.compile" not in set(calls(node.value)), f"line {node.lineno}"


def test_values_are_cheap_to_define(module: Path) -> None:
    assert not re.search(r"^(from|import) dataclasses\b", module.read_text(), re.MULTILINE)
