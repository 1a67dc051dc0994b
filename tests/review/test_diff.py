"""Lines of a patch that may carry a comment, and suggestions that come out as they were meant."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from listlint.finding import SAFE, Edit, Finding, Fix, apply
from listlint.review.diff import read_patch, whole_file
from listlint.review.suggest import pastes, suggest
from listlint.source import Source
from review.state import patch

LINES = st.lists(
    st.sampled_from(["a", "b", "c", "", "- x", "+ y", "\tz", "@@ -1 +1 @@"]), max_size=30
)


def test_added_and_context_lines_carry_comments_and_others_do_not() -> None:
    lines = read_patch("@@ -3,3 +3,4 @@ heading\n a\n+b\n c\n-d\n+e\n")
    assert lines.hunks == ((3, 6),)
    assert lines.added == {4, 6}
    assert lines.carries(3, 6)
    assert not lines.carries(2, 3)
    assert not lines.carries(6, 7)
    assert lines.touches(1, 4)
    assert not lines.touches(5, 5)


def test_a_comment_spans_one_hunk_at_most() -> None:
    lines = read_patch("@@ -1 +1 @@\n-a\n+b\n@@ -9,2 +9,2 @@\n a\n-b\n+c")
    assert lines.hunk(1) == (1, 1)
    assert lines.hunk(5) is None
    assert lines.hunk(10) == (9, 10)
    assert not lines.carries(1, 9)


def test_deletions_alone_carry_nothing() -> None:
    assert read_patch("@@ -1,2 +0,0 @@\n-a\n-b").hunks == ()


def test_no_patch_and_half_a_patch_say_nothing() -> None:
    assert not read_patch(None).known
    assert not read_patch("@@ -1,9 +1,9 @@\n a\n+b").known
    assert not read_patch("@@ -1,1 +1,1 @@\n?x").known


def test_a_file_without_a_last_line_end() -> None:
    assert read_patch("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b").added == {1}


def test_odd_line_ends_inside_a_line_count_for_nothing() -> None:
    lines = read_patch("@@ -1,2 +1,3 @@\n a\u2028b\r\n+c\x0cd\x85e\r\n f\r")
    assert lines.hunks == ((1, 3),)
    assert lines.added == {2}


@given(LINES, LINES)
def test_every_line_that_differs_is_in_a_hunk(old: list[str], new: list[str]) -> None:
    before, after = ("".join(f"{line}\n" for line in lines) for lines in (old, new))
    lines = read_patch(patch(before.encode(), after.encode()) or None)
    if before == after:
        return
    assert lines.known
    assert all(lines.carries(each, each) for each in lines.added)
    kept = [line for number, line in enumerate(new, 1) if number not in lines.added]
    rest = iter(old)
    assert all(line in rest for line in kept)  # what isn't new stood there before, in this order


# Suggestions


def finding(edits: tuple[Edit, ...]) -> Finding:
    return Finding("a-rule", "error", 0, 1, "said", fix=Fix("mend", SAFE, edits))


@settings(max_examples=500)
@given(
    st.text(alphabet="ab\n", min_size=1, max_size=40),
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 6), st.text(alphabet="xy\n", max_size=4)),
        max_size=3,
    ),
    st.booleans(),
)
def test_a_suggestion_applied_is_the_fix_made(
    text: str, made: list[tuple[int, int, str]], returns: bool
) -> None:
    edits: list[Edit] = []
    for start, length, new in sorted(made):
        edit = Edit(min(start, len(text)), min(start + length, len(text)), new)
        if not edits or edits[-1].end < edit.start:
            edits.append(edit)
    source = Source(text.replace("\n", "\r\n") if returns else text)
    last = max(whole_file(text).added)
    found = suggest(source, [finding(tuple(edits))], (1, last), whole_file(text))
    wanted = apply(text, edits)
    if found is None:
        return
    lines = text.split("\n")
    new_lines = found.text.split("\n") if found.text else []
    applied = "\n".join([*lines[: found.first - 1], *new_lines, *lines[found.last :]])
    assert applied == wanted or (not found.text and applied.rstrip("\n") == wanted.rstrip("\n"))


def test_two_fixes_in_one_place_are_not_both_suggested() -> None:
    source = Source("- abc\n")
    both = [finding((Edit(2, 4, "x"),)), finding((Edit(3, 5, "y"),))]
    found = suggest(source, both, (1, 1), whole_file("-"))
    assert found is not None
    assert found.text == "- xc"
    assert found.fixed == (both[0],)


def test_edits_outside_the_lines_are_pasted_and_not_suggested() -> None:
    source = Source("- abc\n- def\n- ghi\n")
    wide = finding((Edit(2, 3, "x"), Edit(12, 18, "")))
    assert suggest(source, [wide], (1, 1), whole_file("-\n-\n-")) is None
    assert pastes(source, wide) == [(1, "- xbc"), (3, None)]


def test_a_blank_line_in_place_of_a_line_is_no_deletion() -> None:
    source = Source("- abc\n- def\n")
    found = suggest(source, [finding((Edit(0, 5, ""),))], (1, 1), whole_file("-\n-"))
    assert found is None or found.text != ""
