"""A comment that silences a rule names one that there isn't, or hides nothing any more.

What: `<!-- listlint: ignore RULE -->` and its kind whose rule is misspelt or unknown, whose word
isn't understood, or at whose place the rule finds nothing. The last is said only where the rule ran
in full: not with --select, and not of a rule that asks services while nobody was asked.

Why: a misspelt comment hides nothing, and one left behind hides the next mistake at its place.

```md bad
- Sorting Lists by Smell, [ACL 2022](https://arxiv.org/abs/2203.00001) <!-- listlint: ignore xyz -->
```

```md fixed
- Sorting Lists by Smell, [ACL 2022](https://arxiv.org/abs/2203.00001)
```

```md bad
- Counting Umbrellas, NeurlPS 2023 <!-- listlint: ignore venue-speling -- sic -->
```

```md fixed
- Counting Umbrellas, NeurlPS 2023 <!-- listlint: ignore venue-spelling -- sic -->
```

```md bad
<!-- listlint: ignore-fil venue-spelling -->

- Folding Maps under Drift, ICML 2023 [[Paper](https://arxiv.org/abs/2302.00019)]
```

```md good
- Mending Kettles, NeurlPS 2023 <!-- listlint: ignore venue-spelling -- sic -->
```

What the fix changes: the rule's name is taken out, with the comment if it names no other; that is
safe. A misspelt name is mended instead, as a suggestion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from listlint.comments import IGNORE, IGNORE_FILE, WORDS, Comment
from listlint.errors import close_to
from listlint.facts import Answers
from listlint.finding import SAFE, SUGGESTED, Edit, Finding, Fix
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found

GROUP = "formatting"
LEVEL = "note"


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    """Nothing: only where findings are hidden can be seen what hides none (``lint.ignores``)."""
    return iter(())


def misunderstood(papers: PaperList, comment: Comment) -> Finding | None:
    """What is wrong with how a comment is written."""
    if comment.word not in WORDS:
        near = close_to(comment.word, WORDS)
        hint = f"Did you mean `{near}`?" if near else f"Write one of {', '.join(WORDS)}."
        said = (
            f"`{comment.word}` isn't understood in this comment, so that it hides nothing. {hint}"
        )
    elif comment.word in (IGNORE, IGNORE_FILE) and not comment.rules:
        said = "This comment names no rule, so that it hides nothing. Write the rule's name."
    elif comment.word not in (IGNORE, IGNORE_FILE) and comment.rules:
        said = f"`{comment.word}` holds for every rule, not for `{comment.rules[0]}` alone. "
        said += f"Take the name out, or write `{IGNORE_FILE}`."
    else:
        return None
    return _finding(papers, comment, said, None)


def unopened(papers: PaperList, comment: Comment) -> Finding:
    """`on` where nothing is off."""
    said = "Nothing was switched off before this comment. Take it out, or write `off` before it."
    return _finding(papers, comment, said, _without(papers, comment, comment.rules))


def unknown(papers: PaperList, comment: Comment, name: str, known: Iterable[str]) -> Finding:
    """A rule that there isn't."""
    near = close_to(name, known)
    if near is None:
        said = (
            f"There is no rule `{name}`, so that this hides nothing. `listlint rules` lists them."
        )
        return _finding(papers, comment, said, _without(papers, comment, (name,)))
    whole = re.compile(rf"(?<![\w-]){re.escape(name)}(?!\w|-(?!-))")  # the comment's end may follow
    word = whole.search(papers.text, comment.start, comment.end)
    edits = (Edit(*word.span(), near),) if word else ()
    said = f"There is no rule `{name}`, so that this hides nothing. Did you mean `{near}`?"
    return _finding(papers, comment, said, Fix(f"write {near}", SUGGESTED, edits))


def idle(papers: PaperList, comment: Comment, names: tuple[str, ...]) -> Finding:
    """Rules that find nothing where the comment would hide it."""
    rules = ", ".join(f"`{name}`" for name in names)
    if comment.word == IGNORE and comment.entry is None:
        said = (
            f"This comment stands at no entry and hides nothing of {rules}. It belongs at the end "
        )
        said += "of the entry's last line, or of its last cell."
    else:
        where = "in this file" if comment.word == IGNORE_FILE else "here"
        said = f"There is nothing of {rules} to hide {where} any more. Take it out."
    return _finding(papers, comment, said, _without(papers, comment, names))


def _finding(papers: PaperList, comment: Comment, said: str, fix: Fix | None) -> Finding:
    key = None if comment.entry else papers.text[comment.start : comment.end]
    place = (comment.start, comment.end)
    return found(place, said, entry=comment.entry, key=key, alike=comment.word, fix=fix)


def _without(papers: PaperList, comment: Comment, names: tuple[str, ...]) -> Fix:
    """The comment without some of its rules, or nothing of it."""
    text = papers.text
    left = [rule for rule in comment.rules if rule not in names]
    if left:
        first = text.index(comment.word, comment.start) + len(comment.word)
        behind = re.compile("--|—").search(text, first, comment.end)
        named = text[first : behind.start()].rstrip() if behind else ""
        edit = Edit(first, first + len(named), f" {', '.join(left)}")
        return Fix(f"take out {', '.join(names)}", SAFE, (edit,))
    start, end = comment.start, comment.end
    while text[start - 1 : start] in (" ", "\t"):
        start -= 1
    if text[start - 1 : start] in ("", "\n") and text[end : end + 1] == "\n":
        end += 1  # the line held nothing else
    return Fix("take the comment out", SAFE, (Edit(start, end, ""),))
