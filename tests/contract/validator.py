"""Holds requests and answers to GitHub's description, and GraphQL documents to its schema."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from graphql import GraphQLSchema, build_schema, parse, validate
from graphql.execution.values import get_variable_values
from openapi_schema_validator import OAS30Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

HERE = Path(__file__).parent
METHODS = {"get", "put", "post", "patch", "delete"}
# Where GitHub's answers are known to differ from its own description.
NULL_TOO = {"line", "position", "original_position", "start_line"}


class Broken(Exception):  # noqa: N818 - it names what happened
    """The request or answer doesn't keep to the description."""


class Contract:
    """Both descriptions, read once."""

    def __init__(self) -> None:
        self.doc: Any = json.loads((HERE / "github-rest.json").read_text())
        resource = Resource(contents=self.doc, specification=DRAFT4)
        self.registry: Any = Registry().with_resource("urn:gh", resource)
        self.routes = sorted(self._routes(), key=lambda route: route[0])
        text = (HERE / "github.graphql").read_text()
        # as published it isn't valid by graphql-core's rules
        self.graphql_schema: GraphQLSchema = build_schema(
            text, assume_valid=True, assume_valid_sdl=True
        )

    def _routes(self) -> Iterator[tuple[int, re.Pattern[str], str, Any]]:
        for template, item in self.doc["paths"].items():
            for method, operation in item.items():
                if method in METHODS:
                    pattern = self._pattern(template, operation)
                    yield template.count("{"), pattern, method.upper(), operation

    def _pattern(self, template: str, operation: Any) -> re.Pattern[str]:
        parameters = map(self.deref, operation.get("parameters", []))
        long = {each["name"] for each in parameters if each.get("x-multi-segment")}
        long |= {"basehead", "path"}
        out = ""
        for part in filter(None, re.split(r"(\{\w+\})", template)):
            name = part[1:-1]
            inside = ".+" if name in long else "[^/]+"
            out += f"(?P<{name}>{inside})" if part[0] == "{" else re.escape(part)
        return re.compile(f"^{out}$")

    def deref(self, node: Any) -> Any:
        while isinstance(node, dict) and "$ref" in node:
            kind, name = node["$ref"].split("/")[2:4]
            node = self.doc["components"][kind][name]
        return node

    def check(self, schema: Any, value: Any, where: str) -> None:
        validator = OAS30Validator(absolute(schema), registry=self.registry)
        errors = [each for each in validator.iter_errors(value) if not _deviates(each)]
        if errors:
            said = (f"{'/'.join(map(str, e.absolute_path))}: {e.message[:160]}" for e in errors[:5])
            raise Broken(f"{where}: {'; '.join(said)}")

    def unknown(self, schema: Any, value: Any, at: str = "") -> Iterator[str]:
        """Names that the schema doesn't list: GitHub drops them silently, so a typo is a bug."""
        schema = self.deref(schema)
        if isinstance(value, dict):
            kinds = ("oneOf", "anyOf", "allOf")
            more = [self.deref(each) for kind in kinds for each in schema.get(kind, [])]
            props: dict[str, Any] = {}
            for variant in (schema, *more):
                props.update(variant.get("properties", {}))
            for key, item in value.items() if props else ():
                if key in props:
                    yield from self.unknown(props[key], item, f"{at}/{key}")
                else:
                    yield f"{at}/{key}"
        elif isinstance(value, list) and "items" in schema:
            for index, item in enumerate(value):
                yield from self.unknown(schema["items"], item, f"{at}/{index}")

    def request(
        self, method: str, path: str, query: dict[str, str], body: Any
    ) -> tuple[Any, dict[str, str]]:
        """The operation that this is, and the parameters in its path."""
        operation, found = self._operation(method, path)
        name = operation["operationId"]
        listed = map(self.deref, operation.get("parameters", []))
        known = {each["name"]: each for each in listed if each["in"] == "query"}
        for key, raw in query.items():
            if key not in known:
                raise Broken(f"{name}: no query parameter {key!r}")
            schema = known[key]["schema"]
            self.check(schema, coerce(self.deref(schema), raw), f"{name} query {key}")
        self._body(operation, name, body)
        return operation, found

    def _operation(self, method: str, path: str) -> tuple[Any, dict[str, str]]:
        for _, pattern, verb, operation in self.routes:
            found = pattern.match(path)
            if found and verb == method:
                return operation, found.groupdict()
        raise Broken(f"no operation in the description: {method} {path}")

    def _body(self, operation: Any, name: str, body: Any) -> None:
        wanted = self.deref(operation.get("requestBody"))
        if body is None:
            if wanted and wanted.get("required"):
                raise Broken(f"{name}: a body is required")
            return
        if not wanted:
            raise Broken(f"{name}: takes no body")
        schema = wanted["content"]["application/json"]["schema"]
        self.check(schema, body, f"{name} body")
        extra = list(self.unknown(schema, body))
        if extra:
            raise Broken(f"{name} body: unknown {extra}")

    def response(self, operation: Any, status: int, body: Any) -> None:
        name = operation["operationId"]
        spec = operation["responses"].get(str(status))
        if spec is None:
            raise Broken(f"{name}: {status} is not an answer it lists")
        content = self.deref(spec).get("content", {})
        schema = next(
            (each.get("schema") for kind, each in content.items() if "json" in kind), None
        )
        if schema is not None:
            self.check(schema, body, f"{name} answer {status}")

    def example(self, operation_id: str, status: int) -> Any:
        """GitHub's own example of an answer."""
        operation = next(each for *_, each in self.routes if each["operationId"] == operation_id)
        content = self.deref(operation["responses"][str(status)]).get("content", {})
        media = next(each for kind, each in content.items() if "json" in kind)
        example = next(iter(media["examples"].values()))
        return copy.deepcopy(self.deref(example)["value"])

    def graphql(self, query: str, variables: dict[str, Any]) -> Any:
        """The document, parsed."""
        document = parse(query)
        errors = validate(self.graphql_schema, document)
        if errors:
            raise Broken("graphql: " + "; ".join(each.message for each in errors[:5]))
        operation: Any = document.definitions[0]
        got: Any = get_variable_values(
            self.graphql_schema, operation.variable_definitions or [], variables
        )
        if isinstance(got, list):
            raise Broken("graphql variables: " + "; ".join(each.message for each in got[:5]))
        return document


@cache
def contract() -> Contract:
    return Contract()


def absolute(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _absolute_ref(key, value) for key, value in node.items()}
    return [absolute(each) for each in node] if isinstance(node, list) else node


def _absolute_ref(key: str, value: Any) -> Any:
    if key == "$ref" and isinstance(value, str) and value.startswith("#/"):
        return f"urn:gh{value}"
    return absolute(value)


def coerce(schema: Any, raw: str) -> Any:
    kind = schema.get("type")
    if kind in ("integer", "number") and raw.lstrip("-").isdigit():
        return int(raw)
    return {"true": True, "false": False}.get(raw, raw) if kind == "boolean" else raw


def _deviates(error: Any) -> bool:
    """Null where GitHub's description says that there is always a line."""
    return error.instance is None and bool(error.path) and error.path[-1] in NULL_TOO
