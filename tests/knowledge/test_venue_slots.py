# ruff: noqa: E501  rows of a table stand in one line
"""Venue slots as lists write them: name, year and track, in every order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.knowledge.venues import read, split

READ = [
    # slot, name, id, track, year
    ("NeurIPS'23 Spotlight", "NeurIPS", "neurips", "Spotlight", 2023),
    ("NeurIPS’23", "NeurIPS", "neurips", None, 2023),
    ("ICLR 2024 (Oral)", "ICLR", "iclr", "Oral", 2024),
    ("Findings of ACL 2022", "ACL", "acl", "Findings", 2022),
    ("ACL Findings 2025", "ACL", "acl", "Findings", 2025),
    ("ACL 2025 Findings", "ACL", "acl", "Findings", 2025),
    ("EMNLP (Findings) 2023", "EMNLP", "emnlp", "Findings", 2023),
    ("EMNLP-Findings 2021", "EMNLP", "emnlp", "Findings", 2021),
    ("EMNLP 2020 Findings / Oral", "EMNLP", "emnlp", "Findings / Oral", 2020),
    ("Findings of ACL: EMNLP 2020", "EMNLP", "emnlp", "Findings of ACL", 2020),
    ("Findings of the Association for Computational Linguistics: EMNLP 2023", "EMNLP", "emnlp", "Findings of the Association for Computational Linguistics", 2023),
    ("Findings of the Association for Computational Linguistics 2023", "Association for Computational Linguistics", "acl", "Findings", 2023),
    ("COLING-LREC 2024", "COLING-LREC", "lrec-coling", None, 2024),
    ("EuroMLSys@EuroSys 2023", "EuroMLSys", "euromlsys", None, 2023),
    ("AISec @ CCS'21", "AISec", "aisec", None, 2021),
    ("ICSE-SEIP 2024", "ICSE", "icse", "SEIP", 2024),
    ("ICSE (SEIP) 2024", "ICSE", "icse", "SEIP", 2024),
    ("CVPRW 2020", "CVPRW", "cvpr", None, 2020),
    ("NeurIPS-W 2020", "NeurIPS-W", "neurips", None, 2020),
    ("MICCAI Workshop 2021", "MICCAI", "miccai", "Workshop", 2021),
    ("ICML Workshop on Foo Bar 2022", "ICML", "icml", "Workshop on Foo Bar", 2022),
    ("ICML 2023 Workshop: Foo Bar", "ICML", "icml", "Workshop: Foo Bar", 2023),
    ("NeurIPS 2022 Foo for Bar Workshop", "NeurIPS", "neurips", "Foo for Bar Workshop", 2022),
    ("Workshop @ ICML", "ICML", "icml", "Workshop", None),
    ("Workshop on Foo @ ICML 2022", "ICML", "icml", "Workshop on Foo", 2022),
    ("Workshop on Foo at NeurIPS 2021", "NeurIPS", "neurips", "Workshop on Foo", 2021),
    ("FooBar Workshop, ICML 2023", "ICML", "icml", "FooBar Workshop", 2023),
    ("ICLR 2022 Workshop on Foo (Oral)", "ICLR", "iclr", "Workshop on Foo", 2022),
    ("NIPS'17", "NIPS", "neurips", None, 2017),
    ("ICCV-2021", "ICCV", "iccv", None, 2021),
    ("ICLR_2021", "ICLR", "iclr", None, 2021),
    ("CVPR2024", "CVPR", "cvpr", None, 2024),
    ("ICLR23", "ICLR", "iclr", None, 2023),
    ("AAAI-98", "AAAI", "aaai", None, 1998),
    ("2021 CVPR", "CVPR", "cvpr", None, 2021),
    ("(CVPR 2023)", "CVPR", "cvpr", None, 2023),
    ("**CVPR 2023**", "CVPR", "cvpr", None, 2023),
    ("（CVPR 2023）", "CVPR", "cvpr", None, 2023),
    ("CVPR 2023*", "CVPR", "cvpr", None, 2023),
    ("USENIX Security 2024", "USENIX Security", "usenix-security", None, 2024),
    ("SIGGRAPH Asia 2023", "SIGGRAPH Asia", "siggraph-asia", None, 2023),
    ("ACL-IJCNLP 2021", "ACL-IJCNLP", "acl", None, 2021),
    ("NAACL-HLT 2019", "NAACL-HLT", "naacl", None, 2019),
    ("S&P'21", "S&P", "sp", None, 2021),
    ("FAT* 2019", "FAT*", "facct", None, 2019),
    ("ICML/ICLR 2023", "ICML/ICLR", "icml", None, 2023),
    ("Accepted at ICML 2023", "ICML", "icml", None, 2023),
    ("has been accepted by EMNLP 2023.", "EMNLP", "emnlp", None, 2023),
    ("To appear in TPAMI", "TPAMI", "tpami", None, None),
    ("In Proceedings of ICML 2019", "ICML", "icml", None, 2019),
    ("ICML 2019, PMLR 97", "ICML", "icml", None, 2019),
    ("ICML. Vol. 14. 2014.", "ICML", "icml", None, 2014),
    ("In CVPR, pages 2001–2010, 2016", "CVPR", "cvpr", None, 2016),
    ("NeurIPS 2020 Datasets and Benchmarks Track", "NeurIPS", "neurips", "Datasets and Benchmarks Track", 2020),
    ("ICLR 2023 notable top 5%", "ICLR", "iclr", "notable top 5%", 2023),
    ("NeurIPS 2021 (Oral, top 1%)", "NeurIPS", "neurips", "Oral, top 1%", 2021),
    ("CVPR 2021 Best Paper", "CVPR", "cvpr", "Best Paper", 2021),
    ("WWW 2023 Companion Volume", "WWW", "www", "Companion Volume", 2023),
    ("Proc. of the 12th International Conference on Machine Learning, 2015", "Proc. of the 12th International Conference on Machine Learning", "icml", None, 2015),
    ("International Conference on Computer Vision (ICCV), 2019", "International Conference on Computer Vision (ICCV)", "iccv", None, 2019),
    ("31st USENIX Security Symposium (USENIX Security 22)", "31st USENIX Security Symposium", "usenix-security", None, 2022),
    ("Advances in Neural Information Processing Systems 30 (NIPS 2017)", "Advances in Neural Information Processing Systems", "neurips", None, 2017),
    ("Proceedings of the IEEE", "Proceedings of the IEEE", "pieee", None, None),
    ("IEEE Trans. Image Process., 2020", "IEEE Trans. Image Process.", "tip", None, 2020),
    ("Nature 518.7540 (2015): 529-533.", "Nature", "nature", None, 2015),
    ("JMLR 15(1):1929-1958, 2014", "JMLR", "jmlr", None, 2014),
    ("Nature Communications, vol. 12, no. 1, 2021", "Nature Communications", "natcommun", None, 2021),
    ("arXiv:2002.00149", "arXiv", "arxiv", None, None),
    ("arXiv 2002.00149, 2020", "arXiv", "arxiv", None, 2020),
    ("arXiv:2301.00009v2 [cs.CL]", "arXiv", "arxiv", None, None),
    ("arXiv preprint arXiv:1301.0009 (2013)", "arXiv preprint", "arxiv", None, 2013),
    ("bioRxiv 2024.12.10.627", "bioRxiv", "biorxiv", None, 2024),
    ("Preprint", "Preprint", None, None, None),
    ("Technical Report, 2021", "Technical Report", None, None, 2021),
]  # fmt: skip


@pytest.mark.parametrize(("slot", "name", "id", "track", "year"), READ)
def test_a_slot_is_read_whole(slot, name, id, track, year):
    said = read(slot)
    assert (said.name, said.id, said.track, said.year) == (name, id, track, year)
    assert slot[said.start : said.end] == name
    assert said.full


@pytest.mark.parametrize(
    ("slot", "year"),
    [("ICLR, May 2023", 2023), ("Jul 2023 arXiv", 2023), ("arXiv, Jul 2023", 2023), ("12 May 2023, arXiv", 2023),
     ("arXiv 2023.05", 2023), ("2023-05-12 arXiv", 2023), ("05/2023 arXiv", 2023)],
)  # fmt: skip
def test_a_month_beside_the_year_is_said(slot, year):
    assert (read(slot).year, read(slot).month) == (year, True)
    assert not read("ICLR 2023").month
    assert not read("ICML. Vol. 14. 2014.").month


@pytest.mark.parametrize(
    ("slot", "form"),
    [("NeurlPS 2023", "typo"), ("lCLR 2022", "homoglyph"), ("InterSpeech 2020", "case"), ("Preprint", "medium"),
     ("NIPS 2019", "renamed"), ("CVPRW 2021", "workshop"), ("CVPR & ICCV 2021", "joint"), ("IEEE S&P", "also")],
)  # fmt: skip
def test_a_slot_says_how_its_name_is_spelt(slot, form):
    assert read(slot).form == form


def test_the_place_of_the_year_is_known():
    said = read("NeurIPS'23 Spotlight")
    assert "NeurIPS'23 Spotlight"[said.year_start : said.year_end] == "23"
    assert (read("NeurIPS").year_start, read("NeurIPS").year_end) == (-1, -1)


@pytest.mark.parametrize(
    "text",
    [
        "", "2023", "May 2023", "Oral", "Workshop", "Paper", "In", "Sorting Lists by Smell",
        "Attention to ICML", "Doe et al., ICML 2020", "FL-ICML 2023", "Chi 2020", "nature",
        "International Conference on Foo", "ICML, 2022, Baltimore", "ICML Foo", "SEC 2023",
        "Machine Learning in Foo Workshop 2022", "ICLM 2020", "FooConf 2023", "Blog about Foo",
    ],
)  # fmt: skip
def test_what_is_not_understood_whole_is_no_venue_slot(text):
    assert read(text) is None


def test_a_word_as_a_name_is_marked_for_whoever_decides():
    assert read("Nature 2020").strict
    assert read("Machine Learning").strict
    assert not read("TPAMI 2020").strict


@pytest.mark.parametrize(
    ("slot", "core", "year", "track"),
    [
        ("FooConf 2023", "FooConf", 2023, None),
        ("FooConf'18 Oral", "FooConf", 2018, "Oral"),
        ("2023 FooConf", "FooConf", 2023, None),
        ("Foo Vision and Applications, 2018", "Foo Vision and Applications", 2018, None),
        ("Foo. Rev. 2023, 123, 456", "Foo. Rev.", 2023, None),
        ("In Frontiers in Foo (2022)", "Frontiers in Foo", 2022, None),
        ("IEEE Foo Magazine, Jan 2020", "IEEE Foo Magazine", 2020, None),
        ("Findings of FooConf 2022", "FooConf", 2022, "Findings"),
        ("Oral Foo Review 2020", "Oral Foo Review", 2020, None),
        ("Foo Surveys & Tutorials 2020", "Foo Surveys & Tutorials", 2020, None),
        ("FooConf (FC)", "FooConf (FC)", None, None),
        ("2023", "", 2023, None),
        ("", "", None, None),
    ],
)
def test_an_unknown_slot_is_split_all_the_same(slot, core, year, track):
    said = split(slot)
    assert (said.core, said.year, said.track) == (core, year, track)
    assert slot[said.start : said.end] == core


@given(st.text(max_size=120))
def test_any_text_may_be_a_slot(text):
    for said in (read(text), split(text)):
        if said is not None:
            assert said[0] == text[said.start : said.end]


@pytest.mark.parametrize("text", ["& Workshop", "Foo & Workshop", "& Workshops", "@ Workshop"])
def test_a_slot_may_end_with_its_workshop(text):
    assert read(text) is None
    said = split(text)
    assert said.core == text[said.start : said.end]


WORDS = ["ICML", "CVPR", "Findings", "of", "Workshop", "on", "2020", "'21", "21", "(", ")", "vol.", "12",
         "May", "IEEE", "arXiv", "2301.00009", "Nature", "Oral", "top", "5%", "&", "/", "@", ",", "Proc.", "12th"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_places_are_right_in_any_order_of_words(parts):
    text = " ".join(parts)
    said = read(text)
    if said is not None:
        assert text[said.start : said.end] == said.name
        assert said.track is None or said.track in text
        assert said.year is None or str(said.year)[2:] in text[said.year_start : said.year_end]
