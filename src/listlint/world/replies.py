"""Whether a reply may be believed: status first, then content type, then shape; it judges no paper.

Every service has an outage that looks like an answer: a page of HTML with 200, a plain text, JSON
that breaks off. What isn't surely what was asked for is no answer, and has a reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from listlint.facts import UNCHECKED, Answer, Question
from listlint.world.asking import Outcome, Reply, Request

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_REFUSED = {400, 401, 405, 406, 407, 410, 418, 451}


def json_of(reply: Reply) -> Any:
    """The body as JSON, whatever the status; None of anything else."""
    if reply.cut or not reply.body or "html" in reply.headers.get("content-type", ""):
        return None
    try:
        return json.loads(reply.body)
    except (ValueError, RecursionError):
        return None


def xml_of(reply: Reply) -> Element | None:
    """The body as XML without a document type; None of anything else."""
    if reply.cut or "html" in reply.headers.get("content-type", ""):
        return None
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root: Element = fromstring(reply.body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError, LookupError):
        return None
    return root


def why(reply: Reply) -> str:
    """Why a reply can't be believed: one of ``facts.REASONS``."""
    if reply.status == 0:
        return reply.reason or "unreachable"
    if reply.status == 429 or b"rate exceeded" in reply.body[:200].lower():
        return "rate-limited"
    if _is_wall(reply):
        return "challenged"
    if reply.status >= 500:
        return "unreachable"
    return "refused" if reply.status in _REFUSED or reply.status == 403 else "unparsable"


def _is_wall(reply: Reply) -> bool:
    if "cf-mitigated" in reply.headers or "x-amzn-waf-action" in reply.headers:
        return True
    html = "html" in reply.headers.get("content-type", "") or reply.body[:200].lstrip()[:1] == b"<"
    return html and "xml" not in reply.headers.get("content-type", "") and reply.status < 500


def unchecked(questions: Iterable[Question], reason: str) -> Outcome:
    """No answer to any of them, and why."""
    return Outcome({question: Answer(UNCHECKED, reason=reason) for question in questions})


def unusable(request: Request, reply: Reply) -> Outcome:
    """No answer to whatever the request was for."""
    return unchecked(request.questions, why(reply))


# JSON of the wrong shape gives nothing, and never an error


def within(value: Any, *path: str) -> Any:
    """What stands under a path of names; None where there is no such path."""
    for name in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value


def text(value: Any, *path: str) -> str:
    """The text under a path; a number as its text, nothing of anything else."""
    value = within(value, *path)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def rows(value: Any, *path: str) -> list[Any]:
    """The list under a path; an only one stands for a list of one, nothing else for none."""
    value = within(value, *path)
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, Mapping) else []


def lines(names: Iterable[str]) -> str:
    """Names, a line each."""
    return "\n".join(name for name in (" ".join(name.split()) for name in names) if name)
