"""The store keeps what it is given, survives a kill and says clearly why a file will not do."""

import multiprocessing
import os
import signal
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.model import Block, Claim, Document, Entity, Extraction, Link, Mention, Sentence, Unresolved
from kg.store import hash_document, open_store

TEXT = "Ruritania threatened Graustark."


def make_extraction(name: str, text: str = TEXT, fingerprint: str = "f1") -> Extraction:
    return Extraction(
        document=Document(name, text, date="2018-11-27", blocks=(Block(0, len(text), "paragraph", (0, 9)),)),
        sentences=(Sentence(0, len(text), 0),),
        entities=(Entity("RUR", "Ruritania", "STATE", aliases=("Ruritanian",), ids={"iso3": "RUR"}),),
        links=(Link(Mention(0, 9, "Ruritania", "name", "STATE", ("RUR",)), "RUR", "lexicon", True),),
        claims=(Claim("c1", 0, 31, text, "RUR", 0, 9, "THREATEN", "GRA", 21, 30, "threatened", 10, 20),),
        unresolved=(Unresolved(21, 30, "Graustark", "not in the lexicon"),),
        fingerprint=fingerprint,
    )


def test_extractions_come_back_equal_and_sorted_by_document(tmp_path: Path) -> None:
    first, second = make_extraction("a.txt"), make_extraction("b.txt")
    with open_store(tmp_path / "graph.db", write=True) as store:
        store.add([second])
        store.add([first])
    with open_store(tmp_path / "graph.db") as store:
        assert list(store.extractions()) == [first, second]


def test_adding_a_document_again_replaces_it(tmp_path: Path) -> None:
    newer = make_extraction("a.txt", "Ruritania praised Graustark.", "f2")
    with open_store(tmp_path / "graph.db", write=True) as store:
        store.add([make_extraction("a.txt")])
        store.add([newer])
        assert list(store.extractions()) == [newer]
        assert store.ledger() == {"a.txt": (hash_document(newer.document), "f2")}


def test_removing_a_document_leaves_no_row_of_it(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.db", write=True) as store:
        store.add([make_extraction("a.txt"), make_extraction("b.txt")])
        store.remove(["a.txt"])
    database = sqlite3.connect(tmp_path / "graph.db")
    for table in ("sentences", "entities", "mentions", "claims", "unresolved"):
        assert database.execute(f"SELECT DISTINCT doc FROM {table}").fetchall() == [("b.txt",)]


@pytest.mark.parametrize(
    "changed",
    [{"text": "Else."}, {"title": "T"}, {"date": "2019"}, {"blocks": (Block(0, 3),)}, {"path": "p"}],
    ids=lambda changed: next(iter(changed)),
)
def test_the_hash_changes_with_anything_the_readers_found(changed: dict[str, object]) -> None:
    document = Document("a.txt", TEXT)
    assert hash_document(replace(document, **changed)) != hash_document(document)


def test_a_chunk_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    def break_off():
        yield make_extraction("b.txt")
        raise RuntimeError("the reader died")

    with open_store(tmp_path / "graph.db", write=True) as store:
        store.add([make_extraction("a.txt")])
        with pytest.raises(RuntimeError):
            store.add(break_off())
        assert list(store.ledger()) == ["a.txt"]


def _write_and_die(path: Path) -> None:
    with open_store(path, write=True) as store:
        store.add([make_extraction("a.txt")])
        store._connection.execute("BEGIN IMMEDIATE")
        store._insert(make_extraction("b.txt"))
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_build_keeps_its_finished_chunks(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    process = multiprocessing.get_context("spawn").Process(target=_write_and_die, args=(path,))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    with open_store(path, write=True) as store:
        assert list(store.extractions()) == [make_extraction("a.txt")]


def test_only_graph_db_is_left_behind(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.db", write=True) as store:
        store.add([make_extraction("a.txt")])
    assert [path.name for path in tmp_path.iterdir()] == ["graph.db"]


def test_a_build_reads_from_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.db", write=True) as store:
        store.add([make_extraction("a.txt")])
    (tmp_path / "graph.db").chmod(stat.S_IRUSR)
    with open_store(tmp_path / "graph.db") as store:
        assert list(store.ledger()) == ["a.txt"]


def test_settings_come_back(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.db", write=True) as store:
        store.save_settings({"finished": False, "windows": ["sentence"]})
        store.save_settings({"finished": True})
        assert store.settings() == {"finished": True, "windows": ["sentence"]}


def test_two_builds_do_not_write_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.database.SECONDS_TO_WAIT", 0.1)
    with open_store(tmp_path / "graph.db", write=True) as store:
        store.save_settings({"finished": False})
        with pytest.raises(OutputError, match="in use by another build"):
            open_store(tmp_path / "graph.db", write=True).__enter__()


def write_foreign(path: Path) -> None:
    sqlite3.connect(path).executescript("CREATE TABLE cats (name TEXT)")


def write_newer(path: Path) -> None:
    with open_store(path, write=True):
        pass
    sqlite3.connect(path).execute("PRAGMA user_version = 99")


@pytest.mark.parametrize("write", [True, False], ids=["to write", "to read"])
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda path: path.write_text("Not a database, only a note that is long enough." * 30),
            "is no graph.db",
        ),
        (write_foreign, "another program"),
        (write_newer, "another version of kg"),
        (lambda path: path.mkdir(), "cannot be used"),
    ],
    ids=["a text file", "another program's", "a newer layout", "a folder"],
)
def test_a_file_that_is_no_store_is_refused_with_a_remedy(tmp_path, make, message, write) -> None:
    path = tmp_path / "graph.db"
    make(path)
    with pytest.raises(OutputError, match=message) as caught, open_store(path, write=write):
        pass
    assert str(path) in str(caught.value)
    assert "choose another output folder" in str(caught.value)


def test_a_folder_without_a_build_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="kg build PATH -o"), open_store(tmp_path / "graph.db"):
        pass


def test_an_output_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note").write_text("a file")
    with (
        pytest.raises(OutputError, match="cannot be made"),
        open_store(tmp_path / "note" / "graph.db", write=True),
    ):
        pass
