"""What is wanted against what stands: what to post, edit, delete or resolve; pure.

Ours is what the token's user wrote and what ends in one well-formed marker with our id: a marker
alone proves nothing. Of ours, what a human resolved stays as it is, and its findings aren't said
again; what was answered is never deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listlint.review.markers import Marker, gist, read_marker, signed
from listlint.review.plan import Comment
from listlint.review.seen import Draft, Said, Standing, Thread
from listlint.values import NamedTuple

SUMMARY = "summary"


class Edit(NamedTuple):
    id: int
    body: str
    resolve: str = ""  # the thread to resolve with it


class Moves(NamedTuple):
    """Writes that bring about what is wanted; most often none."""

    new: tuple[Comment, ...] = ()
    edits: tuple[Edit, ...] = ()
    deletions: tuple[int, ...] = ()


class _Ours(NamedTuple):
    thread: Thread
    marker: Marker


def moves(wanted: Iterable[Comment], standing: Standing, owner: str, sha: str) -> Moves:
    """Compare what shall be said with our threads."""
    found = _Moves([one for one in _ours(standing, owner) if not one.thread.resolved], owner)
    for comment in wanted:
        known = found.known(comment)
        if known is not None:
            found.renew(known, comment)
        else:
            found.new.append(comment)
    for one in found.left:
        found.gone(one, sha)
    return Moves(tuple(found.new), tuple(found.edits), tuple(found.deletions))


def dismissed(standing: Standing, owner: str) -> frozenset[str]:
    """Findings that a human has resolved: they aren't said again."""
    resolved = (one for one in _ours(standing, owner) if one.thread.resolved)
    return frozenset(fp for one in resolved for fp in one.marker.findings)


def _ours(standing: Standing, owner: str) -> Iterator[_Ours]:
    for thread in standing.threads:
        marker = read_marker(thread.body) if thread.own else None
        if marker and marker.owner == owner:
            yield _Ours(thread, marker)


def known(standing: Standing, owner: str) -> frozenset[str]:
    """Findings that our open threads speak of."""
    open_ = (one for one in _ours(standing, owner) if not one.thread.resolved)
    return frozenset(fp for one in open_ for fp in one.marker.findings)


class _Moves:
    """Writes as they are found; ``left``: our open threads that nothing wanted has met yet."""

    def __init__(self, open_: list[_Ours], owner: str) -> None:
        self.left, self.owner = open_, owner
        self.new: list[Comment] = []
        self.edits: list[Edit] = []
        self.deletions: list[int] = []

    def known(self, comment: Comment) -> _Ours | None:
        """Our thread about the same entry, or about one of the same findings."""
        for one in self.left:
            if one.thread.path == comment.path and _same(one.marker, comment):
                self.left.remove(one)
                return one
        return None

    def renew(self, ours: _Ours, comment: Comment) -> None:
        """Leave what says the same; a suggestion that needs other lines can't be edited in."""
        thread, said = ours.thread, ours.marker.text
        fits = comment.suggestion is None or thread.height == comment.last - comment.first + 1
        if said == gist(comment.body):
            return
        if fits:
            self.edits.append(Edit(thread.comment, body_of(comment, self.owner)))
        elif not thread.answered:
            self.deletions.append(thread.comment)
            self.new.append(comment)
        elif said != gist(comment.words):
            self.edits.append(Edit(thread.comment, words_of(comment, self.owner)))

    def gone(self, ours: _Ours, sha: str) -> None:
        """Delete what nobody answered; else say that it is fixed, once."""
        if not ours.thread.answered:
            self.deletions.append(ours.thread.comment)
        elif ours.marker.findings:
            body = signed(f"Fixed in {sha[:7]}.", self.owner, ours.marker.about)
            resolve = ours.thread.id if ours.thread.resolvable else ""
            self.edits.append(Edit(ours.thread.comment, body, resolve))


def _same(marker: Marker, comment: Comment) -> bool:
    return marker.about == comment.about or not set(marker.findings).isdisjoint(comment.findings)


def body_of(comment: Comment, owner: str) -> str:
    return signed(comment.body, owner, comment.about, comment.findings)


def words_of(comment: Comment, owner: str) -> str:
    return signed(comment.words, owner, comment.about, comment.findings)


def drafts(comments: Iterable[Comment], owner: str) -> list[Draft]:
    return [Draft(each.path, each.first, each.last, body_of(each, owner)) for each in comments]


def summaries(standing: Standing, owner: str) -> Iterator[tuple[Said, Marker]]:
    """Our summary comments: there should be one at most."""
    for said in standing.comments:
        marker = read_marker(said.body) if said.own else None
        if marker and marker.owner == owner and marker.about == SUMMARY:
            yield said, marker


def unposted(wanted: Iterable[Comment], standing: Standing, owner: str) -> list[Comment]:
    """Of comments that may or may not have been posted, those that haven't."""
    there = {(one.thread.path, one.marker.about, one.marker.text) for one in _ours(standing, owner)}
    return [each for each in wanted if (each.path, each.about, gist(each.body)) not in there]
