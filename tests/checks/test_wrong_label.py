"""Labels that lead elsewhere, and labels that only look so."""

from __future__ import annotations

import pytest

from listlint.checks import wrong_label
from listlint.facts import EMPTY
from listlint.rule import NoOptions
from made import papers

ARXIV = "https://arxiv.org/abs/2205.00017"
REPOSITORY = "https://github.com/almqvist/smell"


def messages(*links: tuple[str, str]) -> list[str]:
    said = " ".join(f"[[{label}]({url})]" for label, url in links)
    text = f"- Sorting Lists by Smell, ACL 2022 {said}\n"
    found = wrong_label.check(papers(text), EMPTY, NoOptions())
    return [finding.message for finding in found]


def test_code_that_is_the_paper_again() -> None:
    (message,) = messages(("Paper", ARXIV), ("Code", ARXIV))
    assert message == (
        "`Code` leads to a paper, as `Paper` does. Check which is right: the label or the link."
    )


@pytest.mark.parametrize(
    ("label", "url", "leads_to"),
    [
        ("GitHub", ARXIV, "a paper"),
        ("code", "https://openreview.net/forum?id=aBcDeFgHiJ", "a paper"),
        ("PDF", REPOSITORY, "a repository"),
        ("arXiv", REPOSITORY, "a repository"),
        ("Paper", "https://smell.github.io/", "a project page"),
        ("Paper", "https://www.google.com/search?q=smell", "a search"),
        ("Paper", "https://openreview.net/", "the front page of openreview.net"),
    ],
)
def test_what_leads_elsewhere(label: str, url: str, leads_to: str) -> None:
    (message,) = messages((label, url))
    assert message.startswith(f"`{label}` leads to {leads_to}")


@pytest.mark.parametrize(
    ("label", "url"),
    [
        ("Code", REPOSITORY),
        ("Code", "https://almqvist.github.io/smell"),
        ("Code", "https://doi.org/10.5281/zenodo.1000017"),
        ("Code", "https://paperswithcode.com/paper/sorting-lists-by-smell"),
        ("Code", "https://www.nature.com/articles/s41591-021-00017-3#code-availability"),
        ("Code", "https://openreview.net/attachment?id=aBcDeFgHiJ&name=supplementary_material"),
        ("GitHub", f"{REPOSITORY}/blob/main/paper.pdf"),
        ("CodeS", ARXIV),
        ("Paper", f"{REPOSITORY}/blob/main/report.md"),
        ("Paper", "https://smell.github.io/files/smell.pdf"),
        ("Paper", "https://example.org/papers/smell.html"),
        ("Paper", "smell.pdf"),
        ("Papers", REPOSITORY),
        ("Slides", "https://openreview.net/"),
    ],
)
def test_what_is_as_it_says(label: str, url: str) -> None:
    assert not messages(("Paper", "https://aclanthology.org/2022.acl-long.7"), (label, url))


def test_a_page_that_is_the_paper_itself_is_none_of_it() -> None:
    text = "- smell.dev: Sorting Lists by Smell, ACL 2022 [[Paper](https://smell.dev/)]\n"
    assert not list(wrong_label.check(papers(text), EMPTY, NoOptions()))


def test_project_pages_labelled_so_throughout_are_remarks() -> None:
    text = "".join(
        f"- Sorting Lists by Smell {number}, ACL 2022 [[Paper](https://smell{number}.github.io/)]\n"
        for number in range(10, 20)
    )
    found = list(wrong_label.check(papers(text), EMPTY, NoOptions()))
    assert [each.level for each in found] == ["note"] * 10
