"""``python -m listlint``: the same door as the command; nothing of its own."""

from listlint.cli import main

raise SystemExit(main())
