"""What is said when listlint itself breaks: whose fault it is, and what a bug report needs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from listlint import __version__
from listlint.plain import terminal


def bug_report(what: str, trace: str, words: Sequence[str]) -> str:
    """Lines for standard error; list text inside them is harmless."""
    python = ".".join(map(str, sys.version_info[:3]))
    lines = [
        f"listlint: our own fault, not the list's: {terminal(what)}",
        "Please report it to listlint's maintainers with these lines and, if you may, the list:",
        f"  listlint {__version__}, Python {python}, {sys.platform}",
        f"  listlint {terminal(' '.join(words))}",
        *(f"  {terminal(line)}" for line in trace.splitlines()),
    ]
    return "\n".join(lines)
