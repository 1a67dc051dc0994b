"""A paper's address leads to another paper, or the registry writes its title otherwise.

What: the title and, where the entry names them, the authors are compared with those that the
registry has under the id in the address. Another title by other authors is another paper, and one
of the two was copied by mistake. Where it is the same paper, a remark says what differs: the case
of a name, hyphens, a plural, a slip, a nickname that is missing, a title that was changed between
versions. Titles cut with "…", a subtitle left out, and a case that the list gives its titles
throughout are left alone.

Why: who clicks wants the paper that stands there; who searches for the title wants to find it.

```yaml answers
- {topic: record, subject: "arxiv:2205.00017", state: agrees, source: arXiv,
   says: {title: Counting Umbrellas in the Dark, authors: "Bo Berg\nAda Almqvist"}}
- {topic: record, subject: "arxiv:2205.00018", state: agrees, source: arXiv,
   says: {title: "FoldNet: Pre-training for Folded Maps", authors: Carla Castellano}}
- {topic: record, subject: "arxiv:2205.00019", state: agrees, source: arXiv,
   says: {title: "Mending Kettles: A Study of Many Lids", authors: Dmitri Dorn}}
```

```md bad
- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
- Foldnet: Pretraining for Folded Maps, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00018)]
```

```md fixed
- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
- FoldNet: Pre-training for Folded Maps, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00018)]
```

```md good
- Counting umbrellas in the dark. ACL 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
- FoldNet: Pre-training for …, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00018)]
- Mending Kettles, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00019)]
```

What the fix changes: where it is the same paper, the title becomes the registered one. It is
suggested. Which link was meant instead of a wrong one is for you to find.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import Answers, Question
from listlint.finding import NOTE, SUGGESTED, Edit, Finding, Fix
from listlint.knowledge import titles
from listlint.paperlist import Entry, Link, PaperList
from listlint.registered import (
    CHANGED,
    FEWEST_WORDS,
    OTHER,
    UNSURE,
    Record,
    asked,
    bare,
    is_coined,
    named,
    own_papers,
    record,
    verdict,
)
from listlint.rule import NoOptions, found
from listlint.titled import CASE, NICKNAME, WORDS, difference
from listlint.values import NamedTuple

GROUP = "truth"
LEVEL = "error"
ONLINE = True
OWN_CASE, FEWEST = 0.2, 5  # so many titles written in a case of the list's own make a habit
MARKUP = set("*_`[]<>|\\$#~")
SHOWN = 120  # letters of a title in a message


class Known(NamedTuple):
    """One paper link, and what the registry has under its id."""

    entry: Entry
    id: str
    link: Link
    record: Record
    verdict: str


def asks(papers: PaperList, options: NoOptions) -> Iterator[Question]:
    for entry, links in own_papers(papers):
        yield from (asked(entry, id) for id in links)


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    held = [
        (entry, known)
        for entry, links in own_papers(papers)
        if (known := _known(papers, entry, links, answers)) and not _in_other_words(entry)
    ]
    loose = _has_own_case([known for _, known in held])
    for entry, known in held:
        wrong = [each for each in known if each.verdict == OTHER]
        if wrong and not _beside(wrong, known):
            yield _another(entry, wrong[0])
        elif not wrong and (finding := _otherwise(papers, entry, known, loose)):
            yield finding


def _known(
    papers: PaperList, entry: Entry, links: dict[str, Link], answers: Answers
) -> list[Known]:
    """What is known of an entry's papers; a title that stands in a description counts too."""
    out: list[Known] = []
    for id, link in links.items():
        found_ = record(answers, entry, id)
        if found_ is not None:
            judged = verdict(entry, found_)
            if judged in (UNSURE, CHANGED) and len(titles.words(entry.title)) < FEWEST_WORDS:
                return []  # a name that the list has for it: "DDPM"
            if judged in (OTHER, UNSURE) and _holds(papers, entry, found_.title):
                return []
            if judged == OTHER and not entry.authors and _names(papers, entry, found_.title):
                judged = UNSURE
            out.append(Known(entry, id, link, found_, judged))
    return out


