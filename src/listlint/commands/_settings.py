"""What holds for each list of a run: its configuration, and what the command line adds to it."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from listlint.config import DEFAULT, Config, config_of
from listlint.config.places import Found, look


def config_argument(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--config", metavar="FILE", help="default: the .listlint.yml nearest to each list"
    )


class Settings:
    """The configuration of each folder, read once."""

    def __init__(self, args: Namespace) -> None:
        self.file: str | None = getattr(args, "config", None)
        self.words = [_words(getattr(args, name, ())) for name in ("select", "ignore", "level")]
        self.known: dict[Found, Config] = {}

    def of(self, path: str) -> Config:
        """What holds for the list, or the folder, at ``path``."""
        found = look(path if os.path.isdir(path) else os.path.dirname(path))
        if self.file is not None:
            found = found._replace(file=self.file)
        if found not in self.known:
            select, ignore, levels = self.words
            self.known[found] = config_of(select, ignore, levels, _base(found))
        return self.known[found]

    def with_words(self, config: Config) -> Config:
        """A configuration that lies elsewhere, with what the command line adds to it."""
        select, ignore, levels = self.words
        return config_of(select, ignore, levels, config)


def _base(found: Found) -> Config:
    if found == Found():
        return DEFAULT  # nearly always: what reads a configuration isn't even loaded
    from listlint.config.loading import load

    return load(found)


def here(args: Namespace) -> Config:
    """What holds in the folder that the command runs in."""
    return Settings(args).of(".")


def _words(given: Sequence[str]) -> list[str]:
    """Comma-separated words of an option that may be given several times."""
    return [word.strip() for words in given for word in words.split(",") if word.strip()]
