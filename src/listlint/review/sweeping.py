"""The steps of the weekly sweep: read the whole list, and bring the issue or pull request to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha1

from listlint.errors import UserError
from listlint.finding import NOTE, SUGGESTED
from listlint.fix.choice import Wish
from listlint.fix.rounds import mend
from listlint.knowledge.vocabulary import Vocabulary
from listlint.lint.asking import of_services
from listlint.lint.gather import Report, lint, questions
from listlint.paperlist import PaperList
from listlint.plain import hides
from listlint.reading import read
from listlint.review.asked import Services, of_whole
from listlint.review.fetch import decisions, is_list
from listlint.review.inputs import PULL_REQUEST, Inputs
from listlint.review.outcome import Outcome
from listlint.review.seen import Hub, Tree
from listlint.review.settings import Settings
from listlint.review.sweep import CLEAN, LABEL, TITLE, moves, patch_of
from listlint.review.trouble import Doubtful, Missing, Refused, Unfit
from listlint.source import from_bytes
from listlint.values import NamedTuple

PUBLISHED_SINCE = "published-since"


Judge = Callable[[PaperList], Report]


class Whole(NamedTuple):
    """All lists of a commit, linted."""

    reports: tuple[Report, ...]
    raw: Mapping[str, bytes]
    unreadable: tuple[str, ...]
    vocabulary: Vocabulary
    judge: Judge


class Offer(NamedTuple):
    """A pull request of our own: which fixes it makes, and what is said of them."""

    branch: str
    title: str
    text: str
    rule: str = ""  # the one rule whose suggestions it makes; else it makes what is safe


OFFERS = (
    Offer(
        "listlint/fixes",
        "Safe fixes",
        "Fixes that can't change what the list says, made by listlint. Take it or close it.",
    ),
    Offer(
        "listlint/published",
        "Preprints that were published since",
        "Venue and year of papers that a registry knows as published, under their own id, with "
        "the same title and first author. Each is a suggestion: look it through, take it or "
        "close it.",
        PUBLISHED_SINCE,
    ),
)


class Place(NamedTuple):
    """Where the lists stand: a commit, its branch, the repository's own page."""

    commit: str
    branch: str
    page: str = ""


def sweep(
    hub: Hub, place: Place, inputs: Inputs, services: Services | None = None, *, dry: bool = False
) -> Outcome:
    """Look through the whole list; say it in the one issue."""
    commit, page = place.commit, place.page
    whole = _whole(hub, commit, inputs, services)
    text = _short(whole)
    if dry or whole.unreadable:
        return Outcome(text=text, unreadable=whole.unreadable)
    url = patch = ""
    for offer in OFFERS if inputs.sweep == PULL_REQUEST else ():
        made, left = _offer(hub, place, whole, offer)
        url, patch = url or made, patch or left
    blob = f"{page}/blob/{commit}" if page else ""
    try:
        url = _tell(hub, whole, inputs.id, blob, patch) or url
    except Refused:
        text += "\n\nThis token may not open issues: give the job `issues: write`."
    return Outcome(text=text, url=url, counts=_counts(whole))


def _whole(hub: Hub, commit: str, inputs: Inputs, services: Services | None) -> Whole:
    decided = decisions(hub, (commit,), inputs.config)
    patterns = inputs.files or decided.lists
    tree = hub.tree(commit)
    paths = [each for each in tree.files if is_list(each, patterns)]
    found = hub.texts([(commit, path) for path in paths]) if paths else {}
    raw = {path: data for (_, path), data in found.items()}
    judge = _judge(decided, tree, services)
    reports: list[Report] = []
    unreadable: list[str] = []
    for path, data in raw.items():
        try:
            reports.append(judge(read(from_bytes(data, path), path, decided.config.vocabulary)))
        except UserError as error:
            unreadable.append(str(error))
    if not reports and not unreadable:
        unreadable.append("no list was found at the root of this repository: name it in `files`")
    return Whole(tuple(reports), raw, tuple(unreadable), decided.config.vocabulary, judge)


