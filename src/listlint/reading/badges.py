"""What a badge says: its alternative text, or the words of a shields address."""

from __future__ import annotations

from listlint.markdown.nodes import Node


def badge_text(node: Node) -> str:
    """What a badge says: its alternative text, or the words of a shields address."""
    alt = node.value.strip().replace("|", ",")
    url = node.url
    if "img.shields.io/badge/" in url:
        from urllib.parse import unquote

        words = unquote(url.split("img.shields.io/badge/", 1)[1].split("?", 1)[0])
        words = words.removesuffix(".svg").removesuffix(".png")
        parts = words.replace("--", "\0").split("-")
        said = (
            " ".join(p.replace("\0", "-").replace("_", " ") for p in parts[:-1] or parts)
            .strip()
            .replace("|", ",")
        )
        if (
            not alt
            or len(alt) < 4
            or alt.lower() in ("img", "badge", "image", "static badge", "publish", "venue")
        ):
            return said
        return alt if any(c.isdigit() for c in alt) or not any(c.isdigit() for c in said) else said
    return alt if len(alt) < 80 else ""
