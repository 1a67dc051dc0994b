"""Where a paper was published, as references in words tell it; what they only seem to tell."""

from __future__ import annotations

import pytest

from listlint.world.publications import agree, by_comment, by_doi, by_key, by_reference, first_sure


@pytest.mark.parametrize(
    ("text", "venue", "year", "track"),
    [
        ("Advances in Neural Information Processing Systems 36 (2023)", "NeurIPS", "2023", ""),
        ("37th Conference on Neural Information Processing Systems (NeurIPS 2023)",
         "NeurIPS", "2023", ""),
        ("The Eleventh International Conference on Learning Representations, 2023",
         "ICLR", "2023", ""),
        ("Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics"
         " (Volume 1: Long Papers), pages 1-10, July 2023", "ACL", "2023", ""),
        ("Findings of the Association for Computational Linguistics: EMNLP 2023",
         "EMNLP", "2023", "findings"),
        ("Companion Proceedings of the ACM Web Conference 2023", "WWW", "2023", "companion"),
        ("NeurIPS 2023 Datasets and Benchmarks Track", "NeurIPS", "2023", "datasets"),
        ("Proceedings of the 2nd Workshop on Tidy Lists, ACL 2023", "ACL", "2023", "workshop"),
        ("Computer Vision - ECCV 2022: 17th European Conference, Tel Aviv", "ECCV", "2022", ""),
        ("Journal of Machine Learning Research 24 (2023) 1-50", "JMLR", "2023", ""),
        ("Transactions on Machine Learning Research (01/2024)", "TMLR", "2024", ""),
        ("Lecture Notes in Computer Science, ECCV 2022", "ECCV", "2022", ""),
    ],
)  # fmt: skip
def test_a_reference_that_names_one_venue(text: str, venue: str, year: str, track: str) -> None:
    found = by_reference(text, "a reference")
    assert found is not None
    assert (found.venue, found.year, found.track) == (venue, year, track)


@pytest.mark.parametrize(
    "text",
    [
        "International Conference on Machine Learning and Cybernetics 2022",
        "International Journal of Computer Vision and Robotics 2022",
        "Journal of Neural Networks and Applications 2023",
        "AAAI Spring Symposium 2023",
        "SIGKDD Explorations 2023",
        "Machine Learning: Science and Technology 2023",
        "Phys. Rev. Research 5, 013001 (2023)",
        "PMLR 202 (2023)",
        "arXiv preprint 2023",
        "ICML/ICLR 2023",
        "NeurIPS",
        "",
    ],
)
def test_what_only_looks_like_a_venue(text: str) -> None:
    assert by_reference(text, "a reference") is None


@pytest.mark.parametrize("key", ["conf/nips/DoeR", "conf/nips", "", "journals/corr/abs-2301-1"])
def test_a_key_without_a_year_or_of_a_preprint_says_nothing(key: str) -> None:
    assert by_key(key) is None


def test_keys_of_old_and_new_years() -> None:
    old, new = by_key("conf/icml/DoeR97"), by_key("journals/tmlr/DoeR24a")
    assert old is not None
    assert new is not None
    assert (old.year, new.venue, new.year) == ("1997", "TMLR", "2024")


def test_a_journals_doi_has_no_sure_year() -> None:
    found = by_doi("10.1109/TPAMI.2021.123")
    assert found is not None
    assert found.year == ""
    assert first_sure([found]) is None
    assert by_doi("10.5281/zenodo.1") is None


def test_a_track_comes_from_whoever_knows_it() -> None:
    key, doi = by_key("conf/cvpr/DoeR23"), by_doi("10.1109/CVPRW59228.2023.00001")
    sure = first_sure([key, doi])
    assert sure is not None
    assert doi is not None
    assert sure.track == "workshop"
    assert agree(sure, doi)


def test_a_comment_of_several_sentences() -> None:
    found = by_comment("12 pages, 3 figures. Accepted at ICML 2024; code at https://example.org")
    assert found is not None
    assert (found.venue, found.year) == ("ICML", "2024")
