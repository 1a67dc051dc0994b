"""Processes of this machine as an executor; they don't outlive the one that they work for."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from concurrent.futures import Executor, ProcessPoolExecutor

LOOK_EVERY = 1.0  # seconds


def executor(workers: int) -> Executor:
    return ProcessPoolExecutor(workers, initializer=_start, initargs=(os.getpid(),))


def _start(master: int) -> None:
    """A worker lives long, and Ctrl-C is its master's business."""
    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with, args=(master,), daemon=True).start()


def _leave_with(master: int) -> None:
    """One that is killed can't say goodbye: its workers would wait for work for ever."""
    while os.getppid() == master:
        time.sleep(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
