"""A list and its translation: found by name or by the configuration, compared, copied over."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Command
from listlint.translations import original_name

ROWS = [
    "- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00001)]\n",
    "- Counting Umbrellas in the Dark, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00002)]\n",
    "- Mending Kettles from Few Examples, ICML 2023 [[Paper](https://arxiv.org/abs/2303.00003)]\n",
    "- Folding Maps under Drift, ICML 2023 [[Paper](https://arxiv.org/abs/2303.00004)]\n",
    "- Ladders That Remember, NeurIPS 2023 [[Paper](https://arxiv.org/abs/2310.00005)]\n",
    "- Weighing Lanterns with One Ruler, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00006)]\n",
    "- Quiet Umbrellas Are Gardeners, EMNLP 2023 [[Paper](https://arxiv.org/abs/2310.00007)]\n",
]
RULE = ("--select", "translation-drift", "--notes")


def lists(folder: Path, ours: list[str], name: str = "README.zh-CN.md") -> Path:
    (folder / "README.md").write_text("# Papers on kettles\n\n" + "".join(ROWS))
    translation = folder / name
    translation.write_text("# 关于水壶的论文\n\n" + "".join(ours))
    return translation


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("README.zh-CN.md", "README.md"),
        ("README_CN.md", "README.md"),
        ("README-ja.md", "README.md"),
        ("papers.pt-br.md", "papers.md"),
        ("README.md", None),
        ("README_old.md", None),
        ("papers-2023.md", None),
        ("zh.md", None),
        ("README", None),
    ],
)
def test_a_translation_is_told_by_its_name(name: str, original: str | None) -> None:
    assert original_name(name) == original


def test_what_the_translation_lacks_is_said_once_and_copied(
    tmp_path: Path, listlint: Command
) -> None:
    translation = lists(tmp_path, ROWS[:3] + ROWS[5:])
    said = listlint("check", str(translation), *RULE)
    assert "2 papers stand in README.md and not here: *Folding Maps under Drift*" in said.out
    assert said.out.count("translation-drift") == 1
    mended = listlint("check", str(translation), *RULE, "--unsafe-fixes")
    assert mended.code == 0
    assert translation.read_text() == "# 关于水壶的论文\n\n" + "".join(ROWS)


def test_papers_of_the_translation_alone_are_said_too(tmp_path: Path, listlint: Command) -> None:
    extra = "- Only Here, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00009)]\n"
    said = listlint("check", str(lists(tmp_path, [*ROWS, extra])), *RULE)
    assert "A paper stands here and not in README.md: *Only Here*" in said.out


def test_another_venue_or_a_missing_link_is_drift(tmp_path: Path, listlint: Command) -> None:
    ours = [ROWS[0].replace("ACL 2022", "ICML 2021"), *ROWS[1:]]
    said = listlint("check", str(lists(tmp_path, ours)), *RULE)
    assert "A paper stands here with another venue, year or link than in README.md" in said.out


def test_the_same_papers_in_another_language_are_no_drift(
    tmp_path: Path, listlint: Command
) -> None:
    said = listlint("check", str(lists(tmp_path, ROWS)), *RULE)
    assert "translation-drift" not in said.out


def test_a_list_of_other_papers_is_no_translation(tmp_path: Path, listlint: Command) -> None:
    others = [row.replace("arxiv.org/abs/2", "arxiv.org/abs/1").title() for row in ROWS]
    others = [
        f"- Another Thing Number {n}, ACL 2020 [[Paper](https://x.example/{n}.pdf)]\n"
        for n, _ in enumerate(others)
    ]
    said = listlint("check", str(lists(tmp_path, others)), *RULE)
    assert "translation-drift" not in said.out


def test_the_configuration_may_name_it(tmp_path: Path, listlint: Command) -> None:
    translation = lists(tmp_path, ROWS[:5], "chinesisch.md")
    assert "translation-drift" not in listlint("check", str(translation), *RULE).out
    (tmp_path / ".listlint.yml").write_text("translations: {chinesisch.md: README.md}\n")
    assert "2 papers stand in README.md" in listlint("check", str(translation), *RULE).out


def test_a_generated_list_is_mended_in_its_source(tmp_path: Path, listlint: Command) -> None:
    readme = tmp_path / "README.md"
    text = "# Papers\n\n- Sorting Lists by Smell, NeurlPS 2022 [[Paper](https://arxiv.org/abs/2203.00001)]\n"
    readme.write_text(text)
    (tmp_path / ".listlint.yml").write_text("generated: {README.md: data/papers.yml}\n")
    said = listlint("check", str(readme), "--fix")
    assert "in data/papers.yml: the list is written from it" in said.out
    assert readme.read_text() == text


def test_a_source_outside_the_folder_is_refused(tmp_path: Path, listlint: Command) -> None:
    (tmp_path / "README.md").write_text(ROWS[0])
    (tmp_path / ".listlint.yml").write_text("translations: {README.zh.md: ../other/README.md}\n")
    ended = listlint("check", str(tmp_path / "README.md"))
    assert ended.code == 2
    assert "leads out of the list's folder" in ended.err
