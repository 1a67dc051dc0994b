"""The table of contents and the headings don't agree.

What: a link of the contents whose anchor no heading has; a label that is another heading than the
one it leads to; a heading with entries that the contents leave out, though they name at least 80 %
of the headings of its level, or of those beside it (a note, if no entry stands below). Anchors are
GitHub's: lower case, blanks as hyphens, signs left out, repeated headings numbered; ids that the
text sets count too. Upper case in a link is fine, since GitHub finds it all the same, and so is a
shorter label. Contents half of whose links lead to no heading yet are a plan, which is said once.

Why: headings are renamed, added and dropped, and nobody clicks through the contents to see.

```md bad
## Contents

- [Sorting](#sorting)
- [Folding & Mending](#folding-mending)
- [Finding](#finding-things)

## Sorting

- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]

## Folding & Mending

- Folding Maps under Drift, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]

## Finding

- Finding Lost Umbrellas, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00019)]
```

```md fixed
## Contents

- [Sorting](#sorting)
- [Folding & Mending](#folding--mending)
- [Finding](#finding)

## Sorting

- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]

## Folding & Mending

- Folding Maps under Drift, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]

## Finding

- Finding Lost Umbrellas, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00019)]
```

A heading that was forgotten:

```md bad
## Contents

- [Sorting](#sorting)
- [Finding](#finding)

## Sorting

- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]

## Folding

- Folding Maps under Drift, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]

## Finding

- Finding Lost Umbrellas, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00019)]
```

```md fixed
## Contents

- [Sorting](#sorting)
- [Folding](#folding)
- [Finding](#finding)

## Sorting

- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]

## Folding

- Folding Maps under Drift, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]

## Finding

- Finding Lost Umbrellas, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00019)]
```

Case, shorter labels, ids of the text's own and repeated headings are right as they are:

```md good
## Contents

- [Sorting](#Sorting-Things-by-Size)
  - [Others](#others)
- [Folding](#fold)
  - [Others](#others-1)

## Sorting Things by Size

- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]

### Others

- Sorting Socks, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00016)]

## <a name="fold"></a> Folding

- Folding Maps under Drift, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]

### Others

- Folding Chairs, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00015)]
```

What the fix changes: the link's anchor, never a heading. It is safe where the label is the
heading's own text or the anchor differs by its hyphens alone, else suggested; and where labels are
the headings' own text, a label that says something else is then written anew with it. The line
that is missing is suggested, in the manner of the line before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.drift import ELSEWHERE, NO_LINK, NOWHERE, RENAMED, SHORTER, TWIN, Misled, misled
from listlint.facts import Answers
from listlint.finding import NOTE, SAFE, SUGGESTED, WARNING, Finding, Fix, Related
from listlint.fragments import anchor_of
from listlint.knowledge.titles import fold
from listlint.omissions import Omission, line_for, omissions
from listlint.outline import outline
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found

GROUP = "contents"
LEVEL = "warning"
PLANNED, FEWEST_PLANNED = 1 / 2, 10  # of the contents' links: then the contents are a plan
MOVED, FEWEST_MOVED = 1 / 2, 999  # then whatever made the contents made other anchors
SHOWN = 3
ALIKE = {
    NOWHERE: "leads nowhere",
    NO_LINK: "shown as text",
    ELSEWHERE: "leads to another heading",
    TWIN: "leads to the first of several",
    RENAMED: "another name than the heading",
    SHORTER: "shorter than the heading",
}


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    wrong = list(misled(papers))
    planned = _planned(papers, wrong)
    if planned:
        yield _plan(papers, planned)
    said = {id(each) for each in planned}
    yield from (_misled(each) for each in wrong if id(each) not in said)
    meant = {each.meant.index for each in wrong if each.meant}
    for each in omissions(papers):
        if each.section.index not in meant:
            yield _left_out(papers, each)


def _planned(papers: PaperList, wrong: list[Misled]) -> list[Misled]:
    """Lines for sections still to come, where most of the contents are such: said once."""
    lost = [e for e in wrong if e.how == NOWHERE and e.fragment and not e.meant]
    many = len(lost) >= FEWEST_PLANNED and len(lost) >= PLANNED * len(outline(papers).lines)
    return lost if many else []


def _plan(papers: PaperList, lost: list[Misled]) -> Finding:
    first, *others = lost
    named = ", ".join(f"`#{each.fragment}`" for each in lost[:SHOWN])
    of = len(outline(papers).lines)
    return found(
        (first.start, first.end),
        f"{len(lost)} of {of} links of the contents lead nowhere: {named} and others. "
        "Write these sections, or take the lines out until then.",
        key="sections to come",
        related=[Related(e.start, e.end, "leads nowhere") for e in others],
    )


def _misled(wrong: Misled) -> Finding:
    fix = None
    if wrong.edit and wrong.how in (RENAMED, SHORTER):
        fix = Fix("write the heading's own text", SUGGESTED, (wrong.edit,))
    elif wrong.edit and wrong.meant:
        safety = SAFE if wrong.sure and not wrong.relabel else SUGGESTED
        edits = (wrong.relabel, wrong.edit) if wrong.relabel else (wrong.edit,)
        fix = Fix(f"lead to #{wrong.anchor}", safety, edits, ("addresses",))
    return found(
        (wrong.start, wrong.end),
        _said(wrong),
        level=NOTE if wrong.how == SHORTER else WARNING,
        key=f"{wrong.fragment}: {fold(wrong.label)}",
        alike=ALIKE[wrong.how],
        fix=fix,
    )


def _said(wrong: Misled) -> str:
    meant, leads = wrong.meant, wrong.leads
    if leads and meant and wrong.how == TWIN:
        return (
            f"Leads to the first of several headings *{leads.title}*; "
            f"the one that is meant here has `#{wrong.anchor}`."
        )
    if leads and wrong.how in (RENAMED, SHORTER):
        return (
            f"The label says *{wrong.label}*, the heading it leads to *{leads.title}*. "
            "Write one as the other."
        )
    if leads and meant:
        return (
            f"The label is the heading *{meant.title}*, but the link leads to *{leads.title}*. "
            "Check which is right."
        )
    said = f"No heading has the anchor `#{wrong.fragment}`"
    if wrong.how == NO_LINK:
        said = f"`#{wrong.fragment}` has blanks in it, so that this is shown as text, not as a link"
    elif not wrong.fragment:
        said = "This leads to the top of the page"
    if meant:
        return f"{said}; that of *{meant.title}* is `#{wrong.anchor}`."
    return f"{said}. Name the heading that is meant, or take the line out."


def _left_out(papers: PaperList, each: Omission) -> Finding:
    section = each.section
    edit = line_for(papers, each)
    return found(
        section.span,
        f"The contents name {each.named} of {each.of} headings like this one, but not this one. "
        f"Add `[{section.title}](#{anchor_of(papers, section)})` to them.",
        level=WARNING if each.holds else NOTE,
        key=fold(section.title),
        alike="not in the contents",
        fix=Fix("add it to the contents", SUGGESTED, (edit,), ("sections",)) if edit else None,
    )
