"""Which entry of a list is which after somebody edited it."""

from __future__ import annotations

from listlint.changes import compare
from made import papers

ONE = "- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00001)]\n"
TWO = "- Counting Umbrellas in the Dark, ICML 2023 [[Paper](https://arxiv.org/abs/2302.00002)]\n"
THREE = "- Mending Kettles at Night, ICLR 2023 [[Paper](https://arxiv.org/abs/2302.00003)]\n"
HEAD = "# Papers\n\n"


def changed(before: str, after: str) -> tuple[dict[int, int], tuple[int, ...], tuple[int, ...]]:
    found = compare(papers(HEAD + before), papers(HEAD + after))
    return found.origin, found.added, found.gone


def test_an_added_entry_is_the_new_one() -> None:
    assert changed(ONE + THREE, ONE + TWO + THREE) == ({0: 0, 2: 1}, (1,), ())


def test_of_two_alike_the_one_that_was_there_stays() -> None:
    again = ONE.replace("ACL", "EMNLP")
    assert changed(ONE, again + ONE) == ({1: 0}, (0,), ())


def test_moved_entries_are_the_same() -> None:
    assert changed(ONE + TWO + THREE, THREE + ONE + TWO) == ({1: 0, 2: 1, 0: 2}, (), ())


def test_a_changed_address_and_a_mended_title_are_no_new_paper() -> None:
    new = "https://aclanthology.org/2022.acl-long.9901"
    moved = ONE.replace("https://arxiv.org/abs/2203.00001", new)
    assert changed(ONE + TWO, moved + TWO) == ({0: 0, 1: 1}, (), ())
    mended = moved.replace("Lists", "Long Lists")
    assert changed(ONE + TWO, mended + TWO)[1:] == ((), ())


def test_another_paper_in_its_place_is_another_paper() -> None:
    origin, added, gone = changed(ONE + TWO, ONE + THREE)
    assert (origin, added, gone) == ({0: 0}, (1,), (1,))
