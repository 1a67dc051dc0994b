"""The door: words to commands, ends to exit codes; nothing a user does gives a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Command
from listlint import __version__, config
from listlint.commands import _run
from made import broken_rule, entries, word_rule

CLEAN = entries(3)


@pytest.fixture
def readme(folder: Path) -> Path:
    file = folder / "README.md"
    file.write_text(CLEAN)
    return file


def finds(monkeypatch: pytest.MonkeyPatch, *rules: object) -> None:
    monkeypatch.setattr(config, "all_rules", lambda: rules)
    monkeypatch.setattr(config, "local_rules", lambda: rules)


def test_a_bare_path_and_no_path_at_all_check(listlint: Command, readme: Path) -> None:
    ends = [listlint(), listlint("README.md"), listlint("."), listlint("check", "README.md")]
    assert {(each.code, each.err) for each in ends} == {(0, "")}
    assert {each.out for each in ends} == {
        "3 entries read (0 items not understood), 0 findings, 0 fixable;"
        " 3 links not checked (offline)\n"
    }


def test_the_version_and_the_commands_are_told(listlint: Command) -> None:
    assert listlint("--version").out == f"listlint {__version__}\n"
    told = listlint("--help").out
    assert all(f"  {name} " in told for name in ("check", "explain", "export", "rules", "test"))
    assert "--fail-on" in listlint("check", "--help").out


@pytest.mark.parametrize(
    ("level", "fail_on", "code"),
    [
        ("error", "warning", 1),
        ("warning", "warning", 1),
        ("note", "warning", 0),
        ("warning", "error", 0),
        ("note", "note", 1),
        ("error", "never", 0),
    ],
)
def test_the_exit_tells_whether_something_was_found(
    listlint: Command,
    readme: Path,
    monkeypatch: pytest.MonkeyPatch,
    level: str,
    fail_on: str,
    code: int,
) -> None:
    finds(monkeypatch, word_rule("Part 2", level=level))
    assert listlint("--fail-on", fail_on).code == code


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["--formt", "json"],
            "unrecognized arguments: --formt: `listlint check --help` shows",
        ),
        (["--format", "jsn"], "argument --format: invalid choice: 'jsn'"),
        (["chekc"], "chekc: neither a command nor a file: did you mean check?"),
        (["--select", "venue-speling"], "there is no rule 'venue-speling': did you mean venue-"),
        (["explain", "nothing-like-it"], "there is no rule 'nothing-like-it'"),
        (["explain"], "the following arguments are required: RULE"),
        (["missing.md"], "missing.md: no such file"),
        (["test", "no-rule"], "there is no rule 'no-rule'"),
    ],
)
def test_wrong_use_is_one_line_and_exit_2(
    listlint: Command, folder: Path, words: list[str], message: str
) -> None:
    end = listlint(*words)
    assert (end.code, end.out) == (2, "")
    assert end.err.startswith(f"listlint: {message}")
    assert end.err.count("\n") == 1


def test_options_may_stand_between_paths(listlint: Command, folder: Path) -> None:
    for name in ("a.md", "b.md"):
        (folder / name).write_text(CLEAN)
    assert "in 2 files" in listlint("a.md", "--notes", "b.md", "a.md").out


def test_one_missing_file_among_several_stops_no_other(listlint: Command, readme: Path) -> None:
    end = listlint("missing.md", "README.md")
    assert end.code == 2
    assert end.err.startswith("listlint: missing.md: no such file")
    assert end.out.startswith("3 entries read")


def test_a_rule_that_breaks_is_our_fault_and_the_others_report(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finds(monkeypatch, broken_rule(), word_rule("Part 2"))
    end = listlint("README.md", "README.md")
    assert end.code == 3
    assert "warning a-rule: says Part 2" in end.out
    assert end.err.count("our own fault, not the list's: the rule broken-rule broke") == 1
    assert f"listlint {__version__}, Python " in end.err
    assert "KeyError: 'what was sought'" in end.err


def test_any_other_fault_of_ours_is_named_with_what_a_report_needs(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("in \x1b[2Jpieces")

    monkeypatch.setattr(_run, "lint", breaks)
    end = listlint("README.md")
    assert (end.code, end.out) == (3, "")
    assert end.err.startswith(
        "listlint: our own fault, not the list's: RuntimeError: in \\u{1b}[2Jpieces\n"
    )
    assert "\x1b" not in end.err
    assert "Please report it" in end.err


def test_an_interrupt_is_quiet(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(_run, "lint", interrupted)
    assert listlint("README.md") == (130, "", "")


def test_level_select_and_ignore_reach_the_rules(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finds(monkeypatch, word_rule("Part 2", name="shared-link"))
    assert " error shared-link: " in listlint("--level", "shared-link=error").out
    assert "0 findings" in listlint("--ignore", "copies-differ, shared-link").out
    assert "1 finding" in listlint("--select", "shared-link,copies-differ").out


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_follows_the_environment(
    listlint: Command,
    readme: Path,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    coloured: bool,
) -> None:
    finds(monkeypatch, word_rule("Part 2"))
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in listlint().out) == coloured
    listlint("--output", "found.txt")
    assert "\x1b" not in Path("found.txt").read_text()


def test_output_goes_to_a_file_and_only_there(listlint: Command, readme: Path) -> None:
    assert listlint("--output", "found.json", "--format", "json") == (0, "", "")
    assert Path("found.json").read_text().startswith("{")
    end = listlint("--output", ".")
    assert end.code == 2
    assert "not a regular file" in end.err


def process(*words: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "listlint", *words]
    return subprocess.run(command, capture_output=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


def test_the_module_is_the_command(readme: Path) -> None:
    end = process("README.md")
    assert (end.returncode, end.stderr) == (0, b"")
    assert end.stdout.startswith(b"3 entries read")


def test_a_reader_that_goes_away_is_no_fault(folder: Path) -> None:
    (folder / "README.md").write_text(entries(500))
    command = f'"{sys.executable}" -m listlint export README.md | head -n 1'
    end = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert end.stderr == b""
    assert end.stdout.count(b"\n") == 1


def test_a_terminal_without_the_characters_gets_numbers(folder: Path) -> None:
    (folder / "README.md").write_text("# 排\n\n- 排序, ACL 2022\n")
    poor = {**os.environ, "PYTHONIOENCODING": "ascii"}
    end = process("README.md", "--select", "venue-spelling", "missing-排.md", env=poor)
    assert b"missing-\\u6392.md" in end.stderr
    exported = process("export", "README.md", env=poor)
    assert "排序".encode() in exported.stdout


def test_a_check_offline_loads_nothing_heavy(readme: Path) -> None:
    heavy = "aiohttp github yaml msgspec rapidfuzz rich tempfile subprocess"
    script = (
        "import sys; from listlint.cli import main; main(['README.md']);"
        f"print(*[name for name in {heavy.split()} if name in sys.modules]);"
        "print('listlint.checks.dead_link' in sys.modules)"
    )
    end = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert end.stdout.splitlines()[1:] == [b"", b"False"]


def test_what_a_list_mostly_holds_takes_no_table_of_widths_and_no_comparing(folder: Path) -> None:
    """Long lines with dashes; one link under two titles that have little in common."""
    link = "[[Paper](https://arxiv.org/abs/2301.00017)]"
    long = f"- “Sorting Lists by Smell” – {'a long note, ' * 12}NeurlPS 2022 {link}\n"
    other = f"- Counting Umbrellas in the Dark, ICML 2023 {link}\n"
    (folder / "README.md").write_text(f"# Lists\n\n{entries(12)}{long}{other}")
    script = (
        "import sys; from listlint.cli import main; code = main();"
        "print(code, *[name for name in ('rapidfuzz', 'rich') if name in sys.modules])"
    )
    end = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    out = end.stdout.decode()
    assert "…" in out
    assert "shared-link" in out
    assert out.splitlines()[-1] == "1"


@pytest.mark.parametrize("command", ["check", "export"])
def test_a_list_is_never_what_is_written_over(
    listlint: Command, readme: Path, command: str
) -> None:
    text = readme.read_text()
    end = listlint(command, "README.md", "--output", f"../{readme.parent.name}/README.md")
    assert (end.code, end.out) == (2, "")
    assert "that is a list to be read: name another file" in end.err
    assert readme.read_text() == text
