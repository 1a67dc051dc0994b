"""What becomes of mended lists: files replaced, a patch, or standard input; and what is said.

Each file is written as soon as its list is mended, whole or not at all.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from listlint.commands._faults import bug_report
from listlint.commands._lists import Target, say
from listlint.commands._output import emit
from listlint.commands._run import Linted
from listlint.errors import UserError
from listlint.finding import SAFE
from listlint.fix.rounds import Mended
from listlint.fix.trial import Taken
from listlint.lint.gather import Report
from listlint.markdown import is_rst
from listlint.source import mend_file

TEXT = "text"


class Mender:
    """Hands mended lists over, and remembers what is to be printed."""

    def __init__(self, args: Namespace, targets: Sequence[Target]) -> None:
        self.args, self.targets = args, targets
        self.stdin: str | None = None  # what it reads, mended
        self.patches: list[str] = []
        self.written = 0
        self.taken: list[tuple[str, Taken]] = []
        self._check()

    def _check(self) -> None:
        """Refuse what two things would be printed by."""
        format = self.args.format
        if format != TEXT and self.args.diff:
            raise UserError(f"--diff prints a patch: leave --format {format} out")
        stdin = any(each.stdin for each in self.targets)
        if format != TEXT and stdin and self.args.output is None:
            raise UserError(f"- is printed mended: name a file for the {format} with --output")

    def hand_over(self, results: Iterable[Linted]) -> Iterator[Linted]:
        """Each result as it is to be reported, once it is written."""
        try:
            for target, linted in zip(self.targets, results, strict=True):
                yield self._one(target, linted)
        except KeyboardInterrupt:
            say(f"interrupted: {self._count()} mended, the others are as they were")
            raise

    def _count(self) -> str:
        return f"{self.written} of {len(self.targets)} lists {'is' if self.written == 1 else 'are'}"

    def _one(self, target: Target, linted: Linted) -> Linted:
        first, mended = linted.first, linted.mended
        if first is None or mended is None:
            return linted
        try:
            self._put(target, first, mended)
        except UserError as error:
            say(error)
            return Linted(first, failed=True)
        if is_rst(target.path):
            say(f"{target.path}: findings only: lists in reStructuredText aren't mended")
        self._say(target, mended)
        self.taken += [(target.path, each) for each in mended.taken_back]
        return Linted(first, linted.wrong) if self.args.diff else linted

    def _put(self, target: Target, first: Report, mended: Mended) -> None:
        """Where the mended text goes."""
        old, new = first.papers.source, mended.report.papers.source
        was, now = old.encode(old.raw), new.encode(new.raw)
        if self.args.diff:
            from listlint.fix.patch import patch

            self.patches.append(patch(_here(target.path), was.decode(), now.decode()))
        elif target.stdin:
            self.stdin = now.decode()
        elif was != now:
            mend_file(target.path, was, now)
            self.written += 1

    def _say(self, target: Target, mended: Mended) -> None:
        path, entries = target.path, len(mended.report.papers.entries)
        if mended.made and not self.args.quiet:
            rules = Counter(each.rule for each in mended.made)
            counts = ", ".join(f"{rule} {count}" for rule, count in rules.most_common())
            how = "would be mended" if self.args.diff else "mended"
            say(f"{path}: {len(mended.made)} {how} ({counts})")
        for each in mended.waiting:
            say(
                f"{path}: {each.rule} would change {each.touched} of {entries} entries, so it "
                f"waits for its name: listlint --fix --select {each.rule} {path}"
            )

    def emit(self, report: str) -> None:
        """Print what was asked for: the patch, the mended standard input, or the report."""
        args = self.args
        if args.diff:
            emit("".join(self.patches), args.output, machine=True)
            return
        if self.stdin is not None:
            emit(self.stdin, None, machine=True)
            if args.output is None:
                sys.stderr.write(report)
                return
        emit(report, args.output, machine=args.format != TEXT)

    def name_faults(self) -> bool:
        """Name what was taken back, once for each rule: our own fault where it was called safe.

        A suggested fix is a guess, which any text can lead astray: that is worth a remark.
        """
        by_rule: dict[tuple[str, str], list[tuple[str, Taken]]] = {}
        for path, taken in self.taken:
            safety = taken.finding.fix.safety if taken.finding.fix else SAFE
            by_rule.setdefault((taken.finding.rule, safety), []).append((path, taken))
        faults = False
        for (rule, safety), cases in by_rule.items():
            path, taken = cases[0]
            times = f" ({len(cases)} such)" if len(cases) > 1 else ""
            if safety != SAFE:
                say(f"{path}: a suggested fix of {rule} was taken back{times}: {taken.why}")
                continue
            faults = True
            fix = taken.finding.fix
            trace = f"{path}: {fix.title if fix else ''}\n{taken.finding.message}"
            what = f"a fix of {rule} was taken back, the others stay{times}: {taken.why}"
            print(bug_report(what, trace, sys.argv[1:]), file=sys.stderr)
        return faults


def _here(path: str) -> str:
    """A path as it is called from the folder that the patch will be applied in."""
    near = os.path.relpath(path)
    return path if near.startswith(os.pardir) else near
