"""The tables of rules/: what a maintainer who adds a venue or a host is kept from getting wrong."""

import re
from pathlib import Path

import pytest
from rapidfuzz.distance import OSA

from listlint.knowledge import compiling_hosts, compiling_venues, rulebook
from listlint.knowledge.compiling import compiled
from listlint.knowledge.strict_yaml import TableError, parse
from listlint.knowledge.venue_spelling import fold

RULES = Path(__file__).parents[2] / "rules"
TEXTS = {f.stem: f.read_text("utf-8") for f in (RULES / "tables").glob("*.yml")}
VENUES = parse(TEXTS["venues"])
HOSTS = parse(TEXTS["hosts"])
SMALL = {
    "schema": 1,
    "tracks": {"oral": ["oral"]},
    "not_a_venue": {"unpublished": ["preprint"]},
    "ambiguous": {"FOO": []},
    "venues": {
        "barconf": {"name": "BarConf", "full": "Conference on Bars", "kind": "conference"},
        "bazconf": {"name": "BazConf", "full": "Conference on Bazzes", "kind": "conference"},
    },
}


def venues_with(**changes: object) -> dict:
    """A small table whose first venue has these fields too."""
    first = {**SMALL["venues"]["barconf"], **changes}
    return {**SMALL, "venues": {**SMALL["venues"], "barconf": first}}


def host_rule(**rule: object) -> dict:
    empty = {"doi_urls": [], "doi_prefixed": [], "doi_rewrites": [], "dois": [], "not_owners": []}
    tables = {"volumes": {"1": ["barconf", 2020]}}
    rest = {"kinds": {}, "closed": [], "moved": [], "https": [], "tables": tables}
    return {"hosts": [rule], **empty, **rest}


def test_the_tables_as_they_stand_compile():
    assert compiled(TEXTS)["venues"]["forms"]["neurips"] == ["neurips", "name", "NeurIPS"]


class TestYaml:
    def test_a_key_written_twice_is_refused_with_its_line(self):
        with pytest.raises(TableError, match="'a' stands twice"):
            parse("a: 1\nb: 2\na: 3\n")

    def test_a_key_written_twice_inside_a_venue_is_refused(self):
        with pytest.raises(TableError, match="'name' stands twice"):
            parse("foo: {name: A, kind: journal, name: B}")

    def test_an_alias_is_refused(self):
        with pytest.raises(TableError, match="alias"):
            parse("a: &x [1]\nb: *x\n")

    def test_broken_yaml_is_one_error(self):
        with pytest.raises(TableError):
            parse("a: [1\n")

    def test_a_table_of_another_schema_is_refused_by_name(self):
        with pytest.raises(TableError, match=r"topics\.yml"):
            compiled({**TEXTS, "topics": "schema: 2\n"})


class TestVenues:
    def test_a_form_belongs_to_one_venue(self):
        with pytest.raises(TableError, match="bazconf"):
            compiling_venues.compiled(venues_with(also=["baz-conf"]))

    def test_no_form_is_ambiguous(self):
        with pytest.raises(TableError, match="FOO"):
            compiling_venues.compiled(venues_with(aliases=["foo"]))

    def test_no_form_is_a_medium(self):
        with pytest.raises(TableError, match="preprint"):
            compiling_venues.compiled(venues_with(aliases=["Preprint"]))

    @pytest.mark.parametrize("written", [True, 3.0, "...", None])
    def test_a_name_that_yaml_took_for_something_else_is_refused(self, written):
        with pytest.raises(TableError, match="quotes"):
            compiling_venues.compiled(venues_with(also=[written]))

    @pytest.mark.parametrize("field", [{"joint": ["nobody"]}, {"parent": "nobody"}])
    def test_other_venues_that_it_names_exist(self, field):
        with pytest.raises(TableError, match="nobody"):
            compiling_venues.compiled(venues_with(**field))

    def test_candidates_of_an_ambiguous_form_exist(self):
        with pytest.raises(TableError, match="nobody"):
            compiling_venues.compiled({**SMALL, "ambiguous": {"FOO": ["nobody"]}})

    @pytest.mark.parametrize(
        "spans",
        [
            [{"from": 2000, "to": 2005}, {"from": 2005}],
            [{"from": 2010}, {"from": 2000, "to": 2004}],
            [{"from": 2010, "to": 2000}],
        ],
    )
    def test_spans_of_years_are_in_order_and_apart(self, spans):
        with pytest.raises(TableError, match="held"):
            compiling_venues.compiled(venues_with(held=spans))

    def test_no_typo_is_one_letter_from_another_venue(self):
        names = {
            fold(form): id
            for id, venue in VENUES["venues"].items()
            for form in (venue["name"], *venue.get("also", ()))
        }
        near = [
            (typo, name)
            for id, venue in VENUES["venues"].items()
            for typo in venue.get("typos", ())
            for name, other in names.items()
            if other != id and OSA.distance(fold(typo), name, score_cutoff=1) <= 1
        ]
        assert near == []

    def test_every_venue_has_a_kind_that_is_known(self):
        kinds = {"conference", "journal", "workshop", "preprint", "repository", "series"}
        assert {venue["kind"] for venue in VENUES["venues"].values()} <= kinds

    def test_no_two_venues_share_a_stream_of_dblp(self):
        streams = [venue["dblp"] for venue in VENUES["venues"].values() if "dblp" in venue]
        assert len(streams) == len(set(streams))


