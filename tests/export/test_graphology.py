"""The exports as Gephi Lite reads them: needs node and `npm install` in tests/export/graphology."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kg.export import write_gexf, write_graphml

FOLDER = Path(__file__).parent / "graphology"


@pytest.fixture(scope="module")
def node():
    program = shutil.which("node")
    if program and (FOLDER / "node_modules").is_dir():
        return program
    reason = f"graphology is missing; install Node.js and run `npm ci` in {FOLDER}"
    if os.environ.get("CI") or os.environ.get("KG_REQUIRE_NODE"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.mark.parametrize("name", ["graph", "hostile_graph"])
def test_graphology_finds_every_node_and_edge(request, node, tmp_path, name):
    graph = request.getfixturevalue(name)
    paths = [write_graphml(tmp_path / "graph.graphml", graph), write_gexf(tmp_path / "graph.gexf", graph)]
    run = subprocess.run(
        [node, FOLDER / "check.js", *paths], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 0, run.stderr
    for found in json.loads(run.stdout).values():
        assert found["nodes"] == len(graph)
        assert found["edges"] == graph.number_of_edges() == len(set(found["relations"]))
        assert found["weights"] == sorted(data["weight"] for _, _, data in graph.edges(data=True))


def test_parallel_edges_keep_their_relations(node, tmp_path, graph):
    paths = [write_graphml(tmp_path / "graph.graphml", graph), write_gexf(tmp_path / "graph.gexf", graph)]
    run = subprocess.run(
        [node, FOLDER / "check.js", *paths], capture_output=True, text=True, check=True, timeout=60
    )
    for found in json.loads(run.stdout).values():
        between = {
            line.split("\t")[1]
            for line in found["relations"]
            if line.startswith("RUS\t") and line.endswith("\tinf-treaty")
        }
        assert between == {"VIOLATES (attributed)", "VIOLATES (attributed, denied)"}
