"""GitHub's answers as values, and a draft as GitHub takes it; pure.

An answer that lacks what it should hold raises ``KeyError``, ``TypeError`` or ``ValueError``: the
caller says that it couldn't be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from listlint.review.seen import Draft, File, Issue, Pull, Said, Span, Thread, Tree
from listlint.values import NamedTuple

Data = dict[str, Any]
Place = tuple[str, str]  # revision and path
Text = tuple[str, bytes | None]
SYMBOLIC_LINK = "120000"  # a mode of git's


class StandingPage(NamedTuple):
    """A page of threads and comments, and where the next one begins."""

    threads: list[Thread]
    comments: list[Said]
    more: bool
    after: dict[str, str | None]


class IssuePage(NamedTuple):
    issues: list[Issue]
    after: str | None


def pull(data: Data) -> Pull:
    user = data["user"] or {}
    return Pull(
        number=data["number"],
        head=data["head"]["sha"],
        base=data["base"]["sha"],
        branch=data["base"]["ref"],
        draft=bool(data.get("draft")),
        by_bot=user.get("type") == "Bot",
        labels=tuple(label["name"] for label in data["labels"]),
        open=data["state"] == "open",
    )


def file(data: Data) -> File:
    name = data["filename"]
    return File(
        path=name,
        status=data["status"],
        sha=data["sha"],
        patch=data.get("patch"),
        before=data.get("previous_filename") or name,
    )


def span(data: Data) -> Span:
    return Span(data["merge_base_commit"]["sha"], tuple(map(file, data.get("files") or ())))


def texts(data: Data, places: Sequence[Place]) -> dict[Place, Text]:
    """What is there of these files; of a folder each file in it."""
    found: dict[Place, Text] = {}
    for at, (revision, path) in enumerate(places):
        held = data["repository"].get(f"f{at}")
        if held and "entries" in held:
            for each in held["entries"] or ():
                if each["object"]:
                    found[revision, f"{path}/{each['name']}"] = _text(each["object"])
        elif held:
            found[revision, path] = _text(held)
    return found


def tree(data: Data) -> Tree:
    files: list[str] = []
    doors: list[str] = []
    for each in data["tree"]:
        if each["type"] == "commit" or each["mode"] == SYMBOLIC_LINK:
            doors.append(each["path"])
        elif each["type"] == "blob":
            files.append(each["path"])
    return Tree(tuple(files), tuple(doors), not data.get("truncated"))


def blobs(data: Data) -> tuple[Tree, dict[str, str]]:
    """All files of a commit, and the blob of each."""
    names = {each["path"]: str(each["sha"]) for each in data["tree"] if each["type"] == "blob"}
    return tree(data), names


def standing(data: Data) -> StandingPage:
    request = data["repository"]["pullRequest"]
    threads, comments = request["reviewThreads"], request["comments"]
    pages = {"threads": threads["pageInfo"], "comments": comments["pageInfo"]}
    return StandingPage(
        list(_threads(threads["nodes"])),
        [
            Said(each["databaseId"], each["body"], each["viewerDidAuthor"])
            for each in comments["nodes"]
        ],
        any(page["hasNextPage"] for page in pages.values()),
        {name: page["endCursor"] for name, page in pages.items() if page["endCursor"]},
    )


def issues(data: Data) -> IssuePage:
    page = data["repository"]["issues"]
    found = [
        Issue(
            each["number"], each["title"], each["body"], not each["closed"], each["viewerDidAuthor"]
        )
        for each in page["nodes"]
    ]
    return IssuePage(
        found, page["pageInfo"]["endCursor"] if page["pageInfo"]["hasNextPage"] else None
    )


def draft(given: Draft) -> Data:
    data: Data = {"path": given.path, "body": given.body, "line": given.last, "side": "RIGHT"}
    if given.first < given.last:
        data |= {"start_line": given.first, "start_side": "RIGHT"}
    return data


def _text(blob: Data) -> Text:
    """Oid and text of a file; no text where the answer hasn't all of it."""
    if "oid" not in blob:  # a folder in the folder
        return "", b""
    whole = not blob["isTruncated"] and not blob["isBinary"] and blob["text"] is not None
    return blob["oid"], blob["text"].encode() if whole else None


def _threads(nodes: list[Data]) -> Iterator[Thread]:
    for node in nodes:
        said = node["comments"]["nodes"]
        if said:  # else its first comment was deleted
            first, last = _ends(node)
            yield Thread(
                id=node["id"],
                path=node["path"],
                resolved=node["isResolved"],
                resolvable=node["viewerCanResolve"],
                height=last - first + 1,
                comment=said[0]["databaseId"],
                body=said[0]["body"],
                own=said[0]["viewerDidAuthor"],
                answered=node["comments"]["totalCount"] > 1,
            )


def _ends(node: Data) -> tuple[int, int]:
    """First and last line; of one that is outdated those that it once stood on."""
    if node["line"] is not None:
        return node["startLine"] or node["line"], node["line"]
    last = node["originalLine"] or 1
    return node["originalStartLine"] or last, last
