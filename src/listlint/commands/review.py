"""``listlint review``: reviews what a change brings; with --diff it needs no GitHub."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from listlint.commands._output import emit, output_argument
from listlint.errors import UserError
from listlint.finding import LEVELS
from listlint.plain import json_text, terminal
from listlint.review.plan import FAILURE, Review, Reviewed, Wishes, plan
from listlint.review.shape import review_data
from listlint.review.summary import summary

SUMMARY = "review a pull request; --dry-run prints it, --diff BASE compares with a git revision"
CLEAN, FOUND = 0, 1


def arguments(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", nargs="*", metavar="FILE", help="default: README.md here")
    add("--dry-run", action="store_true", help="print the review instead of posting it")
    add("--diff", metavar="BASE", help="what changed here since a git revision, without GitHub")
    add("--format", choices=("text", "json"), default="text")
    output_argument(parser)
    add("--fail-on", choices=[*reversed(LEVELS), "never"], default="error")
    add("--max-comments", type=int, default=10, metavar="N", help="the rest goes into the summary")
    add("--offline", action="store_true", help="ask no service (so far none is asked anyway)")


def run(args: Namespace) -> int:
    if args.diff is None:
        raise UserError("review: so far only --diff BASE is there: name a revision to compare with")
    wishes = Wishes(fail_on=args.fail_on, most=args.max_comments, distant=_distant())
    review = plan(_since(args), wishes)
    text = summary(review)
    if args.format == "json":
        document = json.dumps(review_data(review, text), ensure_ascii=False, indent=1)
        emit(json_text(document) + "\n", args.output, machine=True)
    else:
        emit("".join(f"{line}\n" for line in _text(review, text)), args.output)
    return FOUND if review.conclusion == FAILURE else CLEAN


def _since(args: Namespace) -> Iterator[Reviewed]:
    """Each named list, as it is and as it was."""
    from listlint.lint.gather import lint
    from listlint.reading import read
    from listlint.review.diff import read_patch
    from listlint.revisions import patch_since, text_at
    from listlint.source import from_bytes, read_source
    from listlint.targets import list_at

    for path in dict.fromkeys(args.paths or ["."]):
        file = list_at(path)
        head = lint(read(read_source(file), file))
        was = text_at(args.diff, file)
        base = None if was is None else lint(read(from_bytes(was, f"{args.diff}:{file}"), file))
        yield Reviewed(head, base, read_patch(patch_since(args.diff, file)))


def _distant() -> frozenset[str]:
    """Rules whose findings a change elsewhere in the list may cause."""
    from listlint.review.causes import AT_A_DISTANCE
    from listlint.rule import all_rules

    return frozenset(rule.name for rule in all_rules() if rule.group in AT_A_DISTANCE)


def _text(review: Review, text: str) -> Iterator[str]:
    """The review for people: each comment where it would stand, then the summary."""
    for each in review.comments:
        lines = f"{each.first}-{each.last}" if each.start_line else f"{each.last}"
        yield f"--- {terminal(each.path)}:{lines}"
        yield from (terminal(line) for line in each.body.split("\n"))
        yield ""
    yield f"=== summary ({review.conclusion})"
    yield from (terminal(line) for line in text.split("\n"))
