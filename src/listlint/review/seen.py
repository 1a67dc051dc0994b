"""What GitHub says about a pull request and what stands on it, as values; nobody is asked here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from listlint.values import NamedTuple


class Pull(NamedTuple):
    """A pull request as it stands."""

    number: int
    head: str  # SHA
    base: str  # SHA of the branch it goes to
    branch: str = ""  # that branch
    draft: bool = False
    by_bot: bool = False
    labels: tuple[str, ...] = ()
    open: bool = True


class File(NamedTuple):
    """A file that a change touches; ``patch`` is absent where it is large or binary."""

    path: str
    status: str  # added, removed, modified, renamed, ...
    sha: str | None
    patch: str | None
    before: str  # its path in the base


class Tree(NamedTuple):
    """The files of a commit."""

    files: tuple[str, ...]
    doors: tuple[str, ...] = ()  # submodules and symbolic links: nobody sees what is behind
    whole: bool = True  # GitHub names no more than 100,000


class Span(NamedTuple):
    """Two commits compared: where they part, and what was changed since."""

    parting: str
    files: tuple[File, ...]


class Thread(NamedTuple):
    """A conversation on a line; ``own``: whether the token's user opened it."""

    id: str
    path: str
    resolved: bool
    resolvable: bool
    height: int  # lines that it spans
    comment: int
    body: str
    own: bool
    answered: bool


class Said(NamedTuple):
    """A comment below a pull request."""

    id: int
    body: str
    own: bool


class Standing(NamedTuple):
    """All that stands on a pull request."""

    threads: tuple[Thread, ...] = ()
    comments: tuple[Said, ...] = ()


class Draft(NamedTuple):
    """A comment to be posted with a review."""

    path: str
    first: int
    last: int
    body: str


class Issue(NamedTuple):
    """An issue of the repository."""

    number: int
    title: str
    body: str
    open: bool
    own: bool


class Hub(Protocol):
    """What is asked of GitHub and told to it; see ``trouble`` for how it may end."""

    def pull(self, number: int) -> Pull: ...

    def pull_of(self, owner: str, branch: str, sha: str) -> Pull | None: ...

    def files(self, number: int) -> Sequence[File]: ...

    def compare(self, base: str, head: str) -> Span: ...

    def blob(self, sha: str) -> bytes: ...

    def texts(self, places: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], bytes]: ...

    def tree(self, commit: str) -> Tree: ...

    def standing(self, number: int) -> Standing: ...

    def post_review(self, number: int, commit: str, body: str, drafts: Sequence[Draft]) -> str: ...

    def edit_review_comment(self, id: int, body: str) -> None: ...

    def delete_review_comment(self, id: int) -> None: ...

    def resolve(self, thread: str) -> None: ...

    def post_comment(self, number: int, body: str) -> str: ...

    def edit_comment(self, id: int, body: str) -> None: ...

    def delete_comment(self, id: int) -> None: ...

    def issues(self) -> Sequence[Issue]: ...

    def open_issue(self, title: str, body: str, labels: Sequence[str]) -> str: ...

    def edit_issue(self, number: int, changes: Mapping[str, Any]) -> str: ...

    def branch(self, name: str) -> str | None: ...

    def set_branch(self, name: str, commit: str, *, new: bool) -> None: ...

    def put_file(self, branch: str, path: str, old: str, data: bytes, message: str) -> None: ...

    def open_pull(self, title: str, body: str, head: str, base: str) -> str: ...

    def open_pull_of(self, branch: str) -> Pull | None: ...
