"""What is said on a pull request: pure but for ``github``, which alone speaks to GitHub."""
