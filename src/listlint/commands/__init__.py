"""Commands: one file is one command, imported when it runs; names with _ are shared parts."""
