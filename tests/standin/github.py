"""GitHub: repositories by GraphQL aliases and by REST."""

from __future__ import annotations

from typing import Any

from aiohttp import web
from graphql import parse
from graphql.language.ast import FieldNode, OperationDefinitionNode, VariableNode

from standin.papers import Repository, World

TOKEN = "a-token-of-the-stand-in"


def routes(world: World) -> list[web.RouteDef]:
    held = {each.asked.lower(): each for each in world.repositories}

    async def graph(request: web.Request) -> web.Response:
        if TOKEN not in request.headers.get("authorization", ""):
            return web.json_response({"message": "Requires authentication"}, status=401)
        said = await request.json()
        (operation,) = parse(said["query"]).definitions
        assert isinstance(operation, OperationDefinitionNode)
        data: dict[str, Any] = {}
        errors: list[dict[str, Any]] = []
        for field in operation.selection_set.selections:
            assert isinstance(field, FieldNode)
            alias = field.alias.value if field.alias else field.name.value
            data[alias], error = _object(field, said["variables"], held)
            if error:
                errors.append({"type": error, "path": [alias], "message": "Could not resolve"})
        return web.json_response({"data": data, **({"errors": errors} if errors else {})})

    async def repository(request: web.Request) -> web.Response:
        found = held.get(f"{request.match_info['owner']}/{request.match_info['name']}".lower())
        if found is None:
            return web.json_response({"message": "Not Found"}, status=404)
        name = found.name or found.asked
        return web.json_response({"full_name": name, "archived": found.archived})

    async def user(request: web.Request) -> web.Response:
        owner = request.match_info["owner"].lower()
        if not any(name.startswith(f"{owner}/") for name in held):
            return web.json_response({"message": "Not Found"}, status=404)
        return web.json_response({"login": owner})

    return [
        web.post("/graphql", graph),
        web.get("/repos/{owner}/{name}", repository),
        web.get("/users/{owner}", user),
    ]


def _object(
    field: FieldNode, variables: dict[str, str], held: dict[str, Repository]
) -> tuple[Any, str]:
    """What a field gives, and the type of its error."""
    if field.name.value == "rateLimit":
        return {"cost": 1, "remaining": 4999, "resetAt": "2030-01-01T00:00:00Z"}, ""
    said = _arguments(field, variables)
    if field.name.value == "repositoryOwner":
        known = any(name.startswith(f"{said['login'].lower()}/") for name in held)
        return ({"login": said["login"]} if known else None), ""
    found = held.get(f"{said['owner']}/{said['name']}".lower())
    if found is None:
        return None, "NOT_FOUND"
    if found.limited:
        return None, "RATE_LIMITED"
    given: dict[str, Any] = {
        "nameWithOwner": found.name or found.asked,
        "isArchived": found.archived,
        "archivedAt": "2025-01-01T00:00:00Z" if found.archived else None,
    }
    for inner in field.selection_set.selections if field.selection_set else ():
        if isinstance(inner, FieldNode) and inner.name.value == "object":
            path = _arguments(inner, variables)["expression"]
            given["object"] = {"__typename": "Blob"} if path in found.files else None
    return given, ""


def _arguments(field: FieldNode, variables: dict[str, str]) -> dict[str, str]:
    said = {}
    for argument in field.arguments:
        if isinstance(argument.value, VariableNode):
            said[argument.name.value] = variables[argument.value.name.value]
    return said
