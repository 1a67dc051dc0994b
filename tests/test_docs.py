"""What the pages for people say holds: made parts are fresh, commands run, examples are read."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from conftest import Command
from listlint.cli import command_names
from listlint.config.loading import configuration
from listlint.config.own_rules import own_rule
from listlint.fix.examples import AS_IT_SHOULD, judge

ROOT = Path(__file__).parent.parent
PAGES = sorted([*(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text("utf-8") for page in PAGES}


def blocks(kind: str) -> list[tuple[str, str]]:
    """Fenced blocks of a kind, each with the page it stands on."""
    pattern = re.compile(rf"^```{kind}\n(.*?)^```", re.MULTILINE | re.DOTALL)
    return [(name, found) for name, text in TEXTS.items() for found in pattern.findall(text)]


COMMANDS = [
    (name, line[2:])
    for name, block in blocks("console")
    for line in block.splitlines()
    if line.startswith("$ listlint")
]
YAML = [(name, block) for name, block in blocks("yaml") if block.startswith("# .listlint")]


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_is_made_is_fresh(generate: ModuleType) -> None:
    assert generate.stale() == [], "run `make docs`"


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_a_command_of_a_page_runs(listlint: Command, folder: Path, page: str, command: str) -> None:
    (folder / "docs").mkdir()
    shutil.copy(ROOT / "examples" / "README.md", folder)
    shutil.copy(ROOT / "examples" / "README.md", folder / "docs" / "surveys.md")
    rules = folder / ".listlint" / "rules"
    rules.mkdir(parents=True)
    (rule,) = (block for _, block in YAML if block.startswith("# .listlint/rules/"))
    (rules / "pdf-label.yml").write_text(rule)
    words = shlex.split(command)[1:]
    if words[:1] == ["ignore"]:
        list_text = (folder / "README.md").read_text()
        line = list_text.count("\n", 0, list_text.index("NeurlPS")) + 1
        words[1] = f"README.md:{line}"
    end = listlint(*words)
    assert end.code in (0, 1), end.err


@pytest.mark.parametrize(("page", "text"), YAML)
def test_a_configuration_or_rule_of_a_page_is_understood(page: str, text: str) -> None:
    name = text.split("\n", 1)[0].split(":")[0].removeprefix("# ")
    if "/rules/" in name:
        rule = own_rule(text, name)
        assert all(judge(rule, each).word in AS_IT_SHOULD for each in rule.page.examples)
    else:
        configuration(text, name)


@pytest.mark.parametrize("page", TEXTS)
def test_what_a_page_links_to_is_there(page: str) -> None:
    plain = re.sub(r"^```.*?^```", "", TEXTS[page], flags=re.MULTILINE | re.DOTALL)
    plain = re.sub(r"`[^`\n]*`", "", plain)
    for target in re.findall(r"\]\(([^)#\s]+)", plain):
        if "://" not in target:
            assert (ROOT / page).parent.joinpath(target).exists(), target


def test_every_page_has_its_place_on_the_site() -> None:
    said = (ROOT / "mkdocs.yml").read_text("utf-8")
    named = set(re.findall(r"[\w/-]+\.md", said))
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} | {"rules/README.md"}
    assert named == pages


def test_every_word_of_every_command_is_described(generate: ModuleType) -> None:
    page = generate.made()["docs/commands.md"]
    assert [line for line in page.splitlines() if line.endswith("|  |")] == []
    for command in command_names():
        assert f"## `listlint {command}`" in page
