"""What a list's own venues and a configuration change, and that they leave the table alone."""

from listlint.knowledge import venues
from listlint.knowledge.vocabulary import EMPTY, Vocabulary


def test_a_name_that_the_list_uses_is_a_venue_in_it():
    own = EMPTY.with_own(["FooConf", "Journal of Foo"])
    reading = venues.read("FooConf 2023 Oral", own)
    assert (reading.name, reading.id, reading.form, reading.year, reading.track) == (
        "FooConf", None, "own", 2023, "Oral",
    )  # fmt: skip
    assert venues.read("Journal of Foo 12(3), 2020", own) is None
    assert venues.read("Journal of Foo, 2020", own).year == 2020
    assert venues.read("FooConf 2023") is None


def test_another_spelling_of_it_is_known_too():
    own = EMPTY.with_own(["FooConf"])
    name = venues.match("fooconf", own)
    assert (name.form, name.right) == ("case", "FooConf")


def test_a_venue_of_the_configuration_keeps_its_id():
    vocabulary = Vocabulary({"mywshop": ("mine", "MyWshop")}).with_own(["mywshop"])
    assert venues.match("MyWshop", vocabulary) == venues.VenueName("mine", "own", "MyWshop")


def test_the_table_goes_before_the_list():
    assert venues.match("ICLR", EMPTY.with_own(["ICLR"])).id == "iclr"


def test_a_preferred_name_is_the_one_to_write():
    prefer = Vocabulary(prefer={"www": "TheWebConf"})
    assert venues.match("TheWebConf", prefer).form == "name"
    assert venues.match("WWW", prefer)[:3] == ("www", "alias", "TheWebConf")
    assert venues.match("thewebconf", prefer)[:3] == ("www", "case", "TheWebConf")
    assert venues.match("International World Wide Web Conference", prefer).form == "long"
    assert venues.match("WWW").right == "WWW"


def test_two_vocabularies_do_not_disturb_each_other():
    one, two = EMPTY.with_own(["FooConf"]), EMPTY.with_own(["BarConf"])
    assert venues.read("FooConf 2020", one) is not None
    assert venues.read("FooConf 2020", two) is None
    assert venues.read("FooConf 2020", one) is not None


def test_a_name_without_a_letter_is_none():
    assert EMPTY.with_own(["", "---"]).extra == {}
