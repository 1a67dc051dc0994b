"""Slips of the pen inside an address: what is wrong with its characters, and how it should read.

It knows addresses only as text: nothing is asked, and an odd but possible address is left alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from listlint.values import NamedTuple

WIDE = frozenset("：／．，。；？！、（）［］＜＞「」『』《》【】“”‘’")
PLAIN = str.maketrans("：／．，；？！（）［］＝＆＿－％＃", ":/.,;?!()[]=&_-%#")
WIKIS = ("wiki", "baike", "zhihu", "moegirl")  # their page names hold such signs rightly


class Slip(NamedTuple):
    """``start`` and ``end`` within the address; ``right`` replaces them, None: nobody knows."""

    start: int
    end: int
    says: str
    right: str | None = None
    sure: bool = True  # no other reading is possible


def slips(url: str) -> Iterator[Slip]:
    """What is wrong with ``url``, the first of each kind; nothing for one that may be right."""
    if not url.isascii():
        yield from _wide(url)
    if url.startswith(("https://", "http://")):
        yield from _written(url)
    elif slip := _scheme(url):
        yield slip
    elif url[:4].lower() == "http":
        yield from _written(url)


def _written(url: str) -> Iterator[Slip]:
    slip = None
    if "//" in url[8:] or "http" in url[8:]:
        slip = _glued(url) or _doubled(url)
    if slip is None and "arxiv.org/" in url:
        slip = _number(url)
    if slip is None and (url[-1] in ")]}>\"'" or url.endswith("%20")):
        slip = _tail(url)
    if slip:
        yield slip


def _wide(url: str) -> Iterator[Slip]:
    places = [at for at, sign in enumerate(url) if sign in WIDE]
    if not places or not _begins(url) or any(name in url for name in WIKIS):
        return
    says = f"`{url[places[0]]}` is a full-width sign and no part of this address"
    end = len(url.rstrip("".join(WIDE)))
    if places[0] >= end:
        yield Slip(end, len(url), says, "")
    else:
        first, last = places[0], places[-1] + 1
        yield Slip(first, last, says, url[first:last].translate(PLAIN), sure=places[0] < 8)


def _scheme(url: str) -> Slip | None:
    found = _pattern("scheme").match(url)
    if not found or found[0].lower() in ("http://", "https://"):
        return None
    right = "https://" if "s" in found[0].lower() else "http://"
    return Slip(0, found.end(), f"`{found[0]}` should read `{right}`", right)


def _glued(url: str) -> Slip | None:
    """A second address inside the first, unless the first is one that takes another along."""
    second = _pattern("second").search(url, 8)
    if not second:
        return None
    at = second.start()
    before, after = url[:at], url[at:]
    host = before.partition("//")[2].partition("/")[0].lower()
    again = after[after.find("/") :].lstrip("/").partition("/")[0].lower()
    joint = before.rstrip("/{}()[],;")
    if before[-1] == "/" and host.removeprefix("www.") != again.removeprefix("www."):
        return None  # an archive or a proxy
    if not (before[-1].isalnum() or before[-1] in "/)}{],;") or "." not in host:
        return None
    if after.rstrip("})]").startswith(joint):
        return Slip(0, at, "the same address stands here twice", "")
    return Slip(0, len(url), f"two addresses run into one: `{after[:40]}…` begins inside the first")


def _doubled(url: str) -> Slip | None:
    path = url.partition("?")[0].partition("#")[0]
    at = path.find("//", 8)
    if at < 0 or ":/" in path[8:] or "%3a" in path.lower() or _takes_two(path):
        return None
    after = path[at:].lstrip("/")
    end = len(path) - len(after)
    if _pattern("host").match(after):
        says = f"two addresses run into one: `{after[:40]}` begins inside the first"
        return Slip(0, len(url), says)
    return Slip(at, end, "`//` stands inside the path of this address", "/")


def _takes_two(path: str) -> bool:
    """Hosts whose own addresses hold `//`."""
    return "archive" in path[:24] or "googleusercontent" in path[:40]


def _number(url: str) -> Slip | None:
    """An arXiv number that arXiv can't have given."""
    if _plainly_right(url):
        return None
    found = _pattern("arxiv").match(url)
    says = _misnumbered(found[1]) if found and found[1] else ""
    if not found or not says:
        return None
    whole = _pattern("begun").match(found[1])
    if whole and not _misnumbered(whole[1]):  # a right number with something behind it
        rest = found[1][whole.end() :]
        end = found.end(1)
        return Slip(
            end - len(rest), end, f"`{rest}` behind the arXiv number is no part of this address", ""
        )
    return Slip(found.start(1), found.end(1), says)


def _plainly_right(url: str) -> bool:
    """A cheap look at what nearly all arXiv links are: /abs/2401.00017, /pdf/2401.00017.pdf."""
    number = url[url.find("arxiv.org/") + 14 :].removesuffix(".pdf")
    month, digits = number[2:4], number[5:]
    return (
        number[4:5] == "."
        and number[:4].isdecimal()
        and digits.isdecimal()
        and "01" <= month <= "12"
        and len(digits) == (5 if number >= "1501" else 4)
    )


def _misnumbered(number: str) -> str:
    if _pattern("old").fullmatch(number):
        return ""
    new = _pattern("new").fullmatch(number)
    if not new:
        return f"`{number}` is no arXiv number"
    month, digits = int(new[1][2:]), len(new[2])
    if not 1 <= month <= 12:
        return f"`{number}` is no arXiv number: its month would be {month:02}"
    if digits != (5 if new[1] >= "1501" else 4):
        due = "five digits behind the point since 2015" if digits == 4 else "four until 2014"
        return f"`{number}` is no arXiv number: they have {due}"
    return ""


def _tail(url: str) -> Slip | None:
    tail = "%20" if url.endswith("%20") else url[-1]
    opens = {")": "(", "]": "[", "}": "{", ">": "<"}.get(tail)
    if "#" in url or "?" in url or (opens and url.count(opens) >= url.count(tail)):
        return None
    end = len(url)
    while url.endswith(tail, 0, end) and (not opens or url.count(tail, 0, end) > url.count(opens)):
        end -= len(tail)
    says = f"`{tail}` at the end of this address is no part of it"
    return Slip(end, len(url), says, "", sure=tail != "}")  # braces may stand for a link's brackets


def _begins(url: str) -> bool:
    return url[:4].lower() == "http" or "：//" in url[:8]


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compiled when an address first needs it: most lists need none."""
    return re.compile(_SOURCES[name], re.IGNORECASE)


_SOURCES = {
    # a scheme as it should be or nearly: htps://, http:/, https//, ttps://, https: //
    "scheme": r"(?:h{1,2}t{1,3}p{1,2}s{0,2}|ttps?)(?:[:;： ]{1,2}/{1,3} ?|//)(?=\w)",
    "second": r"https?(?::/{1,2}|//)(?=\w)",
    "host": r"(?:[\w-]{1,63}\.){1,5}(?:com|org|io|net|ai|edu|cn|dev)(?:/|$)",
    "arxiv": r"https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/+"
    r"([^?#\s]*?)(?:v\d+)?(?:\.pdf)?/?(?:[?#]|$)",
    "old": r"[a-z-]+(?:\.[A-Z]{2})?/\d{7}",
    "new": r"(\d{4})\.(\d{4,5})",
    "begun": r"(\d{4}\.\d{4,5})(?!\d)(?:v\d+)?(?:\.pdf)?",
}