class TestHosts:
    def test_a_pattern_is_anchored(self):
        with pytest.raises(TableError, match="anchored"):
            compiling_hosts.compiled(host_rule(re=r"foo\.org/x"), SMALL["venues"])

    def test_a_pattern_compiles(self):
        with pytest.raises(TableError, match="compile"):
            compiling_hosts.compiled(host_rule(re=r"^foo\.org/(x"), SMALL["venues"])

    @pytest.mark.parametrize(
        "rule",
        [
            {"key": "foo:{key}"},
            {"map": {"x": "barconf"}},
            {"table": "volumes"},
            {"year_base": 2000},
            {"yymm": "key"},
            {"int": "key"},
            {"track_if": {"w": "workshop"}},
        ],
    )
    def test_every_group_that_a_rule_needs_is_in_its_pattern(self, rule):
        with pytest.raises(TableError, match="lacks the group"):
            compiling_hosts.compiled(host_rule(re=r"^foo\.org/x", **rule), SMALL["venues"])

    @pytest.mark.parametrize(
        "rule", [{"venue": "nobody"}, {"map": {"x": "nobody"}}, {"table": "volumes"}]
    )
    def test_venues_that_a_rule_names_exist(self, rule):
        venues = {k: v for k, v in SMALL["venues"].items() if k != "barconf"}
        pattern = r"^foo\.org/(?P<ev>x)(?P<vol>\d)"
        with pytest.raises(TableError, match="no venue"):
            compiling_hosts.compiled(host_rule(re=pattern, **rule), venues)

    def test_only_the_patterns_of_a_host_stand_in_its_bucket(self):
        at = compiling_hosts.compiled(HOSTS, VENUES["venues"])["at"]
        assert len(at[compiling_hosts.ANYWHERE]) == 1
        assert max(len(numbers) for numbers in at.values()) < 10

    @pytest.mark.parametrize(
        ("pattern", "heads"),
        [
            (r"^foo\.org/x", {"foo.org"}),
            (r"^(?:a|b)\.foo\.org/x", {"a.foo.org", "b.foo.org"}),
            (r"^(?:www\.)?foo\.org/", {"foo.org", "www.foo.org"}),
            (r"^(?:foo\.org/a|bar\.org/b)/(?P<key>\d+)", {"foo.org", "bar.org"}),
            (r"^10\.1234/x", {"10.1234"}),
        ],
    )
    def test_the_hosts_of_a_pattern_are_read_from_it(self, pattern, heads):
        assert compiling_hosts.heads(pattern) == heads

    def test_a_host_is_listed_under_one_kind_only(self):
        places = [place for listed in HOSTS["kinds"].values() for place in listed]
        assert len(places) == len(set(places))
        assert all(place == place.lower() and not place.startswith("www.") for place in places)

    @pytest.mark.parametrize("table", ["closed", "moved"])
    def test_what_closed_or_moved_can_be_said(self, table):
        for rule in HOSTS[table]:
            groups = re.compile(rule["re"]).groupindex
            assert set(re.findall(r"\{(\w+)\}", rule.get("to", ""))) <= set(groups)
            assert "to" in rule or "hint" in rule


def test_topics_are_words_in_lower_case():
    topics = rulebook.tables()["topics"]
    assert all(word == word.lower() and word for words in topics.values() for word in words)
