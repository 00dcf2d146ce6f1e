"""What is stored comes back equal, and every field has its column."""

import sqlite3
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Block, Claim, Document, Entity, Link, Mention, Sentence, Unresolved
from kg.store import rows
from kg.store.schema import TABLES

READERS = {
    Document: rows.to_document,
    Sentence: rows.to_sentence,
    Entity: rows.to_entity,
    Link: rows.to_link,
    Claim: rows.to_claim,
    Unresolved: rows.to_unresolved,
}
TABLE_OF = {
    Document: "documents",
    Sentence: "sentences",
    Entity: "entities",
    Link: "mentions",
    Claim: "claims",
    Unresolved: "unresolved",
}


def values_of(kind: type) -> st.SearchStrategy[Any]:
    """Any value of a class of the model, with offsets and confidences as they can be."""
    plain = {
        int: st.integers(0, 10**9),
        float: st.floats(0, 1),
        Mention: st.deferred(lambda: values_of(Mention)),
        tuple[Block, ...]: st.lists(st.deferred(lambda: values_of(Block)), max_size=4).map(tuple),
        tuple[int, int] | None: st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99)),
    }
    hints = get_type_hints(kind)
    return st.builds(kind, **{name: plain.get(hint, st.from_type(hint)) for name, hint in hints.items()})


@pytest.mark.parametrize("kind", READERS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_stored_value_comes_back_equal(kind: type, data: st.DataObject) -> None:
    value = data.draw(values_of(kind))
    database = sqlite3.connect(":memory:")
    database.executescript(TABLES)
    columns = rows.field_names(kind)
    extra = {"hash": "", "fingerprint": ""} if kind is Document else {"doc": "d", "position": 0}
    names, marks = ", ".join((*columns, *extra)), ", ".join("?" * (len(columns) + 2))
    database.execute(
        f"INSERT INTO {TABLE_OF[kind]} ({names}) VALUES ({marks})", (*rows.to_row(value), *extra.values())
    )
    row = database.execute(f"SELECT {', '.join(columns)} FROM {TABLE_OF[kind]}").fetchone()
    assert READERS[kind](row) == value


@pytest.mark.parametrize("kind", READERS, ids=lambda kind: kind.__name__)
def test_a_table_has_the_fields_of_its_values_and_no_others(kind: type) -> None:
    database = sqlite3.connect(":memory:")
    database.executescript(TABLES)
    columns = {row[1] for row in database.execute(f"PRAGMA table_info({TABLE_OF[kind]})")}
    assert columns - {"doc", "position", "hash", "fingerprint"} == set(rows.field_names(kind))
