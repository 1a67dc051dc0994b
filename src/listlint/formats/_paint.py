"""Colours of a terminal, or none; the only place that writes escape sequences."""

from __future__ import annotations

from listlint.finding import ERROR, NOTE, WARNING
from listlint.values import NamedTuple

CODES = {ERROR: "1;31", WARNING: "1;33", NOTE: "1;36"}
BOLD, FAINT = "1", "2"


class Paint(NamedTuple):
    """Paints what it is given, if colours are on."""

    on: bool

    def level(self, level: str, text: str) -> str:
        return self._painted(CODES[level], text)

    def bold(self, text: str) -> str:
        return self._painted(BOLD, text)

    def faint(self, text: str) -> str:
        return self._painted(FAINT, text)

    def _painted(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on else text
