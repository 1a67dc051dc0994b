"""``listlint ignore``: the comment stands where the list still reads the same, and it works."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Command
from listlint.config import Config
from listlint.errors import UserError
from listlint.lint.gather import lint
from listlint.lint.silencing import silence
from made import papers, word_rule

RULE = word_rule("NeurlPS", name="a-fault")
COMMENT = "<!-- listlint: ignore a-fault -->"
TABLE = "| Title | Venue |\n|---|---|\n"

PLACES = {
    "a line": (
        "- [Sorting Lists](https://arxiv.org/abs/2203.00001), NeurlPS 2022\n",
        "- [Sorting Lists](https://arxiv.org/abs/2203.00001), NeurlPS 2022 {}\n",
    ),
    "before a hard break": (
        "[Sorting Lists](https://arxiv.org/abs/2203.00001), NeurlPS 2022  \nBerg\\\nmore\n",
        "[Sorting Lists](https://arxiv.org/abs/2203.00001), NeurlPS 2022 {}  \nBerg\\\nmore\n",
    ),
    "a row": (
        f"{TABLE}| [Sorting Lists](https://arxiv.org/abs/2203.00001) | NeurlPS 2022 |\n",
        f"{TABLE}| [Sorting Lists](https://arxiv.org/abs/2203.00001) | NeurlPS 2022 {{}} |\n",
    ),
    "a row without a bar at its end": (
        f"{TABLE}| [Sorting Lists](https://arxiv.org/abs/2203.00001) | NeurlPS 2022\n",
        f"{TABLE}| [Sorting Lists](https://arxiv.org/abs/2203.00001) | NeurlPS 2022 {{}}\n",
    ),
    "the last of several lines": (
        "- **Sorting by Smell**, NeurlPS 22  \n  [Paper](https://arxiv.org/abs/2203.00001)\n"
        "- **Sorting by Taste**, NeurIPS 22  \n  [Paper](https://arxiv.org/abs/2203.00002)\n",
        "- **Sorting by Smell**, NeurlPS 22  \n  [Paper](https://arxiv.org/abs/2203.00001) {}\n"
        "- **Sorting by Taste**, NeurIPS 22  \n  [Paper](https://arxiv.org/abs/2203.00002)\n",
    ),
    "a row of HTML": (
        "<table>\n<tr><td><a href='https://arxiv.org/abs/2203.00001'>Sorting Lists</a></td>"
        "<td>NeurlPS 2022</td></tr>\n</table>\n",
        "<table>\n<tr><td><a href='https://arxiv.org/abs/2203.00001'>Sorting Lists</a></td>"
        "<td>NeurlPS 2022 {}</td></tr>\n</table>\n",
    ),
    "no entry": ("## NeurlPS\n", "## NeurlPS{}\n"),
    "a heading that is closed": ("## NeurlPS ##\n", "## NeurlPS{} ##\n"),
    "no line end": (
        "- [Sorting Lists](https://arxiv.org/abs/2203.00001), NeurlPS 2022",
        "- [Sorting Lists](https://arxiv.org/abs/2203.00001), NeurlPS 2022 {}",
    ),
    "line ends of another system": (
        "- [Sorting Lists](https://arxiv.org/abs/2203.00001), NeurlPS 2022\r\n- x\r\n",
        "- [Sorting Lists](https://arxiv.org/abs/2203.00001), NeurlPS 2022 {}\r\n- x\r\n",
    ),
}


@pytest.mark.parametrize(("text", "silenced"), PLACES.values(), ids=PLACES)
def test_where_the_comment_stands(text: str, silenced: str) -> None:
    before = papers(text)
    line = before.text.count("\n", 0, before.text.index("NeurlPS")) + 1
    config = Config(own=(RULE,))
    done = silence(before, line, [RULE], "", config)
    assert done.source.raw == silenced.format(COMMENT)
    assert lint(papers(done.source.raw), config, rules=[RULE]).findings == ()


def test_a_comment_that_stands_there_takes_the_rule_in() -> None:
    text = (
        "- [Sorting Lists](https://arxiv.org/abs/2203.00001), NeurlPS 2022 "
        "<!-- listlint: ignore shared-link -- theirs -->\n"
    )
    done = silence(papers(text), 1, [RULE], "sic", Config(own=(RULE,)))
    assert done.comment == "<!-- listlint: ignore shared-link, a-fault -- theirs; sic -->"
    assert done.source.raw.count("<!--") == 1


def test_a_reason_ends_neither_the_comment_nor_the_cell() -> None:
    text = f"{TABLE}| [Sorting Lists](https://arxiv.org/abs/2203.00001) | NeurlPS 2022 |\n"
    done = silence(papers(text), 3, [RULE], " a | b -->\n<b> -", Config(own=(RULE,)))
    assert done.comment == "<!-- listlint: ignore a-fault -- a / b - -b -->"


def test_where_every_place_does_harm_nothing_is_written() -> None:
    code = "```\nNeurlPS\n```\n"
    with pytest.raises(UserError, match=r"README\.md:2: there is no place here .* under `ignore:`"):
        silence(papers(code), 2, [RULE], "", Config(own=(RULE,)))


class TestCommand:
    """As it is used."""

    LIST = "# Papers\n\n- [Sorting Lists](https://arxiv.org/abs/2203.00001), NeurlPS 2022\n"

    @pytest.fixture
    def readme(self, folder: Path) -> Path:
        path = folder / "README.md"
        path.write_text(self.LIST)
        return path

    def test_it_writes_and_says_so(self, listlint: Command, readme: Path) -> None:
        assert listlint("README.md").code == 1
        end = listlint("ignore", "README.md:3:55", "venue-spelling", "--why", "as they write it")
        comment = "<!-- listlint: ignore venue-spelling -- as they write it -->"
        assert (end.code, end.out) == (0, "")
        assert end.err == f"listlint: README.md:3: wrote {comment}\n"
        assert readme.read_text() == self.LIST.replace("2022\n", f"2022 {comment}\n")
        assert listlint("README.md").code == 0

    @pytest.mark.parametrize(
        ("place", "rule", "message"),
        [
            ("README.md:3", "venue-speling", "there is no rule 'venue-speling': did you mean"),
            ("README.md:3", "title-repeat", "README.md:3: title-repeat says nothing here"),
            ("README.md:9", "venue-spelling", "README.md:9: README.md has 4 lines"),
            ("README.md:0", "venue-spelling", "README.md:0: README.md has 4 lines"),
            ("README.md", "venue-spelling", "README.md: name a place in a list as FILE:LINE"),
            ("none.md:3", "venue-spelling", "none.md: no such file"),
            ("list.rst:3", "venue-spelling", "list.rst: write `.. listlint: ignore RULE`"),
        ],
    )
    def test_what_can_not_be_done_is_one_line(
        self, listlint: Command, readme: Path, place: str, rule: str, message: str
    ) -> None:
        end = listlint("ignore", place, rule)
        assert (end.code, end.out) == (2, "")
        assert end.err.startswith(f"listlint: {message}")
        assert readme.read_text() == self.LIST
