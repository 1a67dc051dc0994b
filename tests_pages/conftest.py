"""The page of a list, written by the command and opened in Chromium without a net."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from listlint.cli import main

Opened = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """``CHROMIUM`` names the browser; ``.ci/pages`` finds it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Opened]:
    """``opened(text)``: the page of a list; it fails on whatever the browser complains about."""
    complaints: list[str] = []
    contexts = []

    def open_page(text: str, *, phone: bool = False, dark: bool = False) -> Page:
        (tmp_path / "README.md").write_text(text, "utf-8")
        out = tmp_path / "page.html"
        assert main(["report", str(tmp_path / "README.md"), "--output", str(out)]) == 0
        context = chromium.new_context(
            viewport={"width": 390 if phone else 1100, "height": 800},
            color_scheme="dark" if dark else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)  # a fault, not a measure
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: _stays_here(request.url, complaints))
        page.goto(out.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _stays_here(url: str, complaints: list[str]) -> None:
    if not url.startswith(("file:", "data:")):
        complaints.append(f"asked for {url}")
