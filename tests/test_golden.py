"""One golden graph: what a build of three example documents holds, line by line.

When a rule changes the graph, read the diff of `pytest tests/test_golden.py`, then `--update-golden`.
"""

from pathlib import Path

import pytest

from kg.pipeline import BuildResult, build

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden" / "edges.txt"
DOCUMENTS = ("2018-inf-interview.txt", "2018-kerch-strait.txt", "2019-minsk-opinion.md")


def list_edges(result: BuildResult) -> list[str]:
    """The stated edges with their weight, in order."""
    return [
        f"{data['weight']} {key}"
        for _, _, key, data in sorted(result.graph.edges(keys=True, data=True), key=lambda edge: edge[2])
    ]


@pytest.mark.model
def test_the_graph_of_three_documents_is_the_golden_one(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    edges = list_edges(build([ROOT / "seeds" / name for name in DOCUMENTS], tmp_path / "out"))
    if request.config.getoption("--update-golden"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text("\n".join(edges) + "\n", encoding="utf-8")
    assert edges == GOLDEN.read_text(encoding="utf-8").splitlines()
