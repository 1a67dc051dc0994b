"""The work itself, one list at a time, wherever it is done: a job in, a record out; it asks nobody.

Whatever happens to a list stands in its record: one list's failure is no other's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from listlint import __version__
from listlint.beside import answered, in_tree
from listlint.errors import UserError, trace
from listlint.facts import FILE, Answer, Answers, Question
from listlint.finding import LEVELS, SHOWN
from listlint.fleet.jobs import Job, Record, unpacked
from listlint.formats._shape import finding_data
from listlint.lint.asking import of_services
from listlint.lint.gather import Report, lint, questions
from listlint.paperlist import PaperList
from listlint.reading import read
from listlint.source import from_bytes

CHECKED, UNREADABLE, BROKEN = "checked", "unreadable", "broken"


def judge(job: Job) -> Record:
    """What is to be said of a list."""
    try:
        papers = _read(job)
        report = lint(papers, job.config, _answers(papers, job))
    except UserError as error:
        return failed(job.path, job.digest, UNREADABLE, str(error))
    except Exception as fault:
        return failed(job.path, job.digest, BROKEN, trace(fault))
    if not papers.entries:
        why = f"{job.path}: no entry of a paper list found in it"
        return failed(job.path, job.digest, UNREADABLE, why)
    return _record(job, report)


def asked(job: Job) -> frozenset[Question]:
    """What services would be asked about a list; nothing of one that can't be read."""
    try:
        return of_services(_read(job), job.config)
    except UserError:
        return frozenset()


def failed(path: str, digest: str, state: str, why: str) -> Record:
    """The record of a list of which nothing can be said."""
    return {**_head(path, digest), "state": state, "error": why}


def _read(job: Job) -> PaperList:
    return read(from_bytes(job.data, job.path), job.path, job.config.vocabulary)


def _answers(papers: PaperList, job: Job) -> Answers:
    known = {**_beside(papers, job), **unpacked(job.told or ())}
    return Answers(known, online=job.told is not None)


def _beside(papers: PaperList, job: Job) -> Mapping[Question, Answer]:
    """What is known of the files beside a list, where they can be looked at."""
    there = job.elsewhere
    if not (there.whole if there else job.local):
        return {}
    asked = {each for each in questions(papers, job.config) if each.topic == FILE}
    if not asked:
        return {}
    if there is not None:
        return answered(asked, there.own, in_tree(there.files, there.doors))
    from listlint.world.sources import files

    return files.answers(asked, job.path, whole=job.whole)


def _head(path: str, digest: str) -> Record:
    return {"version": 1, "path": path, "digest": digest, "listlint": __version__}


def _record(job: Job, report: Report) -> Record:
    findings = report.findings
    levels = Counter(each.level for each in findings)
    rules = Counter(each.rule for each in findings)
    able = sum(bool(e.fix and e.fix.edits and e.fix.safety != SHOWN) for e in findings)
    record = {
        **_head(job.path, job.digest),
        "state": CHECKED,
        "entries": len(report.papers.entries),
        "unread": len(report.papers.unread),
        "levels": {level: levels[level] for level in reversed(LEVELS)},
        "fixable": able,
        "more": report.more,
        "rules": dict(sorted(rules.items())),
        "unchecked": report.unchecked.by_reason,
    }
    if job.day:
        record["day"] = job.day
    if report.faults:
        record |= {"state": BROKEN, "error": report.faults[0].trace}
    if job.findings:
        record["findings"] = [finding_data(report, each) for each in findings]
    return record
