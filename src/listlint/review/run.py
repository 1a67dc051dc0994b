"""One job from its event to its outcome: gather, plan, post; whom to ask is handed in.

It holds the order of things and no rule of its own: when to speak is ``plan``'s, how to post
``posting``'s.
"""

from __future__ import annotations

from listlint.review import adding, wanting
from listlint.review.asked import Services
from listlint.review.events import (
    AddPaper,
    Job,
    Nothing,
    ReviewBranch,
    ReviewPull,
    ReviewPush,
    Sweep,
)
from listlint.review.fetch import Change, Gathered, Wanted, gather
from listlint.review.inputs import Inputs
from listlint.review.outcome import Outcome
from listlint.review.plan import INLINE, NOTHING, Review, Wishes, plan
from listlint.review.posted import dismissed, known
from listlint.review.posting import Target, post
from listlint.review.seen import Hub, Pull, Standing
from listlint.review.summary import summary
from listlint.review.sweeping import Place, sweep
from listlint.review.trouble import Refused
from listlint.values import NamedTuple

READ_ONLY = (
    "This token may only read, as on pull requests from forks: findings are annotations and"
    " stand in this summary. With `pull_request_target` they would be comments."
)
MOST_COMPARED = 300  # files that a comparison names
MOVED = "Somebody pushed meanwhile: the run for the new head says what there is."


class Setting(NamedTuple):
    """What a run goes by."""

    inputs: Inputs
    distant: frozenset[str]  # rules whose findings a change elsewhere may cause
    page: str = ""  # the repository's own page
    branch: str = ""  # that the workflow runs on
    dry: bool = False  # nothing is written
    services: Services | None = None  # whom rules may ask, in reviews about what is new


def run_job(hub: Hub, job: Job, setting: Setting) -> Outcome:
    """Do what the event asks for."""
    if isinstance(job, Nothing):
        return Outcome(text=job.why)
    if isinstance(job, ReviewPush):
        return _push(hub, job, setting)
    if isinstance(job, Sweep):
        place = Place(job.commit, setting.branch, setting.page)
        done = sweep(hub, place, setting.inputs, setting.services, dry=setting.dry)
        if setting.inputs.discover and setting.services and not setting.dry:
            wanting.look(hub, job.commit, setting.inputs, setting.services)
        return done
    if isinstance(job, AddPaper):
        where = adding.Place(job.commit, setting.branch)
        return adding.answer(hub, job, where, setting.inputs, setting.services, dry=setting.dry)
    if isinstance(job, ReviewPull):
        return _pull(hub, hub.pull(job.number), setting)
    found = _of_branch(hub, job)
    if found is None:
        return Outcome(text="No open pull request has this commit as its head.")
    return _pull(hub, found, setting)


def _of_branch(hub: Hub, job: ReviewBranch) -> Pull | None:
    return hub.pull_of(job.owner, job.branch, job.sha)


def _pull(hub: Hub, pull: Pull, setting: Setting) -> Outcome:
    """Review a pull request, if it wants one."""
    alone = _left_alone(pull, setting.inputs.skip_label)
    if alone:
        return Outcome(text=alone)
    gathered = gather(hub, _change(hub, pull, setting), _wanted(setting))
    standing, refused = _standing(hub, pull)
    owner = setting.inputs.id
    wishes = _wishes(setting)._replace(
        dismissed=dismissed(standing, owner), known=known(standing, owner)
    )
    review = plan(gathered.lists, wishes)
    if setting.dry or refused or gathered.unreadable or setting.inputs.comment == NOTHING:
        said = gathered._replace(remarks=(*gathered.remarks, READ_ONLY)) if refused else gathered
        return _unposted(review, said, annotated=not setting.dry)
    return _posted(hub, pull, review, standing, gathered, setting)


def _posted(
    hub: Hub,
    pull: Pull,
    review: Review,
    standing: Standing,
    gathered: Gathered,
    setting: Setting,
) -> Outcome:
    target = Target(pull, setting.inputs.id)
    done = post(hub, target, review, standing, gathered.remarks)
    if done.moved:
        return Outcome(text=MOVED)
    if done.complete:
        return Outcome(review.conclusion, done.text, done.review, done.url)
    why = READ_ONLY if done.read_only else f"Not everything could be posted. {done.why}."
    text = summary(done.review, [*gathered.remarks, why], inline=True)
    return Outcome(review.conclusion, text, done.review, done.url, annotated=True, note=why)


def _push(hub: Hub, job: ReviewPush, setting: Setting) -> Outcome:
    """What is new against the commit before; there is nothing to comment on."""
    span = hub.compare(job.base, job.head)
    change = Change(job.head, span.parting, (job.base,), span.files, _blob(setting, job.head))
    gathered = gather(hub, change, _wanted(setting))
    return _unposted(plan(gathered.lists, _wishes(setting)), gathered)


def _unposted(review: Review, gathered: Gathered, annotated: bool = True) -> Outcome:
    """Nothing is posted, least of all half of it: everything is said in the job itself."""
    text = summary(review, gathered.remarks, inline=annotated)
    ended = Outcome(review.conclusion, text, review, annotated=annotated)
    return ended._replace(unreadable=gathered.unreadable)


def _change(hub: Hub, pull: Pull, setting: Setting) -> Change:
    """The pull request's files, against the commit where its branch parted from the base."""
    span = hub.compare(pull.base, pull.head)
    files = span.files if len(span.files) < MOST_COMPARED else hub.files(pull.number)
    base = (f"refs/heads/{pull.branch}", pull.base)  # a pull request's own SHA of it may be old
    return Change(pull.head, span.parting, base, files, _blob(setting, pull.head))


def _wanted(setting: Setting) -> Wanted:
    given = setting.inputs
    return Wanted(given.files, given.config, setting.services)


def _standing(hub: Hub, pull: Pull) -> tuple[Standing, bool]:
    """What stands there; a token that may not even look can't write either."""
    try:
        return hub.standing(pull.number), False
    except Refused:
        return Standing(), True


def _left_alone(pull: Pull, skip_label: str) -> str:
    if not pull.open:
        return "The pull request is closed."
    if pull.draft:
        return "The pull request is a draft: it is reviewed when it is ready."
    if pull.by_bot:
        return "The pull request is a bot's own."
    if skip_label and skip_label in pull.labels:
        return "The pull request carries the label that leaves it alone."
    return ""


def _wishes(setting: Setting) -> Wishes:
    given = setting.inputs
    return Wishes(
        fail_on=given.fail_on,
        comment=given.comment if given.comment != NOTHING else INLINE,
        most=given.max_comments,
        min_level=given.min_level,
        distant=setting.distant,
    )


def _blob(setting: Setting, sha: str) -> str:
    return f"{setting.page}/blob/{sha}" if setting.page else ""
