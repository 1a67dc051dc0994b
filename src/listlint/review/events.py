"""A workflow's event to what there is to do; pure.

No event fails for want of a pull request: what we have nothing to do with is answered with a
sentence. Of an event that a stranger may have caused, numbers and SHAs are taken and nothing else,
but for the text of an issue that asks for a paper: ``form`` makes it harmless.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from listlint.errors import UserError
from listlint.values import NamedTuple

Payload = Mapping[str, Any]
NEW_BRANCH = "0" * 40


class ReviewPull(NamedTuple):
    """Review the pull request with this number."""

    number: int


class ReviewBranch(NamedTuple):
    """Second stage: review the open pull request from this branch whose head is this SHA."""

    owner: str
    branch: str
    sha: str


class ReviewPush(NamedTuple):
    """Say what is new at ``head`` against ``base``, without a pull request."""

    base: str
    head: str


class Sweep(NamedTuple):
    """Look through the whole list at a commit."""

    commit: str


class AddPaper(NamedTuple):
    """Answer the issue with this number, which asks for a paper; its text is a stranger's."""

    number: int
    text: str
    commit: str


class Nothing(NamedTuple):
    """Nothing to do, and why."""

    why: str


Job = ReviewPull | ReviewBranch | ReviewPush | Sweep | AddPaper | Nothing


def job(event: str, payload: Payload, commit: str) -> Job:
    """What the event asks for; ``commit`` is the one that the workflow runs at."""
    answer = _ANSWERS.get(event)
    if answer is None:
        return Nothing(f"Nothing to do on {event or 'no event'}.")
    try:
        return answer(payload, commit)
    except (KeyError, TypeError, AttributeError):
        raise UserError(f"the event file doesn't hold what a {event} event holds") from None


def _pull_request(payload: Payload, commit: str) -> Job:
    if payload.get("action") == "closed":
        return Nothing("The pull request is closed.")
    return ReviewPull(_number(payload["pull_request"]["number"]))


def _workflow_run(payload: Payload, commit: str) -> Job:
    """The first stage's artifacts are a stranger's and aren't looked at."""
    run = payload["workflow_run"]
    if run["event"] != "pull_request":
        return Nothing("The workflow that ended was none of a pull request.")
    owner = run["head_repository"]["owner"]["login"]
    return ReviewBranch(str(owner), str(run["head_branch"]), _sha(run["head_sha"]))


def _push(payload: Payload, commit: str) -> Job:
    before, after = _sha(payload["before"]), _sha(payload["after"])
    if after == NEW_BRANCH:
        return Nothing("The branch was deleted.")
    if before == NEW_BRANCH:
        return Nothing("The branch is new: there is nothing to compare it with.")
    return ReviewPush(before, after)


def _merge_group(payload: Payload, commit: str) -> Job:
    group = payload["merge_group"]
    return ReviewPush(_sha(group["base_sha"]), _sha(group["head_sha"]))


def _schedule(payload: Payload, commit: str) -> Job:
    return Sweep(_sha(commit))


def _dispatch(payload: Payload, commit: str) -> Job:
    """By hand: the pull request that the workflow's own input `pr` names, else the whole list."""
    wanted = str((payload.get("inputs") or {}).get("pr") or "").strip()
    if not wanted:
        return Sweep(_sha(commit))
    if not re.fullmatch(r"#?\d{1,9}", wanted, re.ASCII):
        raise UserError(f"input pr: {wanted!r} is no number of a pull request")
    return ReviewPull(int(wanted.lstrip("#")))


def _issues(payload: Payload, commit: str) -> Job:
    issue = payload["issue"]
    if payload.get("action") not in ("opened", "reopened"):
        return Nothing("Nothing to do: the issue was neither opened nor reopened.")
    if issue["user"]["type"] == "Bot":
        return Nothing("The issue is a bot's own.")
    return AddPaper(_number(issue["number"]), str(issue.get("body") or ""), _sha(commit))


_ANSWERS: dict[str, Callable[[Payload, str], Job]] = {
    "pull_request": _pull_request,
    "pull_request_target": _pull_request,
    "workflow_run": _workflow_run,
    "push": _push,
    "merge_group": _merge_group,
    "schedule": _schedule,
    "workflow_dispatch": _dispatch,
    "issues": _issues,
}


def _number(given: Any) -> int:
    if not isinstance(given, int):
        raise TypeError
    return given


def _sha(given: Any) -> str:
    if not isinstance(given, str) or not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", given):
        raise TypeError
    return given
