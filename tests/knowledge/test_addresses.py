# ruff: noqa: E501  rows of a table stand in one line
"""What an address says for itself; every id is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.knowledge.addresses import Address, read
from listlint.knowledge.subjects import unwrap

HEX = "0123456789abcdef0123456789abcdef"

PROOFS = [
    # address, id, venue, year, soft, track
    ("https://arxiv.org/abs/2301.00009", "arxiv:2301.00009", "arxiv", 2023, True, None),
    ("http://www.arxiv.org/pdf/2301.00009.pdf", "arxiv:2301.00009", "arxiv", 2023, True, None),
    ("https://arxiv.org/html/2301.00009v3", "arxiv:2301.00009", "arxiv", 2023, True, None),
    ("https://export.arxiv.org/abs/2301.00009", "arxiv:2301.00009", "arxiv", 2023, True, None),
    ("https://arxiv.org/abs/math.GT/0309999", "arxiv:math/0309999", "arxiv", 2003, True, None),
    ("https://arxiv.org/abs/cs/9901999", "arxiv:cs/9901999", "arxiv", 1999, True, None),
    ("https://ar5iv.org/abs/2301.00009", "arxiv:2301.00009", "arxiv", 2023, True, None),
    ("https://huggingface.co/papers/2301.00009", "arxiv:2301.00009", "arxiv", 2023, True, None),
    ("https://doi.org/10.48550/arXiv.2301.00009", "arxiv:2301.00009", "arxiv", 2023, True, None),
    ("https://openreview.net/forum?id=Ab_cdEF-99", "openreview:Ab_cdEF-99", None, None, False, None),
    ("https://openreview.net/pdf?noteId=x&id=Ab_cdEF-99", "openreview:Ab_cdEF-99", None, None, False, None),
    ("https://openreview.net/pdf?noteId=x&amp;id=Ab_cdEF-99", "openreview:Ab_cdEF-99", None, None, False, None),
    ("https://aclanthology.org/2022.acl-long.9999/", "acl:2022.acl-long.9999", "acl", 2022, False, None),
    ("https://aclanthology.org/2022.acl-srw.9999/", "acl:2022.acl-srw.9999", "acl", 2022, False, "srw"),
    ("https://aclanthology.org/2022.findings-emnlp.9999.pdf", "acl:2022.findings-emnlp.9999", "emnlp", 2022, False, "findings"),
    ("https://aclanthology.org/2024.lrec-main.9999", "acl:2024.lrec-main.9999", "lrec-coling", 2024, False, None),
    ("https://www.aclweb.org/anthology/P19-9999/", "acl:p19-9999", "acl", 2019, False, None),
    ("https://aclanthology.org/W19-9999.pdf", "acl:w19-9999", None, 2019, False, "workshop"),
    ("https://aclanthology.org/D19-5099", "acl:d19-5099", None, 2019, False, "workshop"),
    ("https://doi.org/10.18653/v1/P19-9999", "acl:p19-9999", "acl", 2019, False, None),
    ("https://proceedings.mlr.press/v139/doe21a.html", "pmlr:139/doe21a", "icml", 2021, False, None),
    ("https://proceedings.mlr.press/v999/doe21a.html", "pmlr:999/doe21a", None, None, False, None),
    (f"https://proceedings.neurips.cc/paper_files/paper/2022/hash/{HEX}-Abstract.html", f"neurips:{HEX}", "neurips", 2022, False, None),
    ("https://papers.nips.cc/paper/99999-sorting-lists", "neurips-no:99999", "neurips", None, False, None),
    ("https://iclr.cc/virtual/2023/poster/99999", "iclr-virtual:99999", "iclr", 2023, False, None),
    ("https://openaccess.thecvf.com/content/CVPR2023/papers/Doe_Sorting_CVPR_2023_paper.pdf", "cvf:doe_sorting_cvpr_2023", "cvpr", 2023, False, None),
    ("https://openaccess.thecvf.com/content/CVPR2023W/ABC/html/Doe_Sorting_CVPRW_2023_paper.html", "cvf:doe_sorting_cvprw_2023", "cvpr", 2023, False, "workshop"),
    ("https://openaccess.thecvf.com/content_CVPR_2020/html/Doe_Sorting_CVPR_2020_paper.html", "cvf:doe_sorting_cvpr_2020", "cvpr", 2020, False, None),
    ("https://www.ecva.net/papers/eccv_2022/papers_ECCV/papers/139999999.pdf", "ecva-pdf:2022/139999999", "eccv", 2022, False, None),
    ("https://ojs.aaai.org/index.php/AAAI/article/view/99999", "aaai-ojs:99999", "aaai", None, False, None),
    ("https://doi.org/10.1609/aaai.v35i4.99999", "doi:10.1609/aaai.v35i4.99999", "aaai", 2021, False, None),
    ("https://www.ijcai.org/proceedings/2021/0999.pdf", "ijcai:2021/999", "ijcai", 2021, False, None),
    ("https://doi.org/10.24963/ijcai.2021/999", "ijcai:2021/999", "ijcai", 2021, False, None),
    ("https://www.usenix.org/conference/osdi22/presentation/doe", "usenix:osdi22/doe", "osdi", 2022, False, None),
    ("https://www.usenix.org/system/files/sec23-doe.pdf", "usenix:usenixsecurity23/doe", "usenix-security", 2023, False, None),
    ("https://www.usenix.org/conference/usenixsecurity23/presentation/doe", "usenix:usenixsecurity23/doe", "usenix-security", 2023, False, None),
    ("https://proceedings.mlsys.org/paper_files/paper/2023/hash/0123456789abcdef0123456789abcdef-Abstract-mlsys2023.html", "mlsys:2023/0123456789abcdef0123456789abcdef", "mlsys", 2023, False, None),
    ("https://ieeexplore.ieee.org/document/09999999", "ieee:9999999", None, None, False, None),
    ("https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=9999999", "ieee:9999999", None, None, False, None),
    ("https://doi.org/10.1109/CVPR52688.2022.99999", "doi:10.1109/cvpr52688.2022.99999", "cvpr", 2022, False, None),
    ("https://doi.org/10.1109/CVPRW52688.2022.99999", "doi:10.1109/cvprw52688.2022.99999", "cvpr", 2022, False, "workshop"),
    ("https://doi.org/10.1109/TPAMI.2021.9999999", "doi:10.1109/tpami.2021.9999999", "tpami", 2021, True, None),
    ("https://doi.org/10.1109/TFOO.2021.9999999", "doi:10.1109/tfoo.2021.9999999", None, None, False, None),
    ("https://doi.org/10.1109/FOOCONF52688.2022.99999", "doi:10.1109/fooconf52688.2022.99999", None, 2022, False, None),
    ("https://dl.acm.org/doi/pdf/10.1145/3534678.9999999", "doi:10.1145/3534678.9999999", "kdd", 2022, False, None),
    ("https://dl.acm.org/doi/10.1145/9999999.9999999", "doi:10.1145/9999999.9999999", None, None, False, None),
    ("https://dl.acm.org/citation.cfm?id=9999999", "acm:9999999", None, None, False, None),
    ("https://jmlr.org/papers/v21/99-999.html", "jmlr:21/99-999", "jmlr", 2020, False, None),
    ("https://www.vldb.org/pvldb/vol15/p999-doe.pdf", "pvldb:15/p999-doe", "vldb", 2022, False, None),
    ("https://direct.mit.edu/tacl/article/doi/10.1162/tacl_a_99999/1", "doi:10.1162/tacl_a_99999", "tacl", None, False, None),
    ("https://www.roboticsproceedings.org/rss19/p999.html", "rss:19/p999", "rss", 2023, False, None),
    ("https://bmvc2022.example.org/0999.pdf", "bmvc-site:2022/999", "bmvc", 2022, False, None),
    ("https://distill.pub/2020/sorting", "distill:2020/sorting", "distill", 2020, False, None),
    ("https://eprint.iacr.org/2023/9999", "eprint:2023/9999", "iacr-eprint", 2023, False, None),
    ("https://www.nature.com/articles/s41586-021-09999-9", "doi:10.1038/s41586-021-09999-9", "nature", 2021, True, None),
    ("https://link.springer.com/article/10.1007/s11263-021-09999-9", "doi:10.1007/s11263-021-09999-9", "ijcv", 2021, True, None),
    ("https://doi.org/10.1016/j.patcog.2021.999999", "doi:10.1016/j.patcog.2021.999999", "pr", 2021, True, None),
    ("https://www.biorxiv.org/content/10.1101/2021.10.04.999999v2.full", "doi:10.1101/2021.10.04.999999", "biorxiv", 2021, True, None),
    ("https://www.medrxiv.org/content/10.64898/2025.12.30.999999v1", "doi:10.64898/2025.12.30.999999", "medrxiv", 2025, True, None),
    ("https://academic.oup.com/bib/article/24/6/bbad999/9999999", "doi:10.1093/bib/bbad999", "bib", None, False, None),
    ("https://www.semanticscholar.org/paper/Sorting/" + HEX + "01234567", "s2:" + HEX + "01234567", None, None, False, None),
    ("https://dblp.org/rec/conf/nips/DoeR99", "dblp:conf/nips/DoeR99", None, None, False, None),
]  # fmt: skip


@pytest.mark.parametrize(("url", "id", "venue", "year", "soft", "track"), PROOFS)
def test_an_address_proves_a_paper(url, id, venue, year, soft, track):
    said = read(url)
    assert said.kind == "paper"
    assert (said.id, said.venue, said.year, said.soft, said.track) == (id, venue, year, soft, track)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://github.com/Doe/Sorter", "code"),
        ("https://gist.github.com/doe/0123", "code"),
        ("https://github.com/doe/sorter/blob/main/paper.pdf", "paper"),
        ("https://github.com/doe", "other"),
        ("https://github.com/topics/sorting", "other"),
        ("https://gitlab.com/doe/sorter", "code"),
        ("https://doe.github.io/sorter", "project"),
        ("https://sites.google.com/view/sorter", "project"),
        ("https://huggingface.co/doe/sorter", "model"),
        ("https://huggingface.co/doe", "other"),
        ("https://huggingface.co/datasets/doe/lists", "data"),
        ("https://huggingface.co/spaces/doe/sorter", "project"),
        ("https://www.kaggle.com/datasets/doe/lists", "data"),
        ("https://zenodo.org/record/99999999", "data"),
        ("https://www.youtube.com/watch?v=0123", "video"),
        ("https://youtu.be/0123", "video"),
        ("https://example.org/talk.mp4", "video"),
        ("https://doe.medium.com/sorting-0123", "post"),
        ("https://openai.com/blog/sorting", "post"),
        ("https://www.sciencedirect.com/science/article/pii/S0123", "paper"),
        ("https://paperswithcode.com/paper/sorting-lists", "paper"),
        ("https://doe.example.edu/~doe/sorting.pdf", "paper"),
        ("https://doe.example.edu/sorting.PDF?dl=1", "paper"),
        ("https://example.org/", "other"),
        ("https://aclanthology.org/events/acl-2022/", "other"),
        ("https://arxiv.org/list/cs.DS/recent", "other"),
        ("https://openreview.net/group?id=ICLR.cc/2024/Conference", "other"),
        ("https://openreview.net/attachment?id=Ab_cdEF-99&name=supplementary_material", "other"),
        ("https://doe.example.edu/sorting-supp.pdf", "other"),
        ("https://doe.example.edu/sorting_slides.pdf", "other"),
        ("https://doe.example.edu/Supporting-Sorters.pdf", "paper"),
        ("docs/sorting.pdf", "paper"),
        ("docs/sorting.md", "other"),
        ("#sorting", "other"),
        ("mailto:doe@example.org", "other"),
        ("", "other"),
    ],
)
def test_an_address_is_of_a_kind(url, kind):
    assert read(url).kind == kind


@pytest.mark.parametrize(
    ("url", "repo"),
    [
        ("https://github.com/Doe/Sorter", "doe/sorter"),
        ("https://github.com/doe/sorter.git", "doe/sorter"),
        ("https://github.com/doe/sorter/tree/main/src#readme", "doe/sorter"),
        ("http://www.github.com/doe/sorter/", "doe/sorter"),
        ("https://raw.githubusercontent.com/doe/sorter/main/x.py", "doe/sorter"),
        ("https://gitlab.com/doe/sorter", "doe/sorter"),
        ("https://github.com/sponsors/doe", None),
        ("https://doe.github.io/sorter", None),
    ],
)
def test_a_repository_is_named_by_owner_and_name(url, repo):
    assert read(url).repo == repo


@pytest.mark.parametrize(
    "url",
    [
        "arxiv.org/abs/2301.00009",
        "www.arxiv.org/abs/2301.00009",
        "//arxiv.org/abs/2301.00009",
        "HTTPS://ArXiv.org/abs/2301.00009",
        "https://user:secret@arxiv.org:443/abs/2301.00009",
        "https://arxiv.org//abs//2301.00009",
        "https://arxiv.org/abs/2301.00009#section",
        "https://arxiv.org/abs/2301.00009).",
        "https://arxiv.org/abs/2301%2E00009",
        " https://arxiv.org/abs/2301.00009 ",
        "<https://arxiv.org/abs/2301.00009>",
        "hhtps://arxiv.org/abs/2301.00009",
        "https://web.archive.org/web/20230101000000/https://arxiv.org/abs/2301.00009",
        "https://web.archive.org/web/20230101000000if_/https:/arxiv.org/abs/2301.00009",
    ],
)
def test_one_paper_has_one_id_however_it_is_written(url):
    assert read(url).id == "arxiv:2301.00009"


def test_the_version_of_a_preprint_is_kept_apart_from_its_id():
    assert read("https://arxiv.org/abs/2301.00009v12").version == "v12"
    assert read("https://arxiv.org/abs/2301.00009").version is None


def test_a_number_that_is_too_long_is_no_other_paper():
    assert read("https://arxiv.org/abs/2301.000091").id is None


def test_a_host_that_only_ends_like_a_known_one_is_not_it():
    assert read("https://notarxiv.org/abs/2301.00009").id is None
    assert read("https://arxiv.org.example.com/abs/2301.00009").id is None
    assert read("https://notgithub.com/doe/sorter") == Address(
        "other", subject="notgithub.com/doe/sorter"
    )


def test_the_subject_compares_host_and_path():
    assert read("https://WWW.Example.org:80/a%20b//c?x=1#y").subject == "example.org/a b/c?x=1"


def test_an_archived_copy_is_read_as_what_it_is_a_copy_of():
    assert unwrap("https://web.archive.org/web/2020/http://a.example/b") == "http://a.example/b"
    assert unwrap("https://a.example/b") == "https://a.example/b"
    assert unwrap("https://web.archive.org/web/2020") == "https://web.archive.org/web/2020"


@given(st.text(max_size=300))
def test_any_text_has_a_kind(url):
    assert read(url).kind
    assert read("https://" + url).kind


@pytest.mark.parametrize(
    "url",
    [
        "http://[::1",
        "http://[::1]:80/x.pdf",
        "https://%zz%",
        "https://arxiv.org/abs/%ff%fe",
        "https://doi.org/10.1109/" + "%2F" * 50,
        "https://\x00\x1b[31m/",
        "javascript:alert(1)",
        "https://" + "a." * 10_000,
        "https://arxiv.org/abs/" + "2" * 20_000,
        "https://doi.org/10.1000/" + "pdf/" * 5_000,
        "://",
        "https://",
        "https:///x",
        "https://@:80/",
    ],
)
def test_hostile_addresses_have_a_kind_too(url):
    assert read(url).kind
