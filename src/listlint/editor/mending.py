"""Edits that are found by reading the list anew: what is safe to mend, comments that ignore."""

from __future__ import annotations

from listlint.editor.seeing import Seen
from listlint.errors import UserError
from listlint.finding import Edit
from listlint.fix.choice import Wish
from listlint.fix.rounds import mend
from listlint.lint.gather import Report, lint
from listlint.lint.silencing import silence
from listlint.paperlist import PaperList
from listlint.reading import read
from listlint.source import Source


def mended(seen: Seen) -> tuple[Edit, ...]:
    """What ``--fix`` would do, as edits of the lines that it changes."""

    def judge(papers: PaperList) -> Report:
        return lint(papers, seen.config, seen.answers)

    def again(source: Source) -> PaperList:
        return read(source, seen.papers.path, seen.config.vocabulary)

    done = mend(judge(seen.papers), Wish(), again, judge)
    return changed(seen.papers.text, done.report.papers.text)


def ignored(seen: Seen, line: int, rule: str) -> tuple[Edit, ...]:
    """The comment that silences a rule at a line, where it does no harm."""
    rules = [each for each in seen.config.rules if each.name == rule]
    if not rules or not 1 <= line <= len(seen.papers.source.line_starts):
        raise UserError("the list changed meanwhile: ask for the actions again")
    done = silence(seen.papers, line, rules, "", seen.config)
    return changed(seen.papers.text, done.source.text)


def changed(before: str, after: str) -> tuple[Edit, ...]:
    """One edit a run of lines that differ."""
    from difflib import SequenceMatcher

    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    ends = [0]
    for each in old:
        ends.append(ends[-1] + len(each))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        Edit(ends[i1], ends[i2], "".join(new[j1:j2]))
        for word, i1, i2, j1, j2 in blocks
        if word != "equal"
    )
