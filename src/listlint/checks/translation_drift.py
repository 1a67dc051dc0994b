"""A list and its translation have drifted apart.

What: papers that stand in one of the two and not in the other, and papers that the two give another
venue, year or link; one finding per direction, in the translation. Which list translates which is
said by `translations:` in the configuration, or told by the name (`README.zh-CN.md` beside
`README.md`) and by the papers that both hold.

Why: papers are added to one of the two and forgotten in the other, so that readers of the
translation never see them.

```md original
- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00001)]
- Counting Umbrellas in the Dark, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00002)]
- Mending Kettles from Few Examples, ICML 2023 [[Paper](https://arxiv.org/abs/2303.00003)]
- Folding Maps under Drift, ICML 2023 [[Paper](https://arxiv.org/abs/2303.00004)]
- Ladders That Remember Their Rungs, NeurIPS 2023 [[Paper](https://arxiv.org/abs/2310.00005)]
- Weighing Lanterns with One Ruler, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00006)]
```

```md bad
- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00001)]
- Counting Umbrellas in the Dark, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00002)]
- Mending Kettles from Few Examples, ICML 2023 [[Paper](https://arxiv.org/abs/2303.00003)]
- Ladders That Remember Their Rungs, NeurIPS 2023 [[Paper](https://arxiv.org/abs/2310.00005)]
- Weighing Lanterns with One Ruler, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00006)]
```

```md fixed
- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00001)]
- Counting Umbrellas in the Dark, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00002)]
- Mending Kettles from Few Examples, ICML 2023 [[Paper](https://arxiv.org/abs/2303.00003)]
- Folding Maps under Drift, ICML 2023 [[Paper](https://arxiv.org/abs/2303.00004)]
- Ladders That Remember Their Rungs, NeurIPS 2023 [[Paper](https://arxiv.org/abs/2310.00005)]
- Weighing Lanterns with One Ruler, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00006)]
```

```md good
- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00001)]
- Counting Umbrellas in the Dark, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00002)]
- Mending Kettles from Few Examples, ICML 2023 [[Paper](https://arxiv.org/abs/2303.00003)]
- Folding Maps under Drift, ICML 2023 [[Paper](https://arxiv.org/abs/2303.00004)]
- Ladders That Remember Their Rungs, NeurIPS 2023 [[Paper](https://arxiv.org/abs/2310.00005)]
- Weighing Lanterns with One Ruler, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00006)]
```

What the fix changes: papers that the translation lacks are copied over, word for word, behind the
paper that they follow in the original; a paper that follows none stays to be placed by hand, and
facts that differ are left alone.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence

from listlint.copies import differences
from listlint.facts import Answers
from listlint.finding import NOTE, SHOWN, SUGGESTED, Edit, Finding, Fix, Related
from listlint.paperlist import Entry, PaperList
from listlint.rule import NoOptions, found
from listlint.translations import Pairing, pairing

GROUP = "duplicates"
LEVEL = "note"
MOST_NAMED = 3
MOST_PLACES = 20


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    pairs = pairing(papers)
    if pairs is None or papers.original is None:
        return
    name = posixpath.basename(papers.original.path.replace("\\", "/"))
    differing = [ours for ours, theirs in pairs.pairs if _differ(ours, theirs)]
    if pairs.missing or differing:
        yield _behind(papers, papers.original, pairs, differing, name)
    if pairs.extra:
        yield found(
            pairs.extra[0].title_span,
            f"{_counted(pairs.extra)} here and not in {name}: {_named(pairs.extra)}. "
            f"Add them there, or take them out here.",
            level=NOTE,
            key=f"only here: {name}",
            alike="only in the translation",
            related=_places(pairs.extra[1:], "not there either"),
        )


def _behind(
    papers: PaperList, original: PaperList, pairs: Pairing, differing: Sequence[Entry], name: str
) -> Finding:
    """What the translation lacks, or says otherwise."""
    said = []
    if pairs.missing:
        said.append(f"{_counted(pairs.missing)} in {name} and not here: {_named(pairs.missing)}")
    if differing:
        other = f"with another venue, year or link than in {name}"
        said.append(f"{_counted(differing)} here {other}: {_named(differing)}")
    where = differing[0].title_span if differing else papers.entries[0].title_span
    return found(
        where,
        f"{'. '.join(said)}.",
        level=NOTE,
        key=f"behind: {name}",
        alike="behind the original",
        related=_places(differing[1:], "says otherwise"),
        fix=_copied(original, pairs, name) if pairs.missing else None,
    )


def _differ(ours: Entry, theirs: Entry) -> bool:
    """Whether facts can't both be right, or a link of the original is missing."""
    if differences(ours, theirs):
        return True
    held = {link.id or link.url for link in ours.links}
    return any((link.id or link.url) not in held for link in theirs.links)


def _copied(original: PaperList, pairs: Pairing, name: str) -> Fix:
    """Copies what is missing behind the paper that stands before it in the original."""
    ends = {theirs.index: ours.span.end for ours, theirs in pairs.pairs}
    edits: list[Edit] = []
    copied = 0
    for entry in pairs.missing:
        before = original.entries[entry.index - 1] if entry.index else None
        if before is None or before.section != entry.section or before.index not in ends:
            continue
        text = original.text[before.span.end : entry.span.end]
        if edits and edits[-1].start == ends[before.index]:
            edits[-1] = edits[-1]._replace(text=edits[-1].text + text)
        else:
            edits.append(Edit(ends[before.index], ends[before.index], text))
        ends[entry.index] = ends[before.index]
        copied += 1
    if not edits:
        return Fix(f"copy {len(pairs.missing)} from {name}", SHOWN)
    papers = "a paper" if copied == 1 else f"{copied} papers"
    return Fix(f"copy {papers} from {name}", SUGGESTED, tuple(edits), ("entries",))


def _counted(entries: Sequence[Entry]) -> str:
    return "A paper stands" if len(entries) == 1 else f"{len(entries)} papers stand"


def _named(entries: Sequence[Entry]) -> str:
    names = [f"*{entry.title}*" for entry in entries[:MOST_NAMED]]
    return ", ".join(names) + (", …" if len(entries) > MOST_NAMED else "")


def _places(entries: Iterable[Entry], message: str) -> list[Related]:
    return [Related(*entry.title_span, message) for entry in list(entries)[:MOST_PLACES]]
