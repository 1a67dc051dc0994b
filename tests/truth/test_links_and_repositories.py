"""Links that are gone or have moved, repositories, withdrawals, and what is missing."""

from __future__ import annotations

from listlint.facts import LINK, Answer, Question
from truth.telling import (
    alive,
    code,
    datasets,
    dead,
    judged,
    mended,
    moved,
    renamed,
    retracted,
    said,
    withdrawn,
)

PAGE = "https://example.org/smell.pdf"
LINE = f"- Sorting Lists by Smell, ACL 2022 [[Paper]({PAGE})]\n"


def test_a_dead_link_is_said_with_its_evidence() -> None:
    assert said("dead-link", LINE, dead(PAGE)) == [
        "example.org/smell.pdf isn't there (404 twice). Find its new address, or take the link out."
    ]


def test_what_nobody_could_tell_is_never_a_finding() -> None:
    for reason in ("challenged", "timeout", "soft-404", "offline"):
        unchecked = {Question(LINK, PAGE): Answer("unchecked", reason=reason)}
        assert not judged("dead-link", LINE, unchecked)
        assert not judged("moved-link", LINE, unchecked)


def test_a_link_outside_of_any_entry_is_followed_too() -> None:
    text = f"# Papers\n\nSee [the old page]({PAGE}), or <{PAGE}>.\n\n" + LINE
    assert len(judged("dead-link", text, dead(PAGE))) == 3


def test_a_host_that_is_known_to_have_closed_is_not_said_twice() -> None:
    url = "https://paperswithcode.com/sota/counting-umbrellas"
    text = f"- Counting Umbrellas in the Dark, ACL 2022 [[Results]({url})]\n"
    assert [each.rule for each in judged("", text, dead(url))] == ["closed-host"]


def test_an_address_that_would_break_the_list_is_not_written() -> None:
    odd = "https://example.org/a(b c"
    (finding,) = judged("moved-link", LINE, moved(PAGE, odd))
    assert finding.fix is None
    assert mended("moved-link", LINE, moved(PAGE, f"{PAGE}?v=2")) == LINE.replace(
        PAGE, f"{PAGE}?v=2"
    )
    assert not judged("moved-link", LINE, alive(PAGE))


def test_a_moved_repository_is_one_finding() -> None:
    url = "https://github.com/almqvist/smell"
    text = f"- Sorting Lists by Smell, ACL 2022 [[Code]({url}/tree/main)]\n"
    known = (
        renamed("almqvist/smell", "Lab/Smell"),
        moved(f"{url}/tree/main", "https://github.com/L"),
    )
    assert [each.rule for each in judged("", text, *known)] == ["renamed-repository"]
    assert mended("renamed-repository", text, known[0]) == text.replace(
        "almqvist/smell", "Lab/Smell"
    )


def test_a_name_that_only_begins_alike_is_another_repository() -> None:
    text = (
        "- Sorting Lists by Smell, ACL 2022 [[Code](https://github.com/almqvist/smell)] "
        "[[Code 2](https://github.com/almqvist/smell-2)]\n"
    )
    done = mended("renamed-repository", text, renamed("almqvist/smell", "lab/smell"))
    assert done == text.replace("almqvist/smell)", "lab/smell)")


def test_a_withdrawn_paper_is_named_with_the_registrys_words() -> None:
    text = "- Sorting Lists by Smell, arXiv 2022 [[Paper](https://arxiv.org/abs/2205.00017)]\n"
    (message,) = said("withdrawn-paper", text, withdrawn("arxiv:2205.00017", "Error in Lemma 2."))
    assert message.startswith('arXiv 2205.00017 was withdrawn in its v2: "Error in Lemma 2".')
    kept = text.replace("arXiv 2022", "arXiv 2022 (withdrawn)")
    assert not said("withdrawn-paper", kept, withdrawn("arxiv:2205.00017", "Error"))


def test_a_title_about_withdrawals_says_nothing_of_its_own_fate() -> None:
    text = "- Why Papers Are Retracted, TPAMI 2022 [[Paper](https://doi.org/10.1000/smell.1)]\n"
    assert said("retracted-paper", text, retracted("doi:10.1000/smell.1"))


def listing(*links: str) -> str:
    return "".join(
        f"- Sorting Drawers by Touch, Part {n}, ICML 2022 "
        f"[[Paper](https://arxiv.org/abs/2205.0010{n})] {links[n % len(links)]}\n"
        for n in range(8)
    )


BARE = "- Sorting Lists by Smell, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00017)]\n"


