"""A row of a table has more or fewer cells than its header.

What: cells behind the last column that hold something, which no page shows; and cells that a row
lacks, so that what follows stands in the wrong columns or a column stays empty.

Why: mostly a `|` is missing or too many, or one stands in a title and needs a backslash before it.

```md bad
| Title | Venue | Link |
| --- | --- | --- |
| Sorting Lists by Smell | ICLR 2024 | [Paper](https://arxiv.org/abs/2401.00017) |
| Folding|Mending Maps | ICLR 2024 | [Paper](https://arxiv.org/abs/2401.00018) |
| Counting Umbrellas in the Dark, ICLR 2024 | [Paper](https://arxiv.org/abs/2401.00019) |
```

```md good
| Title | Venue | Link |
| --- | --- | --- |
| Sorting Lists by Smell | ICLR 2024 | [Paper](https://arxiv.org/abs/2401.00017) |
| Folding\\|Mending Maps | ICLR 2024 | [Paper](https://arxiv.org/abs/2401.00018) | |
| Counting Umbrellas in the Dark | | [Paper](https://arxiv.org/abs/2401.00019) |
| **Older ones** |
| Sorting Socks by Colour | ICLR 2014 | [Paper](https://arxiv.org/abs/1401.00017) |
```

Nothing is mended: only you know where the border belongs.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.comments import entry_at
from listlint.facts import Answers
from listlint.finding import Finding
from listlint.markdown.kinds import by_kind
from listlint.markdown.nodes import Node
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found

GROUP = "formatting"
LEVEL = "warning"
PADDING = " \t|"


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for table in by_kind(papers.document).get("table", ()):
        if table.name or not table.children:
            continue  # HTML has cells that span columns
        columns = len(table.children[0].children)
        for row in table.children[1:]:
            if row.inner and papers.text[slice(*row.inner)].strip(PADDING):
                more = _cells(papers.text[slice(*row.inner)])
                yield _found(papers, row, columns + more, columns)
            elif len(row.children) < columns and not _groups(papers.text, row):
                yield _found(papers, row, len(row.children), columns)


def _groups(text: str, row: Node) -> bool:
    """A row of one cell between borders, which sets a group of rows apart."""
    return len(row.children) == 1 and "|" in text[row.start : row.end]


def _cells(text: str) -> int:
    """How many cells stand behind the last column."""
    inner = text.replace("\\\\|", "").strip()
    return inner.removesuffix("|").count("|") + 1


def _found(papers: PaperList, row: Node, has: int, columns: int) -> Finding:
    entry = entry_at(papers, row.start)
    if "|" not in papers.text[row.start : row.end]:
        rest = "it is a line of text, which an empty line must set apart from the table."
    elif has > columns:
        rest = "what stands in the last isn't shown. Is a `|` too many, or part of a title (`\\|`)?"
    else:
        rest = "the last columns stay empty. Is a `|` missing?"
    return found(
        (row.start, row.end),
        f"This row has {has} cell{'s' if has > 1 else ''}, the table's header {columns}: {rest}",
        entry=entry,
        key=None if entry else papers.text[row.start : row.end].strip(PADDING),
        alike=f"{has} cells for {columns}",
    )
