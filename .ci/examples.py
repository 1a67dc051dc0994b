"""examples.py PAGE FOLDER: each workflow that a page shows, as a file."""

import re
import sys
from pathlib import Path


def main() -> None:
    page, folder = map(Path, sys.argv[1:])
    blocks = re.findall(r"^```ya?ml\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)
    workflows = [block for block in blocks if re.search(r"^jobs:$", block, re.M)]
    if not workflows:
        sys.exit(f"{page}: shows no workflow")
    for number, block in enumerate(workflows, 1):
        (folder / f"example-{number}.yml").write_text(block, encoding="utf-8")


if __name__ == "__main__":
    main()