def _holds(papers: PaperList, entry: Entry, title: str) -> bool:
    text = papers.text[entry.span.start : entry.span.end]
    return titles.fold(bare(title)) in titles.fold(bare(text))


def _names(papers: PaperList, entry: Entry, title: str) -> bool:
    """Whether the entry has the registered title's nickname somewhere, as a word."""
    name, colon, _ = title.partition(":")
    if not colon or " " in name.strip() or not is_coined(name):
        return False
    text = bare(papers.text[entry.span.start : entry.span.end])
    return titles.fold(name) in titles.words(text)


def _in_other_words(entry: Entry) -> bool:
    """A title in a script that registries hardly use: it may well be a translation."""
    letters = [c for c in entry.title if c.isalpha()]
    return 2 * sum(c > "ɏ" for c in letters) > len(letters)


def _beside(wrong: list[Known], known: list[Known]) -> bool:
    """Whether the link is one of several to one registry, of which another is the paper's own."""
    right = {each.id.partition(":")[0] for each in known if each.verdict != OTHER}
    return all(each.id.partition(":")[0] in right for each in wrong)


def _another(entry: Entry, wrong: Known) -> Finding:
    known = wrong.record
    by = f" by {_people(known.authors)}" if known.authors else ""
    said = "neither title nor authors are" if entry.authors and known.authors else "that isn't"
    whose = "those" if entry.authors and known.authors else "the title"
    return found(
        wrong.link.dest or wrong.link.span,
        f'{named(wrong.id)} is "{_short(known.title)}"{by}: {said} {whose} of this line. '
        "Check the link.",
        entry=entry,
        alike="another paper",
    )


def _otherwise(papers: PaperList, entry: Entry, known: list[Known], loose: bool) -> Finding | None:
    """The first registry's title, unless another one has it as the list does."""
    differing = [(each, difference(entry.title, each.record.title)) for each in known]
    if not differing or any(not what for _, what in differing):
        return None
    each, what = differing[0]
    if loose and what == CASE:
        return None
    if what == NICKNAME and _holds(papers, entry, each.record.title):
        return None  # it stands before the title, set apart
    title = _short(each.record.title)
    if each.verdict == UNSURE:
        said = f'{named(each.id)} is called "{title}" there. Either the title was changed between '
        said += "versions, or the link is another paper's."
    elif each.record.before and what == WORDS:
        said = f'Its latest version is called "{title}" ({each.record.source}).'
    elif each.verdict == CHANGED:
        said = f'By the same authors, but called "{title}" at {each.record.source}: the title was '
        said += "changed between versions, or it is another paper of theirs."
    else:
        said = f'Registered as "{title}" ({each.record.source}): {what}.'
    sure = each.verdict not in (UNSURE, CHANGED)
    return found(
        entry.title_span,
        said,
        level=NOTE,
        entry=entry,
        alike=what,
        fix=_fix(papers, entry, each.record.title) if sure else None,
    )


def _fix(papers: PaperList, entry: Entry, title: str) -> Fix | None:
    written = papers.text[slice(*entry.title_span)]
    plain = title.isascii() or all(c < "⁀" for c in title)  # else a formula may be meant
    if written.strip() != entry.title or not plain or MARKUP & {*title, *written}:
        return None
    edit = Edit(*entry.title_span, written.replace(entry.title, title))
    return Fix(f"write {_short(title)}", SUGGESTED, (edit,), ("titles", "entries"))


def _has_own_case(held: list[list[Known]]) -> bool:
    """Whether the list writes titles in a case of its own throughout."""
    firsts = [known[0] for known in held if known[0].verdict not in (OTHER, UNSURE, CHANGED)]
    other = [each for each in firsts if difference(each.entry.title, each.record.title) == CASE]
    return len(other) >= FEWEST and len(other) >= OWN_CASE * len(firsts)


def _people(authors: tuple[str, ...]) -> str:
    return authors[0] if len(authors) == 1 else f"{authors[0]} and others"


def _short(title: str) -> str:
    return title if len(title) <= SHOWN else f"{title[: SHOWN - 1]}…"
