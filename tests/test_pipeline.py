"""A build is the same whether made at once, in steps, in another order or after a stop."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.config import Config
from kg.errors import InputError, OutputError
from kg.pipeline import build, load_build
from kg.store import open_store

ROOT = Path(__file__).parent.parent
TEXTS = {
    "a.txt": "Ruritania threatened Graustark. Nothing else came from the border that day, officials said.",
    "b.txt": "Graustark threatened Kravonia. A minister said so in passing, on his way to the station.",
    "c.txt": "Kravonia threatened Ruritania. The note came in the morning and was read by noon, it is said.",
    "d.txt": "Ruritania and Kravonia met. Ruritania threatened Kravonia. No more was to be learnt of it.",
    "e.txt": "Graustark slept. Its harbours were quiet, its markets closed, and its papers empty.",
}


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with five documents."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    return folder


def read_files(folder: Path) -> dict[str, bytes]:
    """Every written file but the database."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "graph.db"}


def test_the_same_documents_give_the_same_bytes(documents, tmp_path, simple_kernel) -> None:
    build([documents], tmp_path / "one")
    build([documents / name for name in reversed(TEXTS)], tmp_path / "two")
    assert read_files(tmp_path / "one") == read_files(tmp_path / "two")
    assert "claims.jsonl" in read_files(tmp_path / "one")


def test_a_second_build_reads_nothing_and_writes_the_same(documents, tmp_path, simple_kernel) -> None:
    build([documents], tmp_path / "out")
    before = read_files(tmp_path / "out")
    simple_kernel.read.clear()
    assert build([documents], tmp_path / "out").read == 0
    assert simple_kernel.read == []
    assert read_files(tmp_path / "out") == before


def test_growing_changing_and_removing_ends_where_a_fresh_build_does(
    documents, tmp_path, simple_kernel
) -> None:
    build([documents / "a.txt", documents / "b.txt", documents / "e.txt"], tmp_path / "out")
    (documents / "a.txt").write_text(
        "Graustark threatened Ruritania. It was the other way round, a correction says."
    )
    (documents / "e.txt").unlink()
    simple_kernel.read.clear()
    build([documents], tmp_path / "out")
    assert simple_kernel.read == ["a.txt", "c.txt", "d.txt"]
    build([documents], tmp_path / "fresh")
    assert read_files(tmp_path / "out") == read_files(tmp_path / "fresh")


def test_another_pipeline_reads_everything_again(documents, tmp_path, simple_kernel) -> None:
    build([documents], tmp_path / "out")
    simple_kernel.fingerprint = "a changed rule"
    assert build([documents], tmp_path / "out").read == len(TEXTS)


def test_a_stopped_build_goes_on_where_it_was(documents, tmp_path, simple_kernel) -> None:
    simple_kernel.stop_after = 1
    with pytest.raises(KeyboardInterrupt):
        build([documents], tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["graph.db"]
    with pytest.raises(OutputError, match="did not finish; run kg build again"):
        load_build(tmp_path / "out")
    simple_kernel.stop_after = None
    simple_kernel.read.clear()
    build([documents], tmp_path / "out")
    assert simple_kernel.read == ["c.txt", "d.txt", "e.txt"]
    build([documents], tmp_path / "fresh")
    assert read_files(tmp_path / "out") == read_files(tmp_path / "fresh")


def test_a_loaded_build_is_the_one_that_was_made(documents, tmp_path, simple_kernel) -> None:
    config = Config(windows=("paragraph",), minimum_cooccurrence=1)
    made, loaded = build([documents], tmp_path / "out", config), load_build(tmp_path / "out")
    assert loaded.corpus == made.corpus
    assert dict(loaded.graph.edges) == dict(made.graph.edges)
    assert dict(loaded.cooccurrence_graph.edges) == dict(made.cooccurrence_graph.edges)


def test_a_document_that_cannot_be_read_is_a_problem_and_is_tried_again(
    documents, tmp_path, simple_kernel
) -> None:
    (documents / "b.txt").write_text("unreadable")
    result = build([documents], tmp_path / "out")
    assert [(problem.path, problem.message) for problem in result.corpus.problems] == [
        ("b.txt", "cannot be read")
    ]
    assert len(result.corpus.extractions) == len(TEXTS) - 1
    simple_kernel.read.clear()
    build([documents], tmp_path / "out")
    assert simple_kernel.read == ["b.txt"]


def test_progress_is_told_in_documents(documents, tmp_path, simple_kernel) -> None:
    told: list[tuple[int, int]] = []
    build([documents], tmp_path / "out", progress=lambda done, total: told.append((done, total)))
    assert told == [(2, 5), (4, 5), (5, 5)]


def test_an_output_inside_the_input_is_refused(documents, simple_kernel) -> None:
    with pytest.raises(InputError, match="lies inside"):
        build([documents], documents / "output")


def test_input_that_cannot_be_read_leaves_no_output(tmp_path: Path, simple_kernel: SimpleNamespace) -> None:
    with pytest.raises(InputError):
        build([tmp_path / "nowhere"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_failing_export_leaves_the_build_unfinished(
    documents, tmp_path, simple_kernel, monkeypatch
) -> None:
    def write_nothing(*_: object) -> None:
        raise OutputError("disk full")

    monkeypatch.setattr("kg.pipeline.write_all", write_nothing)
    with pytest.raises(OutputError, match="disk full"):
        build([documents], tmp_path / "out")
    with open_store(tmp_path / "out" / "graph.db") as store:
        assert store.settings()["finished"] is False


def run_build(*arguments: object, hash_seed: int) -> str:
    """`kg build` in a process of its own; the hash seed orders sets, and must not order anything else."""
    done = subprocess.run(
        [sys.executable, "-m", "kg", "build", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(hash_seed)},
    )
    return done.stderr


@pytest.mark.model
def test_seeds_give_the_same_bytes_at_once_in_steps_and_in_two_processes(tmp_path: Path) -> None:
    files = sorted((ROOT / "seeds").iterdir())
    assert run_build(ROOT / "seeds", "-o", tmp_path / "once", hash_seed=1) == ""
    run_build(*files[::2], "-o", tmp_path / "steps", "--processes", "2", hash_seed=2)
    run_build(ROOT / "seeds", "-o", tmp_path / "steps", hash_seed=3)
    once, steps = read_files(tmp_path / "once"), read_files(tmp_path / "steps")
    assert [name for name in once if once[name] != steps[name]] == []
    assert once.keys() == steps.keys()
