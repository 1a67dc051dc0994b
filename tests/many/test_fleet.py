"""``listlint fleet``: many lists, results as they come, and only the rest when run again."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from listlint.config import DEFAULT
from listlint.facts import ABSENT, LINK, Answer, Question
from listlint.fleet import work
from listlint.fleet.jobs import Job, packed, unpacked
from listlint.fleet.kept import Kept
from made import broken_rule, entries, word_rule

FAULT = "- Sorting Lists by Sound, NeurlPS 2022 [[Paper](https://arxiv.org/abs/2203.00099)]\n"


@pytest.fixture
def lists(folder: Path) -> Path:
    """Five lists, one of them with a fault, in folders of every kind."""
    for name in ("a.md", "b.md", "more/c.md", "clone/README.md"):
        path = folder / "lists" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(entries(9))
    (folder / "lists" / "b.md").write_text(entries(9) + FAULT)
    (folder / "lists" / "clone" / "notes.md").write_text("Words.\n")
    (folder / "lists" / "CONTRIBUTING.md").write_text("Words.\n")
    for hidden in (".git/x.md", "node_modules/y.md"):
        (folder / "lists" / hidden).parent.mkdir()
        (folder / "lists" / hidden).write_text(entries(9))
    return folder


def records(text: str) -> dict[str, Any]:
    found = [json.loads(line) for line in text.splitlines()]
    assert len({each["path"] for each in found}) == len(found)
    return {each["path"]: each for each in found}


def kept(file: str = "out.jsonl") -> dict[str, Any]:
    return records(Path(file).read_text())


def test_results_come_as_lines_and_sums_beside_them(listlint: Command, lists: Path) -> None:
    end = listlint("fleet", "lists")
    assert end.code == 1
    found = records(end.out)
    assert sorted(found) == ["lists/a.md", "lists/b.md", "lists/clone/README.md", "lists/more/c.md"]
    assert found["lists/b.md"]["rules"]["venue-spelling"] == 1
    assert found["lists/b.md"]["levels"]["error"] == 1
    assert found["lists/a.md"]["entries"] == 9
    assert "findings" not in found["lists/b.md"]
    rows = end.err.splitlines()
    assert rows[0].split() == ["list", "entries", "unread", "errors", "warnings", "notes"]
    assert rows[1].split()[:4] == ["lists/b.md", "10", "0", "1"]
    assert rows[-1].startswith("4 lists, 4 checked: 37 entries read (0 items not understood), 1 er")


def test_findings_are_named_if_they_are_wanted(listlint: Command, lists: Path) -> None:
    end = listlint("fleet", "lists/b.md", "--findings", "--select", "venue-spelling", "--quiet")
    ((finding,),) = (each["findings"] for each in records(end.out).values())
    assert (finding["rule"], finding["line"], end.err) == ("venue-spelling", 12, "")


def test_two_workers_find_what_one_finds(listlint: Command, lists: Path) -> None:
    one = listlint("fleet", "lists", "--jobs", "1", "--quiet")
    two = listlint("fleet", "lists", "--jobs", "2", "--quiet")
    assert records(one.out) == records(two.out)


def test_killed_and_run_again_only_the_rest_is_done(
    listlint: Command, lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listlint("fleet", "lists", "--output", "out.jsonl")
    lines = Path("out.jsonl").read_text().splitlines(keepends=True)
    Path("out.jsonl").write_text("".join(lines[:2]) + lines[2][:40])
    end = listlint("fleet", "lists", "--output", "out.jsonl")
    assert "4 checked (2 of them by an earlier run)" in end.out
    assert Path("out.jsonl").read_text().startswith("".join(lines[:2]))
    assert len(kept()) == 4
    end = listlint("fleet", "lists", "--output", "out.jsonl")
    assert "(4 of them by an earlier run)" in end.out


def test_what_changed_is_done_again(listlint: Command, lists: Path) -> None:
    words = ("fleet", "lists", "--output", "out.jsonl")
    listlint(*words)
    (lists / "lists" / "b.md").write_text(entries(8))
    assert "(3 of them" in listlint(*words).out
    assert kept()["lists/b.md"]["entries"] == 8
    (lists / "lists" / "clone" / ".listlint.yml").write_text("rules: {shared-link: off}\n")
    assert "(3 of them" in listlint(*words).out
    assert "of them" not in listlint(*words, "--ignore", "shared-link").out
    assert "of them" not in listlint(*words, "--ignore", "shared-link", "--findings").out
    assert "(4 of them" in listlint(*words, "--ignore", "shared-link").out


def test_results_of_other_lists_stay(listlint: Command, lists: Path) -> None:
    listlint("fleet", "lists/a.md", "--output", "out.jsonl")
    listlint("fleet", "lists/b.md", "--output", "out.jsonl")
    assert sorted(kept()) == ["lists/a.md", "lists/b.md"]


def test_a_file_names_lists(listlint: Command, lists: Path) -> None:
    names = "# ours\na.md\n\nmore  # a folder\nno/such.md\nclone\nclone/README.md\n"
    (lists / "lists" / "names.txt").write_text(names)
    end = listlint("fleet", "lists/names.txt", "lists/a.md")
    found = records(end.out)
    assert end.code == 2
    assert sorted(found) == [
        "lists/a.md",
        "lists/clone/README.md",
        "lists/more/c.md",
        "no/such.md",
    ]
    assert found["no/such.md"]["state"] == "unreadable"
    assert "not read: no/such.md: no such file" in end.err


def test_one_list_that_fails_ends_nothing(listlint: Command, lists: Path) -> None:
    (lists / "lists" / "binary.md").write_bytes(b"a\0b")
    (lists / "lists" / "words.md").write_text("Words.\n")
    end = listlint("fleet", "lists", "--output", "out.jsonl")
    assert end.code == 2
    states = {path: each["state"] for path, each in kept().items()}
    assert states["lists/binary.md"] == states["lists/words.md"] == "unreadable"
    assert list(states.values()).count("checked") == 4
    assert "not read: lists/binary.md: is a binary file" in end.out
    assert "not read: lists/words.md: no entry of a paper list found" in end.out


def test_a_rule_that_breaks_is_named_and_tried_again(
    listlint: Command, lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = (broken_rule(), word_rule("Smell"))
    with monkeypatch.context() as patched:
        for name in ("all_rules", "local_rules"):
            patched.setattr(f"listlint.config.{name}", lambda: rules)
        end = listlint("fleet", "lists/a.md", "--output", "out.jsonl")
        assert end.code == 3
        assert "broke: lists/a.md: " in end.out
    assert "of them" not in listlint("fleet", "lists/a.md", "--output", "out.jsonl").out


def test_a_lists_own_rules_are_run_here(listlint: Command, lists: Path) -> None:
    rules = lists / "lists" / "clone" / ".listlint" / "rules"
    rules.mkdir(parents=True)
    rule = "summary: No Smell.\nwhy: So.\nmatch: Smell\nmessage: Says Smell.\n"
    rule += 'examples: [{bad: "- Sorting by Smell\\n"}, {good: "- Sorting\\n"}]\n'
    (rules / "smell.yml").write_text(rule)
    listlint("fleet", "lists", "--output", "out.jsonl")
    assert kept()["lists/clone/README.md"]["rules"]["smell"] == 9


def test_a_mistake_in_one_lists_configuration_is_its_own(listlint: Command, lists: Path) -> None:
    (lists / "lists" / "clone" / ".listlint.yml").write_text("ruls: {}\n")
    end = listlint("fleet", "lists", "--output", "out.jsonl")
    assert end.code == 2
    assert "did you mean rules?" in kept()["lists/clone"]["error"]
    assert len(kept()) == 4


def test_a_run_that_is_killed_loses_nothing_that_was_done(lists: Path) -> None:
    command = [sys.executable, "-m", "listlint", "fleet", "lists", "--output", "out.jsonl"]
    for number in range(60):
        (lists / "lists" / f"many{number:02}.md").write_text(entries(40))
    run = subprocess.Popen([*command, "--jobs", "1"], stderr=subprocess.DEVNULL)
    while not Path("out.jsonl").exists() or Path("out.jsonl").stat().st_size < 1000:
        assert run.poll() is None
        time.sleep(0.01)
    run.kill()
    run.wait()
    done = Path("out.jsonl").read_text().count("\n")
    assert 0 < done < 64
    end = subprocess.run(command, capture_output=True, text=True)
    assert f"64 checked ({done} of them by an earlier run)" in end.stdout, end
    assert len(kept()) == 64


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("no/such.md",), "no such file"),
        (("lists", "--jobs", "-1"), "--jobs: write a number from 0"),
        (("lists/a.md", "--output", "lists/a.md"), "no line of `listlint fleet`"),
        (("lists/a.md", "--output", "lists"), "no regular file"),
        (("lists/a.md", "--output", "torn"), "no file of `listlint fleet`"),
        (("empty",), "no list in it"),
        (("latin.txt",), "isn't UTF-8"),
        (("lists/a.md", "--select", "venue-speling"), "did you mean venue-spelling"),
        ((), "required"),
    ],
)
def test_wrong_use_is_one_plain_line(
    listlint: Command, lists: Path, words: tuple[str, ...], said: str
) -> None:
    (lists / "empty").mkdir()
    (lists / "torn").write_text("something else")
    (lists / "latin.txt").write_bytes(b"\xe9")
    end = listlint("fleet", *words, *(["--quiet"] if words else []))
    assert end.code == 2
    assert said in end.err + end.out
    assert end.err.count("\n") <= 1


def test_many_lists_are_summed_up(listlint: Command, lists: Path) -> None:
    for number in range(25):
        (lists / "lists" / f"many{number}.md").write_text(entries(3))
        (lists / "lists" / f"none{number}.md").write_text("Words.\n")
    end = listlint("fleet", "lists", "--fail-on", "never")
    assert "and 9 lists with no more than that" in end.err
    assert "and 5 more like these" in end.err
    assert "54 lists, 29 checked" in end.err


def test_exit_tells_what_was_found(listlint: Command, lists: Path) -> None:
    assert listlint("fleet", "lists/b.md", "--fail-on", "never").code == 0
    assert listlint("fleet", "lists/b.md", "--fail-on", "error").code == 1
    assert listlint("fleet", "lists/a.md", "--fail-on", "error").code == 0


def test_answers_travel_in_plain_words() -> None:
    question = Question(LINK, "https://a.example")
    known = {question: Answer(ABSENT, {"how": "404"}, "a.example")}
    assert unpacked(packed(known)) == known


def test_what_breaks_while_reading_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*given: object) -> None:
        raise RuntimeError("ours")

    monkeypatch.setattr(work, "read", broken)
    record = work.judge(Job("a.md", b"words", DEFAULT, "d"))
    assert record["state"] == "broken"
    assert record["error"].endswith("RuntimeError: ours")


def test_interrupted_it_says_how_far_it_came(
    listlint: Command, lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = Kept.add

    def add_and_stop(kept: Kept, record: dict[str, Any]) -> None:
        add(kept, record)
        if len(kept_lines()) == 2:
            raise KeyboardInterrupt

    def kept_lines() -> list[str]:
        return Path("out.jsonl").read_text().splitlines()

    with monkeypatch.context() as patched:
        patched.setattr(Kept, "add", add_and_stop)
        end = listlint("fleet", "lists", "--output", "out.jsonl")
    assert (end.code, end.out) == (130, "")
    assert "interrupted: 1 of 4 lists are done; run the same again for the rest" in end.err
    assert (
        "(2 of them by an earlier run)" in listlint("fleet", "lists", "--output", "out.jsonl").out
    )
