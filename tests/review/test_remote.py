"""Lists that lie at GitHub, linted without cloning: from the command line, by API alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Command
from listlint.commands._lists import repository_of
from review.lists import BASE
from review.standin import StandIn
from review.state import Fault, State

FILES = {
    "README.md": BASE
    + "\n- Sorting Boats, ICLR 2024 [[Notes](docs/boats.md)] [[Map](docs/map.md)]\n",
    "docs/map.md": "# A map\n",
    "more.md": BASE.replace("NeurlPS", "NIPS"),
}


@pytest.fixture
def there(server: StandIn, state: State, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.setenv("GITHUB_API_URL", server.url)
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    held(state, FILES)
    return state


def held(state: State, files: dict[str, str]) -> None:
    state.commits["HEAD"] = state.commits[state.commit(dict(files))]


@pytest.mark.parametrize("name", ["berg/tidying", "https://github.com/berg/tidying.git/"])
def test_a_repository_is_checked_where_it_lies(
    name: str, there: State, listlint: Command, folder: Path
) -> None:
    ended = listlint("check", "--format", "json", name)
    document = json.loads(ended.out)
    assert ended.code == 1
    assert [each["path"] for each in document["files"]] == ["berg/tidying/README.md"]
    assert {"venue-spelling", "missing-file"} <= {each["rule"] for each in document["findings"]}
    missing = [each for each in document["findings"] if each["rule"] == "missing-file"]
    assert ["boats" in each["message"] for each in missing] == [True]
    assert not list(folder.iterdir())


def test_its_own_configuration_holds_and_the_command_line_has_the_last_word(
    there: State, listlint: Command
) -> None:
    settings = "files: [more.md]\nrules: {venue-spelling: off}\n"
    held(there, {**FILES, ".listlint.yml": settings})
    document = json.loads(listlint("--format", "json", "berg/tidying").out)
    assert [each["path"] for each in document["files"]] == ["berg/tidying/more.md"]
    assert [each["rule"] for each in document["findings"]] == ["renamed-venue"]
    ended = listlint("--format", "json", "--ignore", "renamed-venue", "berg/tidying")
    assert json.loads(ended.out)["findings"] == []


def test_it_is_mended_as_a_patch_only(there: State, listlint: Command) -> None:
    ended = listlint("--fix", "berg/tidying")
    assert ended.code == 2
    assert "--diff shows what would be mended" in ended.err
    assert "clone it for --since" in listlint("--since", "HEAD", "berg/tidying").err
    patch = listlint("--diff", "berg/tidying").out
    assert "+++ b/berg/tidying/README.md" in patch
    assert "NeurIPS" in patch


def test_what_cannot_be_had_is_one_line(there: State, listlint: Command) -> None:
    there.faults = [Fault("git/get-tree", 404), Fault("repos/get", 404)]
    ended = listlint("berg/tidying")
    assert (ended.code, ended.out) == (2, "")
    assert "neither a file here nor a repository at GitHub that can be seen" in ended.err
    there.faults = [Fault("git/get-tree", 429, headers={"Retry-After": "4000"})]
    assert "with GITHUB_TOKEN set it allows more" in listlint("berg/tidying").err
    held(there, {"docs/map.md": "# A map\n"})
    assert "no README.md or README.rst" in listlint("berg/tidying").err


@pytest.mark.parametrize(
    ("word", "repository"),
    [
        ("berg/tidying", "berg/tidying"),
        ("https://github.com/berg/tidying", "berg/tidying"),
        ("berg/tidying.js", "berg/tidying.js"),
        ("docs/README.md", None),  # a file that is missing
        ("berg/tidying/tree", None),
        ("./tidying", None),
        ("../tidying", None),
        ("README.md", None),
        ("berg/", None),
        ("berg/ti dying", None),
        ("https://example.org/tidying", None),
    ],
)
def test_what_names_a_repository(word: str, repository: str | None) -> None:
    assert repository_of(word) == repository


def test_what_lies_here_is_meant_first(there: State, listlint: Command, folder: Path) -> None:
    (folder / "berg" / "tidying").mkdir(parents=True)
    (folder / "berg" / "tidying" / "README.md").write_text(BASE)
    listlint("berg/tidying")
    assert there.asked == []
