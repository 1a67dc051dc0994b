"""Plots as inline SVG, made by pygal; how they look is the page's own affair, dark or light.

Of what pygal makes only shapes and texts are kept: no script, no style, no link.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from listlint.plain import shown

if TYPE_CHECKING:
    from listlint.report.figures import Counted
    from listlint.report.growth import Point

WIDE, NARROW = 720, 350  # pixels: on a page, on a phone
LONGEST_NAME = 28  # characters of a name beside a bar
KEPT = frozenset("svg g rect path line circle text tspan".split())
ATTRIBUTES = frozenset(
    "x y x1 y1 x2 y2 cx cy r rx ry width height d transform class viewBox text-anchor".split()
)


def columns(counts: Sequence[Counted], says: str) -> str:
    """A column for each count, side by side."""

    def draw(width: int) -> Any:
        every = -(-len(counts) * 44 // width)  # as many labels as have room
        chart = _pygal().Bar(**_common(width, 260), x_labels_major_every=every)
        chart.show_minor_x_labels = False
        chart.y_labels = _ticks(max(each.count for each in counts))
        chart.x_labels = [each.name for each in counts]
        chart.add("", [each.count for each in counts])
        return chart

    return _both(draw, says)


def bars(counts: Sequence[Counted], says: str) -> str:
    """A bar for each count, one below the other, the first at the top."""

    def draw(width: int) -> Any:
        chart = _pygal().HorizontalBar(
            **_common(width, 44 + 24 * len(counts)),
            print_values=True,
            formatter=_number,
            print_values_position="top",
        )
        chart.show_x_labels = False
        chart.range = (0, 1.12 * max(each.count for each in counts))  # room for the figure
        chart.x_labels = [_short(each.name) for each in reversed(counts)]
        chart.add("", [each.count for each in reversed(counts)])
        return chart

    return _both(draw, says)


def line(points: Sequence[Point], says: str) -> str:
    """How a count went over time."""

    def draw(width: int) -> Any:
        chart = _pygal().DateTimeLine(
            **_common(width, 260),
            x_value_formatter=lambda when: f"{when:%b %Y}",
            x_labels_major_count=max(2, width // 160),
            show_minor_x_labels=False,
            dots_size=2.5,
            margin_right=36,
            y_labels=_ticks(max(each.entries for each in points)),
        )
        times = [datetime.fromtimestamp(each.when, UTC) for each in points]
        chart.x_labels = _spread(times, max(2, width // 150))
        chart.add("", [(when, each.entries) for when, each in zip(times, points, strict=True)])
        return chart

    return _both(draw, says)


@cache
def _pygal() -> Any:
    """pygal without what it hangs into Python's way of importing, which Python warns of."""
    import pygal

    sys.meta_path[:] = [each for each in sys.meta_path if type(each).__module__ != "pygal"]
    return pygal


def _common(width: int, height: int) -> dict[str, Any]:
    from pygal.style import Style

    style = Style(label_font_size=12, major_label_font_size=12, value_font_size=12)
    return {
        "width": width,
        "height": height,
        "style": style,
        "show_legend": False,
        "js": (),
        "css": (),
        "margin": 6,
        "spacing": 8,
        "rounded_bars": 2,
        "include_x_axis": True,
        "value_formatter": _number,
        "no_prefix": True,
        "truncate_label": -1,
    }


def _number(value: float) -> str:
    return f"{value:,.0f}"


def _spread(times: Sequence[datetime], most: int) -> list[datetime]:
    first, last = times[0], times[-1]
    return [first + (last - first) * at / (most - 1) for at in range(most)]


def _ticks(most: int) -> list[int]:
    """Round numbers from nought up to the first that is no smaller than ``most``."""
    rough = max(1, most) / 4
    scale = 10 ** (len(str(int(rough))) - 1)
    step = max(1, next(int(s * scale) for s in (1, 2, 2.5, 5, 10) if s * scale >= rough))
    return list(range(0, most + step, step))


def _short(name: str) -> str:
    name = shown(name)
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _both(draw: Callable[[int], Any], says: str) -> str:
    """One for a page and one for a phone; the page shows the one that fits."""
    pictures = (
        _picture(draw(width), width, kind, says)
        for width, kind in ((WIDE, "wide"), (NARROW, "narrow"))
    )
    return "".join(pictures)


def _picture(chart: Any, width: int, kind: str, says: str) -> str:
    root = chart.render_tree()
    _prune(root)
    root.attrib["class"] = f"plot {kind}"
    root.attrib["role"] = "img"
    root.attrib["aria-label"] = shown(says)
    root.attrib["width"] = str(width)
    return ElementTree.tostring(root, encoding="unicode")


def _prune(node: Any) -> None:
    """Keep what draws."""
    for child in list(node):
        tag = child.tag
        if tag not in KEPT or child.attrib.get("class") == "tooltip":
            node.remove(child)
        else:
            _prune(child)
    for name in set(node.attrib) - ATTRIBUTES:
        del node.attrib[name]
