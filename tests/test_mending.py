"""``--fix``, ``--unsafe-fixes`` and ``--diff``: files stay whole, and nothing else is printed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from fix.planted import replacing
from listlint import config, source
from listlint.commands import _mend
from listlint.finding import SAFE, SUGGESTED, Edit, Fix
from listlint.fix.patch import patch
from made import entries, word_rule

BOM = "\ufeff"
LIST = entries(20).replace(
    "ACL 2022 [[Paper](https://arxiv.org/abs/2203.00004",
    "ALC 2022 [[Paper](https://arxiv.org/abs/2203.00004",
)
MENDED = entries(20)
RULE = replacing("ALC", "ACL")


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:
    finds(monkeypatch, RULE)


def finds(monkeypatch: pytest.MonkeyPatch, *rules: object) -> None:
    monkeypatch.setattr(config, "all_rules", lambda: rules)
    monkeypatch.setattr(config, "local_rules", lambda: rules)


@pytest.fixture
def readme(folder: Path) -> Path:
    file = folder / "README.md"
    file.write_text(LIST)
    return file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_list_is_mended_and_the_exit_tells_what_is_left(listlint: Command, readme: Path) -> None:
    assert listlint("README.md").code == 1
    end = listlint("--fix", "README.md")
    assert end == (
        0,
        "20 entries read (0 items not understood), 0 findings, 0 fixable;"
        " 20 links not checked (offline)\n",
        "listlint: README.md: 1 mended (a-rule 1)\n",
    )
    assert readme.read_text() == MENDED
    assert names(readme.parent) == ["README.md"]


def test_what_cannot_be_mended_is_still_reported(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finds(monkeypatch, RULE, word_rule("Part 7,", name="another"))
    end = listlint("--fix", "--quiet")
    assert (end.code, end.err) == (1, "")
    assert "warning another: says Part 7," in end.out
    assert "a-rule" not in end.out


def test_nothing_is_written_where_nothing_is_to_be_mended(listlint: Command, readme: Path) -> None:
    readme.write_text(MENDED)
    before = readme.stat()
    assert listlint("--fix").code == 0
    after = readme.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_suggested_fixes_wait_for_their_own_word(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finds(monkeypatch, replacing("ALC", "ACL", safety=SUGGESTED))
    assert listlint("--fix").code == 1
    assert readme.read_text() == LIST
    assert listlint("--unsafe-fixes").code == 0
    assert readme.read_text() == MENDED


def test_a_safe_fix_of_much_of_a_list_names_the_command_that_makes_it(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finds(monkeypatch, replacing("ACL|ALC", "EMNLP", name="shared-link"))
    end = listlint("--fix")
    assert end.code == 1
    assert end.err == (
        "listlint: README.md: shared-link would change 20 of 20 entries, so it waits for its name: "
        "listlint --fix --select shared-link README.md\n"
    )
    assert listlint(*end.err.rpartition("listlint ")[2].split()).code == 0
    assert readme.read_text().count("EMNLP") == 20


def test_a_fix_taken_back_is_our_fault_and_the_others_stay(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finds(monkeypatch, RULE, replacing("Part 7,", "Part 77,", name="harmful"))
    end = listlint("--fix")
    assert end.code == 3
    assert readme.read_text() == MENDED
    assert end.err.count("our own fault") == 1
    assert "a fix of harmful was taken back, the others stay: the title of 'Sorting" in end.err


def test_a_suggested_fix_taken_back_is_a_remark(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is only suggested any text can lead astray, a hostile pull request's too."""
    finds(monkeypatch, RULE, replacing("Part 7,", "Part 77,", name="harmful", safety=SUGGESTED))
    end = listlint("--unsafe-fixes")
    assert (end.code, readme.read_text()) == (1, MENDED)  # what is left is still there to see
    assert "our own fault" not in end.err
    said = "listlint: README.md: a suggested fix of harmful was taken back: the title of 'Sorting"
    assert end.err.count(said) == 1


# -- standard input, and the patch


def test_standard_input_is_mended_to_standard_output(listlint: Command, folder: Path) -> None:
    data = BOM + LIST.replace("\n", "\r\n")
    end = listlint("--fix", "-", stdin=data.encode())
    assert (end.code, end.out) == (0, BOM + MENDED.replace("\n", "\r\n"))
    assert "20 entries read" in end.err


def test_standard_input_without_faults_comes_out_as_it_was(listlint: Command, folder: Path) -> None:
    assert listlint("--fix", "-", stdin=MENDED.encode()).out == MENDED


def test_a_report_beside_a_mended_standard_input_goes_to_a_file(
    listlint: Command, folder: Path
) -> None:
    end = listlint("--fix", "-", "--format", "json", stdin=LIST.encode())
    assert (end.code, end.out) == (2, "")
    assert "name a file for the json with --output" in end.err
    end = listlint("--fix", "-", "--format", "json", "--output", "o.json", stdin=LIST.encode())
    assert (end.code, end.out) == (0, MENDED)
    assert '"findings": []' in Path("o.json").read_text()


