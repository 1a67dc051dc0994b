"""What tells of a topic besides titles: abstracts that services gave, and what a model knows."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from conftest import Command
from listlint.checks.misplaced_entry import Options, check
from listlint.facts import AGREES, RECORD, Answer, Answers, Question
from listlint.placement import taught
from listlint.placement.fitting import fitting
from listlint.placement.further import abstracts, meanings
from made import papers

WORDS = {
    "Kettles": ["Kettle Whistle", "Teapot Lid", "Boiling Kettle", "Steam Teapot"],
    "Socks": ["Odd Sock", "Woolen Glove", "Sock Drawer", "Mitten Glove"],
}
WAYS = ["Detection", "Counting", "Mending", "Ranking", "Naming", "Sketching", "Sorting"]
STRAY = "- Seven Lessons from Kitchens, ICML 2022 [[Paper](https://arxiv.org/abs/2203.00017)]\n"
ABSTRACT = (
    "We teach a kettle and a teapot to whistle: steam lifts the lid of a boiling kettle, whatever"
    " the teapot lid weighs. Whistle and steam tell boiling from mending, kettle by kettle."
)


def section(topic: str) -> str:
    words = WORDS[topic]
    lines = (f"- {words[n % 4]} {WAYS[n % 7]} Part {n}, ICML 2023\n" for n in range(14))
    return f"## {topic}\n\n{''.join(lines)}"


LIST = f"# Things\n\n{section('Kettles')}\n{section('Socks')}{STRAY}"


def told(abstract: str) -> Answers:
    asked = Question(RECORD, "arxiv:2203.00017", "Seven Lessons from Kitchens")
    return Answers({asked: Answer(AGREES, {"abstract": abstract}, "arXiv")}, online=True)


def test_an_abstract_that_services_gave_tells_where_a_title_does_not() -> None:
    listed = papers(LIST)
    lesson = taught(listed)
    stray = listed.entries[-1]
    kettles, socks = abstracts(lesson, {"arxiv:2203.00017": ABSTRACT})(stray)
    assert kettles > socks + 1
    assert list(abstracts(lesson, {})(stray)) == [0.0, 0.0]


def test_the_rule_asks_for_none_and_takes_what_others_asked_for() -> None:
    listed = papers(LIST.replace("Seven Lessons from Kitchens", "Seven Teapot Lessons"))
    assert not list(check(listed, Answers(online=True), Options()))
    assert not list(check(listed, told("Nothing that a list knows."), Options()))
    (finding,) = check(listed, told(ABSTRACT), Options())
    assert finding.entry is not None
    assert finding.entry.title == "Seven Teapot Lessons"


def embed(titles: Sequence[str]) -> list[list[float]]:
    """A model of two meanings: what is hot, and what is worn."""
    hot, worn = "kettle teapot boiling steam samovar", "sock glove mitten scarf"
    words = [title.lower().split() for title in titles]
    return [[float(sum(w in kind for w in each)) for kind in (hot, worn)] for each in words]


def test_a_title_of_strange_words_is_placed_by_its_meaning() -> None:
    lesson = taught(papers(LIST))
    assert not fitting(lesson, "Samovar").fits
    found = fitting(lesson, "Samovar", near=meanings(lesson, embed))
    assert [fit.place.title for fit in found.fits] == ["Kettles", "Socks"]


def test_an_entry_is_judged_without_itself() -> None:
    listed = papers(LIST.replace("Seven Lessons from Kitchens", "Samovar"))
    lesson = taught(listed)
    near = meanings(lesson, embed)
    kettles, socks = near("Samovar", lesson.home[listed.entries[-1].index])
    assert kettles == pytest.approx(near("Samovar", -1)[0])
    assert socks < near("Samovar", -1)[1]


@pytest.fixture
def model(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    class Model:
        encode = staticmethod(embed)

        @classmethod
        def from_pretrained(cls, path: str) -> Model:
            if not list(Path(path).iterdir()):
                raise ValueError("no model here")
            return cls()

    monkeypatch.setitem(sys.modules, "model2vec", SimpleNamespace(StaticModel=Model))
    (folder / "README.md").write_text(LIST)
    (folder / "model").mkdir()
    return folder / "model"


def test_place_counts_meanings_where_a_model_is_named(listlint: Command, model: Path) -> None:
    (model / "model.safetensors").write_text("")
    ended = listlint("place", "README.md", "Samovar", "--meanings", "model")
    assert ended.code == 0
    assert ended.out.splitlines()[0].endswith("Kettles (14 entries): by meaning alone")


def test_what_is_no_model_is_named(
    listlint: Command, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("place", "README.md", "Samovar", "--meanings")
    assert "model2vec can't read it: no model here" in listlint(*words, "model").err
    assert "nowhere: no folder" in listlint(*words, "nowhere").err
    monkeypatch.setitem(sys.modules, "model2vec", None)
    ended = listlint(*words, "model")
    assert (ended.code, ended.out) == (2, "")
    assert "pip install 'listlint[semantic]'" in ended.err


def test_an_entry_is_misplaced_by_its_meaning_where_a_model_is_named(
    listlint: Command, folder: Path, model: Path
) -> None:
    (model / "model.safetensors").write_text("")
    strange = "- Samovar Urns, CVPR 2023\n"
    heading = LIST.index("\n", LIST.index("## Socks")) + 2
    (folder / "README.md").write_text(LIST[:heading] + strange + LIST[heading:])
    words = ("README.md", "--notes", "--select", "misplaced-entry")
    assert "*Kettles* would suit this better" not in listlint(*words).out
    (folder / ".listlint.yml").write_text("rules: {misplaced-entry: {meanings: model}}\n")
    assert "*Kettles* would suit this better than *Socks*: by what titles mean" in (
        listlint(*words).out
    )
    (folder / ".listlint.yml").write_text("rules: {misplaced-entry: {meanings: nowhere}}\n")
    assert "nowhere: no folder" in listlint(*words).err
