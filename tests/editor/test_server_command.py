"""``listlint server`` as a command: what must be there, and who should talk to it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Command


def test_what_must_be_installed_is_named(
    listlint: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("listlint.commands.server.find_spec", lambda name: None)
    end = listlint("server")
    assert (end.code, end.out) == (2, "")
    assert "pip install 'listlint[editor]'" in end.err


def test_a_process_answers_and_ends(folder: Path) -> None:
    text = "- Sorting, NeurlPS 2023 [[Paper](https://arxiv.org/abs/2311.00014)] [[a](b.md)]\n"
    (folder / "README.md").write_text(text)
    uri = (folder / "README.md").as_uri()
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    asked = [
        {"id": 1, "method": "initialize", "params": {"processId": None, "capabilities": {}}},
        {"method": "textDocument/didOpen", "params": {"textDocument": document}},
        {
            "id": 2,
            "method": "textDocument/documentSymbol",
            "params": {"textDocument": {"uri": uri}},
        },
    ]
    asked[0]["params"]["rootUri"] = None  # type: ignore[index]
    sent = b""
    for each in asked:
        body = json.dumps({"jsonrpc": "2.0", **each}).encode()
        sent += b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    command = [sys.executable, "-m", "listlint", "server", "--stdio"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(sent)
    process.stdin.flush()
    said = b""
    while b'"id": 2' not in said:
        said += process.stdout.read1()
    process.stdin.close()
    process.stdout.read()
    process.stdout.close()
    assert process.wait(20) == 0
    assert b"textDocument/publishDiagnostics" in said or b"Sorting" in said


def test_somebody_at_a_terminal_is_told_what_it_is_for(folder: Path) -> None:
    here, there = os.openpty()
    command = [sys.executable, "-m", "listlint", "server"]
    done = subprocess.run(command, stdin=there, capture_output=True)
    os.close(here)
    os.close(there)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"docs/editor.md" in done.stderr


def test_a_stranger_is_told_in_one_line(folder: Path) -> None:
    command = [sys.executable, "-m", "listlint", "server"]
    done = subprocess.run(command, input=b"Content-Length: many\r\n\r\n", capture_output=True)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
