"""Lists in reStructuredText: read, linted and compared like others, but never mended."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from listlint import markdown

pytest.importorskip("docutils")

HEAD = "Awesome Tidying\n===============\n\n"
BULLETS = """
Sorting
-------

- Sorting Lists by Smell, *ACL 2022* `[Paper] <https://aclanthology.org/2022.acl-long.7>`_
- Counting Umbrellas in the Dark, *NeurlPS 2023* `[Paper] <https://arxiv.org/abs/2305.00018>`_
- Folding Maps under Drift, *ICML 2023* `[Paper] <https://arxiv.org/abs/2302.00019>`_
- Sorting Lists by Smell, *ACL 2022* `[Paper] <https://aclanthology.org/2022.acl-long.7>`_
"""
SIMPLE = """
Folding
-------

=============================  ============  =====  ===============================================
Title                          Venue         Year   Materials
=============================  ============  =====  ===============================================
Mending Kettles from Scratch   ICLR          2023   `[PDF] <https://openreview.net/pdf?id=aBcDeFg>`_
Naming Drawers at Scale        NeurIPS       2021   `[PDF] <https://arxiv.org/abs/2106.00031>`_
Weighing Noisy Ladders         ICML          2022   `[PDF] <https://arxiv.org/abs/2203.00032>`_
=============================  ============  =====  ===============================================
"""
GRID = """
Finding
-------

+--------------------------+-----------+---------------------------------------------+
| Title                    | Venue     | Links                                       |
+==========================+===========+=============================================+
| Routing Lost Socks       | ICML 2023 | `Paper <https://arxiv.org/abs/2301.00041>`_ |
+--------------------------+-----------+---------------------------------------------+
| Bending Spoons Gently    | CVPR 2024 | `Paper <https://arxiv.org/abs/2401.00042>`_ |
+--------------------------+-----------+---------------------------------------------+
"""
LIST = HEAD + BULLETS + SIMPLE + GRID


@pytest.fixture
def readme(folder: Path) -> Path:
    file = folder / "README.rst"
    file.write_text(LIST)
    return file


def rows(listlint: Command) -> list[dict[str, Any]]:
    return [json.loads(line) for line in listlint("export").out.splitlines()]


def test_entries_of_every_shape_are_read(listlint: Command, readme: Path) -> None:
    found = [
        (each["title"], each["venue"], each["year"], each["section"]) for each in rows(listlint)
    ]
    assert found == [
        ("Sorting Lists by Smell", "ACL", 2022, ["Sorting"]),
        ("Counting Umbrellas in the Dark", "NeurlPS", 2023, ["Sorting"]),
        ("Folding Maps under Drift", "ICML", 2023, ["Sorting"]),
        ("Sorting Lists by Smell", "ACL", 2022, ["Sorting"]),
        ("Mending Kettles from Scratch", "ICLR", 2023, ["Folding"]),
        ("Naming Drawers at Scale", "NeurIPS", 2021, ["Folding"]),
        ("Weighing Noisy Ladders", "ICML", 2022, ["Folding"]),
        ("Routing Lost Socks", "ICML", 2023, ["Finding"]),
        ("Bending Spoons Gently", "CVPR", 2024, ["Finding"]),
    ]
    assert [each["links"][0]["url"] for each in rows(listlint)][-1] == (
        "https://arxiv.org/abs/2401.00042"
    )


def test_findings_stand_at_their_place(listlint: Command, readme: Path) -> None:
    findings = json.loads(listlint("--format", "json").out)["findings"]
    places = {
        each["rule"]: LIST.splitlines()[each["line"] - 1][
            each["column"] - 1 : each["end_column"] - 1
        ]
        for each in findings
    }
    assert places["venue-spelling"] == "NeurlPS"
    assert places["duplicate-paper"] == "Sorting Lists by Smell"


def test_nothing_is_mended(listlint: Command, readme: Path) -> None:
    end = listlint("--unsafe-fixes")
    assert readme.read_text() == LIST
    assert end.code == 1
    assert "= fix: write NeurIPS\n" in end.out
    assert "0 fixable" in end.out
    assert "README.rst: findings only: lists in reStructuredText aren't mended" in end.err
    assert listlint("--diff")[:2] == (1, "")
    end = listlint("--fix", "-", "--stdin-filename", "a.rst", stdin=LIST.encode())
    assert end.out == LIST


def test_comments_keep_an_entry_quiet(listlint: Command, readme: Path) -> None:
    line = next(line for line in LIST.splitlines() if "NeurlPS" in line)
    said = f"{line}\n\n  .. listlint: ignore venue-spelling -- as printed\n\n"
    readme.write_text(LIST.replace(line + "\n", said))
    assert "venue-spelling" not in listlint().out
    end = listlint("ignore", "README.rst:7", "duplicate-paper")
    assert (end.code, end.err.count("\n")) == (2, 1)
    assert ".. listlint: ignore RULE" in end.err


def test_line_ends_of_windows_and_a_byte_order_mark(listlint: Command, readme: Path) -> None:
    before = rows(listlint)
    readme.write_bytes(b"\xef\xbb\xbf" + LIST.replace("\n", "\r\n").encode())
    assert rows(listlint) == before


def test_without_docutils_the_remedy_is_said(
    listlint: Command, readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (readme.parent / "list.md").write_text("- Sorting Lists by Smell, ACL 2022\n")
    for name in [n for n in sys.modules if n.startswith(("docutils", "listlint.markdown.rst"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr(markdown, "rst", raising=False)
    monkeypatch.setitem(sys.modules, "docutils", None)
    end = listlint("README.rst", "list.md")
    assert end.code == 2
    assert end.err == (
        "listlint: README.rst: reading reStructuredText takes docutils:"
        " pip install 'listlint[rst]'\n"
    )
    assert "1 entry read" in end.out


def test_markdown_never_loads_docutils(folder: Path) -> None:
    (folder / "README.md").write_text("- Sorting Lists by Smell, ACL 2022\n")
    script = "import sys; from listlint.cli import main; main([]); print('docutils' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "False"


NOTES = """
- Sorting Lists by Smell, *ACL 2022* [#smell]_ `[Paper] <https://aclanthology.org/2022.acl-long.7>`_
- Folding Maps, *ICML 2023* [Berg2023]_, like `socks`_ `[Paper] <https://arxiv.org/abs/2302.00019>`_

.. _socks:

.. [#smell] As told by Almqvist.
.. [Berg2023] Berg, Maps.
"""


def test_footnotes_and_targets_are_there(listlint: Command, readme: Path) -> None:
    readme.write_text(HEAD + NOTES)
    done = listlint("check", "--format", "json", "--select", "missing-file", "README.rst")
    assert json.loads(done.out)["findings"] == []
