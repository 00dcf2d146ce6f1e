import csv
import io
from dataclasses import replace

import pandas as pd
import pytest

from kg.export.csv import FORMULA_STARTS, guard_formula, write_cooccurrences, write_edges, write_nodes
from kg.export.dyads import write_dyads
from kg.graph import build_cooccurrences, count_dyads


def read_rows(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


def test_nodes_and_edges_come_back(tmp_path, graph):
    nodes = read_rows(write_nodes(tmp_path / "nodes.csv", graph))
    edges = read_rows(write_edges(tmp_path / "edges.csv", graph))
    assert [row["id"] for row in nodes] == sorted(graph)
    assert {(row["source"], row["target"], row["id"]) for row in edges} == set(graph.edges(keys=True))
    assert {row["id"]: int(row["weight"]) for row in edges} == {
        key: data["weight"] for *_, key, data in graph.edges(keys=True, data=True)
    }


def test_numbers_stay_numbers(tmp_path, graph):
    table = pd.read_csv(write_edges(tmp_path / "edges.csv", graph))
    assert table["score"].min() < 0
    assert table["weight"].min() > 0
    assert table["directed"].dtype == bool


def test_cooccurrences_come_with_names(tmp_path, corpus):
    rows = read_rows(write_cooccurrences(tmp_path / "c.csv", build_cooccurrences(corpus)))
    assert len(rows) == len(corpus.cooccurrences)
    assert ("China", "Iran") in {(row["first_name"], row["second_name"]) for row in rows}


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_is_a_formula(start):
    assert guard_formula(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("cell", [-5.0, 3, "plain - text", ""])
def test_numbers_and_plain_text_are_left_alone(cell):
    assert guard_formula(cell) == cell


def test_hostile_cells_are_text(tmp_path, hostile_corpus, hostile_graph, types):
    actors = {key: replace(entity, type="STATE") for key, entity in hostile_corpus.entities.items()}
    acting = replace(hostile_corpus, entities=actors)
    paths = [
        write_nodes(tmp_path / "nodes.csv", hostile_graph),
        write_edges(tmp_path / "edges.csv", hostile_graph),
        write_cooccurrences(tmp_path / "c.csv", build_cooccurrences(hostile_corpus)),
        write_dyads(tmp_path / "d.csv", count_dyads(acting, types), actors),
    ]
    for path in paths:
        rows = read_rows(path)
        assert rows
        assert not [
            cell for row in rows for cell in row.values() if cell.startswith(("=", "@", "+", "\t", "\r"))
        ]
        assert len(pd.read_csv(path)) == len(rows)
