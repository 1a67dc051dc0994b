"""The compiled tables: found in a wheel, fresh in a checkout, and never in the way of a run."""

import json
import os
import shutil
from pathlib import Path

import pytest

from listlint.knowledge import rulebook

RULES = Path(__file__).parents[2] / "rules"


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A folder of rules and a cache of its own."""
    shutil.copytree(RULES, tmp_path / "rules")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(rulebook, "rules_dir", lambda: tmp_path / "rules")
    rulebook.tables.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    rulebook.tables.cache_clear()


def read_again():
    rulebook.tables.cache_clear()
    return rulebook.tables()


def kept(checkout):
    return list((checkout / "cache").rglob("*.json"))


def test_a_second_run_reads_what_the_first_compiled(checkout, monkeypatch):
    first = read_again()
    monkeypatch.setattr(rulebook, "compile_tables", lambda rules: pytest.fail("compiled again"))
    assert read_again() == first
    assert len(kept(checkout)) == 1


def test_a_changed_table_is_seen_at_once(checkout):
    read_again()
    table = checkout / "rules" / "tables" / "venues.yml"
    table.write_text(table.read_text("utf-8").replace("name: ICLR\n", "name: ICLRX\n"), "utf-8")
    os.utime(table, ns=(1, 1))
    assert read_again()["venues"]["ids"]["iclr"]["name"] == "ICLRX"


def test_where_nothing_can_be_written_it_is_compiled_and_used(checkout):
    (checkout / "cache").write_text("not a folder", "utf-8")
    assert read_again()["venues"]["ids"]["iclr"]["name"] == "ICLR"


@pytest.mark.parametrize("spoilt", ["", "{", "[]", "{}", '{"stamp": 1}'])
def test_a_spoilt_cache_is_made_anew(checkout, spoilt):
    first = read_again()
    kept(checkout)[0].write_text(spoilt, "utf-8")
    assert read_again() == first


def test_a_wheel_carries_the_compiled_form(tmp_path, monkeypatch):
    compiled = rulebook.compile_tables(RULES)
    (tmp_path / rulebook.COMPILED).write_text(json.dumps(compiled), "utf-8")
    monkeypatch.setattr(rulebook, "_PACKAGE", tmp_path)
    monkeypatch.setattr(rulebook, "rules_dir", lambda: None)
    assert read_again() == compiled
    rulebook.tables.cache_clear()


def test_what_is_compiled_is_plain_data():
    compiled = rulebook.compile_tables(RULES)
    assert json.loads(json.dumps(compiled)) == compiled
