import pytest

from kg.errors import OutputError
from kg.export import write_all

FILES = {
    "graph.html", "graph.graphml", "graph.gexf", "nodes.csv", "edges.csv", "dyads.csv",
    "cooccurrence.csv", "cooccurrence.graphml", "cooccurrence.gexf", "cooccurrence.jsonl",
    "documents.jsonl", "entities.jsonl", "unresolved.jsonl", "mentions.jsonl", "claims.jsonl",
}  # fmt: skip


def test_a_build_writes_the_same_bytes_twice(tmp_path, corpus, graph, together, types):
    for name in ("first", "second"):
        paths = write_all(corpus, graph, together, tmp_path / name, types)
        assert {path.name for path in paths} == FILES == {path.name for path in (tmp_path / name).iterdir()}
    for name in FILES:
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


def test_nothing_in_a_document_stops_a_build(
    tmp_path, hostile_corpus, hostile_graph, hostile_together, types
):
    assert len(write_all(hostile_corpus, hostile_graph, hostile_together, tmp_path, types)) == len(FILES)


def test_a_corpus_without_claims_has_a_page(tmp_path, empty_corpus, empty_graph, empty_together, types):
    paths = write_all(empty_corpus, empty_graph, empty_together, tmp_path, types)
    assert all(path.exists() for path in paths)


def test_a_folder_that_is_a_file_is_an_error(tmp_path, corpus, graph, together, types):
    (tmp_path / "taken").write_text("")
    with pytest.raises(OutputError, match="taken"):
        write_all(corpus, graph, together, tmp_path / "taken", types)
