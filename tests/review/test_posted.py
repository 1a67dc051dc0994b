"""What is written where a comment of ours stands already, and how ours are known."""

from __future__ import annotations

from listlint.review.markers import gist, read_marker, signed
from listlint.review.plan import Comment
from listlint.review.posted import dismissed, moves
from listlint.review.seen import Standing, Thread

ABOUT, ONE, TWO = "0" * 12, "1" * 12, "2" * 12


def comment(
    body: str = "new", first: int = 5, last: int = 5, suggestion: str | None = "x"
) -> Comment:
    return Comment(
        "README.md", first, last, body, f"{body} in words", suggestion, (), ABOUT, (ONE,)
    )


def thread(
    body: str = "old", answered: bool = False, resolved: bool = False, own: bool = True
) -> Thread:
    signed_body = signed(body, "listlint", ABOUT, (ONE,))
    return Thread("T", "README.md", resolved, False, 1, 9, signed_body, own, answered)


def test_other_words_are_edited_in() -> None:
    found = moves([comment()], Standing((thread(),)), "listlint", "a" * 40)
    assert (len(found.edits), found.new, found.deletions) == (1, (), ())
    assert found.edits[0].body.startswith("new\n")


def test_a_suggestion_for_other_lines_needs_a_comment_of_its_own() -> None:
    wide = comment(first=5, last=6)
    found = moves([wide], Standing((thread(),)), "listlint", "a" * 40)
    assert (found.new, found.deletions) == ((wide,), (9,))


def test_where_somebody_answered_it_is_said_in_words() -> None:
    found = moves([comment(first=5, last=6)], Standing((thread(answered=True),)), "listlint", "a")
    assert (found.new, found.deletions) == ((), ())
    assert found.edits[0].body.startswith("new in words")
    again = thread("new in words", answered=True)
    assert moves([comment(first=5, last=6)], Standing((again,)), "listlint", "a").edits == ()


def test_lines_that_moved_are_no_other_words() -> None:
    said = "Already on line 12, *Sorting*. See [line 12](x#L12) and lines 3, 4 (at abc1234)."
    moved = "Already on line 19, *Sorting*. See [line 19](x#L19) and lines 8, 9 (at 9999999)."
    assert gist(said) == gist(moved)
    assert gist(said) != gist(said.replace("Sorting", "Folding"))


def test_only_one_well_formed_marker_at_the_end_is_ours() -> None:
    body = signed("said", "one", ABOUT, (ONE, TWO))
    marker = read_marker(body)
    assert marker is not None
    assert (marker.owner, marker.findings) == ("one", (ONE, TWO))
    assert read_marker(body + "\nmore") is None
    assert read_marker(body + body) is None
    assert read_marker(body.replace(ABOUT, "zzz")) is None


def test_what_others_resolved_of_others_dismisses_nothing() -> None:
    assert dismissed(Standing((thread(resolved=True),)), "listlint") == {ONE}
    assert dismissed(Standing((thread(resolved=True, own=False),)), "listlint") == frozenset()
    assert dismissed(Standing((thread(resolved=True),)), "another") == frozenset()
