"""A link or image leads to a file that isn't there, or to an `#anchor` that no heading has.

What: an address without a host whose file isn't in the list's repository, under just that name: on
GitHub `Docs` and `docs` are two folders. And a link within the list to a heading that isn't there
(links of the table of contents are `toc-drift`'s).

Why: files are moved and renamed, and a list's own links are the ones that no link checker asks for.

```md bad
# Papers on tidying

Nobody has read [the old ones](#older-papers) for years.

## Old papers

- Sorting Lists by Smell, ICLR 2014 [[Paper](https://arxiv.org/abs/1401.00017)]
```

```yaml answers
- {topic: file, subject: notes/smell.md, state: absent}
- {topic: file, subject: img/smell.png, state: agrees}
```

```md bad
- Sorting Lists, ICLR 2014 [[Paper](https://arxiv.org/abs/1401.00017)] [[Notes](notes/smell.md)]
```

```md good
- Sorting Lists, ICLR 2014 [[Paper](https://arxiv.org/abs/1401.00017)] [[Plot](img/smell.png)]
```

A list that was read without the files around it, alone or from standard input, is left unchecked:

```yaml answers
[]
```

```md good
- Sorting Lists, ICLR 2014 [[Paper](https://arxiv.org/abs/1401.00017)] [[Notes](notes/smell.md)]

[Back to the top](#top)
```

Nothing is mended: nobody but you knows where the file went.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from listlint.comments import entry_at
from listlint.drift import Meanings
from listlint.facts import ABSENT, Answers, Question
from listlint.finding import Finding
from listlint.fragments import anchor_of, goals, inner_links
from listlint.markdown.kinds import by_kind
from listlint.markdown.nodes import Node, plain
from listlint.outline import outline
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found

GROUP = "links"
LEVEL = "error"


def asks(papers: PaperList, options: NoOptions) -> Iterator[Question]:
    for _, path in _files(papers):
        yield Question("file", path)


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for node, path in _files(papers):
        answer = answers[Question("file", path)]
        if answer.state == ABSENT:
            yield _found(papers, node, f"{_no_file(path)}{_near(answer.says.get('near'))}", path)
    contents = {line.inner.link.start for line in outline(papers).lines}
    there = goals(papers)
    meanings = None
    for inner in inner_links(papers):
        if not there.holds(inner.fragment) and inner.link.start not in contents:
            meanings = meanings or Meanings(papers)
            label = " ".join(plain(inner.link.children).split())
            meant, _ = meanings.of(label, inner.fragment)
            said = f"No heading has the anchor `#{inner.fragment}`"
            more = f"; that of *{meant.title}* is `#{anchor_of(papers, meant)}`." if meant else "."
            yield _found(papers, inner.link, said + more, inner.fragment)


def _files(papers: PaperList) -> Iterator[tuple[Node, str]]:
    """Links and images that lead to files of the list's own, with their paths."""
    kinds = by_kind(papers.document)
    for kind in ("link", "image"):
        for node in kinds.get(kind, ()):
            path = _path(node.url)
            if path and node.name not in ("auto", "bare"):
                yield node, path


def _path(url: str) -> str | None:
    """The file that an address without a host names, as a path from the list's own folder."""
    path = url.partition("#")[0].partition("?")[0].strip()
    if not path or path.startswith("//") or _elsewhere().match(path):
        return None
    if "%" in path:
        from urllib.parse import unquote

        path = unquote(path)
    return path


@functools.cache
def _elsewhere() -> re.Pattern[str]:
    """A scheme, or a slip in one; an address of mail; two addresses run together."""
    return re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:|[^/]*@|.*https?:/|https?/", re.DOTALL)


def _no_file(path: str) -> str:
    first = path.partition("/")[0]
    if first.endswith((".com", ".org", ".io", ".net", ".ai", ".edu", ".cn")):
        return f"`{path}` has no `https://`, so it is looked for here and isn't there"
    return f"There is no `{path}` beside this list"


def _near(name: str | None) -> str:
    if name:
        return f", but `{name}`: write it in the same case."
    return ". Add the file, or mend the link."


def _found(papers: PaperList, node: Node, said: str, key: str) -> Finding:
    entry = entry_at(papers, node.start)
    where = node.dest or (node.start, node.end)
    return found(where, said, entry=entry, key=None if entry else key, alike=said.partition("`")[0])
