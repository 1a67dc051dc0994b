"""image_review.py LAB [LIST]: the built image reviews a pull request on the stand-in of GitHub.

LIST is a Markdown list to add a misspelt paper to; without it a made one is used.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from review.lists import AGAIN, BASE, MISSPELT, PAPERS  # noqa: E402
from review.standin import StandIn  # noqa: E402
from review.state import State  # noqa: E402


def main() -> None:
    lab = Path(sys.argv[1])
    base = Path(sys.argv[2]).read_text(encoding="utf-8") if len(sys.argv) > 2 else BASE
    head = (
        base.replace(PAPERS[5], PAPERS[5] + MISSPELT + AGAIN)
        if len(sys.argv) == 2
        else base + _added(base)
    )
    state = State()
    state.open({"README.md": base}, {"README.md": head})
    event = {"pull_request": {"number": 7}}
    (lab / "workflow" / "event.json").write_text(json.dumps(event), encoding="utf-8")
    with StandIn(state) as github:
        env = os.environ | {
            "GITHUB_EVENT_NAME": "pull_request",
            "GITHUB_REPOSITORY": "berg-lab/awesome-tidying",
            "GITHUB_API_URL": github.url,
            "INPUT_TOKEN": "a-token",
            "INPUT_ONLINE": "false",
        }
        start = time.perf_counter()
        done = subprocess.run([ROOT / ".ci" / "image", "run"], env=env, check=False)
        took = time.perf_counter() - start
    assert done.returncode == 1, f"exit {done.returncode}"
    assert [name for name, _ in state.writes] == ["pulls/create-review"], state.writes
    assert not state.breaches, state.breaches
    print(
        f"a review of a list of {len(head):,} characters: {took:.1f} s, {len(state.asked)} requests"
    )


def _added(base: str) -> str:
    """A section of its own, with a misspelt venue and a paper listed twice."""
    end = "" if base.endswith("\n") else "\n"
    return f"{end}\n## More\n\n{AGAIN}{MISSPELT}{AGAIN}"


if __name__ == "__main__":
    main()
