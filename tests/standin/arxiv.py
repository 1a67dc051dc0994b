"""arXiv's two interfaces: Atom by ids or by a search, and the raw OAI record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from aiohttp import web

from standin.papers import Paper, World

FIRST = Paper("0704.0001", "The First of All Papers", ("Ann Other",), published="2007-04-02")
UNASKED = 10  # entries for who names no number
ATOM = "application/atom+xml"
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"
 xmlns:arxiv="http://arxiv.org/schemas/atom"><title>arXiv Query</title>
<opensearch:totalResults>{}</opensearch:totalResults>"""


def routes(world: World) -> list[web.RouteDef]:
    async def query(request: web.Request) -> web.Response:
        said = await request.post() if request.method == "POST" else request.query
        ids = [id for id in str(said.get("id_list", "")).split(",") if id]
        most = int(str(said.get("max_results", UNASKED)))
        for id in ids:
            if id in world.unreadable or not re.fullmatch(r"[\w.-]+(/\d+)?(v\d+)?", id):
                return _error(id)
        if ids:
            found = list(_by_ids(world, ids))
        else:
            found = list(_by_search(world, str(said.get("search_query", ""))))
        found = found[int(str(said.get("start", 0))) :][:most]
        text = HEAD.format(len(found)) + "".join(map(_entry, found)) + "</feed>"
        return web.Response(text=text, content_type=ATOM)

    return [web.get("/api/query", query), web.post("/api/query", query)]


def oai_routes(world: World) -> list[web.RouteDef]:
    async def record(request: web.Request) -> web.Response:
        id = request.query.get("identifier", "").rpartition("oai:arXiv.org:")[2]
        paper = world.paper(id)
        if paper is None:
            text = '<OAI-PMH><error code="idDoesNotExist">no such id</error></OAI-PMH>'
        else:
            text = _raw(paper)
        return web.Response(text=text, content_type="text/xml")

    return [web.get("/oai", record)]


def _by_ids(world: World, ids: list[str]) -> Iterator[tuple[Paper, int]]:
    """Not in the order of the ids, and each version once."""
    seen: set[tuple[str, int]] = set()
    for id in sorted(ids, key=lambda each: each[::-1]):
        bare, _, version = id.partition("v")
        paper = FIRST if bare == FIRST.id else world.paper(bare)
        if paper is None:
            continue
        number = int(version) if version else len(paper.versions)
        if number <= len(paper.versions) and (bare, number) not in seen:
            seen.add((bare, number))
            yield paper, number


def _by_search(world: World, query: str) -> Iterator[tuple[Paper, int]]:
    """Papers that have one of the words in title or abstract; the newest first."""
    words = {word.lower() for word in re.findall(r"[A-Za-z]{4,}", query)}
    for paper in sorted(world.papers, key=lambda each: each.date, reverse=True):
        if words & set(re.findall(r"[a-z]{4,}", f"{paper.title} {paper.abstract}".lower())):
            yield paper, len(paper.versions)


def _entry(held: tuple[Paper, int]) -> str:
    paper, version = held
    people = "".join(f"<author><name>{escape(name)}</name></author>" for name in paper.authors)
    optional = {"comment": paper.comment, "journal_ref": paper.reference, "doi": paper.doi}
    more = "".join(
        f"<arxiv:{name}>{escape(value)}</arxiv:{name}>" for name, value in optional.items() if value
    )
    title = escape(paper.versions[version - 1]).replace(" ", "\n  ", 1)
    return f"""<entry><id>http://arxiv.org/abs/{paper.id}v{version}</id><title>{title}</title>
<updated>{paper.date}T10:00:00Z</updated><published>{paper.date}T10:00:00Z</published>
<summary>{escape(paper.abstract)}</summary>{people}{more}
<link rel="alternate" href="https://arxiv.org/abs/{paper.id}v{version}"/>
<arxiv:primary_category term="cs.CL"/><category term="cs.CL"/></entry>"""


def _error(id: str) -> web.Response:
    text = f"""{HEAD.format(1)}<entry><title>Error</title>
<id>https://arxiv.org/api/errors#incorrect_id_format_for_{escape(id)}</id>
<summary>incorrect id format for {escape(id)}</summary></entry></feed>"""
    return web.Response(status=400, text=text, content_type=ATOM)


def _raw(paper: Paper) -> str:
    versions = [f'<version version="v{n}"><size>31kb</size>' for n in range(1, len(paper.versions))]
    flag = "I" if paper.withdrawn else "D"
    last = f'<version version="v{len(paper.versions)}"><source_type>{flag}</source_type>'
    stood = "".join(f"{version}</version>" for version in (*versions, last))
    return f"""<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><GetRecord><record><metadata>
<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>{paper.id}</id>{stood}
<title>{escape(paper.title)}</title><comments>{escape(paper.comment)}</comments>
</arXivRaw></metadata></record></GetRecord></OAI-PMH>"""
