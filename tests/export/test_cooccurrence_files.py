"""Co-occurrence in the formats of the graph, in files of its own."""

import json

import networkx as nx
import pandas as pd
import pytest

from kg.export.csv import write_cooccurrences
from kg.export.gexf import write_gexf
from kg.export.graphml import write_graphml
from kg.export.jsonl import format_lines
from kg.export.tables import TOGETHER_COLUMNS, list_cooccurrences
from kg.graph import build_cooccurrences


@pytest.fixture
def together(corpus):
    return build_cooccurrences(corpus)


@pytest.mark.parametrize(("write", "read"), [(write_graphml, nx.read_graphml), (write_gexf, nx.read_gexf)])
def test_each_edge_comes_back_with_its_figures(tmp_path, together, write, read):
    graph = read(write(tmp_path / "together", together, TOGETHER_COLUMNS))
    assert not graph.is_directed()
    assert graph.number_of_edges() == together.number_of_edges()
    for first, second, data in graph.edges(data=True):
        (known,) = together[first][second].values()
        for name in ("window", "count", "npmi", "q_value", "disparity", "backbone"):
            assert data[name] == known[name]


def test_tables_and_lines_agree(tmp_path, together):
    lines = [json.loads(line) for line in format_lines(list_cooccurrences(together)).splitlines()]
    table = pd.read_csv(write_cooccurrences(tmp_path / "c.csv", together), keep_default_na=False)
    assert table.to_dict("records") == lines
    assert all(row["first"] < row["second"] for row in lines)
