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


# Markdown


def markdown(text: str) -> str:
    """``text`` as words of a comment: no markup, no mention, no reference, nothing fetched.

    What the speaker set in backticks or asterisks stays marked; the text in it is as harmless.
    """
    parts = _marked().split(text.replace("\n", " "))
    return "".join(_worded(part) for part in parts)


def code_span(text: str) -> str:
    """``text`` as a code span; mails show it plain, so that mentions are defused here too."""
    text = _defused("".join(terminal(line) for line in text.split("\n")))
    ticks = "`" * (longest_run(text, "`") + 1)
    bare = text.strip(" ")  # of blanks alone Markdown takes none away
    pad = " " if not text or (bare and (text[0] in "` " or text[-1] in "` ")) else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def fenced(text: str, info: str = "") -> str:
    """``text`` as it is, in a fence longer than any run of backticks inside."""
    fence = "`" * max(3, longest_run(text, "`") + 1)
    body = f"{text}\n" if text else ""
    return f"{fence}{info}\n{body}{fence}"


def longest_run(text: str, char: str) -> int:
    """How many ``char`` stand next to each other at most."""
    longest = text.count(char)
    if longest > 1:
        longest = max(len(run) for run in re.findall(f"{re.escape(char)}+", text))
    return longest


def hides(text: str) -> bool:
    """Whether there is anything in ``text`` that nobody sees (line ends and tabs aside)."""
    return _unseen_but_line_end().search(text.replace("\t", " ")) is not None


def _worded(part: str) -> str:
    if len(part) > 2 and part[0] == part[-1] == "`":
        return code_span(part[1:-1])
    if len(part) > 2 and part[0] == part[-1] == "*" and part[1:-1] == part[1:-1].strip():
        return f"*{_escaped(part[1:-1])}*"
    return _escaped(part)


def _escaped(text: str) -> str:
    text = _defused(terminal(text) if text.strip() else text)
    return _special().sub(lambda found: _plainly(found[0]), text)


def _plainly(special: str) -> str:
    """What would be markup, as itself; of a number that begins a list its sign is escaped."""
    return _ENTITIES.get(special) or f"{special[:-1]}\\{special[-1]}"


def _defused(text: str) -> str:
    """No mention, no reference, no address that links by itself, no marker of ours."""
    return _calling().sub(lambda found: f"{found[0][:1]}\u200b{found[0][1:]}", text)


_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


@cache
def _marked() -> re.Pattern[str]:
    return re.compile(r"(`[^`]+`|\*[^*`]+\*)")


@cache
def _special() -> re.Pattern[str]:
    return re.compile(r"[\\`*{}\[\]<>&~|!$]|(?<![^\W_])_|_(?![^\W_])|^(?:[-+#]|\d+[.)])")


@cache
def _calling() -> re.Pattern[str]:
    return re.compile(
        r"@(?=\w)|#(?=\d)|(?i:gh)(?=-\d)|:(?=//)|(?i:w)(?=ww\.)|l(?=istlint:v)"  # our own marker
        r"|(?<![0-9A-Za-z])[0-9a-f](?=[0-9a-f]{6,39}(?![0-9A-Za-z]))(?=[0-9]*[a-f])"
    )


# A page


def shown(text: str) -> str:
    """``text`` for a page, which escapes it: what can't be seen is written out."""
    return text if text.isprintable() else _unseen().sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    return " " if found[0] in "\n\t" else f"\\u{{{ord(found[0]):x}}}"
