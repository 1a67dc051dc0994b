"""The server with a real client: Neovim without a screen opens a list, takes fixes, types, renames.

``NVIM`` names the editor; ``.ci/editor`` finds it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

LIST = """# Sorting

## By smell 😀

- x
- Sorting Lists by Colour, ACL 2021 [[Paper](https://aclanthology.org/2021.acl-long.7)]
- Sorting Lists by Sound, ACL 2021 [[Paper](https://aclanthology.org/2021.acl-long.8)]
- 用气味排序, ICML 2021 [[Paper](https://arxiv.org/abs/2101.00014)]
""".replace(
    "- x", "- 😀 中 Sorting by Smell, NeurlPS 2023 [[Paper](https://arxiv.org/abs/2311.00014)]"
)
FIXED = LIST.replace("NeurlPS", "NeurIPS")


@pytest.fixture(scope="module")
def driven(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What Neovim saw."""
    folder = tmp_path_factory.mktemp("neovim")
    (folder / "README.md").write_text(LIST, "utf-8")
    given = {
        "LIST": str(folder / "README.md"),
        "OUT": str(folder / "out.json"),
        "PYTHON": sys.executable,
        "HOME": str(folder),
        "XDG_STATE_HOME": str(folder),
        "XDG_CACHE_HOME": str(folder),
    }
    script = str(Path(__file__).with_name("drive.lua"))
    command = [os.environ["NVIM"], "--headless", "-u", "NONE", "-n", "-c", f"luafile {script}"]
    done = subprocess.run(
        [*command, "-c", "cquit"],
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (folder / "out.json").exists(), done.stderr
    seen: dict[str, Any] = json.loads((folder / "out.json").read_text("utf-8"))
    return seen


def test_findings_stand_under_their_words(driven: dict[str, Any]) -> None:
    assert driven["opened"] is True
    fault = {"rule": "venue-spelling", "line": 4, "level": 1, "words": "NeurlPS"}
    assert fault in driven["findings"]


def test_a_fix_is_taken_and_the_finding_goes(driven: dict[str, Any]) -> None:
    assert driven["actions"][0].startswith("venue-spelling: ")
    assert driven["fixed"] is True
    assert driven["text_fixed"] == FIXED


def test_a_finding_is_ignored_where_it_stands(driven: dict[str, Any]) -> None:
    assert driven["ignored"] is True
    line = LIST.split("\n")[4]
    ignored = f"{line} <!-- listlint: ignore venue-spelling -->"
    assert driven["text_ignored"] == LIST.replace(line, ignored)
    assert driven["undone"] is True


def test_what_is_typed_behind_wide_characters_is_followed(driven: dict[str, Any]) -> None:
    assert driven["typed"] is True
    fault = {"rule": "venue-spelling", "line": 4, "level": 1, "words": "NACCL"}
    assert fault in driven["findings_typed"]


def test_it_hovers_outlines_renames_and_completes(driven: dict[str, Any]) -> None:
    assert "Sorting Lists by Colour" in driven["hover"]
    (title,) = driven["outline"]
    assert [len(each["children"]) for each in title["children"]] == [4]
    typed = FIXED.replace("NeurIPS", "NACCL")
    assert driven["text_renamed"] == typed.replace(", ACL 2021", ", Annual ACL 2021")
    assert "ICML" in driven["offered"]
    assert "message" not in driven
