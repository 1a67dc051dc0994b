"""The page itself: values into a template that escapes them; one file, nothing from elsewhere."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from listlint.finding import LEVELS, SHOWN, Finding
from listlint.lint.gather import Report
from listlint.plain import shown
from listlint.report import plots
from listlint.report.figures import Counted, Figures
from listlint.report.growth import Point
from listlint.report.health import Health, LinkStates
from listlint.values import NamedTuple

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_FINDINGS = 2000  # on the page; the rest is counted, with the command that shows it
MOST_UNREAD = 500
MOST_BARS = 15
LONGEST = 300  # characters of a title or a line that are shown


class Content(NamedTuple):
    """All that the page tells."""

    report: Report
    figures: Figures
    health: Health
    links: LinkStates
    growth: tuple[Point, ...]
    no_growth: str = ""  # why nothing is told of how the list grew


class Row(NamedTuple):
    """A finding as the page shows it."""

    level: str
    rule: str
    line: int
    message: str
    title: str
    address: str  # of the entry's paper, http or https; else empty
    fix: str


class Unread(NamedTuple):
    line: int
    text: str
    why: str
    section: str


def page(content: Content) -> str:
    """The page as one file of HTML."""
    from markupsafe import Markup

    environment = _environment()
    style, script = (_asset(environment, name) for name in ("page.css", "page.js"))
    return environment.get_template("page.html").render(
        policy=_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        title=_title(content.report),
        plot={name: Markup(svg) for name, svg in _plots(content).items()},
        findings=list(_findings(content.report)),
        total=len(content.report.findings) + content.report.more,
        levels=list(_levels(content.report)),
        rules=sorted({each.rule for each in content.report.findings}),
        unread=list(_unread(content.report)),
        **content._asdict(),
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def harmless(value: Any) -> Any:
        """Whatever is printed: no text of a list hides anything; escaping comes after."""
        return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=PackageLoader("listlint.report", "."),
        autoescape=True,
        finalize=harmless,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = lambda value: f"{value:,}"
    environment.filters["day"] = lambda when: f"{datetime.fromtimestamp(when, UTC):%-d %B %Y}"
    return environment


def _asset(environment: Environment, name: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _policy(style: str, script: str) -> str:
    """What a browser may do with the page: its own style and script, word for word, and no more."""
    hashed = (
        f"{kind}-src 'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for kind, text in (("style", style), ("script", script))
    )
    return "; ".join(["default-src 'none'", *hashed, "base-uri 'none'", "form-action 'none'"])


def _title(report: Report) -> str:
    """The list's own title, else its file's name, or its folder's if that says nothing."""
    first = next(iter(report.papers.sections), None)
    if first is not None and first.level == 1 and first.title:
        return first.title[:LONGEST]
    folder, _, file = report.papers.path.replace("\\", "/").rpartition("/")
    name = file.partition(".")[0]
    return (folder.rpartition("/")[2] if name.lower() == "readme" and folder else name) or file


def _plots(content: Content) -> dict[str, str]:
    figures, made = content.figures, {}
    if len(figures.years) > 1:
        made["years"] = plots.columns(figures.years, _told("Papers by year", figures.years))
    if figures.venues:
        top = figures.venues[:MOST_BARS]
        made["venues"] = plots.bars(top, _told("Papers by venue", top))
    if len(content.growth) > 1:
        first, last = content.growth[0], content.growth[-1]
        says = f"Entries over time: from {first.entries} to {last.entries}; the table has all"
        made["growth"] = plots.line(content.growth, says)
    return made


def _told(what: str, counts: tuple[Counted, ...]) -> str:
    most = max(counts, key=lambda each: each.count)
    return f"{what}: most are {most.name} ({most.count}); the table has all"


def _levels(report: Report) -> Iterator[Counted]:
    for level in reversed(LEVELS):
        yield Counted(level, sum(each.level == level for each in report.findings))


def _findings(report: Report) -> Iterator[Row]:
    """The gravest first, in the order of the text."""
    addresses = {e.span.start: link.url for e in report.papers.entries for link in e.links[:1]}
    ranked = sorted(report.findings, key=lambda each: -LEVELS.index(each.level))
    for each in ranked[:MOST_FINDINGS]:
        address = addresses.get(each.entry.start, "") if each.entry else ""
        yield Row(
            each.level,
            each.rule,
            report.papers.source.line(each.start),
            each.message,
            each.entry.title[:LONGEST] if each.entry else "",
            address if _is_web(address) else "",
            _fix(each),
        )


def _is_web(address: str) -> bool:
    """Nothing but http and https is linked, and nothing that only looks like it."""
    start = address[:8].lower()
    return start.startswith(("http://", "https://")) and address.isprintable()


def _fix(finding: Finding) -> str:
    fix = finding.fix
    if fix is None:
        return ""
    return fix.title if fix.safety == SHOWN or not fix.edits else f"{fix.title} ({fix.safety})"


def _unread(report: Report) -> Iterator[Unread]:
    papers = report.papers
    for each in papers.unread[:MOST_UNREAD]:
        text = " ".join(papers.text[each.span.start : each.span.start + 2 * LONGEST].split())
        title = papers.sections[each.section].title if each.section is not None else ""
        yield Unread(each.lines[0], text[:LONGEST], each.why, title)
