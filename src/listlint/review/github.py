"""GitHub, asked and told through PyGithub; this module alone knows that library.

It decides nothing. Reads may be repeated; a write is sent once: whether a doubtful one was done is
for the caller to look up. The token goes to the API's host and nowhere else.
"""

from __future__ import annotations

import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar
from urllib.parse import quote

from github import Auth, Github, GithubException
from github.Requester import Requester
from requests import RequestException

from listlint.review import answers, queries
from listlint.review.seen import Draft, File, Issue, Pull, Said, Span, Standing, Thread, Tree
from listlint.review.trouble import Doubtful, Limited, Missing, Refused, Trouble, Unfit

T = TypeVar("T")
PAGE = 100
READS = 3  # tries of a read
TIMEOUT = 15  # seconds for one answer
BETWEEN_WRITES = 1.0  # seconds, as GitHub asks for
LONGEST_WAIT = 120  # seconds for a limit to pass; a run that waits an hour helps nobody
WAIT = 60  # seconds where a limit doesn't say how long
DEADLINE = 600  # seconds for everything together


class GitHub:
    """One repository, as the token sees it."""

    def __init__(
        self,
        token: str,
        repository: str,
        api: str = "https://api.github.com",
        graphql: str = "",
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._requester = _requester(token, api)
        self._graph = self._requester  # by the API's address, if nothing else is said
        if graphql not in ("", self._requester.graphql_url):
            self._graph = _requester(token, graphql.removesuffix("/").removesuffix("/graphql"))
        self._base = f"/repos/{repository}"
        owner, _, name = repository.partition("/")
        self._repository = {"owner": owner, "name": name}
        self._sleep = sleep
        self._last_write = 0.0
        self._spent = 0.0  # seconds that GitHub took; asking others isn't its time

    # Reading

    def pull(self, number: int) -> Pull:
        return self._get(f"/pulls/{number}", answers.pull)

    def pull_of(self, owner: str, branch: str, sha: str) -> Pull | None:
        """The open pull request from ``owner``'s ``branch`` whose head is ``sha``."""
        where = {"state": "open", "head": f"{owner}:{branch}"}
        found = self._pages("/pulls", answers.pull, where)
        return next((each for each in found if each.head == sha), None)

    def files(self, number: int) -> list[File]:
        return list(self._pages(f"/pulls/{number}/files", answers.file))

    def compare(self, base: str, head: str) -> Span:
        return self._get(f"/compare/{base}...{head}", answers.span, {"per_page": 1})

    def blob(self, sha: str) -> bytes:
        return self._get(f"/git/blobs/{sha}", lambda data: b64decode(data["content"]))

    def texts(self, places: Sequence[tuple[str, str]]) -> dict[tuple[str, str], bytes]:
        """Files by revision and path, as far as they are there, and all files of a folder: one
        question, and one more for each large file."""
        named = {f"e{at}": f"{revision}:{path}" for at, (revision, path) in enumerate(places)}
        found = self._query(
            queries.texts(len(named)), named, lambda data: answers.texts(data, places)
        )
        return {
            place: self.blob(oid) if text is None else text for place, (oid, text) in found.items()
        }

    def tree(self, commit: str) -> Tree:
        """All files of a commit."""
        return self._get(f"/git/trees/{commit}", answers.tree, {"recursive": "1"})

    def newest(self) -> tuple[Tree, dict[str, str]]:
        """The files of the default branch, and the blob of each."""
        where = {"recursive": "1"}
        try:
            return self._get("/git/trees/HEAD", answers.blobs, where)
        except Missing:
            branch = self._get("", lambda data: str(data["default_branch"]))
            return self._get(f"/git/trees/{quote(branch, safe='')}", answers.blobs, where)

    def standing(self, number: int) -> Standing:
        threads: dict[str, Thread] = {}
        comments: dict[int, Said] = {}
        after: dict[str, str | None] = {"threads": None, "comments": None}
        while True:
            page = self._query(queries.STANDING, {"number": number, **after}, answers.standing)
            threads |= {each.id: each for each in page.threads}
            comments |= {each.id: each for each in page.comments}
            if not page.more:
                return Standing(tuple(threads.values()), tuple(comments.values()))
            after |= page.after

    def issues(self) -> list[Issue]:
        """Issues that carry our label."""
        found: list[Issue] = []
        after = None
        while True:
            page = self._query(queries.ISSUES, {"after": after}, answers.issues)
            found += page.issues
            after = page.after
            if after is None:
                return found

    # Writing

    def post_review(self, number: int, commit: str, body: str, drafts: Sequence[Draft]) -> str:
        comments = [answers.draft(each) for each in drafts]
        data = {"commit_id": commit, "body": body, "event": "COMMENT", "comments": comments}
        return self._write("POST", f"/pulls/{number}/reviews", data)

    def edit_review_comment(self, id: int, body: str) -> None:
        self._write("PATCH", f"/pulls/comments/{id}", {"body": body})

    def delete_review_comment(self, id: int) -> None:
        self._write("DELETE", f"/pulls/comments/{id}")

    def resolve(self, thread: str) -> None:
        self._pace()
        with self._working():
            self._graph.graphql_named_mutation(
                "resolveReviewThread", {"threadId": thread}, "thread { id isResolved }"
            )

    def post_comment(self, number: int, body: str) -> str:
        return self._write("POST", f"/issues/{number}/comments", {"body": body})

    def edit_comment(self, id: int, body: str) -> None:
        self._write("PATCH", f"/issues/comments/{id}", {"body": body})

    def delete_comment(self, id: int) -> None:
        self._write("DELETE", f"/issues/comments/{id}")

    def open_issue(self, title: str, body: str, labels: Sequence[str]) -> str:
        return self._write("POST", "/issues", {"title": title, "body": body, "labels": [*labels]})

    def edit_issue(self, number: int, changes: Mapping[str, Any]) -> str:
        return self._write("PATCH", f"/issues/{number}", dict(changes))

    def branch(self, name: str) -> str | None:
        """The commit that a branch stands at, if there is such a branch."""
        try:
            return self._get(f"/git/ref/heads/{name}", lambda data: str(data["object"]["sha"]))
        except Missing:
            return None

    def set_branch(self, name: str, commit: str, *, new: bool) -> None:
        if new:
            self._write("POST", "/git/refs", {"ref": f"refs/heads/{name}", "sha": commit})
        else:
            self._write("PATCH", f"/git/refs/heads/{name}", {"sha": commit, "force": True})

    def put_file(self, branch: str, path: str, old: str, data: bytes, message: str) -> None:
        """A commit on ``branch`` that replaces the file whose blob is ``old``."""
        body = {"message": message, "content": b64encode(data).decode(), "sha": old}
        self._write("PUT", f"/contents/{quote(path)}", {**body, "branch": branch})

    def open_pull(self, title: str, body: str, head: str, base: str) -> str:
        data = {"title": title, "body": body, "head": head, "base": base}
        return self._write("POST", "/pulls", data)

    def open_pull_of(self, branch: str) -> Pull | None:
        """The open pull request from our own branch."""
        where = {"state": "open", "head": f"{self._repository['owner']}:{branch}"}
        return next(self._pages("/pulls", answers.pull, where), None)

    # How

    def _get(
        self, path: str, understood: Callable[[Any], T], where: Mapping[str, Any] | None = None
    ) -> T:
        def ask() -> T:
            found = self._requester.requestJsonAndCheck("GET", self._base + path, dict(where or {}))
            return understood(found[1])

        return self._reading(ask)

    def _query(self, document: str, given: Mapping[str, Any], understood: Callable[[Any], T]) -> T:
        def ask() -> T:
            variables = {**self._repository, **given}
            return understood(self._graph.graphql_query(document, variables)[1]["data"])

        return self._reading(ask)

    def _pages(
        self, path: str, understood: Callable[[Any], T], where: Mapping[str, Any] | None = None
    ) -> Iterator[T]:
        page = 1
        while True:
            asked = {**(where or {}), "per_page": PAGE, "page": page}
            found = self._get(path, lambda data: [understood(each) for each in data], asked)
            yield from found
            if len(found) < PAGE:
                return
            page += 1

    def _reading(self, ask: Callable[[], T]) -> T:
        """Ask, and ask again after what may pass."""
        for attempt in range(1, READS + 1):
            try:
                self._in_time()
                with self._working():
                    return ask()
            except Limited as limit:
                if attempt == READS or limit.seconds > LONGEST_WAIT:
                    raise
                self._rest(limit.seconds)
            except Doubtful:
                if attempt == READS:
                    raise
                self._rest(attempt)
        raise AssertionError("unreachable")

    def _write(self, verb: str, path: str, data: Mapping[str, Any] | None = None) -> str:
        """Send once; a limit alone, by which nothing was done, is waited for and sent again."""
        try:
            return self._send(verb, path, data)
        except Limited as limit:
            if limit.seconds > LONGEST_WAIT:
                raise
            self._rest(limit.seconds)
        return self._send(verb, path, data)

    def _send(self, verb: str, path: str, data: Mapping[str, Any] | None) -> str:
        self._pace()
        with self._working():
            found = self._requester.requestJsonAndCheck(verb, self._base + path, input=data)[1]
            return str((found or {}).get("html_url", ""))

    @contextmanager
    def _working(self) -> Iterator[None]:
        start = time.monotonic()
        try:
            with _told():
                yield
        finally:
            self._spent += time.monotonic() - start

    def _rest(self, seconds: float) -> None:
        self._spent += seconds
        self._sleep(seconds)

    def _in_time(self) -> None:
        if self._spent > DEADLINE:
            raise Trouble(f"GitHub took longer than {DEADLINE} seconds: the rest is left")

    def _pace(self) -> None:
        self._in_time()
        wait = self._last_write + BETWEEN_WRITES - time.monotonic()
        if wait > 0:
            self._rest(wait)
        self._last_write = time.monotonic()


def _requester(token: str, address: str) -> Requester:
    return Github(
        auth=Auth.Token(token) if token else None,
        base_url=address,
        timeout=TIMEOUT,
        per_page=PAGE,
        retry=None,  # its own would repeat writes that may have been done
        seconds_between_requests=None,
        seconds_between_writes=None,  # queries by GraphQL would count as writes
        lazy=True,
    ).requester


@contextmanager
def _told() -> Iterator[None]:
    """Whatever goes wrong on the way to GitHub and back, in our own words."""
    try:
        yield
    except GithubException as error:
        raise _named(error) from error
    except RequestException as error:
        raise Doubtful(f"GitHub can't be reached: {type(error).__name__}") from error
    except (KeyError, TypeError, ValueError, AttributeError, AssertionError) as error:
        raise Doubtful("GitHub's answer couldn't be read") from error


def _named(error: GithubException) -> Trouble:
    status, headers = error.status, error.headers or {}
    what = f"GitHub answered {status}: {_message(error)}"
    if _limited(error):
        return Limited(what, _seconds(headers))
    if status in (401, 403) or "FORBIDDEN" in str(error.data):
        return Refused(what)
    if status in (404, 410):
        return Missing(what)
    if status == 422:
        return Unfit(what)
    return Doubtful(what) if status >= 500 else Trouble(what)


def _limited(error: GithubException) -> bool:
    headers = {name.lower() for name in error.headers or {}}
    if error.status == 429 or (error.status == 403 and "retry-after" in headers):
        return True
    return error.status in (400, 403) and "rate limit" in str(error.data).lower()


def _seconds(headers: Mapping[str, str]) -> float:
    """How long GitHub wants to be left alone."""
    known = {name.lower(): value for name, value in headers.items()}
    if known.get("retry-after", "").isdigit():
        return float(known["retry-after"])
    if known.get("x-ratelimit-remaining") == "0" and known.get("x-ratelimit-reset", "").isdigit():
        return max(0.0, float(known["x-ratelimit-reset"]) - time.time())
    return WAIT


def _message(error: GithubException) -> str:
    data = error.data if isinstance(error.data, dict) else {}
    said = str(data.get("message") or "")
    return said.splitlines()[0][:200] if said else "no reason given"
