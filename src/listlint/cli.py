"""The door: words of a command line to a command, its end to an exit code; it knows no command.

Exit: 0 clean, 1 findings, 2 wrong use or an unreadable list, 3 our own fault.
"""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser, HelpFormatter
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from listlint.errors import UserError, nearest, trace

WRONG_USE, OUR_FAULT, INTERRUPTED, CLOSED_PIPE = 2, 3, 130, 141
DEFAULT_COMMAND = "check"


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; every way it can end is an exit code."""
    words = sys.argv[1:] if words is None else words
    pausing = gc.isenabled()
    gc.disable()  # a run is short and makes values, not cycles: looking for some costs 5 %
    _never_fail_to_print()
    try:
        code = _run(list(words))
        sys.stdout.flush()
        return code
    except UserError as error:
        _say(str(error))
        return WRONG_USE
    except SystemExit as end:  # argparse after --help
        return end.code if isinstance(end.code, int) else WRONG_USE
    except BrokenPipeError:
        _forget_output()
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:
        _confess(fault, words)
        return OUR_FAULT
    finally:
        if pausing:
            gc.enable()


def process() -> NoReturn:
    """A run that has the process for itself, and takes it along: to give back a long list's values
    one by one takes a tenth of the time. Whatever must be closed is closed by then."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    os._exit(code)


def command_names() -> list[str]:
    """The commands there are: the files in their folder."""
    from listlint import commands

    files = (name for folder in commands.__path__ for name in os.listdir(folder))
    return sorted(name[:-3] for name in files if name.endswith(".py") and name[0] != "_")


class Help(HelpFormatter):
    """Asks for the terminal's width itself: argparse loads half of Python's library for it."""

    def __init__(self, prog: str) -> None:
        try:
            width = os.get_terminal_size().columns - 2
        except OSError:
            width = 98
        super().__init__(prog, width=max(width, 40))


class Parser(ArgumentParser):
    """Wrong words end as every other mistake of a user does: in one plain line."""

    def __init__(self, prog: str, summary: str) -> None:
        super().__init__(prog, description=summary, allow_abbrev=False, formatter_class=Help)

    def error(self, message: str) -> NoReturn:
        raise UserError(f"{message}: `{self.prog} --help` shows what there is")


def _run(words: list[str]) -> int:
    first = words[0] if words else ""
    if first in ("-h", "--help", "help"):
        return _help()
    if first in ("-V", "--version"):
        return _version()
    if first == "--completion":
        return _completion(words[1:])
    names = command_names() if first.isidentifier() else ()
    if first in names:
        return _command(first, words[1:])
    if names and not os.path.exists(first) and (hint := nearest(first, names)):
        raise UserError(f"{first}: neither a command nor a file{hint}")
    return _command(DEFAULT_COMMAND, words)


def _command(name: str, words: list[str]) -> int:
    module = _module(name)
    parser = Parser(f"listlint {name}", module.SUMMARY)
    module.arguments(parser)
    parser.usage = _usage(parser)
    code: int = module.run(parser.parse_intermixed_args(words))
    return code


def _usage(parser: Parser) -> str:
    """In short: the names of options are listed below it."""
    marks: dict[object, str] = {None: "{}", "?": "[{}]", "+": "{}...", "*": "[{}]..."}
    places = parser._get_positional_actions()
    words = [marks[action.nargs].format(action.metavar) for action in places]
    return " ".join([parser.prog, "[OPTION]...", *words])


def _module(name: str) -> ModuleType:
    return import_module(f"listlint.commands.{name}")


def _help() -> int:
    print("usage: listlint [COMMAND] [OPTION]... [FILE|FOLDER|-]...\n")
    print("Lints a curated list of research papers. Without a command it checks.\n")
    for name in command_names():
        print(f"  {name:10}{_module(name).SUMMARY}")
    print("\n`listlint COMMAND --help` shows a command's options; --version the version;")
    print("--completion bash|zsh|fish what a shell needs to complete these words.")
    print("Exit: 0 clean, 1 findings, 2 wrong use or an unreadable list, 3 our own fault.")
    return 0


def _version() -> int:
    from listlint import __version__

    print(f"listlint {__version__}")
    return 0


def _completion(words: list[str]) -> int:
    from listlint.commands._completion import script

    sys.stdout.write(script(words, {name: _module(name) for name in command_names()}))
    return 0


def _never_fail_to_print() -> None:
    """A terminal that lacks a character gets its number instead of nothing at all."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _say(message: str) -> None:
    from listlint.plain import terminal

    with suppress(OSError):
        print(f"listlint: {terminal(message)}", file=sys.stderr)


def _confess(fault: Exception, words: Sequence[str]) -> None:
    """Name our own fault, with what a bug report needs."""
    from listlint.commands._faults import bug_report

    with suppress(OSError):
        what = f"{type(fault).__name__}: {fault}"
        print(bug_report(what, trace(fault), words), file=sys.stderr)


def _forget_output() -> None:
    """Whoever read our output has gone: what is still buffered goes nowhere, in silence."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
