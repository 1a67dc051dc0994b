"""Where the words of a piece begin and end: separators, emoji, shortcodes at its edges are none."""

from __future__ import annotations

from listlint.reading.words import EDGE


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without separators, emoji and shortcodes at its edges."""
    while start < end:
        sign = text[start]
        if sign == ":" and (stop := _shortcode(text, start, end)):
            start = stop
        elif sign in EDGE or (sign > "\u2000" and _is_symbol(sign)):
            start += 1
        else:
            break
    while end > start:
        sign = text[end - 1]
        if sign in EDGE or (sign > "\u2000" and _is_symbol(sign)):
            if sign == ":" and (stop := _shortcode_back(text, start, end)):
                end = stop
            else:
                end -= 1
        else:
            break
    return start, end


def worded(text: str) -> bool:
    """Whether there is a letter or a digit in a text."""
    for sign in text:  # noqa: SIM110  mostly the first one is: four times as quick as any()
        if sign.isalnum():
            return True
    return False


def _shortcode(text: str, start: int, end: int) -> int:
    stop = text.find(":", start + 1, min(end, start + 32))
    if stop > start + 1 and text[start + 1 : stop].replace("_", "").replace("+", "").isalnum():
        return stop + 1
    return 0


def _shortcode_back(text: str, start: int, end: int) -> int:
    begin = text.rfind(":", max(start, end - 32), end - 1)
    if (
        begin >= 0
        and text[begin + 1 : end - 1].replace("_", "").isalnum()
        and text[begin + 1 : end - 1].islower()
    ):
        return begin
    return 0


def _is_symbol(sign: str) -> bool:
    code = ord(sign)
    return (
        0x2190 <= code <= 0x2BFF
        or 0x1F000 <= code <= 0x1FAFF
        or 0xFE00 <= code <= 0xFE0F
        or code in (0x200B, 0x200C, 0x200D, 0x20E3, 0xFEFF, 0x3030)
    )


def trim_text(text: str) -> str:
    start, end = trim(text, 0, len(text))
    return text[start:end]
