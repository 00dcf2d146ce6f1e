"""What can be taken away from the page: pictures and files, whole and harmless."""

import csv
import io
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.export.csv import FORMULA_STARTS

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"


def read_rows(page):
    return list(csv.DictReader(io.StringIO(page.evaluate("() => kgPage.csv()"))))


def test_csv_has_every_visible_claim_with_its_sentence(open_page, path, corpus, graph):
    page = open_page(path)
    edges = (data for *_, data in graph.edges(data=True) if data["status"] in ("", "attributed"))
    shown = {claim for data in edges for claim in data["claims"]}
    sentences = [claim.sentence for item in corpus.extractions for claim in item.claims if claim.id in shown]
    assert sorted(row["sentence"] for row in read_rows(page)) == sorted(sentences)
    page.evaluate("() => kgPage.select({node: kgPage.idOfEntity.get('jcpoa')})")
    assert {row["target"] for row in read_rows(page)} | {row["source"] for row in read_rows(page)} >= {"Iran"}
    assert len(read_rows(page)) < len(sentences)


def test_no_cell_is_a_formula(open_page, hostile_path):
    page = open_page(hostile_path, fragment="#status=all")
    rows = read_rows(page)
    assert rows
    cells = [
        cell
        for row in rows
        for name, cell in row.items()
        if name not in ("sign", "confidence", "edge_sources")
    ]
    assert not [cell for cell in cells if cell.startswith(FORMULA_STARTS)]


@pytest.mark.parametrize("name", ["path", "hostile_path"])
def test_graphml_can_be_read(open_page, request, tmp_path, name):
    page = open_page(request.getfixturevalue(name), fragment="#status=all")
    place = tmp_path / "view.graphml"
    place.write_text(page.evaluate("() => kgPage.graphml()"), encoding="utf-8")
    read = nx.read_graphml(place, force_multigraph=True)
    assert read.number_of_edges() == page.evaluate("() => kgPage.drawn().edges.length")
    names = set(page.evaluate("() => Array.from(kgPage.drawn().nodes, (id) => kgPage.nodes[id].label)"))
    if name == "path":
        assert {data["label"] for _, data in read.nodes(data=True)} == names
    assert all(data["weight"] > 0 for *_, data in read.edges(data=True))


@pytest.mark.parametrize("name", ["path", "hostile_path"])
def test_svg_holds_the_nodes_and_names_and_nothing_that_runs(open_page, request, name):
    page = open_page(request.getfixturevalue(name))
    root = ElementTree.fromstring(page.evaluate("() => kgPage.svg()"))
    assert {element.tag for element in root.iter()} <= {
        SVG + tag for tag in ("svg", "rect", "path", "text", "title")
    }
    assert not [
        key for element in root.iter() for key in element.attrib if key.startswith("on") or "href" in key
    ]
    assert len(root.findall(f"{SVG}path/{SVG}title")) == page.evaluate("() => kgPage.drawn().nodes.size")
    assert len(root.findall(f"{SVG}text")) == page.evaluate("() => kgPage.labels().length")


@pytest.mark.parametrize(
    ("button", "name", "start"),
    [
        ("Picture (PNG)", "graph.png", b"\x89PNG\r\n"),
        ("Drawing (SVG)", "graph.svg", b"<svg "),
        ("Claims (CSV)", "claims.csv", b"\xef\xbb\xbfsource,relation,target"),
        ("Graph (GraphML)", "graph.graphml", b"<?xml"),
    ],
)
def test_files_are_saved_offline(open_page, tmp_path, path, button, name, start):
    page = open_page(path)
    page.locator("#save summary").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    assert waiting.value.suggested_filename == name
    waiting.value.save_as(tmp_path / name)
    content = (tmp_path / name).read_bytes()
    assert content.startswith(start)
    assert len(content) > 5000
