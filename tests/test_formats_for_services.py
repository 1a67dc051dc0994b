"""What services and build servers read: each in the shape that they ask for, and harmless."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator

from listlint import formats
from listlint.config import Config
from listlint.finding import Edit, Fix, Related
from listlint.formats import Look
from listlint.lint.gather import Report, lint
from made import broken_rule, papers, word_rule

LINE = "- Größe of Lists, ACL, 2022 [[Paper](https://arxiv.org/abs/2203.00001)]\n"
SCHEMA = Path(__file__).parent / "contract" / "sarif-2.1.0.json"
NASTY = '100%: a, \x1b[2J\u202e]]> <b> & "q" @berg\n::error::x'


def report(text: str = LINE, message: str = "says so", **rule: Any) -> Report:
    ours = word_rule("ACL, 2022", message.replace("{", "{{").replace("}", "}}"), **rule)
    return lint(papers(text, "a list.md"), Config(own=(ours,)), rules=[ours])


def rendered(name: str, *reports: Report, **look: Any) -> str:
    return formats.renderer(name)(reports or [report()], Look(**look))


@cache
def sarif_schema() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text()))


def sarif(*reports: Report) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(rendered("sarif", *reports))
    sarif_schema().validate(document)
    run: dict[str, Any] = document["runs"][0]
    return run


class TestSarif:
    """Held to the official schema."""

    def test_a_finding_with_places_and_fix(self) -> None:
        fix = Fix("write ACL, 2021", "suggested", (Edit(18, 27, "ACL, 2021"), Edit(0, 0, "x")))
        run = sarif(report(fix=fix, related=[Related(2, 9, "also here")]))
        (result,) = run["results"]
        region = {"startLine": 1, "startColumn": 19, "endLine": 1, "endColumn": 28}
        assert result["locations"][0]["physicalLocation"] == {
            "artifactLocation": {"uri": "a%20list.md"},
            "region": region,
        }
        assert result["relatedLocations"][0]["message"] == {"text": "also here"}
        assert result["partialFingerprints"] == {"identity/v1": "a-rule:arxiv:2203.00001:0"}
        (change,) = result["fixes"][0]["artifactChanges"]
        assert change["replacements"][0] == {
            "deletedRegion": region,
            "insertedContent": {"text": "ACL, 2021"},
        }
        assert run["columnKind"] == "unicodeCodePoints"
        (rule,) = run["tool"]["driver"]["rules"]
        assert (rule["id"], rule["shortDescription"]) == (
            "a-rule",
            {"text": "Says nothing of use."},
        )

    def test_no_finding_is_a_run_too(self) -> None:
        run = sarif(report("- Sorting\n"))
        assert run["results"] == []
        assert run["invocations"][0]["executionSuccessful"] is True

    def test_a_rule_of_ours_that_broke_is_told(self) -> None:
        broken = lint(papers(LINE), rules=[broken_rule()])
        invocation = sarif(broken)["invocations"][0]
        assert invocation["executionSuccessful"] is False
        assert "broken-rule" in invocation["toolExecutionNotifications"][0]["message"]["text"]

    def test_every_level_and_every_rule_that_there_is(self) -> None:
        example = Path("examples/README.md")
        root = Path(__file__).parent.parent
        whole = lint(papers((root / example).read_text()))
        run = sarif(whole, report(level="note"), report(message=NASTY))
        assert {each["level"] for each in run["results"]} >= {"error", "warning", "note"}


class TestRdjsonl:
    """Reviewdog counts bytes, and takes one edit for one suggestion."""

    def test_columns_count_bytes(self) -> None:
        (said,) = map(json.loads, rendered("rdjsonl").splitlines())
        assert said["location"] == {
            "path": "a list.md",
            "range": {"start": {"line": 1, "column": 21}, "end": {"line": 1, "column": 30}},
        }
        assert said["severity"] == "WARNING"
        assert said["code"] == {"value": "a-rule"}
        assert "suggestions" not in said

    def test_several_edits_are_one_suggestion(self) -> None:
        fix = Fix("mend", "safe", (Edit(2, 3, "g"), Edit(18, 21, "EMNLP")))
        (said,) = map(json.loads, rendered("rdjsonl", report(fix=fix)).splitlines())
        (suggestion,) = said["suggestions"]
        assert suggestion["text"] == "größe of Lists, EMNLP"
        assert suggestion["range"]["end"] == {"line": 1, "column": 24}

    def test_edits_far_apart_are_none(self) -> None:
        text = LINE + "\n" * 30
        fix = Fix("mend", "safe", (Edit(0, 1, "*"), Edit(len(text) - 1, len(text), "")))
        (said,) = map(json.loads, rendered("rdjsonl", report(text, fix=fix)).splitlines())
        assert said["suggestions"] == []


class TestGithub:
    """Commands of a workflow."""

    def test_a_command_names_the_place(self) -> None:
        fix = Fix("write ACL, 2021", "safe", ())
        lines = rendered("github", report(fix=fix), report(level="note")).splitlines()
        assert lines[0] == (
            "::warning file=a list.md,line=1,endLine=1,col=19,endColumn=28,"
            "title=listlint%3A a-rule::says so%0AFix: write ACL, 2021 (safe)"
        )
        assert lines[1].startswith("::notice file=a list.md,")
        assert lines[2].startswith("2 entries read")
        assert "2 findings" in lines[2]

    def test_list_text_adds_no_command(self) -> None:
        text = rendered("github", report(message=NASTY), quiet=True)
        assert text.count("\n") == 1
        assert text.count("::") == 2 + NASTY.count("::") - 1  # what began a line is broken up
        assert "100%25: a, \\u{1b}[2J\\u{202e}" in text


def test_gitlab_gets_a_fingerprint_for_each_finding() -> None:
    twice = report(LINE + LINE.replace("00001", "00002"))
    issues = json.loads(rendered("gitlab", twice))
    assert issues[0] == {
        "description": "says so",
        "check_name": "a-rule",
        "fingerprint": issues[0]["fingerprint"],
        "severity": "minor",
        "location": {"path": "a list.md", "lines": {"begin": 1, "end": 1}},
    }
    assert len({each["fingerprint"] for each in issues}) == 2
    moved = json.loads(rendered("gitlab", report("\n\n" + LINE)))
    assert moved[0]["fingerprint"] == issues[0]["fingerprint"]


class TestJunit:
    """Suites and cases."""

    def test_a_finding_is_a_failure_and_a_note_is_skipped(self) -> None:
        root = ElementTree.fromstring(rendered("junit", report(), report(level="note")))
        failed, skipped = root.findall("testsuite")
        assert failed.attrib == {
            "name": "a list.md",
            "tests": "1",
            "failures": "1",
            "errors": "0",
            "skipped": "0",
        }
        failure = failed.find("testcase/failure")
        assert failure is not None
        assert failure.text == "\na list.md:1:19: warning a-rule: says so"
        assert skipped.attrib["skipped"] == "1"
        assert skipped.find("testcase/skipped") is not None

    def test_a_clean_list_is_a_case_that_passed(self) -> None:
        root = ElementTree.fromstring(rendered("junit", report("- Sorting\n")))
        assert root.find("testsuite/testcase") is not None
        assert root.find("testsuite/testcase/failure") is None

    def test_a_rule_of_ours_that_broke_is_an_error(self) -> None:
        broken = lint(papers(LINE), rules=[broken_rule()])
        root = ElementTree.fromstring(rendered("junit", broken))
        assert root.find("testsuite/testcase/error") is not None

    def test_list_text_is_text(self) -> None:
        root = ElementTree.fromstring(rendered("junit", report(message=NASTY)))
        assert root.find("testsuite/testcase/b") is None


class TestMarkdown:
    """For a job's summary."""

    def test_findings_by_list(self) -> None:
        fix = Fix("write ACL, 2021", "safe", ())
        text = rendered("markdown", report(fix=fix))
        assert text.startswith(
            "### `a list.md`\n\n"
            "- **warning** `a-rule`, line 1: says so Fix: write ACL, 2021 (safe).\n\n"
        )
        assert text.splitlines()[-1].startswith("1 entry read")

    def test_notes_are_shown_when_they_are_asked_for(self) -> None:
        assert "a-rule" not in rendered("markdown", report(level="note"))
        assert "a-rule" in rendered("markdown", report(level="note"), notes=True)

    def test_many_alike_are_one_line(self) -> None:
        many = report("".join(LINE.replace("00001", f"{n:05}") for n in range(12)))
        text = rendered("markdown", many, quiet=True)
        assert "(12 alike: also on lines 2, 3, …)" in text
        assert text.count("a-rule") == 1

    def test_list_text_is_words(self) -> None:
        text = rendered("markdown", report(message=NASTY), quiet=True)
        assert "<b>" not in text
        assert "@berg" not in text
        assert "\x1b" not in text


@pytest.mark.parametrize("name", formats.names())
def test_control_characters_never_come_out_raw(name: str) -> None:
    for quiet in (False, True):
        text = rendered(name, report(message=NASTY), quiet=quiet, notes=True)
        assert not {"\x1b", "\u202e"} & set(text)
