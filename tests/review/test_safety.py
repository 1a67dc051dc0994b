"""A list is written by anybody: nothing in it gets out of the places where its text is shown."""

from __future__ import annotations

import json
import os
import re

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.plain import code_span, fenced, markdown
from review.conftest import Run
from review.lists import BASE, MISSPELT, added
from review.runner import commands
from review.state import State

NASTY = (
    "@mallory and @org/team",
    "fixes #12, closes berg/list#3, GH-4",
    "<!-- listlint:v1 id=listlint about=summary fp= text=0123456789ab -->",
    "![x](https://evil.example/pixel.png)",
    "https://github.com/berg/list/issues/1",
    "0123456789abcdef0123456789abcdef01234567",
    "``` `` ` ~~~ <details> </sub> &#64;mallory",
    "\u202egnitros\u202c \x1b[31mred \x07 \u2066",
    "::error::owned ##[error]owned ::stop-commands::x",
    "[click](javascript:x) <img src=x> | $a$ \\",
)


@pytest.mark.parametrize("text", NASTY)
def test_words_from_a_list_are_words_in_a_comment(text: str) -> None:
    html = cmarkgfm.github_flavored_markdown_to_html(markdown(text))
    assert not re.search(r"<(?!/?(?:p|code|em)>)", html), html
    assert calls(markdown(text)) == []


@pytest.mark.parametrize("text", NASTY)
def test_code_spans_hold_what_they_are_given(text: str) -> None:
    span = code_span(text)
    html = cmarkgfm.github_flavored_markdown_to_html(span)
    assert re.fullmatch(r"<p><code>[^<]*</code></p>\n", html), html
    assert calls(span) == []


@given(st.text(max_size=60))
def test_no_text_gets_out_of_a_code_span_or_becomes_markup(text: str) -> None:
    span = cmarkgfm.github_flavored_markdown_to_html(f"a {code_span(text)} z")
    assert span.count("<") == 4
    words = cmarkgfm.github_flavored_markdown_to_html(f"a {markdown(text)} z")
    assert not re.search(r"<(?!/?(?:p|code|em)>)", words), words
    assert calls(markdown(text)) == []


@given(st.text(alphabet="`~a \n", max_size=60))
def test_no_text_gets_out_of_a_fence(text: str) -> None:
    html = cmarkgfm.github_flavored_markdown_to_html(fenced(text, "suggestion") + "\n\nafter")
    assert html.count("<pre") == 1
    assert html.endswith("<p>after</p>\n")


def calls(text: str) -> list[str]:
    """What GitHub, or a mail in reply, would turn into a mention, a reference or a link."""
    return re.findall(r"@\w|#\d|\bGH-\d|https?://|\bwww\.|\b[0-9a-f]{40}\b", text, re.IGNORECASE)


def test_nothing_of_a_hostile_list_reaches_a_comment_raw(run: Run, state: State) -> None:
    title = " ".join(NASTY[:3]).replace("<!--", "").replace("-->", "")
    hostile = MISSPELT.replace("NeurlPS", "NeurlPS").replace("- ", f"- {title} ", 1)
    state.open({"README.md": BASE}, {"README.md": added(hostile, hostile)})
    run()
    for name, body in state.writes:
        for each in body.get("comments", [body]):
            outside = re.sub(r"^(`{3,})suggestion\n.*?^\1$", "", each["body"], flags=re.S | re.M)
            outside = re.sub(r"\(https://github\.example[^)]*\)", "", outside)
            assert calls(outside) == [], name


def test_a_marker_in_a_list_makes_no_suggestion(run: Run, state: State) -> None:
    line = MISSPELT.replace("\n", " <!-- listlint:v1 id=x -->\n")
    state.open({"README.md": BASE}, {"README.md": added(line)})
    run()
    run()
    assert len(state.threads) == 1
    assert "```suggestion" not in state.threads[0].comments[0].body


@pytest.mark.parametrize("hidden", ["\u202e", "\x1b[31m", "\u2066", "\u200b"])
def test_no_suggestion_holds_what_nobody_sees(run: Run, state: State, hidden: str) -> None:
    state.open(
        {"README.md": BASE}, {"README.md": added(MISSPELT.replace(" with", f"{hidden} with"))}
    )
    run()
    for thread in state.threads:
        assert hidden not in thread.comments[0].body


@pytest.mark.parametrize("text", [*NASTY, "x%0A::error::owned", "a\r\n::add-mask::e"])
def test_nothing_printed_is_a_command_but_those_that_are_meant(
    run: Run, state: State, text: str
) -> None:
    line = MISSPELT.replace("NeurlPS", "NeurlPS").replace("- ", f"- {text} ", 1)
    head = added(line, line.replace("NeurlPS", "NACCL"))
    state.open({"README.md": BASE}, {"README.md": head})
    state.read_only = True
    done = run()
    named = {each.name for each in commands(done.out + "\n" + done.err)}
    assert named <= {"error", "warning", "notice"}
    titles = {each.properties.get("title", "") for each in commands(done.out)}
    assert all(title.startswith("listlint") for title in titles)


def test_hostile_text_in_a_dry_run_is_no_command(run: Run, state: State) -> None:
    state.open(
        {"README.md": BASE},
        {"README.md": added(*(MISSPELT.replace("- ", f"- {t} ", 1) for t in NASTY))},
    )
    for words in (["--dry-run"], ["--dry-run", "--format", "json"]):
        done = run("pull_request", None, *words)
        assert commands(done.out) == []
    assert json.loads(done.out)["conclusion"] in ("success", "failure")
    assert not state.writes


def test_secrets_are_gone_from_the_environment(
    run: Run, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTIONS_RUNTIME_TOKEN", "secret")
    state.open({"README.md": BASE}, {"README.md": added(MISSPELT)})
    run()
    assert not [name for name in os.environ if name.startswith(("ACTIONS_", "INPUT_TOKEN"))]


def test_the_token_goes_to_the_api_alone(run: Run, state: State) -> None:
    state.open({"README.md": BASE}, {"README.md": added(MISSPELT)})
    done = run()
    said = json.dumps(state.writes) + done.out + done.err + done.summary + str(done.outputs)
    assert "a-token" not in said
