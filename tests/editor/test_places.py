"""Positions as the protocol counts them, whatever the text holds and whatever is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from listlint.editor.documents import Document
from listlint.editor.places import Places

TEXTS = st.text(alphabet=st.sampled_from("ab\r\n\u2028\x0b\x85é中😀\U0001f468"), max_size=30)
ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


def lines(text: str) -> list[str]:
    """By the letter of the protocol."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(TEXTS, st.sampled_from(sorted(ENCODINGS)))
def test_every_place_is_counted_as_the_protocol_does(text: str, encoding: str) -> None:
    places = Places(text, encoding)
    assert len(places.starts) == len(lines(text))
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] == "\r\n":
            continue
        at = places.position(offset)
        above = lines(text[:offset])
        assert at.line == len(above) - 1
        assert at.character == len(above[-1].encode(ENCODINGS[encoding])) // WIDTHS[encoding]
        assert places.offset(at) == offset


@given(TEXTS, st.integers(0, 99), st.integers(0, 99))
def test_whatever_is_asked_is_answered_inside_the_line(text: str, line: int, column: int) -> None:
    offset = Places(text).offset(Position(line, column))
    assert 0 <= offset <= len(text)
    assert Places(text).position(offset).line == min(line, len(lines(text)) - 1)


def test_inside_a_character_is_before_it() -> None:
    assert Places("a😀b").offset(Position(0, 2)) == 1
    assert Places("a😀b").offset(Position(0, 3)) == 2
    assert Places("é", "utf-8").offset(Position(0, 1)) == 0


@pytest.mark.parametrize("encoding", sorted(ENCODINGS))
def test_a_byte_order_mark_is_a_character_of_the_first_line(encoding: str) -> None:
    from listlint.config import DEFAULT
    from listlint.editor.seeing import see
    from listlint.facts import EMPTY

    text = "\ufeffSorting\nLists\n"
    document = Document("file:///x.md", "x.md", text, 1, encoding)
    assert not document.is_fresh
    document.keep(see(text, "x.md", DEFAULT, lambda papers: EMPTY), text)
    assert document.is_fresh
    mark = {"utf-8": 3}.get(encoding, 1)
    assert document.places.position(0) == Position(0, mark)
    assert document.places.position(8) == Position(1, 0)
    assert document.places.offset(Position(0, 0)) == 0
    assert document.places.offset(Position(0, mark + 2)) == 2
