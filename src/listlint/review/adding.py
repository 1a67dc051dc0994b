"""An issue that asks for a paper, answered: the entry, its section, or where it stands already.

Where the token may write, the entry comes as a pull request; nothing goes into the list by itself.
"""

from __future__ import annotations

from listlint.adding.choosing import Done, one, path_of
from listlint.adding.known import Listed, listed
from listlint.adding.records import UnknownPaperError, bare, paper, questions
from listlint.errors import UserError
from listlint.facts import EMPTY, Answers
from listlint.markdown import is_rst
from listlint.paperlist import PaperList
from listlint.plain import code_span, fenced, hides, markdown
from listlint.reading import read
from listlint.review.asked import Services
from listlint.review.events import AddPaper
from listlint.review.fetch import decisions, is_list
from listlint.review.form import Asked, asked
from listlint.review.inputs import Inputs
from listlint.review.markers import fingerprint, signed
from listlint.review.outcome import Outcome
from listlint.review.seen import Hub
from listlint.review.settings import Settings
from listlint.review.sweeping import blob_of
from listlint.review.trouble import Missing, Refused, Unfit
from listlint.source import Source, from_bytes
from listlint.values import NamedTuple

TITLE = "Add the paper that issue #{} asks for"
NO_FORM = "The issue asks for no paper by the form of this list."


class Place(NamedTuple):
    """Where the list stands."""

    commit: str
    branch: str


class Answered(NamedTuple):
    """What is said, and the list with the paper in it, if it was added."""

    text: str
    papers: PaperList | None = None


def answer(
    hub: Hub, job: AddPaper, place: Place, inputs: Inputs, services: Services | None, *, dry: bool
) -> Outcome:
    """Say what the list would have of it, and offer it as a pull request."""
    wanted = asked(job.text)
    if wanted is None:
        return Outcome(text=NO_FORM)
    decided = decisions(hub, (place.commit,), inputs.config)
    papers = _list(hub, place.commit, inputs, decided)
    said = _answered(papers, wanted, decided, services)
    if dry:
        return Outcome(text=said.text)
    pull = _offer(hub, job.number, place, papers, said.papers) if said.papers else ""
    text = f"{said.text}\n\nAs a pull request: {pull}" if pull else said.text
    body = signed(text, inputs.id, fingerprint("issue", job.number))
    try:
        return Outcome(text=text, url=hub.post_comment(job.number, body))
    except Refused:
        return Outcome(text=f"{text}\n\nThis token may not answer: give the job `issues: write`.")


def _list(hub: Hub, commit: str, inputs: Inputs, decided: Settings) -> PaperList:
    """The list that papers are added to: the first of those that are looked at."""
    patterns = inputs.files or decided.lists
    paths = [
        path for path in hub.tree(commit).files if is_list(path, patterns) and not is_rst(path)
    ]
    for path in sorted(paths, key=lambda path: (path.count("/"), path)):
        data = hub.texts([(commit, path)]).get((commit, path))
        if data is not None:
            papers = read(from_bytes(data, path), path, decided.config.vocabulary)
            if papers.entries:
                return papers
    raise UserError("no list that papers can be added to: name it in `files`")


def _answered(
    papers: PaperList, wanted: Asked, decided: Settings, services: Services | None
) -> Answered:
    if wanted.paper is None and not wanted.hand.title:
        return Answered("The form names no paper: an arXiv number, a DOI or an address is needed.")
    answers = EMPTY
    if wanted.paper is not None and services is not None and wanted.paper.id:
        answers = Answers(services(questions(wanted.paper), decided.config.links))

    def again(source: Source) -> PaperList:
        return read(source, papers.path, decided.config.vocabulary)

    try:
        done = one(papers, paper(wanted.paper, answers, wanted.hand), _section(wanted), again)
    except UnknownPaperError as why:
        there = listed(papers, bare(wanted.paper))
        return Answered(_there(there) if there else f"Nothing to add yet: {markdown(str(why))}.")
    except UserError as error:
        return Answered(f"Nothing to add yet: {markdown(str(error))}.")
    if done.there is not None:
        return Answered(_there(done.there))
    return _written(papers, done)


def _section(wanted: Asked) -> str | None:
    return wanted.section or None


def _there(there: Listed) -> str:
    """Where a paper stands already."""
    text = f"Already on line {there.entry.lines[0]}: {there.why}."
    updates = [f"- {markdown(each)}" for each in there.updates]
    return "\n".join([text, *(["", "There it could say:", "", *updates] if updates else [])])


def _written(papers: PaperList, done: Done) -> Answered:
    """The entry as it would stand; never one that holds what nobody sees."""
    assert done.added is not None
    if hides(done.added.text):
        return Answered("Nothing to add: the title holds characters that nobody sees.")
    new = done.added.entry
    section = markdown(path_of(done.added.papers, new.section))
    others = [markdown(each) for each in done.others]
    where = f"in **{section}**" + (f" (or in {' or '.join(others)})" if others else "")
    file = code_span(papers.path)
    text = f"This list would have it so, {where}, on line {new.lines[0]} of {file}:\n\n"
    return Answered(text + fenced(done.added.text, "md"), done.added.papers)


def _offer(hub: Hub, number: int, place: Place, papers: PaperList, new: PaperList) -> str:
    """The entry as a pull request; nothing where that isn't allowed."""
    branch = f"listlint/add-{number}"
    source = papers.source
    was, now = source.encode(source.raw), new.source.encode(new.source.raw)
    try:
        there = hub.branch(branch)
        hub.set_branch(branch, place.commit, new=there is None)
        hub.put_file(branch, papers.path, blob_of(was), now, TITLE.format(number))
        if hub.open_pull_of(branch) is not None:
            return ""
        text = f"Closes #{number}. Written by listlint; look at it before you take it."
        return hub.open_pull(TITLE.format(number), text, branch, place.branch)
    except (Refused, Unfit, Missing):
        return ""