def test_a_patch_is_printed_and_nothing_written(listlint: Command, readme: Path) -> None:
    end = listlint("--diff")
    assert readme.read_text() == LIST
    assert end.code == 1  # the file is as it was
    assert end.out == patch("README.md", LIST, MENDED)
    assert end.err == "listlint: README.md: 1 would be mended (a-rule 1)\n"
    assert listlint("--diff", "--format", "json").code == 2
    assert listlint("--diff", "--output", "mend.patch").out == ""
    assert Path("mend.patch").read_text() == end.out


def test_without_findings_the_patch_is_empty(listlint: Command, readme: Path) -> None:
    readme.write_text(MENDED)
    assert listlint("--diff")[:2] == (0, "")


ODD = {
    "plain.md": LIST,
    "no end.md": LIST[:-1],
    "lists/crlf.md": LIST.replace("\n", "\r\n"),
    "bom.md": BOM + LIST,
    'quote".md': LIST.replace("\n", "\r\n", 7),
    "tab\there.md": "ALC\n" + LIST,
    "résumé.md": LIST + "ALC",
}


@pytest.mark.parametrize("tool", [["git", "apply"], ["patch", "-p1", "--binary", "-s"]])
def test_git_and_patch_apply_it_to_the_byte(
    listlint: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, tool: list[str]
) -> None:
    if not shutil.which(tool[0]):
        pytest.skip(f"{tool[0]} isn't here")
    finds(monkeypatch, replacing("ALC", "ACL"))
    for name, text in ODD.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(text.encode())
    listlint("--diff", *ODD, "--output", "mend.patch")
    listlint("--diff", str(folder / "plain.md"), "--output", "again.patch")
    assert Path("again.patch").read_bytes() in Path("mend.patch").read_bytes()
    subprocess.run(
        [*tool, *(["mend.patch"] if "git" in tool else ["-i", "mend.patch"])], check=True
    )
    for name, text in ODD.items():
        assert Path(name).read_bytes() == text.replace("ALC", "ACL").encode(), name


# -- bytes and files


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_line_ends_bom_and_a_missing_last_newline_stay(
    listlint: Command, readme: Path, text: str
) -> None:
    readme.write_bytes(text.encode())
    listlint("--fix")
    assert readme.read_bytes() == text.replace("ALC", "ACL").encode()


def test_mode_and_symbolic_link_stay(listlint: Command, folder: Path) -> None:
    target = folder / "docs" / "list.md"
    target.parent.mkdir()
    target.write_text(LIST)
    target.chmod(0o664)
    (folder / "README.md").symlink_to("docs/list.md")
    assert listlint("--fix").code == 0
    assert (folder / "README.md").is_symlink()
    assert target.read_text() == MENDED
    assert stat.S_IMODE(target.stat().st_mode) == 0o664


def meanwhile(monkeypatch: pytest.MonkeyPatch, act: Any) -> None:
    """Something happens to the file after it was read and before it is written."""
    write = source.mend_file

    def late(path: str, was: bytes, now: bytes) -> None:
        act(Path(path))
        write(path, was, now)

    monkeypatch.setattr(_mend, "mend_file", late)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda path: path.write_text("mine"), "changed meanwhile and is left as it is"),
        (lambda path: path.write_text(LIST + "more\n"), "changed meanwhile and is left as it is"),
        (lambda path: path.unlink(), "vanished meanwhile: nothing was written"),
        (lambda path: path.chmod(0o444), "is read-only: make it writable first"),
    ],
)
def test_what_happens_meanwhile_is_never_overwritten(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch, act: Any, said: str
) -> None:
    other = readme.parent / "other.md"
    other.write_text(LIST)
    meanwhile(monkeypatch, lambda path: act(path) if path.name == "README.md" else None)
    end = listlint("--fix", "README.md", "other.md")
    assert end.code == 2
    assert f"listlint: README.md: {said}" in end.err
    assert "warning a-rule" in end.out  # of the list as it stands
    assert other.read_text() == MENDED
    assert readme.exists() == ("vanished" not in said)
    assert not readme.exists() or readme.read_text() != MENDED
    assert [name for name in names(readme.parent) if name.startswith(".")] == []


