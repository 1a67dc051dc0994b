"""Services asked from the command line: whom, how much, what is said of it, and how it ends."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from listlint.commands._progress import said
from listlint.world.settings import Progress
from standin import Paper, Repository, Standin, World, standing
from world.loopback import host

SMELL = Paper(
    "2305.00017",
    "Sorting Lists by Smell",
    ("Ada Almqvist", "Bo Berg"),
    keys={"DBLP": "conf/iclr/AlmqvistB24"},
    comment="Accepted at ICLR 2024",
)
UMBRELLAS = Paper("2302.00071", "Counting Umbrellas in the Dark", ("Carla Castellano",))
WORLD = World(papers=(SMELL, UMBRELLAS), repositories=(Repository("berg/smell", "lab/smell"),))
LIST = """
- Sorting Lists by Smell, arXiv 2023 [[Paper](https://arxiv.org/abs/2305.00017)] [[Code](https://github.com/berg/smell)]
- Counting Umbrellas in the Dark, arXiv 2023 [[Paper](https://arxiv.org/abs/2302.00071)]
""".lstrip()
GONE = "- Folding Maps under Drift, arXiv 2022 [[Paper](https://arxiv.org/abs/2205.00019)]\n"
QUICK = ("403", "html", "cut")  # others take their time, as they should
FASTER = "links: {interval: {'*': 0.0, 127.0.0.1: 0.0}, timeout: 1}\n"


@pytest.fixture(scope="module")
def there() -> Iterator[Standin]:
    with standing(WORLD) as here:
        yield here


@pytest.fixture
def services(there: Standin, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Standin:
    """The stand-in, a list that it knows, and a cache of the test's own."""
    there.faults.clear()
    there.asked.clear()
    for name, value in there.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    (folder / ".listlint.yml").write_text(FASTER)
    (folder / "README.md").write_text(LIST)
    return there


def found(listlint: Command, services: Standin, *words: str) -> dict[str, Any]:
    ended = listlint("--online", *services.options(), "--format", "json", *words, "README.md")
    assert ended.code in (0, 1), ended.err
    document: dict[str, Any] = json.loads(ended.out)
    return document


def rules(document: dict[str, Any]) -> list[str]:
    return [each["rule"] for each in document["findings"]]


def test_what_services_know_is_said_and_mended(
    listlint: Command, services: Standin, folder: Path
) -> None:
    document = found(listlint, services)
    assert rules(document) == ["published-since", "renamed-repository"]
    assert document["files"][0]["unchecked"] == {}
    found(listlint, services, "--unsafe-fixes", "--select", "published-since,renamed-repository")
    assert (folder / "README.md").read_text() == LIST.replace(
        "arXiv 2023 [[Paper](https://arxiv.org/abs/2305",
        "ICLR 2024 [[Paper](https://arxiv.org/abs/2305",
    ).replace("berg/smell", "lab/smell")


def test_a_second_run_asks_nobody_what_is_known(listlint: Command, services: Standin) -> None:
    first = found(listlint, services)
    services.asked.clear()
    again = found(listlint, services)
    assert rules(again) == rules(first)
    assert not services.asked["semantic-scholar"]
    found(listlint, services, "--no-cache")
    assert services.asked["semantic-scholar"]


def test_a_folder_of_ones_own_keeps_the_answers(
    listlint: Command, services: Standin, folder: Path
) -> None:
    found(listlint, services, "--cache-dir", "kept")
    assert [each.name for each in (folder / "kept").iterdir()] == ["answers.sqlite3"]
    assert not (folder / "cache").exists()


@pytest.mark.parametrize("fault", QUICK)
def test_services_that_fail_leave_everything_unchecked(
    fault: str, listlint: Command, services: Standin
) -> None:
    services.failing(fault)
    ended = listlint("--online", *services.options(), "--no-cache", "README.md")
    offline = listlint("README.md")
    assert ended.code == offline.code == 0
    assert "0 findings" in ended.out
    assert "3 links not checked (" in ended.out
    assert "2 papers not looked up (" in ended.out


def test_offline_says_so_and_loads_nothing_of_the_net(folder: Path, listlint: Command) -> None:
    (folder / "README.md").write_text(LIST)
    assert "3 links not checked (offline)" in listlint("--offline", "README.md").out
    script = (
        "import sys; from listlint.cli import main; main(['README.md']);"
        "print([n for n in ('aiohttp', 'sqlite3', 'rich', 'asyncio', 'listlint.world.ask')"
        " if n in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True
    )
    assert ended.stdout.endswith("[]\n")


def test_a_plan_tells_whom_and_how_much_and_asks_nobody(
    listlint: Command, services: Standin
) -> None:
    ended = listlint("--plan", *services.options(), "README.md")
    assert ended.code == 0
    assert not any(services.asked.values())
    assert "arxiv" in ended.out
    assert ended.out.rstrip().endswith("nobody was asked")
    document = json.loads(
        listlint("--plan", *services.options(), "--format", "json", "README.md").out
    )
    assert document["requests"] == sum(each["requests"] for each in document["hosts"])


def test_without_keys_a_plan_says_which_are_wanted(
    listlint: Command, services: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SEMANTIC_SCHOLAR_API_KEY")
    monkeypatch.delenv("S2_API_KEY")
    ended = listlint("--plan", "README.md")
    assert "not asked without SEMANTIC_SCHOLAR_API_KEY" in ended.out


def test_only_what_changed_is_asked(listlint: Command, services: Standin, folder: Path) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example"]
    for words in (["init", "-q"], ["add", "README.md"], ["commit", "-qm", "A list"]):
        subprocess.run([*git, *words], cwd=folder, check=True, capture_output=True)
    (folder / "README.md").write_text(
        LIST.replace("Umbrellas in the Dark, arXiv", "Umbrellas in the Dark, ICML")
    )
    document = found(listlint, services, "--since", "HEAD")
    assert document["findings"] == []
    (asked,) = services.asked["arxiv"]
    assert "2302.00071" in asked
    assert "2305.00017" not in asked
    assert not services.asked["github"]


def test_what_a_registry_lacks_is_a_dead_link_unless_nobody_may_ask(
    listlint: Command, services: Standin, folder: Path
) -> None:
    (folder / "README.md").write_text(LIST + GONE)
    document = found(listlint, services)
    assert rules(document)[-1] == "dead-link"
    assert document["files"][0]["unchecked"] == {}
    (folder / ".listlint.yml").write_text(
        "links: {ignore: ['https://arxiv.org/abs/2205.*'], timeout: 1}\n"
    )
    assert "dead-link" not in rules(found(listlint, services))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--online", "--offline"], "--online and --offline: one of the two"),
        (["--plan", "--offline"], "leave --offline out"),
        (["--online", "--endpoint", "arxive=http://x.example"], "did you mean arxiv?"),
        (["--online", "--endpoint", "arxiv=ftp://x.example"], "write SERVICE=https://HOST"),
        (["--online", "--endpoint", "arxiv"], "write SERVICE=https://HOST"),
        (["--online", "--allow-network", "here"], "not a network"),
    ],
)
def test_wrong_words_are_one_line(
    words: list[str], message: str, listlint: Command, services: Standin
) -> None:
    ended = listlint(*words, "README.md")
    assert ended.code == 2
    assert message in ended.err
    assert not any(services.asked.values())


def test_a_review_of_a_working_copy_asks_about_the_change(
    listlint: Command, services: Standin, folder: Path
) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example"]
    for words in (["init", "-q"], ["add", "README.md"], ["commit", "-qm", "A list"]):
        subprocess.run([*git, *words], cwd=folder, check=True, capture_output=True)
    (folder / "README.md").write_text(LIST + GONE)
    words = ["review", "--dry-run", "--diff", "HEAD", "--no-cache"]
    ended = listlint(*words, "--online", *services.options(), "README.md")
    assert "`dead-link`" in ended.out
    assert "published-since" not in ended.out
    services.failing("403")
    ended = listlint(*words, "--online", *services.options(), "README.md")
    assert "Not verified, and not counted as wrong: 1 link not checked" in ended.out
    assert "Not verified" not in listlint(*words, "README.md").out


def test_how_far_it_is_stands_on_one_line() -> None:
    waits = {"arxiv.org": 3.2, "github.com": 12.0, "a.example": 1.0, "b.example": 1.0}
    assert said(Progress(1200, 5000, 300, waits), 5.0) == (
        "1,200 of 5,000 asked, 240 a second; waiting for github.com (12 s), arxiv.org (3 s), "
        "a.example (1 s) and 1 more"
    )
    assert said(Progress(0, 5, 0, {}), 0.1) == "0 of 5 asked"


ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok"
GONE_PAGE = ANSWER.replace(b"200 OK", b"404 Not Found")


def started(folder: Path, url: str, *words: str, **how: Any) -> subprocess.Popen[bytes]:
    """A run of its own over one page that is gone and one that answers, slowly."""
    page = "- {} Drawers by Touch, ICML 2022 [[Paper]({}/{}.pdf)]\n"
    (folder / "README.md").write_text(
        page.format("Sorting", url, "gone") + page.format("Finding", url, "slow")
    )
    (folder / ".listlint.yml").write_text("links: {interval: {127.0.0.1: 0.0}}\n")
    command = [sys.executable, "-m", "listlint", "check", "--online", "--no-cache"]
    return subprocess.Popen(
        [*command, "--allow-network", "127.0.0.0/8", *words, "README.md"], cwd=folder, **how
    )


def test_ctrl_c_reports_what_was_learnt_by_then(folder: Path) -> None:
    asked: list[str] = []

    def answer(path: str) -> bytes:
        asked.append(path)
        if path == "/slow.pdf":
            time.sleep(8)
        return GONE_PAGE if path == "/gone.pdf" else ANSWER

    with host(answer) as there:
        run = started(folder, there.url, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        until(lambda: asked.count("/gone.pdf") > 1 and "/slow.pdf" in asked)
        time.sleep(0.5)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=20)
    assert b"gone.pdf isn't there (404 twice)" in out
    assert b"1 link not checked (over-budget)" in out
    assert b"interrupted: what wasn't asked by then is unchecked" in err
    assert run.returncode == 130


def test_on_a_terminal_a_line_tells_how_far_it_is(folder: Path) -> None:
    def answer(path: str) -> bytes:
        time.sleep(1.5)
        return ANSWER

    main, other = pty.openpty()
    with host(answer) as there:
        run = started(folder, there.url, stdout=subprocess.DEVNULL, stderr=other)
        assert run.wait(30) == 0
    os.close(other)
    shown = os.read(main, 65536).decode()
    os.close(main)
    assert "of 2 asked" in shown


def until(true: Callable[[], bool]) -> None:
    for _ in range(200):
        if true():
            return
        time.sleep(0.1)
    raise AssertionError("it never came to that")
