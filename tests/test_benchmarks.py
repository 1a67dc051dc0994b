"""Invented lists say what stands in them, and disguises keep titles and addresses."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))

import disguise
import families
import fleet
import invented
import links
import linkserver
import truthcases
from listlint.finding import apply
from listlint.reading import read
from listlint.source import Source
from made import papers
from scoring import at_line


def test_one_seed_gives_one_list() -> None:
    assert invented.write(3, 120) == invented.write(3, 120)
    assert invented.write(3, 120).text != invented.write(4, 120).text


@pytest.mark.parametrize("family", families.FAMILIES)
def test_an_invented_list_says_where_its_papers_stand(family: str) -> None:
    made = invented.write(5, 60, [family])
    lines = made.text.split("\n")
    assert len(made.records) == 60
    for record in made.records:
        entry = "\n".join(lines[record["line"] - 1 : record["end_line"]])
        assert record["title"] in entry
        assert record["venue"] is None or record["venue"] in entry
        assert all(link["url"] in entry for link in record["links"])


def test_no_two_invented_papers_share_a_title() -> None:
    titles = [record["title"] for record in invented.write(1, 3000).records]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("name", disguise.NAMES)
def test_a_disguise_keeps_titles_and_addresses(name: str) -> None:
    papers = read(Source(invented.write(2, 240).text), "list.md")
    edits, items = disguise.edits_of(name, papers, disguise.Random(1))
    lines = apply(papers.text, edits).split("\n")
    assert items
    for item in items:
        line = lines[disguise.new_line(papers, edits, item.entry.lines[0]) - 1]
        assert item.entry.title in line
        assert all(link.url in line for link in item.entry.links)


def test_other_marks_leave_every_line_where_it_is() -> None:
    papers = read(Source(invented.write(2, 240).text), "list.md")
    for name in (*disguise.IN_PLACE, *disguise.ANEW):
        edits, _ = disguise.edits_of(name, papers, disguise.Random(1))
        assert apply(papers.text, edits).count("\n") == papers.text.count("\n")


def test_rows_of_a_table_made_of_bullets_are_read_as_entries_again() -> None:
    papers = read(Source(invented.write(4, 120, ["line", "title-link"]).text), "list.md")
    again, moved = disguise.disguised(papers, "to-table", 1)
    shapes = {entry.shape for new in moved.values() if (entry := at_line(again, new))}
    assert len(moved) > 50
    assert shapes == {"row"}


def test_links_of_every_kind_stand_on_every_part_of_the_hosts() -> None:
    urls = links.mixed(8080)
    kinds = Counter(url.split("/")[3] for url in urls)
    assert kinds == links.MIX
    assert len(set(urls)) == 1000
    hosts = {url.split("/")[2] for url in urls}
    assert len(hosts) == links.HOSTS


def test_a_skewed_list_has_a_fourth_on_the_host_that_limits_its_guests() -> None:
    shares = Counter(url.split("/")[2] for url in links.skewed(8080))
    assert shares["127.0.9.1:8080"] == links.LIMITED
    assert shares["127.0.1.1:8080"] == 450


@pytest.mark.parametrize(
    ("path", "statuses"),
    [
        ("/ok/1", [200, 200]),
        ("/missing/1", [404, 404]),
        ("/flaky/1", [503, 200]),
        ("/limited/1", [429, 429]),
        ("/bot/1", [403, 403]),
        ("/waf/1", [202, 202]),
        ("/moved/1", [301, 301]),
    ],
)
def test_the_link_server_does_what_its_page_says(path: str, statuses: list[int]) -> None:
    server = linkserver.Server(8080, 0.0)
    seen = [server.answer("127.0.1.1", "GET", path)[0] for _ in statuses]
    assert seen == statuses
    assert server.seen.rude == (1 if path.startswith("/limited") else 0)


def test_a_host_that_limits_its_guests_counts_who_comes_too_early() -> None:
    server = linkserver.Server(8080, 0.0)
    seen = Counter(server.answer("127.0.9.1", "GET", f"/ok/{at}")[0] for at in range(40))
    assert seen == {200: 30, 429: 10}
    assert server.seen.rude == 9


def test_one_worker_and_two_do_the_same_lists(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(invented.write(5, 30).text)
    (tmp_path / "out").mkdir()
    folder = fleet.copies([tmp_path / "a.md"], 2, tmp_path / "out")
    for words in (["--jobs", "1"], ["--jobs", "2"]):
        done = fleet.run(folder, [*words, "--quiet", "--fail-on", "never"])
        assert done.lists == 2
        assert 0 < done.master < done.seconds + 1


def test_a_list_of_truth_has_faults_and_traps_and_tells_where() -> None:
    made = truthcases.made(1)
    lines = made.text.split("\n")
    assert len(made.world.papers) >= 200
    assert len(made.planted) >= 100
    assert len(made.traps) >= 100
    assert made == truthcases.made(1)
    assert all(lines[line - 1].startswith("- ") for line in (*made.planted, *made.traps))
    assert len(papers(made.text).entries) == len(made.planted) + len(made.traps)
