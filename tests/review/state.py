"""What a stand-in of GitHub holds: one repository, one pull request, and GitHub's own rules.

The rules are those that no schema states: where a comment may stand, how long it may be, what
becomes of a thread when somebody pushes.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

ME, THEM = "github-actions[bot]", "mallory"
LONGEST_BODY = 65_536
NOT_IN_DIFF = (
    "Pull request review thread line must be part of the diff and "
    "Pull request review thread diff hunk can't be blank"
)


class Refusal(Exception):  # noqa: N818 - it names what happened
    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Comment:
    """A review comment or one below the pull request."""

    def __init__(self, id: int, body: str, author: str) -> None:
        self.id, self.body, self.author = id, body, author


class Thread:
    """A conversation on lines of the head."""

    def __init__(self, id: str, path: str, first: int, last: int, comment: Comment) -> None:
        self.id, self.path = id, path
        self.first: int | None = first
        self.last: int | None = last
        self.original = (first, last)
        self.comments = [comment]
        self.resolved = False


class Fault(NamedTuple):
    """An answer that isn't the right one; ``after``: what was asked is done all the same."""

    operation: str
    status: int
    text: str = '{"message": "a fault"}'
    after: bool = False
    headers: dict[str, str] = {}  # noqa: RUF012 - never changed


