"""The ledger and extractions of a build: a transaction a chunk, so a killed build goes on where it was."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.errors import OutputError
from kg.model import Claim, Document, Entity, Extraction, Link, Sentence, Unresolved
from kg.store.rows import (
    field_names,
    to_claim,
    to_document,
    to_entity,
    to_link,
    to_row,
    to_sentence,
    to_unresolved,
)
from kg.store.schema import APPLICATION, TABLES, VERSION

PARTS: Mapping[str, type] = {
    "sentences": Sentence,
    "entities": Entity,
    "mentions": Link,
    "claims": Claim,
    "unresolved": Unresolved,
}
SECONDS_TO_WAIT = 3  # for another process to let go of the file


def hash_document(document: Document) -> str:
    """A hash of everything the readers found; it changes when a document must be read again."""
    values = json.dumps(asdict(document), sort_keys=True)
    return hashlib.sha256(values.encode()).hexdigest()


@contextmanager
def open_store(path: Path, *, write: bool = False) -> Iterator["Store"]:
    """The store at `path`. For writing it is made if need be, and is closed to other processes meanwhile.

    Raises: OutputError if it is missing, not a store of this version, in use or cannot be written.
    """
    with _as_output_error(path):
        connection = _open_for_writing(path) if write else _open_for_reading(path)
        try:
            yield Store(connection)
            if write:
                connection.execute("PRAGMA journal_mode = DELETE")  # one plain file, readable anywhere
        finally:
            connection.close()


class Store:
    """An open graph.db."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def ledger(self) -> dict[str, tuple[str, str]]:
        """Document id → hash of the document and fingerprint of the pipeline that read it."""
        rows = self._connection.execute("SELECT id, hash, fingerprint FROM documents")
        return {document: (content, fingerprint) for document, content, fingerprint in rows}

    def add(self, extractions: Iterable[Extraction]) -> None:
        """Keep extractions in one transaction, in place of older ones of the same documents."""
        with self._transaction():
            for extraction in extractions:
                self._delete(extraction.document.id)
                self._insert(extraction)

    def remove(self, documents: Iterable[str]) -> None:
        """Forget documents and all that was read in them."""
        with self._transaction():
            for document in documents:
                self._delete(document)

    def extractions(self) -> Iterator[Extraction]:
        """Every extraction, sorted by document id."""
        columns = ", ".join((*field_names(Document), "fingerprint"))
        for row in self._connection.execute(f"SELECT {columns} FROM documents ORDER BY id"):  # noqa: S608 - names of fields
            document = to_document(row[:-1])
            yield Extraction(
                document=document,
                sentences=tuple(map(to_sentence, self._select("sentences", document.id))),
                entities=tuple(map(to_entity, self._select("entities", document.id))),
                links=tuple(map(to_link, self._select("mentions", document.id))),
                claims=tuple(map(to_claim, self._select("claims", document.id))),
                unresolved=tuple(map(to_unresolved, self._select("unresolved", document.id))),
                fingerprint=row[-1],
            )

    def save_settings(self, values: Mapping[str, Any]) -> None:
        """Keep settings of the build, as JSON."""
        rows = [(key, json.dumps(value)) for key, value in values.items()]
        with self._transaction():
            self._connection.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", rows)

    def settings(self) -> dict[str, Any]:
        """The settings that were kept."""
        rows = self._connection.execute("SELECT key, value FROM settings ORDER BY key")
        return {key: json.loads(value) for key, value in rows}

    def _select(self, table: str, document: str) -> Iterator[tuple[Any, ...]]:
        columns = ", ".join(field_names(PARTS[table]))
        query = f"SELECT {columns} FROM {table} WHERE doc = ? ORDER BY position"  # noqa: S608 - names of fields
        return self._connection.execute(query, (document,))

    def _delete(self, document: str) -> None:
        self._connection.execute("DELETE FROM documents WHERE id = ?", (document,))

    def _insert(self, extraction: Extraction) -> None:
        document = extraction.document
        row = (*to_row(document), hash_document(document), extraction.fingerprint)
        self._insert_rows("documents", (*field_names(Document), "hash", "fingerprint"), [row])
        parts = {"mentions": extraction.links} | {
            name: getattr(extraction, name) for name in PARTS if name != "mentions"
        }
        for table, values in parts.items():
            rows = [(document.id, position, *to_row(value)) for position, value in enumerate(values)]
            self._insert_rows(table, ("doc", "position", *field_names(PARTS[table])), rows)

    def _insert_rows(self, table: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" * len(columns))
        query = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of fields
        self._connection.executemany(query, rows)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()


def _open_for_writing(path: Path) -> sqlite3.Connection:
    _make_folder(path.parent)
    connection = _connect(path, f"{path.absolute().as_uri()}?mode=rwc")
    for pragma in (
        "locking_mode = EXCLUSIVE",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    if not _read_pragma(connection, "user_version"):
        connection.executescript(
            f"BEGIN; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; {TABLES} COMMIT;"
        )
    return connection


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot be made ({error.strerror}); choose another output folder"
        ) from error


def _open_for_reading(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise OutputError(
            f"{path.parent}: there is no build here; make one with: kg build PATH -o {path.parent}"
        )
    connection = _connect(path, f"{path.absolute().as_uri()}?mode=ro")
    if not _read_pragma(connection, "user_version"):
        raise OutputError(f"{path}: holds no build; make one with: kg build PATH -o {path.parent}")
    return connection


def _connect(path: Path, uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=SECONDS_TO_WAIT)
    try:
        _check_origin(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_origin(path: Path, connection: sqlite3.Connection) -> None:
    remedy = "choose another output folder, or delete the file"
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and _read_pragma(connection, "application_id") != APPLICATION:
        raise OutputError(f"{path}: is a database of another program; {remedy}")
    version = _read_pragma(connection, "user_version")
    if tables and version != VERSION:
        raise OutputError(
            f"{path}: has the layout {version} of another version of kg (this one: {VERSION}); {remedy}"
        )


def _read_pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


@contextmanager
def _as_output_error(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OutputError(f"{path}: {_explain(error)}") from error
    except sqlite3.DatabaseError as error:
        raise OutputError(
            f"{path}: is no graph.db of kg ({error}); choose another output folder, or delete it"
        ) from error


def _explain(error: sqlite3.OperationalError) -> str:
    if "locked" in str(error):
        return "is in use by another build; wait for it, or choose another output folder"
    return f"cannot be used ({error}); choose another output folder"
