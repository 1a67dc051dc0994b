"""``python -m listlint``: the same door as the command; nothing of its own."""

from listlint.cli import process

if __name__ == "__main__":  # other processes of a run load this file too
    process()
