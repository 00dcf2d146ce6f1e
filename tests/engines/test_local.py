"""The outcome is the same for any number of processes, and a death costs at most one document."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.config import Config
from kg.engines import local
from kg.errors import KgError, ModelError
from kg.model import Document, Extraction, Problem


def read_plainly(chunk: Sequence[Document]) -> list[Extraction | Problem]:
    """A reader without a model: text "die" kills the worker, "die once PATH" only the first time."""
    for document in chunk:
        word, _, mark = document.text.partition(" once ")
        if word == "die" and not (mark and Path(mark).exists()):
            if mark:
                Path(mark).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "fail":
            raise ModelError("no such model")
    return [Extraction(document, (), (), (), ()) for document in chunk]


def run(texts: Sequence[str], processes: int = 2, size: int = 2) -> list[tuple[str, type]]:
    documents = [Document(f"{number:03}", text) for number, text in enumerate(texts)]
    chunks = [documents[start : start + size] for start in range(0, len(documents), size)]
    outcomes = [item for part in local.run_chunks(chunks, read_plainly, processes=processes) for item in part]
    return [(getattr(item, "path", "") or item.document.id, type(item)) for item in outcomes]


def test_the_order_is_that_of_the_documents_for_any_number_of_processes() -> None:
    texts = [str(number) for number in range(23)]
    assert run(texts, processes=3) == run(texts, processes=1)


def test_a_worker_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    outcomes = run(["a", "b", f"die once {tmp_path / 'died'}", "d", "e"])
    assert [kind for _, kind in outcomes] == [Extraction] * 5


def test_a_document_that_kills_every_reader_is_left_out_and_named() -> None:
    outcomes = run(["a", "die", "c", "d", "e", "f", "g", "h", "i", "j", "k"])
    assert [name for name, _ in outcomes] == [f"{number:03}" for number in range(11)]
    assert [name for name, kind in outcomes if kind is Problem] == ["001"]


def test_an_error_the_user_can_mend_comes_through() -> None:
    with pytest.raises(ModelError, match="no such model"):
        run(["a", "fail"])


@given(st.lists(st.integers(0, 3 * local.CHUNK_CHARACTERS), max_size=60))
def test_chunks_keep_order_and_limits(lengths: list[int]) -> None:
    documents = [Document(str(number), "x" * length) for number, length in enumerate(lengths)]
    chunks = list(local.cut_chunks(documents))
    assert [document for chunk in chunks for document in chunk] == documents
    for chunk in chunks:
        assert 1 <= len(chunk) <= local.CHUNK_DOCUMENTS
        assert len(chunk) == 1 or sum(len(item.text) for item in chunk) <= local.CHUNK_CHARACTERS


def test_a_document_the_kernel_fails_on_is_named_and_the_others_are_read(monkeypatch) -> None:
    def extract(documents, reader):
        for document in documents:
            if document.text == "broken":
                raise ValueError("a rule failed")
            yield Extraction(document, (), (), (), ())

    monkeypatch.setattr(local, "extract_documents", extract)
    monkeypatch.setattr(local, "open_reader", lambda config: None)
    chunk = [Document("a", "x"), Document("b", "broken"), Document("c", "y")]
    first, second, third = local.read_chunk(chunk, Config())
    assert (first.document.id, third.document.id) == ("a", "c")
    assert second.path == "b"
    assert "ValueError: a rule failed (extract, line" in second.message


SCRIPT = """
import sys, time
from kg.engines.local import run_chunks
from kg.model import Document

def read(chunk):
    print(__import__("os").getpid(), flush=True)
    time.sleep(60)
    return []

{call}
"""
CALL = "list(run_chunks([[Document('a', '')], [Document('b', '')]], read, processes=2))"


def start_script(tmp_path: Path, call: str) -> subprocess.Popen[str]:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(call=call))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="looks at processes through /proc")
def test_workers_do_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    process = start_script(tmp_path, f"if __name__ == '__main__':\n    {CALL}")
    workers = [int(process.stdout.readline()) for _ in range(2)]
    process.kill()
    process.wait()
    deadline = time.monotonic() + 10
    while any(map(is_running, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_running, workers))


def test_a_script_without_a_main_guard_is_told_so(tmp_path: Path) -> None:
    process = start_script(tmp_path, CALL)
    _, errors = process.communicate(timeout=60)
    assert KgError.__name__ in errors.splitlines()[-1]
    assert "__main__" in errors.splitlines()[-1]
