"""Whatever a stranger answers, no source breaks over it, and it answers only what was asked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from listlint.facts import (
    CODE,
    DATASETS,
    LINK,
    PUBLISHED,
    RECORD,
    REPOSITORY,
    RETRACTED,
    WITHDRAWN,
    Question,
)
from listlint.world.asking import Reply, Request
from listlint.world.routes import source

QUESTIONS = (
    *(Question(topic, "arxiv:2301.00001", "Lists") for topic in (RECORD, PUBLISHED, WITHDRAWN)),
    *(Question(topic, "arxiv:2301.00001") for topic in (CODE, DATASETS, RETRACTED)),
    *(Question(topic, "doi:10.1000/x") for topic in (RECORD, PUBLISHED, RETRACTED)),
    Question(RECORD, "openreview:AbCdEf1234"),
    Question(PUBLISHED, "openreview:AbCdEf1234"),
    Question(PUBLISHED, "dblp:conf/nips/DoeR23"),
    Question(REPOSITORY, "doe/lint"),
    Question(LINK, "https://arxiv.org/abs/2301.00001v3"),
    Question(LINK, "https://doi.org/10.1000/x"),
    Question(LINK, "https://github.com/doe/lint/blob/main/a.md"),
    Question(LINK, "https://huggingface.co/datasets/doe/lists"),
)
NAMES = (
    "data items message DOI title subtitle author given family issued date-parts updated-by type"
    " event name externalIds DBLP ACL ArXiv authors venue r0 r1 nameWithOwner isArchived object"
    " errors path notes id forum content value venueid results responseCode values githubRepo"
    " datasets numTotalDatasets attributes titles creators relation is-preprint-of full_name"
).split()
WORDS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["conf/nips/DoeR23", "10.1000/x", "doe/lint", "NOT_FOUND", "ICLR.cc/2024/Conference", "doi"]
    ),
)
SHAPES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 3000), WORDS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)
    ),
    max_leaves=25,
)
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>{}</id><title>{}</title>
<published>{}</published></entry></feed>"""
SERVICES = (
    "arxiv",
    "arxiv-oai",
    "semantic-scholar",
    "crossref",
    "datacite",
    "doi",
    "openalex",
    "dblp",
    "openreview",
    "huggingface",
    "github",
)


def judged(service: str, request: Request, reply: Reply) -> None:
    asked = source(service)
    assert asked is not None
    outcome = asked.read(request, reply)
    assert set(outcome.answers) <= set(request.questions)
    assert all(set(more.questions) <= set(request.questions) for more in outcome.more)
    for answer in outcome.answers.values():
        assert all(isinstance(value, str) for value in answer.says.values())


@pytest.mark.parametrize("service", SERVICES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=SHAPES, status=st.sampled_from([200, 200, 200, 400, 404, 500]), raw=st.binary())
def test_json_of_any_shape_and_bytes_of_any_kind(
    service: str, said: Any, status: int, raw: bytes
) -> None:
    asked = source(service)
    assert asked is not None
    body = json.dumps(said).encode()
    for request in asked.requests(QUESTIONS):
        for headers in ({"content-type": "application/json"}, {"content-type": "text/xml"}, {}):
            judged(service, request, Reply(status, headers, body))
            judged(service, request, Reply(status, headers, raw))


@settings(max_examples=100, deadline=None)
@given(id=st.text(max_size=30), title=st.text(max_size=30), date=st.text(max_size=12))
def test_atom_with_anything_in_it(id: str, title: str, date: str) -> None:
    from xml.sax.saxutils import escape

    asked = source("arxiv")
    assert asked is not None
    near = f"http://arxiv.org/abs/2301.00001{id}"
    for request in asked.requests(QUESTIONS):
        for named in (id, near):
            text = ATOM.format(escape(named), escape(title), escape(date))
            body = text.encode("utf-8", "replace")
            judged("arxiv", request, Reply(200, {"content-type": "application/atom+xml"}, body))
