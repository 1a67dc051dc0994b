"""One list's work, wherever it is done: what its record says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from listlint.config import DEFAULT
from listlint.facts import ABSENT, LINK, Answer, Question
from listlint.fleet.jobs import Job, List, job_of, packed
from listlint.fleet.work import asked, judge
from made import broken_rule, entries, word_rule

FAULTY = entries(9) + "- Sorting Lists by Sound, NeurlPS 2022 [[Paper](notes/sound.md)]\n"


def job(text: str | bytes, path: str = "README.md", **more: Any) -> Job:
    data = text if isinstance(text, bytes) else text.encode()
    return Job(path, data, DEFAULT, "digest", **more)


def test_a_record_counts_what_was_found() -> None:
    record = judge(job(FAULTY, local=False))
    assert (record["state"], record["entries"], record["unread"]) == ("checked", 10, 0)
    assert record["levels"]["error"] == record["rules"]["venue-spelling"] == 1
    assert record["fixable"] >= 1
    assert record["unchecked"] == {"offline": 9}
    assert "findings" not in record
    assert "day" not in record


def test_files_beside_a_list_are_looked_for_where_it_lies(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / "README.md").write_text(FAULTY)
    here = job_of(List("README.md", DEFAULT), "")
    assert judge(here)["rules"]["missing-file"] == 1
    assert "missing-file" not in judge(here._replace(local=False))["rules"]


def test_answers_come_along() -> None:
    url = "https://arxiv.org/abs/2203.00001"
    told = packed({Question(LINK, url): Answer(ABSENT, {"how": "404"}, "arXiv")})
    record = judge(job(FAULTY, told=told, day="2020-02-02"))
    assert record["day"] == "2020-02-02"
    assert record["rules"].get("dead-link") == 1
    assert any(each.subject == url for each in asked(job(FAULTY)))


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"a\0b", "README.md: is a binary file"), (b"Words.\n", "README.md: no entry of a paper")],
)
def test_what_is_no_list_says_so(data: bytes, said: str) -> None:
    record = judge(job(data))
    assert record["state"] == "unreadable"
    assert record["error"].startswith(said)
    assert asked(job(b"a\0b")) == frozenset()


def test_findings_are_named_and_a_rule_that_breaks_too(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = (broken_rule(), word_rule("Sound"))
    for name in ("all_rules", "local_rules"):
        monkeypatch.setattr(f"listlint.config.{name}", lambda: rules)
    record = judge(job(FAULTY, findings=True))
    assert [each["rule"] for each in record["findings"]] == ["a-rule"]
    assert record["state"] == "broken"
    assert record["error"]
