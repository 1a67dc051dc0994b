"""The workflows and the hook that a list's repository gets: one source for ``init`` and the pages.

Texts only. docs/action.md shows the same ones; `make docs` puts them there.
"""

from __future__ import annotations

from typing import NamedTuple

from listlint import __version__

ACTION = "listlint/listlint@v0"
USED = f"{ACTION} # zizmor: ignore[unpinned-uses] gets fixes by itself; a commit pins it"
HOME = "https://github.com/listlint/listlint"
HOOKS = ".pre-commit-config.yaml"
FORKS = "forks"


class File(NamedTuple):
    """A file as it is to be, and why it may be as it is."""

    path: str
    text: str
    why: str


_TYPES = "    types: [opened, synchronize, reopened, ready_for_review]\n"


def _concurrency(group: str, *, cancel: bool = True) -> str:
    return f"concurrency:\n  group: {group}\n  cancel-in-progress: {str(cancel).lower()}\n"


def _job(name: str, right: str, what: str, inputs: str = "") -> str:
    return (
        f"jobs:\n  {name}:\n    runs-on: ubuntu-latest\n    permissions:\n"
        "      contents: read # the list and the configuration\n"
        f"      {right}: write # {what}\n    steps:\n      - uses: {USED}\n{inputs}"
    )


_REVIEW = _job("review", "pull-requests", "the review")
_PER_PULL = _concurrency("listlint-${{ github.event.pull_request.number }}")

OWN_BRANCHES = (
    f"name: listlint\non:\n  pull_request:\n{_TYPES}\npermissions: {{}}\n\n{_PER_PULL}\n{_REVIEW}"
)

OF_FORKS = (
    "# Reviews pull requests, from forks too. This event's token may write, which is safe here,\n"
    "# since nothing of the pull request is checked out or run: add no other step to this job.\n"
    "name: listlint\non:\n"
    "  pull_request_target: "
    "# zizmor: ignore[dangerous-triggers] no checkout, nothing of it is run\n"
    f"{_TYPES}\npermissions: {{}}\n\n{_PER_PULL}\n{_REVIEW}"
)

CHANGED = (
    f"name: list changed\non:\n  pull_request:\n{_TYPES}\npermissions: {{}}\n\n"
    f"{_concurrency('list-changed-${{ github.event.pull_request.number }}')}\n"
    'jobs:\n  changed:\n    runs-on: ubuntu-latest\n    steps:\n      - run: "true"\n'
)

BEHIND = (
    "name: listlint\non:\n"
    "  workflow_run: # zizmor: ignore[dangerous-triggers] no checkout, no artifact\n"
    "    workflows: [list changed]\n    types: [completed]\n\npermissions: {}\n\n"
    f"{_concurrency('listlint-${{ github.event.workflow_run.head_sha }}')}\n{_REVIEW}"
)

SWEEP = (
    'name: listlint sweep\non:\n  schedule:\n    - cron: "17 5 * * 1"\n  workflow_dispatch:\n\n'
    f"permissions: {{}}\n\n{_concurrency('listlint-sweep', cancel=False)}\n"
    + _job("sweep", "issues", "the issue", "        with:\n          sweep: issue\n")
)

CACHE = "actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5"

KEEPING = (
    'name: listlint sweep\non:\n  schedule:\n    - cron: "17 5 * * 1"\n  workflow_dispatch:\n\n'
    f"permissions: {{}}\n\n{_concurrency('listlint-sweep', cancel=False)}\n"
    "jobs:\n  sweep:\n    runs-on: ubuntu-latest\n    permissions:\n"
    "      contents: write # the branches of its pull requests\n"
    "      issues: write # the issue\n"
    "      pull-requests: write # safe fixes; preprints that were published since\n"
    f"    steps:\n      - uses: {CACHE}\n        with:\n"
    "          path: .listlint-cache\n"
    "          key: listlint-${{ github.run_id }}\n"
    "          restore-keys: listlint-\n"
    f"      - uses: {USED}\n        with:\n"
    "          sweep: pull-request\n          cache-dir: .listlint-cache\n"
    "        env:\n"
    "          SEMANTIC_SCHOLAR_API_KEY: ${{ secrets.SEMANTIC_SCHOLAR_API_KEY }} # if any\n"
)

ANSWERS = (
    "name: listlint add\non:\n  issues:\n    types: [opened, reopened]\n\npermissions: {}\n\n"
    f"{_concurrency('listlint-add-${{ github.event.issue.number }}', cancel=False)}\n"
    + _job("add", "issues", "the answer")
)


def _field(kind: str, label: str, about: str, more: str = "") -> str:
    return (
        f"  - type: {kind}\n    id: {label.lower()}\n    attributes:\n      label: {label}\n"
        f"      description: {about}\n{more}"
    )


FORM = (
    'name: Add a paper\ndescription: A paper that this list should have\ntitle: "Add: "\nbody:\n'
    + _field(
        "input",
        "Paper",
        "Its arXiv number, its DOI, or its address",
        '      placeholder: "2311.00014"\n    validations:\n      required: true\n',
    )
    + _field("input", "Title", "Only if no registry knows the paper")
    + _field("input", "Authors", "Only if no registry knows the paper")
    + _field("input", "Venue", "Where it appeared, if you know better than its page")
    + _field("input", "Year", "When")
    + _field("textarea", "Links", "Addresses of code, data, a project page, a line each")
    + _field("input", "Section", "Where in this list, if you know")
)
"""The issue form; its labels are those that ``review.form`` reads."""

SHOWN = {
    "own branches": OWN_BRANCHES,
    "forks": OF_FORKS,
    "stage 1": CHANGED,
    "stage 2": BEHIND,
    "sweep": SWEEP,
    "add": ANSWERS,
    "keeping answers": KEEPING,
}
"""The recipes as the pages show them, by name."""

_WORKFLOWS = ".github/workflows/"
_REVIEWS = f"{_WORKFLOWS}listlint.yml"

RECIPES = {
    FORKS: (
        File(
            _REVIEWS,
            OF_FORKS,
            "reviews pull requests, from forks too; its token may write, which is safe since it"
            " checks nothing out and runs nothing of the pull request",
        ),
    ),
    "own-branches": (
        File(_REVIEWS, OWN_BRANCHES, "reviews pull requests of those who have write access"),
    ),
    "two-stages": (
        File(f"{_WORKFLOWS}list-changed.yml", CHANGED, "runs on pull requests, without any rights"),
        File(_REVIEWS, BEHIND, "reviews them behind it, and takes nothing from them but a name"),
    ),
}
"""Which workflows review pull requests, by who opens them."""

WEEKLY = File(
    f"{_WORKFLOWS}listlint-sweep.yml",
    SWEEP,
    "looks at the whole list once a week, and keeps one issue about it",
)


ASKING = (
    File(
        ".github/ISSUE_TEMPLATE/add-paper.yml",
        FORM,
        "lets anybody ask for a paper",
    ),
    File(
        f"{_WORKFLOWS}listlint-add.yml",
        ANSWERS,
        "answers that with the entry, its section, or where it stands; it adds nothing by itself",
    ),
)


def hook(files: str = "", indent: str = "  ") -> str:
    """The hook as an item of ``repos:``; ``files`` is a pattern where it isn't the README."""
    lines = [
        f"- repo: {HOME}",
        f"  rev: v{__version__}",
        "  hooks:",
        "    - id: listlint # or listlint-fix, which mends what is safe to mend",
        *([f"      files: {files}"] if files else []),
    ]
    return "".join(f"{indent}{line}\n" for line in lines)
