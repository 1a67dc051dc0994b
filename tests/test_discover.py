"""``listlint discover``: papers that a list lacks, none that it has or that was declined."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import Command
from listlint.commands._world import World
from listlint.discovering import asking
from listlint.discovering.ranking import proposals
from listlint.facts import (
    AGREES,
    CODE,
    NEWEST,
    PUBLISHED,
    RECOMMENDED,
    UNCHECKED,
    Answer,
    Question,
)
from listlint.world.asking import Reply
from listlint.world.sources import arxiv, semantic_scholar
from made import papers
from test_add import LIST, SMELL, WEIGHT


def about(id: str, title: str, date: str = "", authors: str = "") -> dict[str, str]:
    """A paper as a service names it."""
    return {"id": id, "title": title, "year": date[:4], "date": date, "authors": authors}


HEAVY = about("arxiv:2411.00009", "A Heavy Scale for Weighing Shelves", "2024-11-02", "Ada Quill")
NOSE = about("arxiv:2312.00009", "Sorting with a Cold Nose", "2023-12-05")
STRANGE = about("arxiv:2401.00009", "Boats that Sail to the Moon", "2024-01-02")
THERE = about("arxiv:2303.00002", "Weighing Noisy Ladders")
NEARLY = about("doi:10.1234/ladders", "Weighing, Noisy Ladders!")
JSON = {"content-type": "application/json"}


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "README.md"
    path.write_text(LIST)
    return path


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> dict[str, Answer]:
    """What is answered, by topic; a test fills it."""
    known: dict[str, Answer] = {}

    def answer(self: World, questions: Sequence[Question], links: object = None) -> object:
        return {each: known.get(each.topic, Answer(AGREES)) for each in questions}

    monkeypatch.setattr(World, "services", answer)
    return known


def named(*said: dict[str, str]) -> Answer:
    return Answer(AGREES, {"papers": json.dumps(said)}, "somebody")


def test_what_fits_comes_first_with_its_section_its_entry_and_the_reasons(
    listlint: Command, file: Path, services: dict[str, Answer]
) -> None:
    services[RECOMMENDED] = named(STRANGE, NOSE, HEAVY)
    services[NEWEST] = named(HEAVY, NOSE)
    services[PUBLISHED] = Answer(AGREES, {"venue": "neurips", "year": "2024"})
    end = listlint("discover", "README.md")
    assert end.code == 0, end.err
    first = end.out.split("\n2. ")[0].splitlines()
    assert first[0] == "1. A Heavy Scale for Weighing Shelves (2024)  arxiv:2411.00009"
    assert first[1] == "   into Weight"
    assert first[2].startswith("   recommended beside the papers of ")
    assert first[3] == "   among arXiv's newest with the list's words"
    assert first[-1] == (
        "     - **A Heavy Scale for Weighing Shelves**, NeurIPS 2024 "
        "[[Paper](https://arxiv.org/abs/2411.00009)]"
    )
    assert end.out.index("Cold Nose") < end.out.index("Boats")
    assert file.read_text() == LIST


def test_nothing_that_is_listed_or_nearly_is_shown(
    listlint: Command, file: Path, services: dict[str, Answer]
) -> None:
    services[RECOMMENDED] = named(THERE, NEARLY, HEAVY)
    end = listlint("discover", "README.md")
    assert "Ladders (" not in end.out
    assert "2 papers" not in end.out
    assert "A Heavy Scale" in end.out


def test_what_a_maintainer_declined_is_not_shown_again(
    listlint: Command, file: Path, services: dict[str, Answer]
) -> None:
    services[RECOMMENDED] = named(HEAVY, NOSE, STRANGE)
    (file.parent / ".listlint").mkdir()
    declined = "# no thanks\n2411.00009 # too heavy\nBoats that Sail to the Moon\n"
    (file.parent / ".listlint" / "declined").write_text(declined)
    end = listlint("discover", "README.md")
    assert "Heavy" not in end.out
    assert "Boats" not in end.out
    assert "Cold Nose" in end.out


def test_only_papers_since_a_date_and_no_more_than_asked(
    listlint: Command, file: Path, services: dict[str, Answer]
) -> None:
    services[RECOMMENDED] = named(HEAVY, NOSE, STRANGE)
    assert "Cold Nose" not in listlint("discover", "README.md", "--since", "2024").out
    assert "Boats" not in listlint("discover", "README.md", "--since", "2024-05").out
    assert listlint("discover", "README.md", "--limit", "1").out.count("\n   into ") == 1


def test_as_json_an_object_a_line(
    listlint: Command, file: Path, services: dict[str, Answer]
) -> None:
    services[RECOMMENDED] = named(HEAVY)
    services[CODE] = Answer(AGREES, {"url": "https://github.com/doe/heavy"})
    services[PUBLISHED] = Answer(AGREES, {"venue": "neurips", "year": "2024"})
    (row,) = map(
        json.loads, listlint("discover", "README.md", "--format", "jsonl").out.splitlines()
    )
    assert row["id"] == "arxiv:2411.00009"
    assert row["section"] == ["Weight"]
    assert row["entry"].endswith("[[Code](https://github.com/doe/heavy)]")
    assert row["why"]


def test_who_did_not_answer_is_named(
    listlint: Command, file: Path, services: dict[str, Answer]
) -> None:
    services[RECOMMENDED] = Answer(UNCHECKED, reason="no-key")
    services[NEWEST] = named(NOSE)
    end = listlint("discover", "README.md")
    assert end.code == 0
    assert "Semantic Scholar wasn't asked or didn't answer (no-key): set SEM" in end.err
    services[NEWEST] = Answer(UNCHECKED, reason="unreachable")
    end = listlint("discover", "README.md")
    assert end.code == 2
    assert "arXiv wasn't asked or didn't answer (unreachable)" in end.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("README.md", "--offline"), "papers can't be found without asking"),
        (("README.md", "--since", "May"), "write a date as 2024, 2024-05"),
        (("README.md", "--limit", "0"), "write a number from 1 to 200"),
        (("missing.md",), "no such file"),
        (("bare.md",), "none of its entries links a paper"),
        (("empty.md",), "no entry of a paper list found"),
    ],
)
def test_a_mistake_is_one_plain_line(
    listlint: Command, file: Path, words: tuple[str, ...], said: str
) -> None:
    Path("bare.md").write_text(
        "- **Sorting Lists by Smell**, ACL 2022\n- **Nets that Fold Socks**, ACL 2023\n"
    )
    Path("empty.md").write_text("# Nothing\n")
    end = listlint("discover", *words)
    assert (end.code, end.out) == (2, "")
    assert said in end.err
    assert len(end.err.splitlines()) == 1


def test_what_is_of_the_wrong_shape_is_not_believed() -> None:
    made = papers(LIST)
    for text in ("nonsense", "{}", "[1, null]", '[{"id": "arxiv:1"}]', '[{"title": "X"}]'):
        known = {each: Answer(AGREES, {"papers": text}) for each in asking.questions(made)}
        assert proposals(made, asking.candidates(made, known)) == []


# The services


def test_a_section_s_papers_are_asked_for_in_one_request() -> None:
    first, *_ = asking.questions(papers(LIST))
    (request,) = semantic_scholar.requests([first])
    assert request.url.startswith("/recommendations/v1/papers/?limit=100&fields=title")
    body = json.loads(request.body)
    assert set(body["positivePaperIds"]) == {f"ARXIV:{number}" for _, number in SMELL}
    assert (request.method, request.secret) == ("POST", "semantic-scholar")


def test_recommended_papers_have_their_best_id() -> None:
    question = Question(RECOMMENDED, "arxiv:2203.00001")
    (request,) = semantic_scholar.requests([question])
    said = {
        "recommendedPapers": [
            {
                "title": "One",
                "externalIds": {"ArXiv": "2411.00009", "DOI": "10.1/X"},
                "authors": [{"name": "Ada Quill"}],
                "publicationDate": "2024-11-02",
            },
            {"title": "Two", "externalIds": {"DOI": "10.1234/Two"}},
            {"title": "Three", "externalIds": {}},
            {"title": None},
            "nonsense",
        ]
    }
    outcome = semantic_scholar.read(request, Reply(200, JSON, json.dumps(said).encode()))
    found = json.loads(outcome.answers[question].says["papers"])
    assert [each["id"] for each in found] == ["arxiv:2411.00009", "doi:10.1234/two"]
    assert found[0]["date"] == "2024-11-02"


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(0, reason="no-key"), "no-key"),
        (Reply(429, JSON, b'{"message": "Too Many Requests", "code": "429"}'), "rate-limited"),
        (Reply(200, JSON, b"[]"), "unparsable"),
        (Reply(200, {"content-type": "text/html"}, b"<html>"), "challenged"),
    ],
)
def test_an_outage_of_recommendations_is_no_answer(reply: Reply, reason: str) -> None:
    question = Question(RECOMMENDED, "arxiv:2203.00001")
    (request,) = semantic_scholar.requests([question])
    answer = semantic_scholar.read(request, reply).answers[question]
    assert (answer.state, answer.reason) == (UNCHECKED, reason)


def test_papers_that_the_service_does_not_know_lead_to_none() -> None:
    question = Question(RECOMMENDED, "arxiv:2203.00001")
    (request,) = semantic_scholar.requests([question])
    reply = Reply(404, JSON, b'{"error": "Input papers not found"}')
    assert semantic_scholar.read(request, reply).answers[question].says == {}


def test_the_newest_are_asked_for_by_phrases_and_nothing_else() -> None:
    question = Question(NEWEST, 'weighing "towels)\nOR ti:evil')
    (request,) = arxiv.requests([question])
    assert "search_query=ti%3A%22weighing+towels%22+OR+abs%3A%22weighing+towels%22" in request.url
    assert "ti%3Aevil" not in request.url
    feed = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry>
      <id>http://arxiv.org/abs/2411.00009v1</id><title>A Heavy Scale</title>
      <published>2024-11-02T10:00:00Z</published><author><name>Ada Quill</name></author>
      </entry></feed>"""
    reply = Reply(200, {"content-type": "application/atom+xml"}, feed)
    (found,) = json.loads(arxiv.read(request, reply).answers[question].says["papers"])
    assert (found["id"], found["date"]) == ("arxiv:2411.00009", "2024-11-02")
    outage = arxiv.read(request, Reply(429, {}, b"Rate exceeded.")).answers[question]
    assert outage.reason == "rate-limited"


def test_phrases_are_what_titles_share() -> None:
    text = LIST + "".join(
        f"- **Weighing at Home, Volume {n}**, ACL 2022\n" for n in ("One", "Two", "Three")
    )
    assert "weighing home" not in asking.phrases(papers(text))
    assert len(WEIGHT) == 5
