"""Wheels carry the tables of rules/ in compiled form; a checkout, an editable install too, doesn't.

There the tables are read where they stand, so that a change of theirs is seen at once.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = "listlint/_rules.json"


class RulesIntoWheel(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from listlint.knowledge.rulebook import compile_tables

        self.folder = Path(mkdtemp())
        compiled = self.folder / "rules.json"
        text = json.dumps(compile_tables(root / "rules"), ensure_ascii=False, separators=(",", ":"))
        compiled.write_text(text, encoding="utf-8")
        build_data["force_include"][str(compiled)] = COMPILED

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            (self.folder / "rules.json").unlink()
            self.folder.rmdir()
