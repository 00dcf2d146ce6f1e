"""Reads documents on this machine: in this process, or in workers, any of which may die without loss."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from traceback import extract_tb

from kg.config import Config
from kg.errors import KgError
from kg.extract import Reader, extract_documents, open_reader
from kg.model import Document, Extraction, Problem

CHUNK_DOCUMENTS = 16
CHUNK_CHARACTERS = 60_000
CHUNKS_AHEAD = 2  # waiting for each worker, so that none is idle and few are held in memory

Outcome = Extraction | Problem
Chunk = Sequence[Document]
Read = Callable[[Chunk], list[Outcome]]


def read_locally(documents: Iterable[Document], config: Config) -> Iterator[list[Outcome]]:
    """The outcome of each document, chunk by chunk in the order given, whatever the number of processes.

    Raises: ModelError, LexiconError.
    """
    return run_chunks(cut_chunks(documents), partial(read_chunk, config=config), processes=config.processes)


def cut_chunks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in lists that are worth a transaction and a trip to a worker."""
    chunk: list[Document] = []
    size = 0
    for document in documents:
        if chunk and (len(chunk) == CHUNK_DOCUMENTS or size + len(document.text) > CHUNK_CHARACTERS):
            yield chunk
            chunk, size = [], 0
        chunk.append(document)
        size += len(document.text)
    if chunk:
        yield chunk


def read_chunk(chunk: Chunk, config: Config) -> list[Outcome]:
    """The extraction of each document; a problem for one the reader fails on. Raises: KgError."""
    reader = open_reader(config)
    try:
        return list(extract_documents(chunk, reader))
    except KgError:
        raise
    except Exception:  # noqa: BLE001 - one of them cannot be read: find out which
        return [_read_alone(document, reader) for document in chunk]


def run_chunks(chunks: Iterable[Chunk], read: Read, *, processes: int) -> Iterator[list[Outcome]]:
    """`read` of each chunk, in order; with more than one process, in workers."""
    if processes == 1:
        yield from map(read, chunks)
        return
    with _Workers(read, processes) as workers:
        tasks: deque[_Task] = deque()
        for chunk in chunks:
            tasks.append(workers.submit(chunk))
            if len(tasks) > CHUNKS_AHEAD * processes:
                yield workers.finish(tasks.popleft(), tasks)
        while tasks:
            yield workers.finish(tasks.popleft(), tasks)


@dataclass(slots=True)
class _Task:
    chunk: Chunk
    future: Future[list[Outcome]]


class _Workers:
    """A pool that is started again when a worker dies, and finds out which document killed it."""

    def __init__(self, read: Read, processes: int) -> None:
        self._read = read
        self._processes = processes
        self._pool = _start_pool(processes)

    def __enter__(self) -> "_Workers":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def submit(self, chunk: Chunk) -> _Task:
        """The chunk, on its way to a worker."""
        return _Task(chunk, self._send(chunk))

    def finish(self, task: _Task, others: Iterable[_Task]) -> list[Outcome]:
        """The outcome of the task: after a death it is tried once more, then document by document."""
        try:
            return task.future.result()
        except BrokenProcessPool:
            self._restart([task, *others])
        try:
            return task.future.result()
        except BrokenProcessPool:
            self._restart(others)
        return self._read_one_by_one(task.chunk)

    def _send(self, chunk: Chunk) -> Future[list[Outcome]]:
        try:
            return self._pool.submit(self._read, chunk)
        except BrokenProcessPool as error:
            broken: Future[list[Outcome]] = Future()
            broken.set_exception(error)
            return broken

    def _restart(self, tasks: Iterable[_Task]) -> None:
        self._pool.shutdown()
        self._pool = _start_pool(self._processes)
        for task in tasks:
            if not task.future.done() or task.future.exception():
                task.future = self._send(task.chunk)

    def _read_one_by_one(self, chunk: Chunk) -> list[Outcome]:
        outcomes: list[Outcome] = []
        pool = _start_pool(1)
        for document in chunk:
            try:
                outcomes += pool.submit(self._read, [document]).result()
            except BrokenProcessPool:
                message = "the process that read it died, out of memory perhaps; it was left out: split it"
                outcomes.append(Problem(document.id, message))
                pool.shutdown()
                pool = _start_pool(1)
        pool.shutdown()
        return outcomes


def _start_pool(processes: int) -> ProcessPoolExecutor:
    # spawn: a forked copy of a process with threads can hang
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_follow_parent)
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool as error:
        raise KgError(
            'workers cannot start; in a script call kg.build under `if __name__ == "__main__":`, '
            "or use one process"
        ) from error
    return pool


def _follow_parent() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_exit_after, args=(parent.join,), daemon=True).start()


def _exit_after(wait: Callable[[], object]) -> None:
    wait()
    os._exit(1)


def _read_alone(document: Document, reader: Reader) -> Outcome:
    try:
        return next(extract_documents([document], reader))
    except KgError:
        raise
    except Exception as error:  # noqa: BLE001 - said to the user; the other documents are built
        place = extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}: {error} ({place.name}, line {place.lineno})"
        return Problem(document.id, f"left out, reading it failed with {what}; please report it")
