"""review.py: what the bot would say on a pull request to the example list, without GitHub.

`pull-request.md` holds headings of the list with the entries that are added below them. The list
and the change become two states of a git repository in a scratch folder.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
GIT = ("git", "-c", "user.name=example", "-c", "user.email=example@localhost.invalid")


def changed(text: str, change: str) -> str:
    """The list with the change's entries first below their headings."""
    for heading, entries in re.findall(r"^(## .*)\n\n((?:- .*\n)+)", change, re.M):
        text = text.replace(f"{heading}\n\n", f"{heading}\n\n{entries}", 1)
    return text


def main() -> int:
    text = (HERE / "README.md").read_text(encoding="utf-8")
    change = (HERE / "pull-request.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "README.md")
        file.write_text(text, encoding="utf-8")
        for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "the list"]):
            subprocess.run([*GIT, *words], cwd=folder, check=True)
        file.write_text(changed(text, change), encoding="utf-8")
        command = [sys.executable, "-m", "listlint", "review", "--dry-run", "--diff", "HEAD"]
        return subprocess.run(
            [*command, *sys.argv[1:], "README.md"], cwd=folder, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
