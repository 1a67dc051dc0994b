"""The steps of the weekly sweep: read the whole list, and bring the issue or pull request to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha1

from listlint.errors import UserError
from listlint.finding import NOTE
from listlint.fix.choice import Wish
from listlint.fix.rounds import mend
from listlint.knowledge.vocabulary import Vocabulary
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

BRANCH = "listlint/fixes"
PULL_TITLE = "Safe fixes"
PULL_TEXT = "Fixes that can't change what the list says, made by listlint. Take it or close it."


Judge = Callable[[PaperList], Report]


class Whole(NamedTuple):
    """All lists of a commit, linted."""

    reports: tuple[Report, ...]
    raw: Mapping[str, bytes]
    unreadable: tuple[str, ...]
    vocabulary: Vocabulary
    judge: Judge


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
    url, patch = "", ""
    if inputs.sweep == PULL_REQUEST:
        url, patch = _offer(hub, place, whole)
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
        asked = set(questions(papers, decided.config))
        answers = of_whole(asked, papers.path, tree, services)
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


def _offer(hub: Hub, place: Place, whole: Whole) -> tuple[str, str]:
    """The safe fixes as a pull request; where that isn't allowed, as a patch for the issue."""
    new = {
        report.papers.path: data
        for report in whole.reports
        if (data := _mended(report, whole)) is not None
    }
    if not new:
        return "", ""
    try:
        return _pull(hub, place, whole, new), ""
    except (Refused, Unfit, Missing):
        return "", _patch(whole, new)


def _mended(report: Report, whole: Whole) -> bytes | None:
    """The list with its safe fixes made; nothing if there is none."""
    path = report.papers.path
    done = mend(report, Wish(), lambda source: read(source, path, whole.vocabulary), whole.judge)
    source = done.report.papers.source
    return source.encode(source.raw) if done.made else None


def _pull(hub: Hub, place: Place, whole: Whole, new: Mapping[str, bytes]) -> str:
    there = hub.branch(BRANCH)
    wanted = {(there or "", path): data for path, data in new.items()}
    if there is None or hub.texts(sorted(wanted)) != wanted:
        hub.set_branch(BRANCH, place.commit, new=there is None)
        for path, data in new.items():
            hub.put_file(BRANCH, path, _blob(whole.raw[path]), data, f"{path}: safe fixes")
    if hub.open_pull_of(BRANCH) is not None:
        return ""
    return hub.open_pull(PULL_TITLE, PULL_TEXT, BRANCH, place.branch)


def _blob(data: bytes) -> str:
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
