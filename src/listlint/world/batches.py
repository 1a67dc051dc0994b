"""Questions put together by what they are about, and cut into portions; it asks nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from listlint.facts import Question

About = Mapping[str, tuple[Question, ...]]


def by_subject(questions: Iterable[Question], name: Callable[[Question], str | None]) -> About:
    """{what is asked about: its questions}, in order; questions without a name are left out."""
    held: dict[str, list[Question]] = {}
    for question in questions:
        if about := name(question):
            held.setdefault(about, []).append(question)
    return {about: tuple(asked) for about, asked in held.items()}


def portions(held: About, most: int) -> Iterator[About]:
    """The same in portions of at most ``most`` subjects."""
    names = list(held)
    for start in range(0, len(names), most):
        yield {name: held[name] for name in names[start : start + most]}


def halves(held: About) -> Iterator[About]:
    """Two halves of what was too much, or of what somebody choked on."""
    return portions(held, (len(held) + 1) // 2)


def flat(held: About) -> tuple[Question, ...]:
    """All questions of a portion."""
    return tuple(question for asked in held.values() for question in asked)