def test_code_is_linked_as_the_list_links_it() -> None:
    text = listing("[[Github](https://github.com/berg/touch)]") + BARE
    known = code("arxiv:2205.00017", "https://github.com/almqvist/smell")
    assert mended("missing-code-link", text, known) == text.replace(
        BARE, BARE[:-1] + " [[Github](https://github.com/almqvist/smell)]\n"
    )


def test_code_that_is_linked_under_another_label_isnt_missed() -> None:
    text = listing("[[Code](https://github.com/berg/touch)]") + BARE.replace(
        "]\n", "] [[Project](https://github.com/almqvist/smell/)]\n"
    )
    known = code("arxiv:2205.00017", "https://github.com/Almqvist/Smell")
    assert not said("missing-code-link", text, known)


def test_a_list_that_links_no_code_misses_none() -> None:
    known = code("arxiv:2205.00017", "https://github.com/almqvist/smell")
    assert not said("missing-code-link", listing("") + BARE, known)


def test_an_empty_cell_takes_the_code() -> None:
    head = "| Title | Paper | Code |\n|---|---|---|\n"
    paper = "[Paper](https://arxiv.org/abs/2205.0010{0})"
    row = f"| Sorting Drawers by Touch, Part {{0}} | {paper} | {{1}} |\n"
    rows = "".join(row.format(n, f"[Code](https://github.com/berg/touch{n})") for n in range(6))
    known = code("arxiv:2205.00107", "https://github.com/almqvist/smell")
    done = mended("missing-code-link", head + rows + row.format(7, "-"), known)
    assert done.endswith(row.format(7, "[Code](https://github.com/almqvist/smell)"))


def test_of_several_data_sets_somebody_has_to_choose() -> None:
    text = listing("[[Data](https://huggingface.co/datasets/berg/touch)]") + BARE
    hub = "https://huggingface.co/datasets/almqvist/"
    (finding,) = judged(
        "missing-dataset-link", text, datasets("arxiv:2205.00017", f"{hub}smell", f"{hub}nose")
    )
    assert finding.fix is None
    assert "smell" in finding.message
    assert "nose" in finding.message


CODED = code("arxiv:2205.00017", "https://github.com/almqvist/smell")


def coded(shape: str, count: int = 8) -> str:
    return "".join(shape.format(n=n) for n in range(count))


def test_code_stands_behind_a_title_that_is_the_link() -> None:
    text = coded(
        "- **[Sorting Drawers by Touch, Part {n}](https://arxiv.org/abs/2205.0010{n})** "
        "[[code](https://github.com/berg/t{n})] *ICML 2022*\n"
    )
    bare = "- **[Sorting Lists by Smell](https://arxiv.org/abs/2205.00017)** *ICML 2022*\n"
    assert mended("missing-code-link", text + bare, CODED) == text + bare.replace(
        "** *", "** [[code](https://github.com/almqvist/smell)] *"
    )


def test_code_takes_its_separator_along_and_leaves_that_of_the_next() -> None:
    shape = (
        "- [Sorting Drawers by Touch, Part {n}](https://arxiv.org/abs/2205.0010{n}), ICML 2022 | "
    )
    text = coded(shape + "[github](https://github.com/berg/t{n}) | [bibtex](bib/t{n}.txt)\n")
    bare = "- [Sorting Lists by Smell](https://arxiv.org/abs/2205.00017), ICML 2022 | "
    bare += "[bibtex](bib/smell.txt)\n"
    assert mended("missing-code-link", text + bare, CODED) == text + bare.replace(
        "2022 |", "2022 | [github](https://github.com/almqvist/smell) |"
    )


def test_code_has_a_line_of_its_own_where_the_others_have() -> None:
    text = coded(
        "- [Sorting Drawers by Touch, Part {n}](https://arxiv.org/abs/2205.0010{n})\n"
        "  - Keyword: touch, drawers\n"
        "  - Code: [official](https://github.com/berg/t{n})\n"
    )
    bare = (
        "- [Sorting Lists by Smell](https://arxiv.org/abs/2205.00017)\n  - Keyword: smell, lists\n"
    )
    assert mended("missing-code-link", text + bare, CODED) == (
        f"{text}{bare}  - Code: [official](https://github.com/almqvist/smell)\n"
    )


def test_a_preprint_whose_published_version_was_retracted_says_so() -> None:
    (message,) = said("retracted-paper", BARE, retracted("arxiv:2205.00017"))
    assert message.startswith("The published version of arXiv 2205.00017 was retracted")
