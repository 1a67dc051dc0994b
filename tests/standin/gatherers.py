"""Semantic Scholar, Hugging Face, OpenReview, DBLP: what they have gathered of papers."""

from __future__ import annotations

import hashlib
from typing import Any

from aiohttp import web

from standin.papers import Paper, World

KEY = "a-key-of-the-stand-in"


def semantic_scholar(world: World) -> list[web.RouteDef]:
    by_id = {
        **{f"ARXIV:{paper.id}": paper for paper in world.papers},
        **{f"ACL:{paper.keys['ACL']}": paper for paper in world.papers if "ACL" in paper.keys},
        **{f"DOI:{paper.doi.lower()}": paper for paper in world.papers if paper.doi},
        **{_sha(paper): paper for paper in world.papers},
    }

    async def batch(request: web.Request) -> web.Response:
        if request.headers.get("x-api-key") != KEY:
            return web.json_response({"message": "Forbidden"}, status=403)
        ids = (await request.json())["ids"]
        found = [by_id.get(id) for id in ids]
        held = [_record(paper) if paper and paper.known else None for paper in found]
        if not any(held):
            return web.json_response({"error": "No valid paper ids given"}, status=400)
        return web.json_response(held)

    async def recommendations(request: web.Request) -> web.Response:
        positive = (await request.json()).get("positivePaperIds", [])
        if not any(id in by_id for id in positive):
            return web.json_response({"error": "no input paper is known"}, status=404)
        limit = int(request.query.get("limit", 100))
        papers = [paper for id in world.recommended if (paper := world.paper(id))]
        said = [_record(paper) for paper in papers if f"ARXIV:{paper.id}" not in positive]
        return web.json_response({"recommendedPapers": said[:limit]})

    return [
        web.post("/graph/v1/paper/batch", batch),
        web.post("/recommendations/v1/papers/", recommendations),
        web.post("/recommendations/v1/papers", recommendations),
    ]


def _record(paper: Paper) -> dict[str, Any]:
    title, authors = paper.merged or (paper.title, paper.authors)
    own = {"ArXiv": paper.id, "CorpusId": int(paper.id.replace(".", ""))}
    return {
        "paperId": _sha(paper),
        "externalIds": {**own, **paper.keys},
        "title": title,
        "abstract": paper.abstract,
        "year": int(paper.date[:4]),  # arXiv's, whatever the venue's was
        "venue": paper.venue or "arXiv.org",
        "publicationVenue": {"name": paper.venue or "arXiv.org"},
        "publicationDate": paper.date,
        "journal": {"name": "ArXiv", "volume": f"abs/{paper.id}"},
        "authors": [{"authorId": str(n), "name": name} for n, name in enumerate(authors)],
    }


def _sha(paper: Paper) -> str:
    return hashlib.sha1(paper.id.encode(), usedforsecurity=False).hexdigest()


def hugging_face(world: World) -> list[web.RouteDef]:
    async def paper(request: web.Request) -> web.Response:
        held = world.paper(request.match_info["id"])
        if held is None or not held.page:
            return web.json_response({"error": "Paper not found"}, status=404)
        said: dict[str, Any] = {"id": held.id, "title": held.title, "upvotes": 1}
        if held.code:
            said["githubRepo"] = held.code
        return web.json_response({**said, "numTotalDatasets": len(held.data)})

    async def repos(request: web.Request) -> web.Response:
        held = world.paper(request.match_info["id"])
        data = [{"id": name} for name in (held.data if held else ())]
        return web.json_response({"models": [], "datasets": data, "spaces": []})

    async def hub(request: web.Request) -> web.Response:
        name = request.path.removeprefix("/api/")
        if name in world.models:
            return web.json_response({"id": name.partition("/")[2]})
        return web.json_response({"error": "Repository not found"}, status=401)

    return [
        web.get("/api/papers/{id}", paper),
        web.get("/api/arxiv/{id}/repos", repos),
        web.get("/api/{kind:models|datasets|spaces}/{name:.+}", hub),
    ]


def openreview(world: World) -> list[web.RouteDef]:
    async def notes(request: web.Request) -> web.Response:
        said = {"name": "ChallengeRequiredError", "message": "challenge", "details": {}}
        return web.json_response(said, status=403)

    return [web.post("/notes/search", notes)]


def dblp(world: World) -> list[web.RouteDef]:
    async def wall(request: web.Request) -> web.Response:
        text = "<!doctype html><title>Making sure you're not a bot!</title>"
        return web.Response(text=text, content_type="text/html")

    return [web.get("/{anything:.*}", wall)]
