"""Crossref, DataCite, doi.org, OpenAlex: what is registered under DOIs."""

from __future__ import annotations

import re
from typing import Any

from aiohttp import web

from standin.papers import Doi, World


def crossref(world: World) -> list[web.RouteDef]:
    async def works(request: web.Request) -> web.Response:
        wanted = {part.partition(":")[2].lower() for part in request.query["filter"].split(",")}
        rows = int(request.query.get("rows", 20))
        held = [doi for doi in world.dois if doi.agency == "crossref" and doi.doi.lower() in wanted]
        items = [_work(doi) for doi in reversed(held)][:rows]
        message = {"total-results": len(items), "items": items}
        return web.json_response({"status": "ok", "message-type": "work-list", "message": message})

    async def one(request: web.Request) -> web.Response:
        wanted = request.match_info["doi"].lower()
        for doi in world.dois:
            if doi.agency == "crossref" and doi.doi.lower() == wanted:
                said = {"status": "ok", "message-type": "work", "message": _work(doi)}
                return web.json_response(said)
        return web.Response(status=404, text="Resource not found.")

    return [web.get("/works", works), web.get("/works/{doi:.+}", one)]


def _work(doi: Doi) -> dict[str, Any]:
    names = (name.rpartition(" ") for name in doi.authors)
    authors = [{"given": given, "family": family} for given, _, family in names]
    return {
        "DOI": doi.doi,
        "type": "proceedings-article",
        "title": [doi.title],
        "container-title": [],
        "issued": {"date-parts": [[doi.year, 7, 9]]},
        "author": authors,
        **doi.more,
    }


def datacite(world: World) -> list[web.RouteDef]:
    async def dois(request: web.Request) -> web.Response:
        wanted = {doi.lower() for doi in re.findall(r'"([^"]+)"', request.query.get("query", ""))}
        data = [
            _attributes(doi.doi, doi.title, doi.authors, doi.year)
            for doi in world.dois
            if doi.agency == "datacite" and doi.doi.lower() in wanted
        ]
        for paper in world.papers:
            if (own := f"10.48550/arxiv.{paper.id}") in wanted:
                year = int(paper.date[:4])
                data.append(_attributes(own.upper(), paper.title, paper.authors, year))
        return web.json_response({"data": data, "meta": {"total": len(data)}})

    return [web.get("/dois", dois)]


def _attributes(doi: str, title: str, authors: tuple[str, ...], year: int) -> dict[str, Any]:
    creators = [{"name": ", ".join(reversed(name.rsplit(" ", 1)))} for name in authors]
    said = {
        "doi": doi,
        "titles": [{"title": title}],
        "creators": creators,
        "publicationYear": year,
        "state": "findable",
    }
    return {"id": doi, "type": "dois", "attributes": said}


def handles(world: World) -> list[web.RouteDef]:
    async def handle(request: web.Request) -> web.Response:
        wanted = request.match_info["doi"].lower()
        for doi in world.dois:
            if doi.doi.lower() == wanted:
                value = {
                    "index": 1,
                    "type": "URL",
                    "data": {"format": "string", "value": doi.target},
                }
                said = {"responseCode": 1, "handle": doi.doi, "values": [value]}
                return web.json_response(said)
        return web.json_response({"responseCode": 100, "handle": wanted}, status=404)

    return [web.get("/api/handles/{doi:.+}", handle)]


def openalex(world: World) -> list[web.RouteDef]:
    async def works(request: web.Request) -> web.Response:
        wanted = set(request.query["filter"].partition(":")[2].lower().split("|"))
        results = [
            {"doi": f"https://doi.org/{doi.doi}", "title": doi.title, "publication_year": doi.year}
            for doi in world.dois
            if doi.doi.lower() in wanted
        ]
        return web.json_response({"meta": {"count": len(results)}, "results": results})

    return [web.get("/works", works)]
