"""The action as GitHub's runner takes it: its description, its image's recipe, its release."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml

from listlint.review.inputs import Inputs
from listlint.review.outcome import Outcome, outputs

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def instructions() -> list[tuple[str, str]]:
    lines = re.sub(r"\\\n\s*", " ", DOCKERFILE).splitlines()
    return [(line.split()[0], line) for line in lines if line.strip() and line[0] != "#"]


def test_every_input_is_read_and_described() -> None:
    named = {name.replace("-", "_") for name in ACTION["inputs"]}
    assert named == set(Inputs._fields)
    page = (ROOT / "docs" / "action.md").read_text()
    assert all(f"| `{name}` |" in page for name in ACTION["inputs"])


def test_defaults_are_the_same_on_both_sides() -> None:
    for name, said in ACTION["inputs"].items():
        default = getattr(Inputs(), name.replace("-", "_"))
        if name != "token":
            assert said["default"] == ("" if default == () else str(default).lower())


def test_every_output_is_put_out_and_described() -> None:
    assert set(ACTION["outputs"]) == set(outputs(Outcome()))


def test_the_image_is_as_actions_demands_it() -> None:
    names = [name for name, _ in instructions()]
    assert "USER" not in names
    assert "WORKDIR" not in names
    entry = next(line for name, line in instructions() if name == "ENTRYPOINT")
    assert entry.startswith('ENTRYPOINT ["/')
    assert ("CMD", 'CMD ["review"]') in instructions()
    assert ACTION["runs"] == {"using": "docker", "image": "Dockerfile"}


def test_the_base_is_pinned_before_from_and_packages_by_hash() -> None:
    name, line = instructions()[0]
    assert name == "ARG"
    assert re.search(r"@sha256:[0-9a-f]{64}$", line)
    installs = re.findall(r"pip (?:--python \S+ )?install [^&]*", DOCKERFILE.replace("\\\n", " "))
    assert len(installs) == 3
    assert all("--require-hashes" in each or "--no-deps" in each for each in installs)


def test_every_action_that_we_use_is_pinned_by_commit() -> None:
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        used = re.findall(r"uses: (\S+)", path.read_text())
        assert used
        assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", each) for each in used)


def test_a_release_is_a_tag_whose_action_names_its_image(tmp_path: Path) -> None:
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci", ignore=shutil.ignore_patterns("node_modules"))
    shutil.copy(ROOT / "action.yml", tmp_path)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@localhost.invalid"]
    for words in (["init", "-q"], ["add", "action.yml"], ["commit", "-qm", "all"]):
        subprocess.run([*git, *words], cwd=tmp_path, check=True)
    image = "docker://ghcr.io/berg/listlint:v1.2.3@sha256:" + "0" * 64
    command = ["bash", tmp_path / ".ci" / "tag", "1.2.3", image]
    env = {"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(tmp_path)}
    subprocess.run(command, cwd=tmp_path, env=env, check=True, capture_output=True)
    show = [*git, "show", "v1:action.yml"]
    said = subprocess.run(show, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert yaml.safe_load(said)["runs"] == {"using": "docker", "image": image}
    wrong = ["bash", tmp_path / ".ci" / "tag", "1.2; rm", image]
    assert subprocess.run(wrong, cwd=tmp_path, env=env, capture_output=True).returncode == 2
