"""A planned review as plain data, as ``review --dry-run --format json`` prints it."""

from __future__ import annotations

from typing import Any

from listlint.review.plan import Comment, Review


def review_data(review: Review, text: str) -> dict[str, Any]:
    """The review with its summary."""
    return {
        "version": 1,
        "conclusion": review.conclusion,
        "summary": text,
        "comments": [_comment(each) for each in review.comments],
    }


def _comment(comment: Comment) -> dict[str, Any]:
    findings = [
        {"rule": each.finding.rule, "level": each.finding.level, "key": each.finding.key}
        for each in comment.causes
    ]
    return {
        "path": comment.path,
        "line": comment.last,
        "start_line": comment.start_line,
        "body": comment.body,
        "suggestion": comment.suggestion,
        "findings": findings,
    }