def _judge(decided: Settings, tree: Tree, services: Services | None) -> Judge:
    """How a reading of a list becomes a report: with the files beside it, and whoever is asked."""

    def judge(papers: PaperList) -> Report:
        asked = {*questions(papers, decided.config)}
        if services is not None:
            asked |= of_services(papers, decided.config)
        answers = of_whole(asked, papers.path, tree, services, decided.config.links)
        return decided.unknown(lint(papers, decided.config, answers))

    return judge


def _tell(hub: Hub, whole: Whole, owner: str, blob: str, patch: str) -> str:
    """One issue, opened, edited or closed; a doubtful opening is looked up before another."""
    found = moves(whole.reports, hub.issues(), owner, blob, patch)
    if found.number is not None:
        return hub.edit_issue(found.number, found.changes)
    if not found.body:
        return ""
    try:
        return hub.open_issue(TITLE, found.body, [LABEL])
    except Doubtful:
        again = moves(whole.reports, hub.issues(), owner, blob, patch)
        return hub.open_issue(TITLE, again.body, [LABEL]) if again.body else ""


def _offer(hub: Hub, place: Place, whole: Whole, offer: Offer) -> tuple[str, str]:
    """Fixes as a pull request; safe ones, where that isn't allowed, as a patch for the issue."""
    new = {
        report.papers.path: data
        for report in whole.reports
        if (data := _mended(report, whole, offer.rule)) is not None
    }
    if not new:
        return "", ""
    try:
        return _pull(hub, place, whole, new, offer), ""
    except (Refused, Unfit, Missing):
        return "", "" if offer.rule else _patch(whole, new)


def _mended(report: Report, whole: Whole, rule: str) -> bytes | None:
    """The list with its safe fixes made, or one rule's suggestions; nothing if there is none."""
    path = report.papers.path
    wish = Wish(SUGGESTED, frozenset([rule])) if rule else Wish()

    def judge(papers: PaperList) -> Report:
        return _of_rule(whole.judge(papers), rule)

    first = _of_rule(report, rule)
    done = mend(first, wish, lambda source: read(source, path, whole.vocabulary), judge)
    source = done.report.papers.source
    return source.encode(source.raw) if done.made else None


def _of_rule(report: Report, rule: str) -> Report:
    """A report with what one rule says alone; with all of it if none is named."""
    if not rule:
        return report
    return report._replace(findings=tuple(each for each in report.findings if each.rule == rule))


def _pull(hub: Hub, place: Place, whole: Whole, new: Mapping[str, bytes], offer: Offer) -> str:
    branch = offer.branch
    there = hub.branch(branch)
    wanted = {(there or "", path): data for path, data in new.items()}
    if there is None or hub.texts(sorted(wanted)) != wanted:
        hub.set_branch(branch, place.commit, new=there is None)
        for path, data in new.items():
            message = f"{path}: {offer.title[0].lower()}{offer.title[1:]}"
            hub.put_file(branch, path, blob_of(whole.raw[path]), data, message)
    if hub.open_pull_of(branch) is not None:
        return ""
    return hub.open_pull(offer.title, offer.text, branch, place.branch)


def blob_of(data: bytes) -> str:
    """A blob's name, as git makes it."""
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _patch(whole: Whole, new: Mapping[str, bytes]) -> str:
    texts = (patch_of(path, whole.raw[path].decode(), data.decode()) for path, data in new.items())
    patch = "".join(texts)
    return "" if hides(patch) else patch


def _short(whole: Whole) -> str:
    counts = _counts(whole)
    if not counts["errors"] and not counts["warnings"]:
        return CLEAN
    return f"In the whole list: {counts['errors']} facts, {counts['warnings']} warnings."


def _counts(whole: Whole) -> dict[str, int]:
    found = [each for report in whole.reports for each in report.findings]
    errors = sum(each.level == "error" for each in found)
    notes = sum(each.level == NOTE for each in found)
    return {
        "findings": len(found),
        "errors": errors,
        "warnings": len(found) - errors - notes,
        "notes": notes,
        "entries": sum(len(report.papers.entries) for report in whole.reports),
        "unchecked": sum(report.unchecked.total for report in whole.reports),
    }
