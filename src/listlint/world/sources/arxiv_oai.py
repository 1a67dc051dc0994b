"""arXiv's OAI records: whether a paper is withdrawn, which its other interface doesn't say.

Asked only of papers whose comment speaks of a withdrawal. A version without a file (source type
``I``) is one; where nobody answers, a comment that is the withdrawal phrase itself is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from listlint.facts import AGREES, DIFFERS, WITHDRAWN, Answer, Question
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.replies import unusable, xml_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SERVICE, SOURCE = "arxiv-oai", "arXiv"


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One request a paper."""
    for question in questions:
        if question.topic == WITHDRAWN and question.subject.startswith("arxiv:"):
            yield from confirming({question.subject.removeprefix("arxiv:"): (question,)})


def confirming(held: Mapping[str, tuple[Question, ...]]) -> Iterator[Request]:
    """The requests that tell whether papers are withdrawn: {id: the questions about it}."""
    for id, questions in held.items():
        url = f"/oai?verb=GetRecord&identifier=oai:arXiv.org:{id}&metadataPrefix=arXivRaw"
        yield Request(SERVICE, url, questions)


def read(request: Request, reply: Reply) -> Outcome:
    """Withdrawn or not, and in which words."""
    root = xml_of(reply) if reply.status == 200 else None
    record = None if root is None else _find(root, "arXivRaw")
    if record is None or not _versions(record):
        return unusable(request, reply)
    words = " ".join((_text(record, "comments")).split())
    last = _versions(record)[-1]
    gone = "I" in _text(last, "source_type") or is_phrase(words)
    says = {"words": words, "version": last.get("version", "")} if gone else {}
    answer = Answer(DIFFERS if gone else AGREES, says, SOURCE)
    return Outcome(dict.fromkeys(request.questions, answer))


def is_phrase(comment: str) -> bool:
    """Whether a comment says that this paper is withdrawn, and not a part, a version or another."""
    return len(comment) < 2000 and _phrase().match(comment) is not None


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(
        r"(?:this|the) (?:paper|article|submission|manuscript|preprint|work) "
        r"(?:has been|is|was) withdrawn\b(?! from)"
        r"|(?:paper )?withdrawn by (?:the )?(?:author|arxiv)",
        re.IGNORECASE,
    )


def _versions(record: Element) -> list[Element]:
    return [child for child in record if child.tag.rpartition("}")[2] == "version"]


def _text(element: Element, name: str) -> str:
    found = _find(element, name)
    return "" if found is None else found.text or ""


def _find(element: Element, name: str) -> Element | None:
    return next((each for each in element.iter() if each.tag.rpartition("}")[2] == name), None)
