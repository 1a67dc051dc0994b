"""Findings as an editor shows them, and what mends them; the editor makes the edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from listlint.editor.places import Places
from listlint.editor.seeing import Seen
from listlint.finding import ERROR, SAFE, SHOWN, WARNING, Edit, Finding
from listlint.markdown import is_rst
from listlint.plain import shown

SOURCE = "listlint"
MOST_SHOWN = 1000  # of one document: past that an editor has enough to show
FIX_ALL = "source.fixAll.listlint"
SEVERITIES = {ERROR: types.DiagnosticSeverity.Error, WARNING: types.DiagnosticSeverity.Warning}


def diagnostics(seen: Seen, places: Places, uri: str) -> list[types.Diagnostic]:
    """The findings of a document."""
    return [_diagnostic(each, places, uri) for each in seen.findings[:MOST_SHOWN]]


def _diagnostic(finding: Finding, places: Places, uri: str) -> types.Diagnostic:
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri, places.range(each.start, each.end)), shown(each.message)
        )
        for each in finding.related
    ]
    return types.Diagnostic(
        range=places.range(finding.start, finding.end),
        message=shown(finding.message),
        severity=SEVERITIES.get(finding.level, types.DiagnosticSeverity.Information),
        code=finding.rule,
        source=SOURCE,
        related_information=related or None,
    )


def touched(seen: Seen, start: int, end: int) -> Iterator[Finding]:
    """Findings that meet a range, or the place of a cursor."""
    return (each for each in seen.findings if each.start <= end and each.end >= start)


def quick_fix(
    finding: Finding, seen: Seen, places: Places, document: types.VersionedTextDocumentIdentifier
) -> types.CodeAction | None:
    """What mends a finding, if edits do; a suggested fix says that it is one."""
    fix = finding.fix
    if fix is None or fix.safety == SHOWN or not fix.edits:
        return None
    suggested = "" if fix.safety == SAFE else " (suggested: look before you take it)"
    return types.CodeAction(
        title=f"{finding.rule}: {shown(fix.title)}{suggested}",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(finding, places, document.uri)],
        is_preferred=fix.safety == SAFE,
        edit=workspace_edit(fix.edits, seen, places, document),
    )


def ignoring(
    finding: Finding, seen: Seen, places: Places, document: types.VersionedTextDocumentIdentifier
) -> types.CodeAction | None:
    """An action whose edit is found when it is chosen: the list is read anew for it."""
    if is_rst(seen.papers.path):
        return None
    line = seen.papers.source.line(finding.start)
    data = {"uri": document.uri, "version": document.version, "line": line, "rule": finding.rule}
    return types.CodeAction(
        title=f"{finding.rule}: ignore this here",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(finding, places, document.uri)],
        data=data,
    )


def workspace_edit(
    edits: Iterable[Edit],
    seen: Seen,
    places: Places,
    document: types.VersionedTextDocumentIdentifier,
) -> types.WorkspaceEdit:
    """Edits of one document at one version; line ends are the document's own."""
    newline = seen.papers.source.newline
    made: list[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit] = [
        types.TextEdit(places.range(each.start, each.end), each.text.replace("\n", newline))
        for each in sorted(edits)
    ]
    known = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(known, made)])