class State:
    """Everything that the stand-in knows, and what was asked of it."""

    def __init__(self) -> None:
        self.commits: dict[str, dict[str, bytes]] = {}
        self.parting = self.base = self.head = ""
        self.renamed: dict[str, str] = {}
        self.pull: dict[str, Any] = {"number": 7, "draft": False, "labels": [], "state": "open"}
        self.pull |= {"user": THEM, "type": "User", "owner": "almqvist", "branch": "more-papers"}
        self.threads: list[Thread] = []
        self.comments: list[Comment] = []
        self.issues: list[dict[str, Any]] = []
        self.branches: dict[str, str] = {}
        self.pulls: list[str] = []  # open ones from branches of our own
        self.no_branches = False  # whether contents may only be read
        self.patchless: set[str] = set()
        self.read_only = self.may_resolve = False
        self.faults: list[Fault] = []
        self.hooks: dict[str, Callable[[], None]] = {}
        self.writes: list[tuple[str, Any]] = []
        self.asked: list[str] = []
        self.breaches: list[str] = []
        self.graphql_paths: list[str] = []
        self._id = 100

    # What happens to the repository

    def commit(self, files: dict[str, str | bytes]) -> str:
        held = {
            name: text.encode() if isinstance(text, str) else text for name, text in files.items()
        }
        sha = hashlib.sha1(repr((len(self.commits), sorted(held.items()))).encode()).hexdigest()
        self.commits[sha] = held
        return sha

    def open(self, base: dict[str, str | bytes], head: dict[str, str | bytes]) -> None:
        """A pull request from ``base`` to ``head``."""
        self.parting = self.base = self.commit(base)
        self.head = self.commit(head)

    def push(self, head: dict[str, str | bytes]) -> None:
        """A new head; threads follow their lines."""
        old, self.head = self.commits[self.head], self.commit(head)
        for thread in self.threads:
            new = self.commits[self.head].get(thread.path, b"")
            thread.first, thread.last = _moved(old.get(thread.path, b""), new, thread)

    def next_id(self) -> int:
        self._id += 1
        return self._id

    # What GitHub makes of it

    def files(self) -> list[dict[str, Any]]:
        """What the pull request changes, against where its branch parted."""
        old, new = self.commits[self.parting], self.commits[self.head]
        found = []
        for path in sorted(old.keys() | new.keys()):
            before = self.renamed.get(path, path)
            if path in self.renamed.values() or old.get(before) == new.get(path) == old.get(path):
                continue
            found.append(self._file(path, before, old.get(before), new.get(path)))
        return found

    def _file(self, path: str, before: str, old: bytes | None, new: bytes | None) -> dict[str, Any]:
        status = "added" if old is None else "removed" if new is None else "modified"
        data: dict[str, Any] = {
            "sha": blob_sha(new if new is not None else old or b""),
            "filename": path,
            "status": "renamed" if before != path else status,
        }
        if before != path:
            data["previous_filename"] = before
        if path not in self.patchless and b"\0" not in (new or b""):
            data["patch"] = patch(old or b"", new or b"")
        return data

    def hunks(self, path: str) -> list[tuple[int, int]]:
        """Lines of the head that may carry a comment."""
        for each in self.files():
            if each["filename"] == path and "patch" in each:
                return list(_hunks(each["patch"]))
        return []

    def review(self, body: dict[str, Any]) -> dict[str, Any]:
        """Post a review: all of its comments, or none."""
        made = []
        for each in body.get("comments", ()):
            first, last = each.get("start_line", each["line"]), each["line"]
            self._check(each, first, last)
            comment = Comment(self.next_id(), each["body"], ME)
            made.append(Thread(f"PRRT_{comment.id}", each["path"], first, last, comment))
        if body["commit_id"] not in self.commits:
            raise Refusal(422, "commit_id is not part of the pull request")
        if not made and not body["body"]:
            raise Refusal(422, "a review needs a body or comments")
        self.threads += made
        return {"id": self.next_id(), "body": body["body"], "commit_id": body["commit_id"]}

    def _check(self, each: dict[str, Any], first: int, last: int) -> None:
        self.check_length(each["body"])
        if "start_line" in each and first >= last:
            raise Refusal(422, "start line must precede the end line")
        hunk = next((h for h in self.hunks(each["path"]) if h[0] <= last <= h[1]), None)
        if hunk is None or each["side"] != "RIGHT":
            raise Refusal(422, NOT_IN_DIFF)
        if first < hunk[0]:
            raise Refusal(422, "start line must be part of the same hunk as the line.")

    def check_length(self, body: str) -> None:
        if len(body.encode("utf-16-le")) // 2 > LONGEST_BODY:
            raise Refusal(422, "body is too long (maximum is 65536 characters)")

    def applied(self, thread: Thread) -> bytes:
        """The head's file after the thread's suggestion was applied with a click."""
        found = re.search(r"^(`{3,})suggestion\n(.*?)^\1$", thread.comments[0].body, re.S | re.M)
        assert found, "no suggestion"
        assert thread.first
        assert thread.last
        lines = self.commits[self.head][thread.path].split(b"\n")
        end = b"\r" if lines[thread.last - 1].endswith(b"\r") else b""
        new = [line.encode() + end for line in found[2].split("\n")[:-1]]
        return b"\n".join([*lines[: thread.first - 1], *new, *lines[thread.last :]])


def blob_sha(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


def patch(old: bytes, new: bytes) -> str:
    """As GitHub shows it: without a file's header, three lines around each change."""
    lines = [text.decode(errors="replace").split("\n") for text in (old, new)]
    ends = [each.pop() if each[-1] == "" else None for each in lines]
    found = list(difflib.unified_diff(*lines, lineterm="", n=3))[2:]
    if ends[1] is None and found:
        found.append("\\ No newline at end of file")
    return "\n".join(found)


def _hunks(text: str) -> Iterator[tuple[int, int]]:
    for start, length in re.findall(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", text, re.M):
        if length != "0":
            yield int(start), int(start) + int(length or 1) - 1


def _moved(old: bytes, new: bytes, thread: Thread) -> tuple[int | None, int | None]:
    """Where a thread's lines are now; nowhere if one of them was changed."""
    if thread.first is None or thread.last is None:
        return None, None
    matcher = difflib.SequenceMatcher(None, old.split(b"\n"), new.split(b"\n"), autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        if a < thread.first and thread.last <= a + size:
            return thread.first - a + b, thread.last - a + b
    return None, None
