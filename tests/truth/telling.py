"""A world for tests of rules that ask it: what it answers, and lists judged by it."""

from __future__ import annotations

from listlint.config import Config
from listlint.facts import (
    ABSENT,
    AGREES,
    CODE,
    DATASETS,
    DIFFERS,
    LINK,
    PUBLISHED,
    RECORD,
    REPOSITORY,
    RETRACTED,
    WITHDRAWN,
    Answer,
    Answers,
    Question,
)
from listlint.finding import SUGGESTED, Finding
from listlint.fix.choice import Wish
from listlint.fix.rounds import mend
from listlint.lint.gather import lint
from made import papers

Known = dict[Question, Answer]
ADA, BO = "Ada Almqvist", "Bo Berg"


def record(id: str, title: str, *authors: str, source: str = "arXiv", **more: str) -> Known:
    says = {"title": title, "authors": "\n".join(authors), **more}
    return {Question(RECORD, id): Answer(AGREES, says, source)}


def published(id: str, venue: str, year: int, **says: str) -> Known:
    told = {"venue": venue, "year": str(year), "record": f"DBLP {venue}/{year}", **says}
    return {Question(PUBLISHED, id): Answer(AGREES, told, "Semantic Scholar")}


def unpublished(id: str) -> Known:
    return {Question(PUBLISHED, id): Answer(AGREES, {}, "Semantic Scholar")}


def dead(url: str, how: str = "404 twice", **says: str) -> Known:
    return {Question(LINK, url): Answer(ABSENT, {"how": how, **says}, "the page")}


def moved(url: str, to: str) -> Known:
    return {Question(LINK, url): Answer(DIFFERS, {"to": to}, "the page")}


def alive(url: str) -> Known:
    return {Question(LINK, url): Answer(AGREES, {}, "the page")}


def renamed(name: str, now: str) -> Known:
    return {Question(REPOSITORY, name): Answer(DIFFERS, {"name": now}, "GitHub")}


def withdrawn(id: str, words: str, version: str = "v2") -> Known:
    says = {"words": words, "version": version}
    return {Question(WITHDRAWN, id): Answer(DIFFERS, says, "arXiv")}


def retracted(id: str, words: str = "Retraction") -> Known:
    return {Question(RETRACTED, id): Answer(DIFFERS, {"words": words}, "Crossref")}


def code(id: str, url: str) -> Known:
    return {Question(CODE, id): Answer(AGREES, {"url": url}, "Hugging Face")}


def datasets(id: str, *urls: str) -> Known:
    return {Question(DATASETS, id): Answer(AGREES, {"urls": "\n".join(urls)}, "Hugging Face")}


def judged(rule: str, text: str, *known: Known) -> list[Finding]:
    """What one rule says; an empty name: what all of them say."""
    config = Config(select=frozenset([rule])) if rule else Config()
    report = lint(papers(text), config, _answers(known))
    assert not report.faults, report.faults
    return list(report.findings)


def said(rule: str, text: str, *known: Known) -> list[str]:
    return [each.message for each in judged(rule, text, *known)]


def mended(rule: str, text: str, *known: Known) -> str:
    """The list after all fixes of one rule, none of them taken back."""
    config = Config(select=frozenset([rule]))
    answers = _answers(known)
    done = mend(
        lint(papers(text), config, answers),
        Wish(SUGGESTED, config.select),
        lambda source: papers(source.text),
        lambda list_: lint(list_, config, answers),
    )
    assert not done.taken_back, [each.why for each in done.taken_back]
    return done.report.papers.text


def _answers(known: tuple[Known, ...]) -> Answers:
    return Answers({question: answer for each in known for question, answer in each.items()})
