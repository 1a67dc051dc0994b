"""Findings become text: edits at exact spans, in rounds, each proven to do no harm.

Pure: text goes in, text comes out; files are opened elsewhere.
"""
