"""What an editor may ask, each question tied to the room that answers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams

from listlint.editor import completing, outlining, renaming, telling
from listlint.editor.documents import Document
from listlint.editor.mending import ignored, mended
from listlint.editor.server import Editor
from listlint.editor.showing import FIX_ALL, ignoring, quick_fix, touched, workspace_edit
from listlint.errors import UserError
from listlint.plain import terminal

MOST_ACTIONS = 40


def tie(editor: Editor) -> Editor:
    """Let ``editor`` answer."""
    for name, follow in _FOLLOWED.items():
        editor.feature(name)(_following(editor, follow))
    for name, (answer, options) in _ANSWERED.items():
        editor.feature(name, options)(_answering(editor, answer))
    return editor


def _following(editor: Editor, follow: Callable[[Editor, Any], None]) -> Callable[[Any], None]:
    def handle(params: Any) -> None:
        follow(editor, params)

    return handle


def _answering(
    editor: Editor, answer: Callable[[Editor, Any], Awaitable[Any]]
) -> Callable[[Any], Awaitable[Any]]:
    async def handle(params: Any) -> Any:
        try:
            return await answer(editor, params)
        except UserError as error:
            raise JsonRpcException(
                terminal(str(error)), types.LSPErrorCodes.RequestFailed.value
            ) from None

    return handle


async def _hover(editor: Editor, params: types.HoverParams) -> types.Hover | None:
    document = await editor.seen(params.text_document.uri)
    if document is None or document.seen is None:
        return None
    places = document.places
    return telling.hover(document.seen, places, places.offset(params.position))


async def _complete(editor: Editor, params: types.CompletionParams) -> types.CompletionList | None:
    """From what was seen last: nobody waits for a reading between two keys."""
    document = editor.documents.get(params.text_document.uri)
    if document is None or document.seen is None:
        return None
    places = document.current_places
    return completing.complete(document.seen.papers, places, places.offset(params.position))


async def _outline(editor: Editor, params: types.DocumentSymbolParams) -> Any:
    document = await editor.seen(params.text_document.uri)
    if document is None or document.seen is None:
        return None
    symbols = outlining.outline(document.seen.papers, document.places)
    able = editor.client_capabilities.text_document
    nested = able and able.document_symbol
    if nested and nested.hierarchical_document_symbol_support:
        return symbols
    return outlining.flat(symbols, document.uri)


async def _may_rename(editor: Editor, params: types.PrepareRenameParams) -> types.Range | None:
    document = await editor.seen(params.text_document.uri)
    if document is None or document.seen is None:
        return None
    places = document.places
    found = renaming.venue_at(document.seen.papers, places.offset(params.position))
    return places.range(*found[1]) if found else None


async def _rename(editor: Editor, params: types.RenameParams) -> types.WorkspaceEdit | None:
    document = await editor.seen(params.text_document.uri)
    if document is None or document.seen is None:
        return None
    places = document.places
    edits = renaming.renamed(document.seen.papers, places.offset(params.position), params.new_name)
    return workspace_edit(edits, document.seen, places, document.named)


async def _actions(editor: Editor, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    document = await editor.seen(params.text_document.uri)
    if document is None or document.seen is None:
        return None
    seen, places, named = document.seen, document.places, document.named
    made: list[types.CodeAction | None] = []
    if _wanted(params, types.CodeActionKind.QuickFix):
        start, end = sorted(map(places.offset, (params.range.start, params.range.end)))
        found = list(touched(seen, start, end))[:MOST_ACTIONS]
        made += [quick_fix(each, seen, places, named) for each in found]
        made += [ignoring(each, seen, places, named) for each in found]
    if _wanted(params, FIX_ALL) and any(each.fix for each in seen.findings):
        data = {"uri": document.uri, "version": document.version, "all": True}
        title = "listlint: mend all that is safe to mend"
        made.append(types.CodeAction(title, kind=FIX_ALL, data=data))
    actions = [each for each in made if each is not None]
    return actions if _resolves(editor) else [await _resolve(editor, each) for each in actions]


def _wanted(params: types.CodeActionParams, kind: str) -> bool:
    only = params.context.only
    return not only or any(kind == each or kind.startswith(f"{each}.") for each in map(_word, only))


def _word(kind: Any) -> str:
    return str(getattr(kind, "value", kind))


def _resolves(editor: Editor) -> bool:
    """Whether the editor asks for an action's edit once it is chosen."""
    able = editor.client_capabilities.text_document
    support = able and able.code_action and able.code_action.resolve_support
    return bool(support and "edit" in support.properties)


async def _resolve(editor: Editor, action: types.CodeAction) -> types.CodeAction:
    """The edit of an action that was only named so far."""
    data = action.data
    if action.edit is not None or data is None:
        return action
    if not isinstance(data, dict) or not isinstance(data.get("uri"), str):
        raise JsonRpcInvalidParams()
    document = await editor.seen(data["uri"])
    if document is None or document.seen is None or document.version != data.get("version"):
        raise UserError("the list changed meanwhile: ask for the actions again")
    action.edit = await _edit(editor, document, data)
    return action


async def _edit(
    editor: Editor, document: Document, data: dict[str, Any]
) -> types.WorkspaceEdit | None:
    seen, places = document.seen, document.places
    assert seen is not None
    if data.get("all"):
        work = lambda: mended(seen)  # noqa: E731
    else:
        line, rule = data.get("line"), data.get("rule")
        if not isinstance(line, int) or not isinstance(rule, str):
            raise JsonRpcInvalidParams()
        work = lambda: ignored(seen, line, rule)  # noqa: E731
    edits = await editor.in_worker(work)
    return workspace_edit(edits, seen, places, document.named)


_FOLLOWED: dict[str, Callable[[Editor, Any], None]] = {
    types.TEXT_DOCUMENT_DID_OPEN: Editor.open,
    types.TEXT_DOCUMENT_DID_CHANGE: Editor.change,
    types.TEXT_DOCUMENT_DID_SAVE: Editor.save,
    types.TEXT_DOCUMENT_DID_CLOSE: lambda editor, params: editor.close(params.text_document.uri),
}
_ANSWERED: dict[str, tuple[Callable[[Editor, Any], Awaitable[Any]], Any]] = {
    types.TEXT_DOCUMENT_HOVER: (_hover, None),
    types.TEXT_DOCUMENT_COMPLETION: (
        _complete,
        types.CompletionOptions(trigger_characters=completing.TRIGGERS),
    ),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (_outline, None),
    types.TEXT_DOCUMENT_PREPARE_RENAME: (_may_rename, None),
    types.TEXT_DOCUMENT_RENAME: (_rename, types.RenameOptions(prepare_provider=True)),
    types.TEXT_DOCUMENT_CODE_ACTION: (
        _actions,
        types.CodeActionOptions(
            code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL], resolve_provider=True
        ),
    ),
    types.CODE_ACTION_RESOLVE: (_resolve, None),
}
