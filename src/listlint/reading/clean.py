"""Source characters as a reader sees them: marks, escapes, entities and breaks resolved."""

from __future__ import annotations


def clean(text: str) -> str:
    """Source characters as read: marks, escapes, entities and line breaks resolved."""
    if "&" in text and ";" in text:
        from html import unescape

        text = unescape(text)
    if "\\" in text or "*" in text or "`" in text or "<" in text or "_" in text or "~" in text:
        text = _bare(text)
    return " ".join(text.split()) if "\n" in text or "  " in text else text


def _bare(text: str) -> str:
    out: list[str] = []
    at = 0
    while at < len(text):
        sign = text[at]
        if (
            sign == "\\"
            and at + 1 < len(text)
            and not text[at + 1].isalnum()
            and not text[at + 1].isspace()
        ):
            out.append(text[at + 1])
            at += 2
            continue
        if text.startswith("<sup>", at) and (stop := text.find("</sup>", at, at + 60)) > 0:
            inside = text[at - 1 : at].isalnum() and text[stop + 6 : stop + 7].isalnum()
            at = at + 5 if inside else stop + 6
            continue
        if (
            sign == "<"
            and (stop := text.find(">", at, at + 200)) > 0
            and text[at + 1 : at + 2] in "/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!"
            and at + 1 < len(text)
        ):
            at = stop + 1
            continue
        if sign == "_" and not (text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()):
            at += 1
            continue
        if sign in "`*":
            at += 1
            continue
        out.append(sign)
        at += 1
    return "".join(out)
