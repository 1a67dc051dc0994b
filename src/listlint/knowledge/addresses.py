"""What an address says for itself: of which kind, which paper, which venue and year it proves.

Nothing is asked and nothing raises: an address may hold anything that a list can hold.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from listlint.knowledge import subjects
from listlint.knowledge.address_proofs import Address, proof
from listlint.knowledge.rulebook import tables

_VIDEOS = (".mp4", ".avi", ".mov", ".webm", ".mkv")
_ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".ppt", ".pptx", ".doc", ".docx", ".key")
_BESIDE = ("supp", "slide", "poster", "/dc")
_ENDS_PART = ("", "/", "?", ".", "-", "_")
_LONGEST = 2000  # nothing that is longer leads to a paper that can be known by its address


@lru_cache(maxsize=65536)
def read(url: str) -> Address:
    """Read an address as it is written."""
    subject = subjects.subject(url)
    if subject is None:
        return _relative(url)
    host = subjects.host_of(subject)
    path = subject[len(host) :]
    proved = proof(subject, host) if len(subject) <= _LONGEST else None
    kind, repo = _kind(host, path, proved)
    if proved is None:
        return Address(kind, subject=subject, repo=repo)
    return proved._replace(kind=kind, subject=subject, repo=repo)


def _relative(url: str) -> Address:
    path = url.partition("#")[0].partition("?")[0]
    kind = "paper" if path[-4:].lower() == ".pdf" else "other"
    return Address(kind, subject=path)


def _kind(host: str, path: str, proved: Address | None) -> tuple[str, str | None]:
    stated = _stated_kind(host, path)
    file = path.partition("?")[0].lower()
    if stated == "code":
        kind, repo = _code_kind(host, path)
        return ("other" if kind == "paper" and _is_beside(file) else kind), repo
    if file.endswith(_VIDEOS):
        return "video", None
    if stated in ("data", "model"):
        return _hub_kind(host, path, stated), None
    if (proved is not None and proved.id) or (file.endswith(".pdf") and stated != "video"):
        return ("other" if file.endswith(_ARCHIVES) or _is_beside(path.lower()) else "paper"), None
    return ("other" if stated is None or stated == "paper_by_id" else stated), None


def _is_beside(path: str) -> bool:
    """Supplements, slides and posters stand beside a paper and are none."""
    if len(path) > _LONGEST or not any(word in path for word in _BESIDE):
        return False
    return _beside_pattern().search(path) is not None


@cache
def _beside_pattern() -> re.Pattern[str]:
    return re.compile(
        r"[-_./=](?:supp(?:lement(?:al|ary)?)?|slides?|poster)(?:[-_]material|\d+)?(?:[-_.][^/]*)?$"
        r"|/supplement(?:al|ary)?/|/slides/|/dc\d+/embed/"
    )


def _stated_kind(host: str, path: str) -> str | None:
    """What the table says of a host, or of the host that it is a part of."""
    kinds = tables()["hosts"]["kinds"]
    low = path.lower()
    while host:
        for start, kind in kinds.get(host, ()):
            if low.startswith(start) and (
                not start or low[len(start) : len(start) + 1] in _ENDS_PART
            ):
                return str(kind)
        host = host.partition(".")[2]
    return None


def _hub_kind(host: str, path: str, stated: str) -> str:
    """A hub of models: owner and name make a model, less is a front page or a profile."""
    if (
        stated == "model"
        and host in ("huggingface.co", "hf.co")
        and path.rstrip("/").count("/") < 2
    ):
        return "other"
    return stated


def _code_kind(host: str, path: str) -> tuple[str, str | None]:
    """A repository, a file in it, or neither."""
    parts = [part for part in path.partition("?")[0].split("/") if part]
    if host in ("github.com", "gitlab.com", "raw.githubusercontent.com"):
        if len(parts) < 2 or parts[0].lower() in tables()["hosts"]["not_owners"]:
            return ("other", None)
        name = parts[1].lower()
        repo = f"{parts[0].lower()}/{name[:-4] if name.endswith('.git') else name}"
        return ("paper" if parts[-1].lower().endswith(".pdf") and len(parts) > 2 else "code"), repo
    return ("code" if parts else "other"), None


__all__ = ["Address", "read"]
