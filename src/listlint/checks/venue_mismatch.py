"""An entry states another venue, year or track than the address of its own paper link proves.

What: many addresses name the proceedings that they belong to. The rule compares them with the line,
or with the heading that the line stands under. Venues held together are one, a preprint's address
contradicts nothing, and of several links one that agrees is enough. Where only Findings or a
workshop is left out it says so; for Findings that is a remark, unless the list names them
elsewhere. A preprint stated beside a link into proceedings is a remark too.

Why: readers cite what stands there, and one of the two is wrong: the venue or the link.

```md bad
- Sorting Lists by Smell, ICML, 2022 [[Paper](https://aclanthology.org/2021.acl-long.7)]
- Counting Umbrellas in the Dark, ACL, 2022 [[Paper](https://aclanthology.org/2021.acl-long.8)]
- Folding Maps under Drift, CVPR 2022 [[Paper](https://openaccess.thecvf.com/content/CVPR2022W/FoMa/html/Berg_Folding_Maps_CVPRW_2022_paper.html)]
```

```md fixed
- Sorting Lists by Smell, ICML, 2022 [[Paper](https://aclanthology.org/2021.acl-long.7)]
- Counting Umbrellas in the Dark, ACL, 2021 [[Paper](https://aclanthology.org/2021.acl-long.8)]
- Folding Maps under Drift, CVPR Workshop 2022 [[Paper](https://openaccess.thecvf.com/content/CVPR2022W/FoMa/html/Berg_Folding_Maps_CVPRW_2022_paper.html)]
```

```md bad
## ICML 2022

- Sorting Lists by Smell [[Paper](https://proceedings.mlr.press/v139/almqvist21a.html)]
```

```md good
- Sorting Lists by Smell, ACL-IJCNLP 2021 [[Paper](https://aclanthology.org/2021.acl-long.7)]
- Counting Umbrellas in the Dark, ICML 2022 [[Paper](https://arxiv.org/abs/2201.00018)]
- Folding Maps under Drift, [NeurIPS Workshop 2021](https://example.org/foma)/[Bioinformatics 2023](https://doi.org/10.1093/bioinformatics/abc123)
```

What the fix changes: the year, if only that differs, or the track. It is suggested, since the link
may be the wrong one. Another venue is never written.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint import claims
from listlint.copies import stated
from listlint.facts import Answers
from listlint.finding import NOTE, SUGGESTED, WARNING, Edit, Finding, Fix
from listlint.knowledge import venues
from listlint.paperlist import Entry, PaperList
from listlint.proofs import FINDINGS, PUBLISHED, WORKSHOP, Proof, proofs
from listlint.rule import NoOptions, found
from listlint.values import NamedTuple

GROUP = "venues"
LEVEL = "error"
# Only these hosts keep main papers, Findings and workshops apart in their addresses.
TELLING = ("acl:", "cvf:")
MOST_NAMES = 5
MANY = 3  # entries with Findings, and the list is one that tells them from main papers
BESIDE = ("", " ", ", ", " '", "'", "-", ",")


class Mismatch(NamedTuple):
    """What differs (venue, year, track, preprint), and the proof."""

    what: str
    proof: Proof


class Habit(NamedTuple):
    """``findings``: the list tells them from main papers; ``short``: it writes CVPRW."""

    findings: bool
    short: bool


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    differing: list[tuple[Entry, Mismatch]] = []
    for entry in papers.entries:
        if entry.kind != "paper" or claims.several(entry):
            continue
        if differs := _mismatch(papers, entry):
            differing.append((entry, differs))
    habit = _habit(papers) if differing else Habit(False, False)
    for entry, differs in differing:
        yield _finding(papers, entry, differs, habit)


def _habit(papers: PaperList) -> Habit:
    tracks = [claims.track(entry) for entry in papers.entries]
    short = any(each.venue and each.venue.form == "workshop" for each in papers.entries)
    return Habit(tracks.count(FINDINGS) >= MANY, short)


def _mismatch(papers: PaperList, entry: Entry) -> Mismatch | None:
    held = [each for each in proofs(entry) if not _speaks_for_itself(papers, each)]
    if not held or not entry.venue or not entry.venue.id:
        return None
    kind = venues.kind_of(entry.venue.id)
    if kind not in PUBLISHED:
        return _out_of_date(kind, held)
    same = [each for each in held if venues.joint(entry.venue.id, each.venue)]
    if not same:
        slot = f"{entry.venue.name}/{entry.venue.track or ''}"
        if any(_names(papers, slot, each.venue) for each in held):
            return None
        kinds = {kind, *(venues.kind_of(each.venue) for each in held)}
        # A paper of a conference that a journal printed again is two publications of one paper.
        return None if "journal" in kinds and len(kinds) > 1 else Mismatch("venue", held[0])
    when = [each for each in same if not each.years or entry.year in (None, *each.years)]
    if not when:
        surely = claims.together(entry) and not claims.date(papers.text, entry)
        return Mismatch("year", same[0]) if surely else None
    if any(not _other_track(entry, each) for each in when):
        return None
    return Mismatch("track", when[0])


def _names(papers: PaperList, text: str, venue: str) -> bool:
    """``SOSP workshop / ICML``: one of several venues that a slot names."""
    for part in text.replace("&", "/").replace(",", "/").split("/")[:MOST_NAMES]:
        name = venues.match(part.strip(), papers.vocabulary)
        if name and name.id and venues.joint(name.id, venue):
            return True
    return False


def _speaks_for_itself(papers: PaperList, proof: Proof) -> bool:
    """Whether the link's own label names the venue that it leads to, beside the entry's."""
    read = venues.read(proof.link.label, papers.vocabulary)
    return bool(read and read.id and venues.joint(read.id, proof.venue))


def _out_of_date(kind: str | None, held: list[Proof]) -> Mismatch | None:
    proceedings = [each for each in held if venues.kind_of(each.venue) == "conference"]
    return Mismatch("preprint", proceedings[0]) if kind == "preprint" and proceedings else None


def _other_track(entry: Entry, proof: Proof) -> bool:
    claimed = claims.track(entry)
    if proof.track in (FINDINGS, WORKSHOP):
        return claimed != proof.track
    return bool(claimed) and proof.track is None and (proof.link.id or "").startswith(TELLING)


def _finding(papers: PaperList, entry: Entry, differs: Mismatch, habit: Habit) -> Finding:
    what, proof = differs
    own = claims.venue_span(entry)
    says = "Says" if own else "Stands under a heading that says"
    other = "venue" if own else "place"
    level = None
    if what == "preprint":
        level = NOTE
    elif what == "track":
        level = NOTE if proof.track == FINDINGS and not habit.findings else WARNING
    advice = f"Check which is right: the {other} or the link."
    if what == "preprint":
        advice = "If it is the same paper, name where it was published."
    elif what == "track" and not claims.track(entry) and own:
        advice = "Name that too, or link what was meant."
    at_link = proof.link.dest or proof.link.span
    place = claims.place(entry) if own and what != "track" else at_link
    return found(
        place,
        f"{says} {stated(entry)}, but {_link(entry, proof)} a paper of {proof.said}. {advice}",
        level=level,
        entry=entry,
        alike=what,
        related=claims.apart(papers, place[0], proof.link),
        fix=_fix(papers, entry, differs, habit.short),
    )


def _link(entry: Entry, proof: Proof) -> str:
    several = sum(link.kind == "paper" for link in entry.links) > 1
    return f"its link `{proof.link.label}` is" if several and proof.link.label else "the link is"


def _fix(papers: PaperList, entry: Entry, differs: Mismatch, short: bool) -> Fix | None:
    edit = None
    if differs.what == "year":
        edit = claims.year_edit(papers, entry, differs.proof.years[-1])
    elif differs.what == "track" and not claims.track(entry):
        edit = _with_track(papers, entry, differs.proof.track, short)
    if edit is None:
        return None
    return Fix(f"write {claims.with_edit(papers, entry, edit)}", SUGGESTED, (edit,), ("entries",))


def _with_track(papers: PaperList, entry: Entry, track: str | None, short: bool) -> Edit | None:
    """``CVPR Workshop 2022`` (``CVPRW`` where the list writes so), ``ACL 2023 Findings``."""
    span, year = claims.venue_span(entry), claims.year_span(entry)
    if span is None or entry.venue is None or papers.text[slice(*span)] != entry.venue.name:
        return None
    if track == WORKSHOP:
        glued = papers.text[span.end : span.end + 1].isalnum()
        return Edit(span.end, span.end, "W" if short or glued else " Workshop")
    close = year is not None and papers.text[span.end : year.start] in BESIDE
    at = year.end if year is not None and close else span.end
    return Edit(at, at, " Findings")
