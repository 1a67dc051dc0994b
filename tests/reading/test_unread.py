"""What looks like an entry and can't be read as one is counted, never silently dropped."""

from __future__ import annotations

from made import papers

URL = "https://arxiv.org/abs/2203.0000{}"
GOOD = "".join(
    f"- **{title}**, ACL 2022 [[Paper]({URL.format(n)})]\n"
    for n, title in enumerate(
        ("Sorting Lists by Smell", "Folding Maps by Touch", "Naming Kettles at Scale")
    )
)


def unread(text: str) -> list[int]:
    return [u.lines[0] for u in papers(text).unread]


def test_a_bullet_without_a_title_among_entries() -> None:
    assert unread(f"{GOOD}- [[Paper]({URL.format(8)})]\n") == [4]


def test_a_bullet_of_names_and_a_link_among_entries() -> None:
    assert unread(f"{GOOD}- Ada Berg, Bo Dorn. [Paper]({URL.format(8)})\n") == [4]


def test_a_list_that_is_read_whole_has_none() -> None:
    assert unread(GOOD) == []


def test_a_table_of_papers_without_titles() -> None:
    head = "| Method | Score | Link |\n| --- | --- | --- |\n"
    rows = "".join(f"| A{n} | 0.{n} | [pdf]({URL.format(n)}) |\n" for n in range(4))
    assert unread(head + rows) == [3, 4, 5, 6]


def test_a_row_without_a_title_among_entries() -> None:
    head = "| Title | Venue | Link |\n| --- | --- | --- |\n"
    rows = "".join(
        f"| {title} | ACL 2022 | [pdf]({URL.format(n)}) |\n"
        for n, title in enumerate(("Sorting Lists by Smell", "Folding Maps by Touch", ""))
    )
    assert unread(head + rows) == [5]


def test_remarks_and_contents_are_not_counted() -> None:
    text = f"Please see our [survey]({URL.format(9)}).\n\n- [Sorting](#sorting)\n\n{GOOD}"
    assert unread(text) == []


def test_what_was_never_parsed_is_counted() -> None:
    deep = "> " * 2000 + f"- Sorting Lists by Smell [pdf]({URL.format(1)})\n"
    (one,) = papers(deep).unread
    assert one.why == "nested too deep"
    assert one.lines == (1, 1)


def test_a_section_below_news_that_lists_papers_is_read() -> None:
    news = "## News\n\n### Papers of May\n\n" + GOOD.replace("2203", "2204") + GOOD
    assert len(papers(news).entries) == 6
