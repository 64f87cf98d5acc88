"""Files read by several processes: each does everything but the write, and the entries come in the order of the tasks.

Where the system can (Linux), workers are forked from a process that has loaded this module and with it everything that
reading needs. While they start, the calling process reads files itself.
"""

from __future__ import annotations

import collections
import concurrent.futures
import itertools
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from multiprocessing import forkserver, resource_tracker
from multiprocessing.process import BaseProcess

from corpus.store import Entry
from corpus.topic import Topic
from extractors import all_extractors, nlp, topic_named
from pipeline.process import Task, process
from scrapers import vendors

_FEW = 24
"""So few new files are read sooner than a second process has started."""
_LOADED = ["__main__", "pipeline.warm"]
"""Modules of the process that workers are forked from."""
_FILES, _BYTES = 8, 2**18
"""A worker is given so many files at a time, or fewer large ones."""
_AHEAD = 4
"""Batches for each worker that are under way before the first of them must be written."""


def entries(tasks: Iterator[Task], topic: Topic, jobs: int | None) -> Iterator[Entry]:
    """The entries of all tasks in their order. `jobs` is the number of workers, by default one for each core."""
    workers = jobs or min(4, os.cpu_count() or 1)
    first = list(itertools.islice(tasks, _FEW))
    every = itertools.chain(first, tasks)
    if len(first) < _FEW or workers == 1:
        yield from (process(task, topic) for task in every)
        return
    pool = _pool(workers)
    ready: list[concurrent.futures.Future[None]] = []
    starting = threading.Thread(target=_start, args=(pool, workers, ready))
    starting.start()
    try:
        while not any(future.done() for future in ready):
            task = next(every, None)
            if task is None:
                return
            yield process(task, topic)
        waiting: collections.deque[concurrent.futures.Future[list[Entry]]] = collections.deque()
        for batch in _batches(every):
            waiting.append(pool.submit(_process_all, batch, topic.name))
            while waiting and (waiting[0].done() or len(waiting) >= _AHEAD * workers):
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        starting.join()
        pool.shutdown(wait=True, cancel_futures=True)


def _batches(tasks: Iterator[Task]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += len(task.raw)
        if len(batch) == _FILES or size >= _BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def prepare(number: int, jobs: int | None) -> None:
    """Start the process that workers are forked from, if so many new files ask for it.

    It loads what reading needs while the calling process still does the same.
    """
    if sys.platform != "linux" or number < _FEW or (jobs or os.cpu_count()) == 1:
        return
    forkserver.set_forkserver_preload(_LOADED)
    resource_tracker.ensure_running()  # here, since it would take back what the next line blocks
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # inherited: see _start
    forkserver.ensure_running()
    signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _pool(workers: int) -> concurrent.futures.ProcessPoolExecutor:
    context = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
    if sys.platform == "linux":
        context.set_forkserver_preload(_LOADED)
    return concurrent.futures.ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)


def _begin() -> None:
    """End the worker when the calling process is gone: one that was killed cannot tell it to."""

    def watch(caller: BaseProcess) -> None:
        caller.join()
        os._exit(1)

    caller = multiprocessing.parent_process()
    if caller is not None:
        threading.Thread(target=watch, args=(caller,), daemon=True).start()


def _start(
    pool: concurrent.futures.ProcessPoolExecutor, workers: int, ready: list[concurrent.futures.Future[None]]
) -> None:
    """Start the workers, from a thread that leaves Ctrl-C to the main one: they inherit what it blocks.

    Ctrl-C reaches every process of a terminal; only the one that writes is to act on it.
    """
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    for _ in range(workers):
        ready.append(pool.submit(get_ready))


def get_ready() -> None:
    """Load what the first file would wait for: modules, lexicon and tokenizer."""
    all_extractors()
    vendors.vendors()
    nlp.lemma("ging")
    nlp.sentences("Ja.")


def _process_all(tasks: list[Task], topic_name: str) -> list[Entry]:
    """What a worker runs: the topic pack is loaded there once, since patterns are cheaper to build than to send."""
    return [process(task, topic_named(topic_name)) for task in tasks]
