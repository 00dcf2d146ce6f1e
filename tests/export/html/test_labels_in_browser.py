"""Names on the canvas: none over another, none cut, the most telling first."""

import pytest

pytestmark = pytest.mark.browser


def show_from_near(page, node):
    page.evaluate(
        "(id) => kgPage.network.moveTo({position: kgPage.network.getPositions([id])[id], scale: 3})", node
    )


@pytest.mark.parametrize("size", [(1400, 900), (1000, 700), (500, 700)])
@pytest.mark.parametrize("name", ["path", "big_path"])
def test_no_two_labels_overlap_and_none_is_cut(open_page, labels, list_clashes, request, name, size):
    page = open_page(request.getfixturevalue(name))
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.wait_for_timeout(200)
    found, box = labels(page), page.locator("#canvas").bounding_box()
    assert len(found) > 8
    assert list_clashes(found) == []
    for label in found:
        assert 0 <= label["left"] < label["right"] <= box["width"]
        assert 0 <= label["top"] < label["bottom"] <= box["height"]


def test_no_label_is_behind_the_filters(open_page, labels, path):
    page = open_page(path)
    page.set_viewport_size({"width": 1000, "height": 700})
    page.wait_for_timeout(200)
    assert page.locator("#filters").bounding_box()["width"] == 250
    assert min(label["left"] for label in labels(page)) >= 250


def test_the_network_fills_the_canvas(open_page, big_path):
    page = open_page(big_path)
    box = page.locator("#canvas").bounding_box()
    places = page.evaluate(
        """() => Object.values(kgPage.network.getPositions())
          .map((place) => kgPage.network.canvasToDOM(place))"""
    )
    spans = [
        (max(place[axis] for place in places) - min(place[axis] for place in places)) / box[side]
        for axis, side in (("x", "width"), ("y", "height"))
    ]
    assert max(spans) > 0.8
    assert min(spans) > 0.5


def test_a_hidden_label_appears_when_zoomed_in(open_page, drawn, labels, list_clashes, big_path):
    page = open_page(big_path)
    named = {label["id"] for label in labels(page) if label["kind"] == "node"}
    hidden = page.evaluate("() => Array.from(kgPage.drawn().nodes)")
    node = next(node for node in hidden if node not in named)
    show_from_near(page, node)
    found = labels(page)
    assert node in {label["id"] for label in found if label["kind"] == "node"}
    assert list_clashes(found) == []


def test_a_selected_node_and_its_neighbours_have_names(open_page, drawn, labels, big_path):
    page = open_page(big_path)
    named = {label["id"] for label in labels(page) if label["kind"] == "node"}
    node = next(node for node in page.evaluate("() => Array.from(kgPage.drawn().nodes)") if node not in named)
    page.evaluate("(id) => kgPage.select({node: id})", node)
    found = {label["id"] for label in labels(page) if label["kind"] == "node"}
    near = page.evaluate(
        """(id) => kgPage.drawn().edges.filter((edge) => edge.from === id || edge.to === id)
          .flatMap((edge) => [edge.from, edge.to])""",
        node,
    )
    assert node in found
    assert found <= set(near)


def test_treaties_are_named_first(open_page, drawn, labels, path):
    page = open_page(path)
    treaties = page.evaluate(
        """() => kgPage.nodes.filter((node) => node.type === "TREATY")
          .map((node) => node.id).filter((id) => kgPage.drawn().nodes.has(id))"""
    )
    found = {label["id"]: label for label in labels(page) if label["kind"] == "node"}
    assert len(treaties) == 3
    assert all(found[treaty]["font"].startswith("bold") for treaty in treaties)


def test_a_long_name_is_shortened_on_the_canvas_only(open_page, labels, path):
    page = open_page(path, fragment="#node=jcpoa")
    number = page.evaluate("() => kgPage.idOfEntity.get('jcpoa')")
    texts = {label["id"]: label["text"] for label in labels(page) if label["kind"] == "node"}
    assert texts[number] == "Joint Comprehensive Plan…"
    assert page.locator("#panel h2").inner_text() == "Joint Comprehensive Plan of Action"


def test_a_click_on_a_label_selects(open_page, labels, path):
    page = open_page(path)
    label = next(label for label in labels(page) if label["text"] == "Ukraine")
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(
        box["x"] + (label["left"] + label["right"]) / 2, box["y"] + (label["top"] + label["bottom"]) / 2
    )
    assert page.locator("#panel h2").inner_text() == "Ukraine"


def test_relations_are_written_where_they_are_chosen(open_page, labels, list_clashes, path):
    page = open_page(path)
    before = [label["text"] for label in labels(page) if label["kind"] == "edge"]
    page.evaluate("() => kgPage.select({node: kgPage.idOfEntity.get('RUS')})")
    chosen = labels(page)
    assert "assault" in [label["text"] for label in chosen if label["kind"] == "edge"]
    assert list_clashes(chosen) == []
    page.evaluate("() => kgPage.select({})")
    assert [label["text"] for label in labels(page) if label["kind"] == "edge"] == before
