"""What holds in a pull request: the configuration and the own rules of its base; pure.

Nothing that a pull request brings along decides anything in it. What it would change is only told.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Mapping, Sequence

from listlint.config import DEFAULT, Config
from listlint.errors import UserError
from listlint.lint.baseline import EMPTY, Baseline, baseline
from listlint.lint.gather import Report
from listlint.plain import code_span, markdown
from listlint.values import NamedTuple

NAMES = (".listlint.yml", ".github/listlint.yml")
OWN_RULES = ".listlint/rules"
OTHERS = (".listlint-baseline.json",)
BIGGEST = 64 * 1024  # bytes


class Settings(NamedTuple):
    """The decisions of a base, and the path that they were read from."""

    config: Config = DEFAULT
    path: str = ""
    known: Baseline = EMPTY

    @property
    def lists(self) -> tuple[str, ...]:
        """Patterns of the lists, as paths from the repository's root."""
        return tuple(self._from_root(each) for each in self.config.files)

    @property
    def baseline_file(self) -> str:
        """The path of the baseline that the configuration names, or nothing."""
        return self._from_root(self.config.baseline) if self.config.baseline else ""

    def knowing(self, data: bytes | None) -> Settings:
        """With what the baseline's file holds."""
        if data is None:
            raise UserError(f"{self.path}: baseline: no {self.baseline_file} in the base branch")
        return self._replace(known=baseline(data, self.baseline_file))

    def unknown(self, report: Report) -> Report:
        """A report without what the baseline knows."""
        folder = posixpath.dirname(self.baseline_file)
        return self.known.unknown(posixpath.relpath(report.papers.path, folder or "."), report)

    def _from_root(self, path: str) -> str:
        """A path that the configuration names; what it names starts from its own folder."""
        folder = posixpath.dirname(self.path)
        folder = "" if posixpath.basename(folder) == ".github" else folder
        inner = os.path.relpath(path, self.config.root) if os.path.isabs(path) else path
        return posixpath.normpath(posixpath.join(folder, inner.replace(os.sep, "/")))


def settings(texts: Mapping[str, bytes], given: str = "") -> Settings:
    """From the files that the base holds; ``given`` names the one to read."""
    path = given or next((name for name in NAMES if name in texts), "")
    rules = {path: text for path, text in texts.items() if path.startswith(f"{OWN_RULES}/")}
    if given and given not in texts:
        raise UserError(f"input config: {given}: no such file in the base branch")
    if not path and not rules:
        return Settings()
    return Settings(_config(path, texts.get(path, b""), rules), path)


def proposed(data: bytes, path: str) -> Config | str:
    """A pull request's own configuration, or what is wrong with it."""
    try:
        return _config(path, data, {})
    except UserError as error:
        return str(error)


def is_setting(path: str, given: Iterable[str] = ()) -> bool:
    return path in (*NAMES, *OTHERS, *given) or path.startswith(f"{OWN_RULES}/")


def told(paths: Sequence[str]) -> str:
    """That a change to the settings has no force yet."""
    names = ", ".join(map(code_span, paths))
    return f"{names} changed here: this review went by the base's."


def would_change(path: str, new: Config | str, now: int, then: int) -> str:
    """What a changed configuration would do once it is merged."""
    if isinstance(new, str):
        return f"As it stands it can't be read: {markdown(new)}"
    return f"By {code_span(path)} as it is here, the lists have {then} findings instead of {now}."


def _config(path: str, data: bytes, rules: Mapping[str, bytes]) -> Config:
    from listlint.config.loading import configuration
    from listlint.config.own_rules import own_rule

    own = tuple(
        own_rule(_text(data, name), name) for name, data in sorted(rules.items()) if _is_rule(name)
    )
    if not path:
        return Config(own=own)
    return configuration(_text(data, path), path, own)


def _is_rule(name: str) -> bool:
    return name.endswith((".yml", ".yaml"))


def _text(data: bytes, name: str) -> str:
    if len(data) > BIGGEST:
        raise UserError(f"{name}: is larger than 64 KiB")
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise UserError(f"{name}: isn't UTF-8") from None


def counted(levels: Iterable[str]) -> int:
    """Findings that somebody is told of: notes aren't."""
    return sum(level != "note" for level in levels)
