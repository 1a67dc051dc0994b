"""Where what was asked for goes: standard output or a file, the latter whole or not at all."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from contextlib import suppress

from listlint.errors import UserError


def output_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--output", metavar="FILE", help="write there; default: standard output")


def emit(text: str, file: str | None, *, machine: bool = False) -> None:
    """Write ``text``; what programs read is UTF-8 wherever it goes."""
    if file is None or file == "-":
        if machine:
            with suppress(AttributeError):
                sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        sys.stdout.write(text)
        return
    if os.path.exists(file) and not os.path.isfile(file):
        raise UserError(f"{file}: not a regular file: name another, or leave --output out")
    from listlint.source import replace_file

    replace_file(file, text.encode())


def colour_wanted() -> bool:
    """Colours as the terminal, NO_COLOR and FORCE_COLOR ask for."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def columns(otherwise: int) -> int:
    """How wide the terminal is."""
    from shutil import get_terminal_size

    return get_terminal_size((otherwise, 24)).columns
