"""Commands: one file is one command, imported only when it runs; the names with _ are shared parts."""
