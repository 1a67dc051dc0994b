"""What is printed of a reading that was checked: a line a list, samples, the figures of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from roles import ROLES, Role
from scoring import FIELDS, Miss
from unlabelled import Doubt


class Checked(NamedTuple):
    """One list and what is to be said against its reading."""

    name: str
    counts: Counter[str]
    roles: dict[str, Role]
    doubts: dict[str, list[Doubt]]
    truth: Counter[str]
    misses: list[Miss]

    @property
    def missing(self) -> list[str]:
        """Roles that most rows lack though they state them."""
        return [name for name in ROLES if self.roles[name].missing(self.counts["papers"])]

    @property
    def trouble(self) -> int:
        """About how many entries are wrong: what the lists are sorted by."""
        lost = sum(self.roles[name].lost for name in ("venue", "year"))
        doubts = sum(self.counts[name] for name in ("outside", "odd", "arxiv wrong", "proof wrong"))
        return doubts + lost + len(self.misses)


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "-"


def short(name: str) -> str:
    """A file's name in 52 characters, its middle left out."""
    bare = name.removesuffix(".md").removesuffix("__README").removesuffix("/README")
    return bare if len(bare) <= 52 else f"{bare[:30]}…{bare[-21:]}"


def row(one: Checked, scored: bool) -> str:
    """A list on one line."""
    count, papers = one.counts, one.counts["papers"]
    told = " ".join(
        f"{share(one.roles[role].read, papers) + '!' * (role in one.missing):>5}"
        for role in ROLES[:3]
    )
    lost = one.roles["venue"].lost + one.roles["year"].lost
    line = (
        f"{short(one.name):52} {count['entries']:5} {count['unread']:5} "
        f"{count['outside']:5}/{count['addressed']:<5} {told} {lost:5} {count['odd']:4} "
        f"{count['arxiv wrong']:4}/{count['arxiv right'] + count['arxiv later']:<5}"
        f"{count['proof wrong']:4}/{count['proof right']:<5}{count['ms']:6}"
    )
    if scored and one.truth:
        none = f"{one.truth['none right']}/{one.truth['none']}" if one.truth["none"] else ""
        line += f"  {one.truth['whole']}/{one.truth['entries']} {none}"
    return line + "".join(f"  {role} is missing" for role in one.missing)


def table(found: list[Checked], scored: bool) -> Iterator[str]:
    yield (
        f"{'list':52} entry unrd  outside/of  venue  year names  lost  odd "
        f"arxiv-/+   proof-/+      ms" + "  whole none" * scored
    )
    for one in found:
        yield row(one, scored)


def samples(one: Checked, show: int) -> Iterator[str]:
    """What is doubtful in a list, ``show`` of each kind."""
    doubts = dict(one.doubts)
    doubts.update((f"{role} lost", one.roles[role].samples) for role in ROLES)
    shown = [(kind, doubt) for kind, all_ in doubts.items() for doubt in spread(all_, show)]
    if shown or one.misses:
        yield f"\n== {one.name}"
    for kind, doubt in shown:
        yield f"  {kind} {doubt.line}: {doubt.why}\n      {doubt.text.strip()[:230]}"
    for miss in one.misses[: max(show, 5)]:
        yield f"  truth {miss.line}: {', '.join(miss.wrong)}"
        for name in miss.wrong:
            if miss.got and name in FIELDS[1:]:
                yield f"      {name}: want {brief(miss.want[name])} got {brief(miss.got[name])}"


def spread(doubts: list[Doubt], show: int) -> list[Doubt]:
    """Some of them from all over the list, not the first."""
    return doubts[:: max(1, len(doubts) // show)][:show] if show else []


def brief(value: Any) -> str:
    urls = [link["url"] for link in value] if isinstance(value, list) else value
    return repr(urls)[:160]


def total(found: Iterable[Checked]) -> dict[str, Any]:
    """The figures that are asked for, over all lists."""
    kept = list(found)
    count = sum((one.counts for one in kept), Counter[str]())
    truth = sum((one.truth for one in kept), Counter[str]())
    years_ = count["arxiv right"] + count["arxiv later"]
    return {
        "lists": len(kept),
        "entries": count["entries"],
        "unread": count["unread"],
        "inside": rate(count["addressed"] - count["outside"], count["addressed"]),
        "arxiv": rate(years_, years_ + count["arxiv wrong"]),
        "arxiv same year": rate(count["arxiv right"], years_ + count["arxiv wrong"]),
        "proof": rate(count["proof right"], count["proof right"] + count["proof wrong"]),
        "proof older": count["proof older"],
        "odd titles": rate(count["odd"], count["papers"]),
        "roles missing": {one.name: one.missing for one in kept if one.missing},
        "truth": {name: rate(truth[name], truth["entries"]) for name in ("found", *FIELDS, "whole")}
        | {"none": rate(truth["none right"], truth["none"])}
        if truth
        else {},
    }


def rate(part: int, whole: int) -> dict[str, float | int]:
    return {"of": whole, "percent": round(100 * part / whole, 2) if whole else 100.0}


def told(figures: dict[str, Any]) -> Iterator[str]:
    """The figures in words."""
    whole = f"{figures['entries']} entries of {figures['lists']} lists"
    yield f"\n{whole}, {figures['unread']} items unread"
    for name, words in (
        ("inside", "lines with a paper's address stand in an entry (98)"),
        ("arxiv", "years fit the arXiv number, later ones allowed (99)"),
        ("arxiv same year", "years are the arXiv number's"),
        ("proof", "venues and years are what the address proves (99)"),
        ("odd titles", "titles hardly are titles"),
    ):
        yield f"{figures[name]['percent']:7.2f} of 100 of {figures[name]['of']:6}: {words}"
    yield f"{figures['proof older']} besides state a preprint where the address is of proceedings"
    for name, missing in figures["roles missing"].items():
        yield f"  most rows of {name} lack: {', '.join(missing)}"
    if figures["truth"]:
        yield "described lines: " + ", ".join(
            f"{name} {value['percent']:.1f}" for name, value in figures["truth"].items()
        )
