import html
import json
import re
from collections import Counter
from html.parser import HTMLParser

import networkx as nx
import pytest

from kg.export import make_page, render_page, write_page
from kg.export.html.payload import BACKBONE_LIMIT, list_payload
from kg.graph import build_cooccurrence_graph, build_graph


class Elements(HTMLParser):
    """Every start tag of a page with its attributes, and the text of its scripts."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.scripts, self._inside = [], [], None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data):
        if self._inside == "script":
            self.scripts.append(data)

    def handle_endtag(self, tag):
        self._inside = None


@pytest.fixture(scope="module")
def page(corpus, graph, together, types):
    return render_page(corpus, graph, together, types, title="Arms & talks")


@pytest.fixture(scope="module")
def hostile_page(hostile_corpus, hostile_graph, hostile_together, types):
    return render_page(
        hostile_corpus,
        hostile_graph,
        hostile_together,
        types,
        title="</title><script>window.hacked=1</script>",
    )


def read_data(page):
    """What the page carries, its nodes and edges with what is left out as usual."""
    data = json.loads(
        re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1]
    )
    rows = {name: [data["usual"][name] | row for row in data[name]] for name in ("nodes", "edges")}
    return data | rows


def test_the_page_holds_the_graph(page, graph, together):
    data = read_data(page)
    assert {node["entity"] for node in data["nodes"]} == set(graph)
    ids = [node["entity"] for node in data["nodes"]]
    shown = Counter(
        (ids[edge["from"]], edge["relation"], ids[edge["to"]], ", ".join(edge["status"]))
        for edge in data["edges"]
        if edge["relation"] != "CO_OCCURS"
    )
    assert shown == Counter(
        (source, row["relation"], target, row["status"]) for source, target, row in graph.edges(data=True)
    )
    assert len(data["edges"]) - shown.total() == together.number_of_edges()


def test_each_claim_stands_under_one_edge(page, corpus):
    data = read_data(page)
    numbers = [number for edge in data["edges"] for number in edge.get("claims", [])]
    assert sorted(numbers) == list(range(sum(len(item.claims) for item in corpus.extractions)))


def test_marks_cut_source_target_and_cue_out_of_the_sentence(page):
    data = read_data(page)
    claim = next(
        item for item in data["claims"] if data["sentences"][item["s"]].startswith("Barack Obama accused")
    )
    sentence = data["sentences"][claim["s"]]
    cuts = claim["marks"]
    assert [sentence[cuts[i] : cuts[i + 1]] for i in (0, 2, 4)] == ["Barack Obama", "Russia", "accused"]


@pytest.mark.parametrize("name", ["page", "hostile_page"])
def test_nothing_is_loaded_and_no_handler_is_written(request, name):
    elements = Elements(request.getfixturevalue(name))
    for tag, attributes in elements.tags:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base"}
        assert not [key for key in attributes if key.startswith("on") or key in {"src", "href", "srcdoc"}]
    assert len(elements.scripts) == 3


def test_hostile_text_cannot_leave_its_element(hostile_page, page):
    assert [tag for tag, _ in Elements(hostile_page).tags] == [tag for tag, _ in Elements(page).tags]
    assert "\u2028" not in re.search(r'id="data">(.*?)</script>', hostile_page, re.DOTALL)[1]
    hostile_page.encode("utf-8")


def test_hostile_names_come_back_as_text(hostile_page, hostile_corpus):
    names = {node["label"] for node in read_data(hostile_page)["nodes"]}
    assert names == {entity.name for entity in hostile_corpus.entities.values()}


def test_the_policy_allows_two_scripts_and_no_request(page):
    policy = next(
        attributes["content"]
        for tag, attributes in Elements(page).tags
        if "content-security-policy" in attributes.get("http-equiv", "").lower()
    )
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.count("'sha256-") == 2
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_no_source_map_is_named(page):
    assert "sourceMappingURL" not in page


def test_a_notebook_shows_it_in_a_sandbox(corpus, graph, together, types):
    shown = make_page(corpus, graph, together, types, title="Arms")._repr_html_()
    ((tag, attributes),) = Elements(shown).tags
    assert tag == "iframe"
    assert attributes["sandbox"] == "allow-scripts allow-downloads"
    assert attributes["srcdoc"].startswith("<!DOCTYPE html>")
    assert html.unescape(shown).count("<iframe") == 1


def test_pyvis_writes_the_same_page(tmp_path, corpus, graph, together, types):
    make_page(corpus, graph, together, types, title="Arms").write_html(tmp_path / "a.html")
    write_page(corpus, graph, together, types, tmp_path / "b.html", title="Arms")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_caller_keeps_its_graph(corpus, graph, together, types):
    before = graph.copy()
    make_page(corpus, graph, together, types, title="Arms")
    assert nx.utils.graphs_equal(before, graph)


def test_a_big_graph_opens_on_its_backbone(big_corpus, types):
    graph = build_graph(big_corpus, types)
    payload = list_payload(big_corpus, graph, build_cooccurrence_graph(big_corpus), types)
    shown = [edge for edge in payload.edges if edge.get("backbone")]
    ends = {end for edge in shown for end in (edge["from"], edge["to"])}
    assert len(graph) > BACKBONE_LIMIT
    assert BACKBONE_LIMIT / 2 < len(ends) <= BACKBONE_LIMIT
    assert len(shown) < len(payload.edges)


def test_offsets_are_counted_as_scripts_count(types, astral_corpus):
    payload = list_payload(
        astral_corpus, build_graph(astral_corpus, types), build_cooccurrence_graph(astral_corpus), types
    )
    (claim,) = payload.claims
    units = payload.sentences[0].encode("utf-16-le")
    start, end = claim["marks"][:2]
    assert units[2 * start : 2 * end].decode("utf-16-le") == "Russia"
