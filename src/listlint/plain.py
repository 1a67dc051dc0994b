"""List text made harmless for where it is shown; it changes what is shown, never the list.

A list is written by anybody: its text may hold escape sequences that repaint a terminal, marks that
turn the reading direction round, and lines that a workflow's log takes for commands.
"""

from __future__ import annotations

import re
from functools import cache

JOINERS = "\u200c\u200d"  # they hold emoji and Persian words together, and do no harm
COMMAND = "##["  # an old workflow command, understood anywhere in a line


def terminal(text: str) -> str:
    """``text`` for one line of a terminal or a log: what can't be seen shows as ``\\u{..}``."""
    if not text.isprintable():
        text = _unseen().sub(lambda found: f"\\u{{{ord(found[0]):x}}}", text)
    if COMMAND in text:
        text = text.replace(COMMAND, "##\\u{5b}")
    if text.lstrip().startswith("::"):  # a workflow command, after blanks too
        text = text.replace("::", "\\u{3a}:", 1)
    return text


def json_text(text: str) -> str:
    """JSON with what can't be seen escaped, so that printing it is as harmless as reading it."""
    if not text.isascii() or "\x7f" in text:
        text = _unseen_but_line_end().sub(_json_escape, text)
    return text.replace(COMMAND, "#\\u0023[") if COMMAND in text else text


def annotation(text: str) -> str:
    """``text`` as the message of a workflow command."""
    shown = "\n".join(terminal(line) for line in text.split("\n"))
    return shown.replace("%", "%25").replace("\n", "%0A")


def annotation_property(text: str) -> str:
    """``text`` as a property of a workflow command: a path, a title."""
    return annotation(text).replace(":", "%3A").replace(",", "%2C")


# Control characters, what has no width, what turns the direction, odd line ends, lone surrogates.
_CONTROLS = "\x00-\x09\x0b-\x1f\x7f-\x9f"
_FORMATS = (
    "\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f\ud800-\udfff"
)


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"[\n{_CONTROLS}{_FORMATS}]")


@cache
def _unseen_but_line_end() -> re.Pattern[str]:
    return re.compile(f"[{_CONTROLS}{_FORMATS}]")


def _json_escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
