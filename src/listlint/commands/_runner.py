"""What passes between us and a workflow's runner: its environment, our outputs, its annotations.

Nothing is printed here that a runner could take for a command but the commands that are meant.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, MutableMapping
from secrets import token_hex
from typing import Any

from listlint.errors import UserError
from listlint.plain import annotation, annotation_property, markdown
from listlint.review.outcome import Annotation, Outcome, outputs, shown_beside
from listlint.source import append_text, read_small

BIGGEST_EVENT = 32 * 1024 * 1024
BIGGEST_SUMMARY = 1_000_000  # bytes; past 1 MiB the runner takes nothing
SECRETS = (
    "ACTIONS_",
    "INPUT_TOKEN",
    "GITHUB_TOKEN",
    "GH_TOKEN",
    "SEMANTIC_SCHOLAR_",
    "S2_",
    "OPENREVIEW_",
)


def taken(env: MutableMapping[str, str]) -> dict[str, str]:
    """The environment as it was; secrets and the runner's own tokens are dropped from it."""
    before = dict(env)
    for name in before:
        if name.startswith(SECRETS):
            del env[name]
    return before


def event(env: Mapping[str, str]) -> Mapping[str, Any]:
    """The event that the workflow runs on."""
    path = env.get("GITHUB_EVENT_PATH", "")
    if not path:
        return {}
    try:
        payload = json.loads(read_small(path, BIGGEST_EVENT))
    except (ValueError, RecursionError):
        raise UserError(f"{path}: the event file isn't JSON") from None
    if not isinstance(payload, dict):
        raise UserError(f"{path}: the event file holds no event")
    return payload


def tell(outcome: Outcome, env: Mapping[str, str]) -> None:
    """Annotations, the job's summary, and outputs."""
    if outcome.annotated and outcome.review is not None:
        for each in shown_beside(outcome.review):
            print(_command(each))
    if outcome.note:
        print(f"::notice title=listlint::{annotation(outcome.note)}")
    for message in outcome.unreadable:
        print(f"::error title=listlint::{annotation(message)}")
    said = [outcome.text, *map(markdown, outcome.unreadable)]
    _summarise("\n\n".join(said), env)
    _put_out(outcome, env)


def tell_trouble(message: str, env: Mapping[str, str]) -> None:
    """One plain message, as annotation and in the summary."""
    print(f"::error title=listlint::{annotation(message)}")
    _summarise(markdown(message), env)


def _command(each: Annotation) -> str:
    lines = f"line={each.line},endLine={each.end_line}"
    title = annotation_property(f"listlint: {each.title}")
    place = f"file={annotation_property(each.path)},{lines},title={title}"
    return f"::{each.kind} {place}::{annotation(each.message)}"


def _summarise(text: str, env: Mapping[str, str]) -> None:
    path = env.get("GITHUB_STEP_SUMMARY", "")
    if path:
        append_text(path, f"### listlint\n\n{_capped(text)}\n")


def _capped(text: str) -> str:
    """As many whole lines as the runner takes."""
    if len(text.encode()) <= BIGGEST_SUMMARY:
        return text
    kept = text.encode()[:BIGGEST_SUMMARY].decode(errors="ignore")
    return kept.rpartition("\n")[0] + "\n\n(More than fits in here.)"


def _put_out(outcome: Outcome, env: Mapping[str, str]) -> None:
    path = env.get("GITHUB_OUTPUT", "")
    if path:
        end = f"end-{token_hex(16)}"
        lines = (f"{name}<<{end}\n{value}\n{end}\n" for name, value in outputs(outcome).items())
        append_text(path, "".join(lines))


def on_github(env: Mapping[str, str]) -> bool:
    return bool(env.get("GITHUB_EVENT_NAME"))


def environment() -> dict[str, str]:
    return taken(os.environ)
