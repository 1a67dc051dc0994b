"""The server as an editor meets it: findings, fixes, and whatever an editor may send."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from editor.client import URI, Client
from listlint.config import DEFAULT, Config
from listlint.errors import UserError
from listlint.facts import AGREES, PUBLISHED, RECORD, Answer, Answers, Question
from listlint.paperlist import PaperList

LIST = """# Sorting 😀

## By smell 😀

- 😀 Sorting Lists by Smell, NeurlPS 2023 [[Paper](https://arxiv.org/abs/2311.00014)]
- Sorting Lists by Colour, ACL 2021 [[Paper](https://aclanthology.org/2021.acl-long.7)] [[Code](https://github.com/berg/colour)]
- Sorting Lists by Sound, ACL 2021 [[Paper](https://aclanthology.org/2021.acl-long.8)]

## By weight

- Weighing Lists, NIPS 2016 [[Paper](https://arxiv.org/abs/1611.00014)]
- Weighing Noisy Lists, NeurIPS 2022 [[Paper](https://arxiv.org/abs/2211.00014)]
"""
MISSPELT = ("venue-spelling", 4)
Document = dict[str, Any]
DOCUMENT: Document = {"uri": URI}


@pytest.fixture
def made() -> Iterator[Callable[..., Client]]:
    clients: list[Client] = []

    def make(*given: Any) -> Client:
        clients.append(Client(*given))
        return clients[-1]

    yield make
    for each in clients:
        each.stop()


@pytest.fixture
def client(made: Callable[..., Client]) -> Client:
    client = made()
    client.start()
    return client


def place(text: str, words: str) -> dict[str, int]:
    """Where ``words`` begin, as the protocol counts: UTF-16 units."""
    before = text[: text.index(words)]
    line = before.rpartition("\n")[2]
    return {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}


def span(text: str, words: str) -> dict[str, Any]:
    start = place(text, words)
    end = {**start, "character": start["character"] + len(words.encode("utf-16-le")) // 2}
    return {"start": start, "end": end}


def rules(found: list[Any]) -> list[tuple[str, int]]:
    return [(each["code"], each["range"]["start"]["line"]) for each in found]


def actions(client: Client, words: str, **context: Any) -> list[Any]:
    asked = client.ask(
        "textDocument/codeAction",
        textDocument=DOCUMENT,
        range=span(LIST, words),
        context={"diagnostics": [], **context},
    )
    return list(asked)


def edited(text: str, edit: Any) -> str:
    """A text once an editor has made an edit; ASCII lines only."""
    (change,) = edit["documentChanges"]
    assert change["textDocument"]["uri"] == URI
    lines = [line + "\n" for line in text.split("\n")]

    def offset(at: dict[str, int]) -> int:
        line = "".join(lines)[sum(map(len, lines[: at["line"]])) :]
        units = line.encode("utf-16-le")[: 2 * at["character"]].decode("utf-16-le")
        return sum(map(len, lines[: at["line"]])) + len(units)

    for each in reversed(change["edits"]):
        start, end = (offset(each["range"][name]) for name in ("start", "end"))
        text = text[:start] + each["newText"] + text[end:]
    return text


def test_findings_come_when_a_list_is_opened(client: Client) -> None:
    found = client.open(LIST)
    assert MISSPELT in rules(found)
    fault = next(each for each in found if (each["code"], 4) == MISSPELT)
    assert fault["range"] == span(LIST, "NeurlPS")
    assert fault["severity"] == 1
    assert fault["source"] == "listlint"
    assert "should read `NeurIPS`" in fault["message"]


def test_findings_follow_what_is_typed(client: Client) -> None:
    client.open(LIST)
    client.change(2, {"range": span(LIST, "NeurlPS"), "text": "NeurIPS"})
    assert MISSPELT not in rules(client.findings(2))
    client.change(3, {"text": LIST.replace("NeurIPS", "NeurlPS")})
    assert ("venue-spelling", 11) in rules(client.findings(3))
    client.tell("textDocument/didSave", textDocument=DOCUMENT)
    assert ("venue-spelling", 11) in rules(client.findings(3))


def test_another_document_is_left_alone(client: Client) -> None:
    assert client.open("# Words\n\n- A tool [here](https://a.example)  \n- words  \n") == []


def test_a_closed_list_has_no_findings(client: Client) -> None:
    client.open(LIST)
    client.tell("textDocument/didClose", textDocument=DOCUMENT)
    said = client.told("textDocument/publishDiagnostics", uri=URI)
    assert said["diagnostics"] == []
    assert (
        client.ask("textDocument/hover", textDocument=DOCUMENT, position=place(LIST, "C")) is None
    )


def test_a_safe_fix_is_preferred_and_writes_what_it_says(client: Client) -> None:
    client.open(LIST)
    fix = next(a for a in actions(client, "NeurlPS") if a["title"].startswith("venue-spelling: w"))
    assert fix["isPreferred"] is True
    assert fix["kind"] == "quickfix"
    assert edited(LIST, fix["edit"]) == LIST.replace("NeurlPS", "NeurIPS")


def test_a_finding_can_be_ignored_where_it_stands(client: Client) -> None:
    client.open(LIST)
    found = actions(client, "NeurlPS", only=["quickfix"])
    ignore = next(a for a in found if a["title"] == "venue-spelling: ignore this here")
    assert "edit" not in ignore
    done = client.ask("codeAction/resolve", **ignore)
    line = LIST.split("\n")[4]
    ignored = f"{line} <!-- listlint: ignore venue-spelling -->"
    assert edited(LIST, done["edit"]) == LIST.replace(line, ignored)


def test_an_editor_that_resolves_nothing_gets_the_edit_at_once(
    made: Callable[..., Client],
) -> None:
    client = made()
    client.start({})
    client.open(LIST)
    found = actions(client, "NeurlPS")
    assert all("edit" in each for each in found)


def test_all_that_is_safe_is_mended_at_once(client: Client) -> None:
    client.open(LIST.replace("\n", "\r\n"))
    (fix,) = actions(client, "NeurlPS", only=["source.fixAll"])
    done = client.ask("codeAction/resolve", **fix)
    mended = edited(LIST, done["edit"]).replace("\r\n", "\n")
    assert "NeurIPS 2023" in mended
    assert "\r\n" in done["edit"]["documentChanges"][0]["edits"][0]["newText"]


def test_an_action_of_an_older_text_is_refused(client: Client) -> None:
    client.open(LIST)
    ignore = next(a for a in actions(client, "NeurlPS") if "ignore" in a["title"])
    client.change(2, {"text": LIST + "\n"})
    answer = client.request("codeAction/resolve", ignore)
    assert "ask for the actions again" in answer["error"]["message"]
    for data in ({"uri": 5}, 5, {**ignore["data"], "version": 2, "line": "x"}):
        assert client.request("codeAction/resolve", {**ignore, "data": data})["error"]
    data = {**ignore["data"], "version": 2, "line": 4000}
    assert client.request("codeAction/resolve", {**ignore, "data": data})["error"]


def test_hovering_tells_what_is_known_of_a_paper(made: Callable[..., Client]) -> None:
    def know(papers: PaperList, config: Config) -> Answers:
        says = {"venue": "NeurIPS", "year": "2023", "title": "Sorting Lists by _Smell_"}
        id = "arxiv:2311.00014"
        return Answers(
            {
                Question(PUBLISHED, id): Answer(AGREES, says, "a registry"),
                Question(RECORD, id): Answer(AGREES, says, "arXiv"),
                Question(RECORD, "arxiv:1"): Answer(AGREES, says, "arXiv"),
            }
        )

    client = made(lambda path: DEFAULT, know)
    client.start()
    client.open(LIST)
    where = place(LIST, "Smell")
    told = client.ask("textDocument/hover", textDocument=DOCUMENT, position=where)
    text = told["contents"]["value"]
    assert "Sorting Lists by Smell" in text
    assert "2023" in text
    assert "paper: arxiv:2311" in text
    assert "Published: NeurIPS 2023 (a registry)" in text
    assert r"Registered: Sorting Lists by \_Smell\_ (arXiv)" in text
    assert told["range"]["start"]["line"] == told["range"]["end"]["line"] == 4
    top = {"line": 0, "character": 0}
    assert client.ask("textDocument/hover", textDocument=DOCUMENT, position=top) is None


def test_hovering_names_the_other_places_of_a_paper(client: Client) -> None:
    again = LIST + LIST.split("\n")[5] + "\n"
    client.open(again)
    where = place(LIST, "Colour")
    told = client.ask("textDocument/hover", textDocument=DOCUMENT, position=where)
    assert "Also listed on line 13" in told["contents"]["value"]


@pytest.mark.parametrize(
    ("typed", "first", "offered"),
    [("- A Paper [[", "Paper", "Code"), ("- A Paper, ", "ACL", "ICML")],
)
def test_venues_and_labels_are_offered_the_lists_own_first(
    client: Client, typed: str, first: str, offered: str
) -> None:
    client.open(LIST)
    text = LIST + typed
    client.change(2, {"text": text})
    where = {"line": text.count("\n"), "character": len(typed)}
    items = client.ask("textDocument/completion", textDocument=DOCUMENT, position=where)["items"]
    ranked = sorted(items, key=lambda each: str(each["sortText"]))
    assert ranked[0]["label"] == first
    assert offered in [each["label"] for each in items]


def test_the_outline_nests_entries_in_sections(client: Client) -> None:
    client.open(LIST)
    top = client.ask("textDocument/documentSymbol", textDocument=DOCUMENT)
    (title,) = top
    assert [each["name"] for each in title["children"]] == ["By smell 😀", "By weight"]
    smell = title["children"][0]
    assert [each["name"] for each in smell["children"]][1:] == [
        "Sorting Lists by Colour",
        "Sorting Lists by Sound",
    ]
    assert smell["children"][1]["detail"] == "ACL 2021"
    assert smell["selectionRange"] == span(LIST, "## By smell 😀")


def test_the_outline_is_flat_for_an_editor_without_nesting(made: Callable[..., Client]) -> None:
    client = made()
    client.start({})
    client.open(LIST)
    found = client.ask("textDocument/documentSymbol", textDocument=DOCUMENT)
    colour = next(each for each in found if each["name"] == "Sorting Lists by Colour")
    assert colour["containerName"] == "By smell 😀"


def test_a_venue_is_renamed_throughout(client: Client) -> None:
    client.open(LIST)
    where = place(LIST, "NIPS 2016")
    ready = client.ask("textDocument/prepareRename", textDocument=DOCUMENT, position=where)
    assert ready == span(LIST, "NIPS")
    edit = client.ask(
        "textDocument/rename", textDocument=DOCUMENT, position=where, newName=" NeurIPS  Proc. "
    )
    mended = edited(LIST, edit)
    assert mended.count("NeurIPS Proc. 20") == 3
    assert "NIPS 2016" not in mended


@pytest.mark.parametrize("name", ["", "a|b", "a\nb]", "x" * 200])
def test_a_name_that_is_none_is_refused(client: Client, name: str) -> None:
    client.open(LIST)
    asked = {"textDocument": DOCUMENT, "position": place(LIST, "ACL"), "newName": name}
    answer = client.request("textDocument/rename", asked)
    assert "a venue's name" in answer["error"]["message"]
    asked |= {"position": {"line": 0, "character": 0}, "newName": "ACL"}
    answer = client.request("textDocument/rename", asked)
    assert "no venue of an entry stands here" in answer["error"]["message"]


def test_a_mistake_in_the_configuration_is_shown_and_stops_nothing(
    made: Callable[..., Client],
) -> None:
    def configure(path: str) -> Config:
        raise UserError(".listlint.yml:1: ruls: did you mean rules?")

    client = made(configure)
    client.start()
    assert MISSPELT in rules(client.open(LIST))
    said = client.told("window/showMessage")
    assert said["message"] == "listlint: .listlint.yml:1: ruls: did you mean rules?"


def test_a_text_that_is_no_list_is_named(client: Client) -> None:
    document = {"uri": URI, "languageId": "markdown", "version": 1, "text": "a\0b"}
    client.tell("textDocument/didOpen", textDocument=document)
    assert "binary" in client.told("window/showMessage")["message"]
    for method in ("hover", "prepareRename", "codeAction", "documentSymbol", "completion"):
        asked: Any = {"textDocument": DOCUMENT, "position": {"line": 0, "character": 0}}
        if method == "codeAction":
            asked |= {"range": span("a", "a"), "context": {"diagnostics": []}}
        assert client.request(f"textDocument/{method}", asked)["result"] is None


NONSENSE: list[Any] = [
    5,
    [],
    {"jsonrpc": "1.0", "id": 1, "method": "initialize"},
    {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": "x"}},
    {"jsonrpc": "2.0", "method": "textDocument/didOpen"},
    {"jsonrpc": "2.0", "method": "no/such", "params": {}},
    {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 99}},
    {"jsonrpc": "2.0", "id": 77, "result": {}},
    {"jsonrpc": "2.0", "method": "textDocument/didClose", "params": {"textDocument": {"uri": ""}}},
    {
        "jsonrpc": "2.0",
        "method": "textDocument/didChange",
        "params": {"textDocument": {"uri": "file:///never", "version": 3}, "contentChanges": []},
    },
]


def test_an_editor_may_send_nonsense(client: Client) -> None:
    client.open(LIST)
    for each in NONSENSE:
        client.send(each)
    client.raw(b"Content-Length: 3\r\n\r\n{]}")
    client.raw(b"what is this\r\n\r\n")
    assert client.request("no/such", {})["error"]
    far = {"line": 99999, "character": 99999}
    wild = {"start": far, "end": {"line": 0, "character": 7}}
    for position in (far, {"line": 3, "character": 99999}):
        client.ask("textDocument/hover", textDocument=DOCUMENT, position=position)
        client.ask("textDocument/completion", textDocument=DOCUMENT, position=position)
        client.ask("textDocument/prepareRename", textDocument=DOCUMENT, position=position)
    client.change(2, {"range": wild, "text": "\ud83d and nothing more"})
    client.change(3, {"text": LIST})
    assert MISSPELT in rules(client.findings(3))
    assert all("\n" not in line.split(": ")[0] for line in client.log)


@pytest.mark.parametrize(
    "data", [b"Content-Length: -1\r\n", b"Content-Length: 99999999999\r\n", b"x" * 10_000]
)
def test_what_speaks_no_protocol_ends_in_one_line(made: Callable[..., Client], data: bytes) -> None:
    client = made()
    client.raw(data)
    client.server.join(20)
    (end,) = client.ended
    assert "name `listlint server` in an editor" in str(end)


def test_an_editor_that_vanishes_ends_the_server(made: Callable[..., Client]) -> None:
    client = made()
    client.start()
    client.open(LIST)
    client.sink.close()
    client.server.join(20)
    assert client.ended == [None]
