"""The steps of posting a review: what stands is read, and only what differs is written.

A write that may have been done is looked up before anything is sent again, and what GitHub doesn't
take goes into the summary: nothing is said twice, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial

from listlint.review.diff import read_patch
from listlint.review.markers import gist, signed
from listlint.review.plan import Comment, Review, demoted
from listlint.review.posted import SUMMARY, Moves, drafts, moves, summaries, unposted
from listlint.review.seen import Hub, Pull, Standing
from listlint.review.summary import capped, speaks, summary
from listlint.review.trouble import Doubtful, Missing, Refused, Trouble, Unfit
from listlint.values import NamedTuple


class Target(NamedTuple):
    """Where to post, and under which name."""

    pull: Pull
    owner: str  # the id in our markers


class Posted(NamedTuple):
    """How it went: the review as it stands now, its address, and whether all could be written."""

    review: Review
    text: str
    url: str = ""
    complete: bool = True
    moved: bool = False  # somebody pushed meanwhile: nothing was posted
    why: str = ""
    read_only: bool = False


def post(
    hub: Hub, target: Target, review: Review, standing: Standing, remarks: Sequence[str]
) -> Posted:
    """Bring what stands on the pull request to what the review says."""
    run = _Run(hub, target, review, standing, tuple(remarks))
    try:
        return run.steps()
    except Trouble as trouble:
        text = summary(run.review, run.said)
        only = isinstance(trouble, Refused)
        return Posted(run.review, text, run.url, complete=False, why=str(trouble), read_only=only)


class _Run:
    """One posting; ``said`` grows with what happens on the way."""

    def __init__(
        self, hub: Hub, target: Target, review: Review, standing: Standing, said: tuple[str, ...]
    ) -> None:
        self.hub, self.target, self.review, self.standing = hub, target, review, standing
        self.said = list(said)
        self.url = ""

    def steps(self) -> Posted:
        number, head = self.target.pull.number, self.target.pull.head
        found = moves(self.review.comments, self.standing, self.target.owner, head)
        writes = bool(found.new or found.edits or found.deletions or self._summary_differs())
        if writes and self.hub.pull(number).head != head:
            return Posted(self.review, summary(self.review, self.said), moved=True)
        if found.new:
            self._review(found.new)
        self._renew(found)
        self._summarise()
        return Posted(self.review, summary(self.review, self.said), self.url)

    # The review

    def _review(self, comments: Sequence[Comment]) -> None:
        """One review with all of them; what doesn't fit falls into the summary."""
        try:
            self._send(comments)
        except Unfit:
            fitting = self._fitting(comments)
            self._fall(each for each in comments if each not in fitting)
            if fitting:
                try:
                    self._send(fitting)
                except Unfit:
                    self._fall(fitting)

    def _send(self, comments: Sequence[Comment]) -> None:
        """Send once; after a doubtful end look what stands, and send what doesn't, once more."""
        try:
            self._post(comments)
        except Doubtful:
            left = self._not_there(comments)
            if left:
                try:
                    self._post(left)
                except Doubtful:
                    self._fall(self._not_there(left))

    def _post(self, comments: Sequence[Comment]) -> None:
        number, head = self.target.pull.number, self.target.pull.head
        sent = drafts(comments, self.target.owner)
        self.url = self.hub.post_review(number, head, "", sent) or self.url

    def _not_there(self, comments: Sequence[Comment]) -> list[Comment]:
        self.standing = self.hub.standing(self.target.pull.number)
        return unposted(comments, self.standing, self.target.owner)

    def _fitting(self, comments: Sequence[Comment]) -> list[Comment]:
        """Those on lines that the diff, read anew, lets carry a comment."""
        files = {each.path: each for each in self.hub.files(self.target.pull.number)}
        lines = {path: read_patch(file.patch) for path, file in files.items()}
        return [
            each
            for each in comments
            if each.path in lines and lines[each.path].carries(each.first, each.last)
        ]

    def _fall(self, comments: Iterable[Comment]) -> None:
        self.review = demoted(self.review, comments)

    # What stood before

    def _renew(self, found: Moves) -> None:
        for edit in found.edits:
            self._once(partial(self.hub.edit_review_comment, edit.id, edit.body))
            if edit.resolve:
                with suppress(Trouble):  # most tokens may not
                    self.hub.resolve(edit.resolve)
        for id in found.deletions:
            self._once(partial(self.hub.delete_review_comment, id))

    def _once(self, write: Callable[[], None]) -> None:
        """Editing and deleting by number come out the same however often they are done."""
        with suppress(Missing):
            try:
                write()
            except Doubtful:
                write()

    # The summary

    def _body(self) -> str:
        text = capped(summary(self.review, self.said))
        text = f"{text}\n\n<sub>(at {self.target.pull.head[:7]})</sub>"
        return signed(text, self.target.owner, SUMMARY)

    def _summary_differs(self) -> bool:
        there = next(summaries(self.standing, self.target.owner), None)
        if there is None:
            return speaks(self.review)
        return there[1].text != gist_of(self._body())

    def _summarise(self) -> None:
        """One comment at most, edited in place; a clean first run gets none."""
        there = list(summaries(self.standing, self.target.owner))
        body = self._body()
        if not there:
            if speaks(self.review):
                self._comment(body)
            return
        said, marker = there[0]
        if marker.text != gist_of(body):
            self._once(partial(self.hub.edit_comment, said.id, body))
        for other, _ in there[1:]:
            self._once(partial(self.hub.delete_comment, other.id))

    def _comment(self, body: str) -> None:
        number = self.target.pull.number
        try:
            url = self.hub.post_comment(number, body)
        except Doubtful:
            self.standing = self.hub.standing(number)
            if next(summaries(self.standing, self.target.owner), None) is not None:
                return
            url = self.hub.post_comment(number, body)
        self.url = self.url or url


def gist_of(signed_body: str) -> str:
    """What a signed body says, without its marker."""
    return gist(signed_body.rpartition("\n\n")[0])
