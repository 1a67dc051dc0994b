"""What the first bytes of a page say: its title, whether it is gone, a wall against programs.

Linear on whatever a host sends: a page is searched, never parsed.
"""

from __future__ import annotations

import html
import re
from functools import cache

from listlint.world.asking import Reply

_LONGEST_TITLE = 300
_FEWEST_ANCHORS = 3  # a page with fewer makes its anchors when it is shown
_MADE = (  # the marks of pages that a script makes when they are shown
    b"__NEXT_DATA__",
    b"data-reactroot",
    b"ng-version",
    b"__nuxt",
    b'id="root"',
    b'id="app"',
    b'id="__docusaurus"',
    b"data-server-rendered",
)
_CHALLENGES = (
    "just a moment",
    "attention required",
    "making sure you're not a bot",
    "access denied",
    "are you a robot",
    "are you human",
    "verify you are human",
    "verifying you are human",
    "human verification",
    "security check",
    "security verification",
    "checking your browser",
    "client challenge",
    "robot check",
    "bot verification",
    "ddos-guard",
    "pardon our interruption",
    "one more step",
    "vercel security checkpoint",
    "captcha",
    "request rejected",
)
_WALL_HEADERS = ("cf-mitigated", "x-amzn-waf-action", "x-datadome", "x-sucuri-block")


def title(body: bytes) -> str:
    """The title of a page, on one line; nothing if its first bytes hold none."""
    if b"<title" not in body and b"<TITLE" not in body and b"<Title" not in body:
        return ""
    low = body.lower()
    start = low.find(b"<title")
    start = low.find(b">", start) + 1 if start >= 0 else 0
    end = low.find(b"</title", start, start + 4 * _LONGEST_TITLE) if start else -1
    if end < 0:
        return ""
    text = html.unescape(body[start:end].decode("utf-8", "replace"))
    return " ".join(text.split())[:_LONGEST_TITLE]


def says_gone(reply: Reply) -> bool:
    """Whether a part of a page's title says that there is no such page."""
    text = title(reply.body) if "html" in reply.headers.get("content-type", "html") else ""
    if not text or b"citation_title" in reply.body:
        return False
    parts = [part.strip(" .!:;,\"'()[]") for part in _between().split(text)]
    return any(_gone().fullmatch(part) for part in parts if len(part) <= 80)


def is_wall(reply: Reply) -> bool:
    """Whether a wall answered in a page's place."""
    if reply.status == 202 or any(name in reply.headers for name in _WALL_HEADERS):
        return bool(reply.status)
    text = title(reply.body).casefold().replace("\u2019", "'")
    return text.startswith(_CHALLENGES) or (reply.status in (403, 429, 503) and "captcha" in text)


def lacks(reply: Reply, name: str) -> bool:
    """Whether a page, wholly read, has anchors of its own and none of this name."""
    kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "text/html" or reply.status != 200 or any(sign in reply.body for sign in _MADE):
        return False
    found = {
        html.unescape(value.decode("utf-8", "replace").strip("\"'"))
        for value in _anchor().findall(reply.body)
    }
    names = {name, f"user-content-{name}", name.casefold()}
    return (
        len(found) >= _FEWEST_ANCHORS
        and not found & names
        and name.casefold() not in {each.casefold() for each in found}
    )


@cache
def _gone() -> re.Pattern[str]:
    thing = (
        r"(?:page|file|site|document|content|resource|url|repository|project|video|article|post)"
    )
    return re.compile(
        rf"(?:error ?|http ?)?404(?: error)?(?:[ ,.:!]*(?:{thing} )?not found)?"
        rf"|(?:sorry,? )?(?:the |this |that )?(?:requested )?{thing} "
        r"(?:you requested )?(?:was |is |could |can |could|was|is|ca)?(?:not|n't)(?: be)? found"
        r"|(?:object |error |http )?not found"
        rf"|(?:sorry,? )?(?:the |this |that )?{thing} "
        r"(?:does not|doesn't|doesn\u2019t|no longer) exists?",
        re.IGNORECASE,
    )


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"\s+[-\u2013\u2014|\u00b7\u2022:\u00bb\u203a~]+\s+|[|\u00b7:]")


@cache
def _anchor() -> re.Pattern[bytes]:
    return re.compile(
        rb"\b(?:id|name)\s{0,3}=\s{0,3}(\"[^\"]{0,300}\"|'[^']{0,300}'|[^\s\"'<>]{1,300})"
    )
