"""How a list spells the labels of its links, and which brackets it sets around them.

Votes on labels are counted over the whole list, those on brackets by family and label. A habit
never makes a less right spelling right: what is a proper name is written as its owners do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from listlint.changes import stood
from listlint.paperlist import Entry, Link, PaperList
from listlint.style.fields import Field, link_form
from listlint.style.votes import ENOUGH, Family, Habit, Survey, habit, second_habits
from listlint.values import NamedTuple

NAMES = {
    name.lower(): name
    for name in (
        "arXiv BibTeX bioRxiv ChatGPT DOI GitHub GitLab Hugging HuggingFace JAX Jupyter Keras "
        "LaTeX MATLAB medRxiv ModelScope OpenReview PyTorch TensorFlow YouTube Zenodo"
    ).split()
}
LONGEST = 40  # letters of a label; what is longer is a text
BRACKETS = frozenset("[]()*_ ")


class Used(NamedTuple):
    """A link where it stands, and how it is written."""

    entry: Entry
    link: Link
    field: Field
    family: Family
    form: str  # with {label} and {url}


class Links(NamedTuple):
    """The links of a list, and what is the habit with them."""

    used: tuple[Used, ...]
    labels: dict[str, Habit]  # by folded label
    forms: dict[tuple[Family, str], Habit]  # by family and folded label; "": of the whole family
    arxiv: Habit | None  # which page of arXiv is linked: abs or pdf


def used_links(papers: PaperList, found: Survey) -> Iterator[Used]:
    """Every link of a paper that is a field of its own."""
    for index, bones in found.skeletons.items():
        entry = papers.entries[index]
        for field in bones.fields:
            if field.name == "link" and field.link is not None:
                link = entry.links[field.link]
                form = link_form(field, link, papers.text)
                yield Used(entry, link, field, found.family_of[index], form)


def learn_links(papers: PaperList, found: Survey) -> Links:
    """What the list does with its links."""
    used = tuple(used_links(papers, found))
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    forms: defaultdict[tuple[Family, str], Counter[str]] = defaultdict(Counter)
    for each in used:
        label = each.link.label
        if 0 < len(label) <= LONGEST:
            labels[label.casefold()][label] += 1
            forms[each.family, label.casefold()][each.form] += 1
            forms[each.family, ""][each.form] += 1
            forms[(each.family[0], "", ""), ""][each.form] += 1
    own = {folded: habit(counts.items()) for folded, counts in labels.items()}
    said = {key: habit(counts.items()) for key, counts in forms.items() if counts.total() >= ENOUGH}
    if papers.pinned is not None and papers.pinned.entry:
        _obey(papers.pinned.entry, own, said)
    return Links(used, own, said, _arxiv(papers))


def _obey(
    texts: tuple[str, ...], labels: dict[str, Habit], forms: dict[tuple[Family, str], Habit]
) -> None:
    """What pinned templates say of labels and brackets counts instead of votes."""
    from listlint.style.template import parse

    slots = [slot for text in texts for slot in parse(text).slots if slot.form]
    written = {slot.form for slot in slots if "({url})" in slot.form}
    for slot in slots:
        if slot.label:
            labels[slot.label.casefold()] = Habit(slot.label, ENOUGH, ENOUGH)
    for key in forms if len(written) == 1 else ():
        forms[key] = Habit(min(written), ENOUGH, ENOUGH)


def form_habit(links: Links, each: Used) -> Habit | None:
    """How the family writes such a link."""
    shape: Family = (each.family[0], "", "")
    keys = ((each.family, each.link.label.casefold()), (each.family, ""), (shape, ""))
    return next((links.forms[key] for key in keys if key in links.forms), None)


def proper(label: str) -> str:
    """A label with the proper names in it as their owners write them."""
    return " ".join(NAMES.get(word.lower(), word) for word in label.split(" "))


def only_brackets(form: str, other: str) -> bool:
    """Whether two forms differ by brackets, emphasis and blanks alone."""
    return _letters(form) == _letters(other)


def _letters(form: str) -> str:
    return "".join(c for c in form if c not in BRACKETS)


def arxiv_page(link: Link) -> str | None:
    """Which page of arXiv a link leads to, if it can be edited in place."""
    if link.dest is None or not (link.id or "").startswith("arxiv:"):
        return None
    host, _, path = link.url.partition("arxiv.org/")
    page = path.partition("/")[0]
    return page if host.endswith("//") and page in ("abs", "pdf") else None


def _arxiv(papers: PaperList) -> Habit | None:
    pages = Counter(
        page
        for entry in papers.entries
        if entry.kind == "paper"
        for link in entry.links
        if (page := arxiv_page(link))
    )
    return habit(pages.items()) if pages.total() >= ENOUGH else None


def second_among(
    papers: PaperList, used: Iterable[Used], other: Iterable[tuple[Used, str]]
) -> set[tuple[str, int | None]]:
    """Forms beside the habit with the sections in which they are a habit of their own."""
    old = stood(papers)
    forms: defaultdict[str, Counter[int | None]] = defaultdict(Counter)
    for each, form in other:
        if each.entry.index in old:
            forms[form][each.entry.section] += 1
    if not forms:
        return set()
    every = Counter(each.entry.section for each in used if each.entry.index in old)
    return second_habits(forms, every)
