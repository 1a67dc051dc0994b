"""The stand-in's answers, operation by operation: GitHub's own examples with the state's facts."""

from __future__ import annotations

import base64
from typing import Any

from contract.validator import contract
from review.state import ME, Comment, Refusal, State, Thread, blob_sha

BIGGEST_TEXT = 512 * 1024


class Answers:
    """REST: an operation and what it is given, to a status and an answer."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.url = ""

    def answer(self, operation: str, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        method = getattr(self, operation.replace("/", "_").replace("-", "_"))
        done: tuple[int, Any] = method(found, query, body)
        return done

    # The pull request

    def pulls_get(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        if int(found["pull_number"]) != self.state.pull["number"]:
            return 404, {"message": "Not Found"}
        return 200, self._pull(contract().example("pulls/get", 200))

    def pulls_list(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        pull = self.state.pull
        own = {f"berg-lab:{branch}" for branch in self.state.pulls}
        wanted = query.get("head", "") in {"", f"{pull['owner']}:{pull['branch']}", *own}
        return 200, [self._pull(contract().example("pulls/list", 200)[0])] if wanted else []

    def _pull(self, data: Any) -> Any:
        pull = self.state.pull
        for team in data.get("requested_teams", ()):
            team["type"] = "organization"  # the example lacks what its schema demands
        for label in data["labels"]:
            label["name"] = ""
        data["labels"] = [{**data["labels"][0], "name": name} for name in pull["labels"]]
        data |= {"number": pull["number"], "draft": pull["draft"], "state": pull["state"]}
        data["user"] |= {"login": pull["user"], "type": pull["type"]}
        data["base"]["ref"] = "main"
        data["head"]["sha"], data["base"]["sha"] = self.state.head, self.state.base
        return data

    def pulls_list_files(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        size, page = int(query.get("per_page", 30)), int(query.get("page", 1))
        files = self._files()[(page - 1) * size : page * size]
        return 200, files

    def _files(self) -> list[Any]:
        example = contract().example("pulls/list-files", 200)[0]
        del example["patch"]
        return [{**example, **each} for each in self.state.files()]

    def repos_compare_commits(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        data = contract().example("repos/compare-commits", 200)
        data["merge_base_commit"]["sha"] = self.state.parting
        data["files"] = self._files()[:300]
        return 200, data

    def git_get_blob(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        for files in self.state.commits.values():
            for data in files.values():
                if blob_sha(data) == found["file_sha"]:
                    text = base64.encodebytes(data).decode()
                    answer = contract().example("git/get-blob", 200)
                    return 200, answer | {"content": text, "encoding": "base64"}
        return 404, {"message": "Not Found"}

    # Review comments

    def pulls_create_review(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        return 200, contract().example("pulls/create-review", 200) | self.state.review(body)

    def pulls_update_review_comment(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        comment = self._own(found["comment_id"])[1]
        comment.body = body["body"]
        return 200, contract().example("pulls/update-review-comment", 200) | {"body": comment.body}

    def pulls_delete_review_comment(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        thread, comment = self._own(found["comment_id"])
        thread.comments.remove(comment)
        if not thread.comments:
            self.state.threads.remove(thread)
        return 204, None

    def _own(self, id: str) -> tuple[Thread, Comment]:
        """A token may change what its own user wrote, and with write access others' too."""
        for thread in self.state.threads:
            for comment in thread.comments:
                if comment.id == int(id):
                    return thread, comment
        raise Refusal(404, "Not Found")

    # Branches

    def git_get_tree(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        files = self.state.commits[found["tree_sha"]]
        facts = {"mode": "100644", "type": "blob", "url": "https://api.example/x"}
        tree = [{**facts, "path": name, "sha": blob_sha(data)} for name, data in files.items()]
        answer = {"sha": found["tree_sha"], "url": "https://api.example/t", "truncated": False}
        return 200, answer | {"tree": tree}

    def git_get_ref(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        sha = self.state.branches.get(found["ref"].removeprefix("heads/"))
        return (200, _ref(found["ref"], sha)) if sha else (404, {"message": "Not Found"})

    def git_create_ref(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        if self.state.no_branches:
            return 403, {"message": "Resource not accessible by integration"}
        self.state.branches[body["ref"].removeprefix("refs/heads/")] = body["sha"]
        return 201, _ref(body["ref"], body["sha"])

    def git_update_ref(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        self.state.branches[found["ref"].removeprefix("heads/")] = body["sha"]
        return 200, _ref(found["ref"], body["sha"])

    def repos_create_or_update_file_contents(
        self, found: Any, query: Any, body: Any
    ) -> tuple[int, Any]:
        branch, path = body["branch"], found["path"]
        files = self.state.commits[self.state.branches[branch]]
        if blob_sha(files[path]) != body["sha"]:
            return 409, {"message": "does not match"}
        new = {**files, path: base64.b64decode(body["content"])}
        self.state.branches[branch] = self.state.commit(new)
        return 200, contract().example("repos/create-or-update-file-contents", 200)

    def pulls_create(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        self.state.pulls.append(body["head"])
        return 201, self._pull(contract().example("pulls/create", 201))

    # Comments below, and issues

    def issues_create_comment(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        self.state.check_length(body["body"])
        comment = Comment(self.state.next_id(), body["body"], ME)
        self.state.comments.append(comment)
        data = {"id": comment.id, "body": comment.body}
        return 201, contract().example("issues/create-comment", 201) | data

    def issues_update_comment(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        self.state.check_length(body["body"])
        comment = next(c for c in self.state.comments if c.id == int(found["comment_id"]))
        comment.body = body["body"]
        return 200, contract().example("issues/update-comment", 200) | {"body": comment.body}

    def issues_delete_comment(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        id = int(found["comment_id"])
        self.state.comments = [c for c in self.state.comments if c.id != id]
        return 204, None

    def issues_create(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        issue = {"number": self.state.next_id(), "closed": False, "author": ME, **body}
        self.state.issues.append(issue)
        data = {"number": issue["number"], "title": body["title"], "body": body["body"]}
        return 201, contract().example("issues/create", 201) | data

    def issues_update(self, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        number = int(found["issue_number"])
        issue = next(each for each in self.state.issues if each["number"] == number)
        issue |= {key: value for key, value in body.items() if key in ("title", "body")}
        if "state" in body:
            issue["closed"] = body["state"] == "closed"
        return 200, contract().example("issues/update", 200) | {"number": number}


def _ref(name: str, sha: str) -> Any:
    target = {"type": "commit", "sha": sha, "url": "https://api.example/c"}
    return {"ref": name, "node_id": "x", "url": "https://api.example/r", "object": target}


# GraphQL


def root(state: State) -> dict[str, Any]:
    """The values that queries and the one mutation start from."""
    return {
        "viewer": {"login": ME},
        "repository": lambda info, **_: {
            "pullRequest": lambda info, number: _pull_request(state),
            "object": lambda info, expression=None, oid=None: _object(state, expression),
            "issues": lambda info, **page: _page(list(map(_issue, state.issues)), **page),
        },
        "resolveReviewThread": lambda info, input: _resolve(state, input["threadId"]),
    }


def _pull_request(state: State) -> dict[str, Any]:
    return {
        "headRefOid": state.head,
        "reviewThreads": lambda info, **page: _page(
            [_thread(state, t) for t in state.threads], **page
        ),
        "comments": lambda info, **page: _page(list(map(_comment, state.comments)), **page),
    }


def _page(nodes: list[Any], first: int = 30, after: str | None = None, **_: Any) -> dict[str, Any]:
    start = int(after) if after else 0
    end = start + first
    info = {"hasNextPage": end < len(nodes), "endCursor": str(min(end, len(nodes)))}
    return {"nodes": nodes[start:end], "pageInfo": info, "totalCount": len(nodes)}


def _thread(state: State, thread: Thread) -> dict[str, Any]:
    first, last = thread.first, thread.last
    return {
        "id": thread.id,
        "path": thread.path,
        "isResolved": thread.resolved,
        "viewerCanResolve": state.may_resolve,
        "line": last,
        "startLine": first if first != last else None,
        "originalLine": thread.original[1],
        "originalStartLine": thread.original[0],
        "comments": lambda info, **page: _page(list(map(_comment, thread.comments)), **page),
    }


def _comment(comment: Comment) -> dict[str, Any]:
    own = comment.author == ME
    return {"databaseId": comment.id, "body": comment.body, "viewerDidAuthor": own}


def _issue(issue: dict[str, Any]) -> dict[str, Any]:
    kept = {key: issue[key] for key in ("number", "title", "body", "closed")}
    return {**kept, "viewerDidAuthor": issue["author"] == ME}


def _object(state: State, expression: str) -> dict[str, Any] | None:
    commit, _, path = expression.partition(":")
    files = state.commits.get(state.base if commit == "refs/heads/main" else commit)
    if files is None:
        return None
    folder = {
        name.rpartition("/")[2]: data for name, data in files.items() if name.startswith(f"{path}/")
    }
    if folder:
        entries = [{"name": name, "object": _blob(data)} for name, data in folder.items()]
        return {"__typename": "Tree", "entries": entries}
    if not path:
        names = sorted({name.split("/")[0] for name in files})
        entries = [{"name": n, "type": "blob" if n in files else "tree"} for n in names]
        return {"__typename": "Tree", "entries": entries}
    if path not in files:
        return None
    return _blob(files[path])


def _blob(data: bytes) -> dict[str, Any]:
    binary = b"\0" in data
    cut = len(data) > BIGGEST_TEXT
    text = None if binary else data.decode(errors="replace")[:BIGGEST_TEXT]
    facts = {"isBinary": binary, "isTruncated": cut, "text": text}
    return {"__typename": "Blob", "oid": blob_sha(data), **facts}


def _resolve(state: State, id: str) -> dict[str, Any]:
    if not state.may_resolve or state.read_only:
        raise PermissionError("FORBIDDEN: Resource not accessible by integration")
    thread = next(each for each in state.threads if each.id == id)
    thread.resolved = True
    return {"thread": _thread(state, thread)}
