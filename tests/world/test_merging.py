"""What several registries say of one publication."""

from __future__ import annotations

from listlint.facts import AGREES, Answer
from listlint.world.merging import merged

KEY = {"venue": "NeurIPS", "year": "2023", "record": "DBLP conf/nips/DoeR23"}


def said(source: str, **says: str) -> Answer:
    return Answer(AGREES, says, source)


def test_who_says_the_same_is_named() -> None:
    answer = merged([said("Semantic Scholar", **KEY), said("arXiv", venue="NeurIPS", year="2023")])
    assert answer.says["also"] == "arXiv"
    assert "against" not in answer.says


def test_who_says_otherwise_is_named_too() -> None:
    answer = merged([said("Semantic Scholar", **KEY), said("arXiv", venue="ICML", year="2023")])
    assert answer.says["against"] == "arXiv"
    own = merged([said("Semantic Scholar", **KEY, against="DOI 10.1000/x")])
    assert own.says["against"] == "DOI 10.1000/x"


def test_the_authors_comment_supports_and_never_proves() -> None:
    hint = said("arXiv", title="Learning to Lint Lists", hint="NeurIPS 2023")
    assert merged([said("Semantic Scholar", **KEY), hint]).says["also"] == "the authors' comment"
    assert "venue" not in merged([said("Semantic Scholar"), hint]).says
    other = said("arXiv", hint="ICML 2023 workshop")
    assert merged([said("Semantic Scholar", **KEY), other]).says == KEY


def test_whoever_knows_something_comes_before_who_knows_nothing() -> None:
    assert merged([said("arXiv"), said("Semantic Scholar", **KEY)]).source == "Semantic Scholar"