def process(*words: str, **more: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "listlint", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


NOBODY = 65534
LOCKED = {
    "folder": "can't be written: Permission denied",
    "file": "is read-only: make it writable first (chmod u+w)",
    "another's file": "belongs to another user or group, and would change hands",
}
REAL = LIST.replace("ALC 2022", "NACCL 2022")
REAL_MENDED = LIST.replace("ALC 2022", "NAACL 2022")


def as_nobody(listlint: Command, folder: Path) -> tuple[int, str, str]:
    """How ``--fix`` ends for somebody without rights, if the tests are run by one with all."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            os.chdir(folder)
            os.write(writing, json.dumps(listlint("--fix", "README.md")).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        end = told.read()
    os.waitpid(child, 0)
    code, out, err = json.loads(end)
    return code, out, err


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("locked", ["folder", "file", "another's file"])
def test_without_the_right_to_write_nothing_is_lost(
    listlint: Command, folder: Path, locked: str
) -> None:
    root = os.geteuid() == 0
    if locked == "another's file" and not root:
        pytest.skip("only root has files of others")
    with tempfile.TemporaryDirectory(dir="/tmp") as there:  # nobody comes into pytest's folders
        place = Path(there)
        file = place / "README.md"
        file.write_text(LIST)
        assert listlint("--diff", str(file)).code == 1  # what is loaded later can't be read then
        if root:
            os.chown(place, NOBODY, NOBODY)
            os.chown(file, *((0, 0) if locked == "another's file" else (NOBODY, NOBODY)))
        file.chmod({"file": 0o444, "another's file": 0o666}.get(locked, 0o644))
        place.chmod(0o555 if locked == "folder" else 0o755)
        code, out, err = as_nobody(listlint, place)
        place.chmod(0o755)
        assert (code, err.count("\n")) == (2, 1)
        assert err.startswith(f"listlint: README.md: {LOCKED[locked]}")
        assert "warning a-rule" in out
        assert file.read_text() == LIST
        assert names(place) == ["README.md"]


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of few kilobytes."""
    place = folder / "disk"
    place.mkdir()
    size = ["-o", "size=16k,mode=777", "listlint-test", str(place)]
    done = subprocess.run(["mount", "-t", "tmpfs", *size], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_loses_nothing(folder: Path) -> None:
    with small_disk(folder) as disk:
        (disk / "small.md").write_text(REAL)
        text = "# Big\n\n" + REAL * 5
        (disk / "README.md").write_text(text[: 16 * 1024 - 8 * 1024 + 3000])
        before = (disk / "README.md").read_bytes()
        end = process("--fix", "README.md", "small.md", "--jobs", "1", cwd=disk)
        assert end.returncode == 2
        assert "README.md: can't be written: No space left on device" in end.stderr
        assert (disk / "README.md").read_bytes() == before
        assert names(disk) == ["README.md", "small.md"]


def test_a_limit_on_file_sizes_loses_nothing(folder: Path) -> None:
    resource = pytest.importorskip("resource")

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    file = folder / "README.md"
    file.write_text(REAL)
    end = process(
        "--fix", cwd=folder, preexec_fn=limited, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    )
    assert end.returncode == 2
    assert "README.md: can't be written: File too large" in end.stderr
    assert file.read_text() == REAL
    assert names(folder) == ["README.md"]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_stopped_in_the_middle_of_many_files_all_are_whole(folder: Path, sign: int) -> None:
    files = [folder / f"list-{n:03}.md" for n in range(200)]
    for file in files:
        file.write_text(REAL)
    command = [sys.executable, "-m", "listlint", "--fix", *(file.name for file in files)]
    with subprocess.Popen(command, cwd=folder, stdout=-1, stderr=-1, text=True) as running:
        while files[5].read_text() == REAL and running.poll() is None:
            time.sleep(0.001)
        running.send_signal(sign)
        _, said = running.communicate()
    texts = [file.read_text() for file in files]
    assert set(texts) == {REAL, REAL_MENDED}
    assert texts == sorted(texts, key=[REAL_MENDED, REAL].index)
    if sign == signal.SIGINT:
        count = texts.count(REAL_MENDED)
        assert running.returncode == 130
        assert f"interrupted: {count} of 200 lists are mended" in said
        assert names(folder) == [file.name for file in files]


# -- what a program writes


def test_generated_parts_are_found_and_not_mended(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = LIST.splitlines(keepends=True)
    text = "".join([*lines[:2], "<!-- START:papers -->\n\n", *lines[2:], "\n<!-- END:papers -->\n"])
    readme.write_text(text + "\nALC\n")
    end = listlint("--fix")
    assert readme.read_text() == text + "\nACL\n"
    assert "fix: write ACL, in what writes the part 'papers': it is generated\n" in end.out
    assert "1 finding, 0 fixable" in end.out


def test_several_at_a_time_give_the_same(listlint: Command, folder: Path) -> None:
    for name in "abc":
        (folder / f"{name}.md").write_text(REAL)
    end = process("--fix", "--jobs", "2", "a.md", "b.md", "c.md", "a.md", cwd=folder)
    assert end.returncode == 0
    assert end.stderr.count("1 mended (venue-spelling 1)") == 3
    assert {(folder / f"{name}.md").read_text() for name in "abc"} == {REAL_MENDED}


def test_edits_of_a_fix_that_reach_nothing_new_end(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    same = Fix("write it again", SAFE, (Edit(2, 8, "Papers"),))
    finds(monkeypatch, word_rule("# Papers", fix=same))
    assert listlint("--fix").code == 1
    assert readme.read_text() == LIST
