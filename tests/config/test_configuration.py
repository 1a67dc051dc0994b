"""What a configuration decides (files, levels, options, entries, venues) and where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Command
from listlint.config.loading import configuration
from listlint.config.places import look
from listlint.errors import UserError
from listlint.lint.gather import lint
from made import papers

MISSPELT = "- Sorting Lists by Smell, NeurlPS 2023 [[Paper](https://arxiv.org/abs/2303.00001)]\n"
OTHER = "- Weighing Noisy Ladders, NeurlPS 2023 [[Paper](https://arxiv.org/abs/2303.00002)]\n"

ENTRIES_OF_ICML = "".join(
    f"- Counting Kettles by {way}, ICML 2023 [[Paper](https://arxiv.org/abs/2304.0000{at})]\n"
    for at, way in enumerate(("Ear", "Touch", "Taste"))
)


@pytest.fixture
def readme(folder: Path) -> Path:
    path = folder / "README.md"
    path.write_text(MISSPELT + OTHER)
    return path


def test_nothing_decided() -> None:
    assert configuration("", "x.yml")[:5] == configuration("# only a remark\n", "x.yml")[:5]


@pytest.mark.parametrize("word", ["off", "'off'", "false", "{level: off}", "Off"])
def test_off_is_understood_however_it_is_written(word: str) -> None:
    config = configuration(f"rules: {{venue-spelling: {word}}}", "x.yml")
    assert config.levels == {"venue-spelling": "off"}


@pytest.mark.parametrize("word", ["on", "true", "{level: on}", "{}"])
def test_who_names_a_rule_switches_it_on(word: str) -> None:
    config = configuration(f"rules: {{venue-spelling: {word}}}", "x.yml")
    (rule,) = (rule for rule in config.rules if rule.name == "venue-spelling")
    assert config.runs(rule._replace(off=True))
    assert config.level("venue-spelling", "error") == "error"


def test_levels_and_options() -> None:
    text = "rules: {duplicate-paper: {level: note, cross-listing: allow}, shared-link: error}"
    config = configuration(text, "x.yml")
    assert config.levels == {"duplicate-paper": "note", "shared-link": "error"}
    rules = {rule.name: rule for rule in config.rules}
    assert config.options(rules["duplicate-paper"]).cross_listing == "allow"
    assert config.options(rules["shared-link"]) == rules["shared-link"].options()


@pytest.mark.parametrize(
    "entry", ["arxiv:2303.00001", "Sorting Lists by Smell", "sorting lists BY smell"]
)
def test_an_entry_is_ignored_by_id_or_title(entry: str) -> None:
    ignored = f'ignore: [{{rule: venue-spelling, entry: "{entry}", why: theirs}}]'
    report = lint(papers(MISSPELT + OTHER), configuration(ignored, "x.yml"))
    assert [each.key for each in report.findings] == ["arxiv:2303.00002"]


def test_added_and_preferred_venues_are_known_when_a_list_is_read(
    listlint: Command, folder: Path
) -> None:
    lines = "".join(
        f"- Sorting Lists by Smell {n}, Kettles {2000 + n} "
        f"[[Paper](https://arxiv.org/abs/2203.0000{n})]\n"
        for n in range(1, 4)
    )
    (folder / "README.md").write_text(lines)
    (folder / ".listlint.yml").write_text("venues: {add: [{id: kettles, name: Kettles}]}")
    assert '"venue_id": "kettles"' in listlint("export").out


def test_where_one_name_of_a_venue_is_preferred_the_others_are_said(
    listlint: Command, folder: Path
) -> None:
    (folder / "README.md").write_text(MISSPELT.replace("NeurlPS", "WWW") + ENTRIES_OF_ICML)
    assert "venue-spelling" not in listlint("--notes").out
    (folder / ".listlint.yml").write_text("venues: {prefer: {www: TheWebConf}}")
    assert "`WWW` is written `TheWebConf`" in listlint("--notes").out


def test_the_command_line_has_the_last_word(listlint: Command, readme: Path) -> None:
    (readme.parent / ".listlint.yml").write_text("rules: {venue-spelling: note}")
    assert listlint("README.md").code == 0
    assert listlint("--level", "venue-spelling=error", "README.md").code == 1


def test_files_name_the_lists_of_a_run_without_names(listlint: Command, folder: Path) -> None:
    (folder / "docs").mkdir()
    for name in ("README.md", "docs/one.md", "docs/two.md"):
        (folder / name).write_text(MISSPELT)
    (folder / ".listlint.yml").write_text('files: ["docs/*.md"]')
    out = listlint().out
    assert "docs/one.md:1:" in out
    assert "docs/two.md:1:" in out
    assert "README.md" not in out
    assert "README.md:1:" in listlint("README.md").out
    assert "docs/two.md:1:" in listlint("docs").out


def test_a_pattern_of_files_that_names_nothing_is_told(listlint: Command, readme: Path) -> None:
    (readme.parent / ".listlint.yml").write_text("files: [lists/*.md]")
    end = listlint()
    assert end.code == 2
    assert "lists/*.md: no such file: mend `files:` in the configuration" in end.err


def test_a_configuration_may_be_named(listlint: Command, readme: Path) -> None:
    (readme.parent / "other.yml").write_text("rules: {venue-spelling: off}")
    assert listlint("--config", "other.yml", "README.md").code == 0
    end = listlint("--config", "none.yml", "README.md")
    assert (end.code, end.out) == (2, "")
    assert "none.yml: can't be read" in end.err


def test_standard_input_has_the_configuration_of_its_name(listlint: Command, folder: Path) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / ".listlint.yml").write_text("rules: {venue-spelling: off}")
    text = MISSPELT.encode()
    assert listlint("-", stdin=text).code == 1
    assert listlint("-", "--stdin-filename", "docs/list.md", stdin=text).code == 0


class TestPlaces:
    """Where a configuration is looked for."""

    def test_from_the_folder_up_to_the_repository_and_no_further(self, folder: Path) -> None:
        inner = folder / "repo" / "docs"
        inner.mkdir(parents=True)
        (folder / ".listlint.yml").touch()
        (folder / "repo" / ".git").mkdir()
        assert look(str(inner)).file is None
        (folder / "repo" / ".github").mkdir()
        (folder / "repo" / ".github" / "listlint.yml").touch()
        found = look(str(inner))
        assert found.file == "repo/.github/listlint.yml"
        assert found.root == str(folder / "repo")
        (inner / ".listlint.yml").touch()
        assert look(str(inner)).root == str(inner)

    def test_outside_a_repository_up_to_where_the_command_runs(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / "a" / "b").mkdir(parents=True)
        (folder / ".listlint.yml").touch()
        assert look("a/b").file == ".listlint.yml"
        monkeypatch.chdir(folder / "a" / "b")
        assert look(".").file is None

    def test_own_rules_are_looked_for_alike(self, folder: Path) -> None:
        (folder / ".git").mkdir()
        (folder / ".listlint" / "rules").mkdir(parents=True)
        (folder / "docs").mkdir()
        assert look("docs").rules == ".listlint/rules"

    def test_two_of_them_are_one_too_many(self, folder: Path) -> None:
        (folder / ".github").mkdir()
        (folder / ".github" / "listlint.yml").touch()
        (folder / ".listlint.yml").touch()
        with pytest.raises(UserError, match=r"there is .github/listlint.yml too: keep one"):
            look(".")

    def test_the_wrong_ending_is_told(self, folder: Path) -> None:
        (folder / ".listlint.yaml").touch()
        with pytest.raises(UserError, match=r"isn't read under this name: name it .listlint.yml"):
            look(".")
