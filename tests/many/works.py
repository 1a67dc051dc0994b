"""Work that goes wrong in every way that work can; apart, so that other processes can import it."""

from __future__ import annotations

import os
import time

from listlint.fleet.jobs import Job


def paths(job: Job) -> str:
    return job.path


def deadly(job: Job) -> str:
    """Whoever takes the one called ``deadly`` dies."""
    if job.path == "deadly":
        os._exit(1)
    time.sleep(0.02)
    return job.path


def raising(job: Job) -> str:
    if job.path == "raising":
        raise ValueError("no")
    return job.path
