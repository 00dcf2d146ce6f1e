"""Other views of the graph: a neighbourhood, states alone, claimants one by one or compared, communities."""

from math import hypot

import networkx as nx
import pytest

from kg.export import write_page
from kg.graph import build_cooccurrence_graph, build_graph, find_communities

pytestmark = pytest.mark.browser
COLOURS = """() => Object.fromEntries(kgPage.network.body.nodeIndices.map((id) =>
  [kgPage.nodes[id].entity, kgPage.network.body.nodes[id].options.color.background]))"""


@pytest.fixture(scope="session")
def ties(graph):
    """Who is linked by what the page draws at first."""
    chosen = [edge for edge in graph.edges(keys=True) if graph.edges[edge]["status"] in ("", "attributed")]
    return nx.Graph(graph.edge_subgraph(chosen))


def list_clear(page):
    """The nodes that are not faded, by their colour on the canvas."""
    colours = page.evaluate(COLOURS)
    return {entity for entity, colour in colours.items() if colour.replace(" ", "").endswith(",1)")}


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_the_neighbourhood_is_clear_and_the_rest_faded(open_page, path, ties, depth):
    page = open_page(path)
    page.evaluate("() => kgPage.select({node: kgPage.idOfEntity.get('PRK')})")
    page.get_by_role("radiogroup", name="Steps").get_by_text(str(depth)).click()
    assert list_clear(page) == set(nx.ego_graph(ties, "PRK", depth))
    assert len(page.evaluate(COLOURS)) == len(ties)


def test_only_the_neighbourhood_is_drawn_round_its_middle(open_page, drawn, count_pixels, path, ties):
    page = open_page(path, fragment="#node=RUS")
    before = page.evaluate("() => kgPage.network.getPositions()")
    page.get_by_role("button", name="Only these").click()
    assert set(drawn(page)["nodes"]) == {"RUS", *ties["RUS"]}
    assert len(list_clear(page)) == len(drawn(page)["nodes"])
    places = page.evaluate("() => Object.values(kgPage.network.getPositions())")
    gaps = [
        abs(one["x"] - other["x"]) + abs(one["y"] - other["y"])
        for one in places for other in places if one is not other
    ]  # fmt: skip
    assert min(gaps) > 40
    middle = page.evaluate("() => kgPage.network.getPositions()[kgPage.idOfEntity.get('RUS')]")
    radii = [
        hypot((place["x"] - middle["x"]) / 1.25, place["y"] - middle["y"])
        for place in places if place != middle
    ]  # fmt: skip
    assert max(radii) - min(radii) < 3
    assert count_pixels(page) > 3000
    page.keyboard.press("Escape")
    assert page.evaluate("() => kgPage.network.getPositions()") == before


def test_people_and_organs_stand_as_their_state(open_page, drawn, count_pixels, path, corpus, ties):
    page = open_page(path)
    before = count_pixels(page)
    page.locator("#filters summary", has_text="Drawing").click()
    page.get_by_label("People and organs as their state").check()
    people = {key for key, entity in corpus.entities.items() if entity.type == "PERSON" and entity.state}
    assert people & set(ties)
    assert not people & set(drawn(page)["nodes"])
    assert count_pixels(page) != before
    page.evaluate("() => kgPage.select({node: kgPage.idOfEntity.get('USA')})")
    assert "accuse" in page.locator("#panel").inner_text().lower()
    page.locator("#panel details", has_text="Russia").filter(has_not_text="INF").first.locator(
        "summary"
    ).click()
    ends = page.evaluate(
        """() => Object.values(kgPage.network.body.edges).flatMap((edge) => [edge.fromId, edge.toId])
          .map((id) => kgPage.nodes[id].entity)"""
    )
    assert not people & set(ends)


def test_a_rolled_up_edge_keeps_every_claim(open_page, path, corpus):
    page = open_page(path, fragment="#rollup=1&status=all")
    shown = page.evaluate(
        "() => kgPage.view().edges.filter((edge) => edge.stated).flatMap((edge) => edge.claims)"
    )
    states = {
        key: entity.state if entity.type == "PERSON" and entity.state else key
        for key, entity in corpus.entities.items()
    }
    kept = [
        claim for item in corpus.extractions for claim in item.claims
        if states[claim.source] != states[claim.target] or claim.source == claim.target
    ]  # fmt: skip
    assert len(shown) == len(set(shown)) == len(kept)


def test_the_graph_as_one_actor_states_it(open_page, drawn, count_pixels, path, corpus):
    page = open_page(path)
    before = count_pixels(page)
    page.locator("#filters summary", has_text="Whose view").click()
    page.get_by_label("As stated by").select_option("USA")
    said = {
        (claim.source, claim.type, claim.target) for item in corpus.extractions for claim in item.claims
        if claim.holders[-1:] == ("USA",) and claim.polarity == "affirmed" and claim.modality == "asserted"
    }  # fmt: skip
    assert {tuple(key.split(" (")[0].split(" ")) for key in drawn(page)["edges"]} == said
    assert 0 < count_pixels(page) < before
    assert "As stated by United States" in page.locator("#chips").inner_text()


def test_two_claimants_are_set_against_each_other(open_page, path):
    page = open_page(path)
    page.locator("#filters summary", has_text="Whose view").click()
    assert page.get_by_label("Compared with").is_disabled()
    page.get_by_label("As stated by").select_option("USA")
    page.get_by_label("Compared with").select_option("putin")
    stances = page.evaluate(
        """() => Object.fromEntries(kgPage.drawn().edges.map((edge) =>
          [edge.key.split(" (")[0],
           [edge.stance, kgPage.network.body.edges[edge.id].options.color.color]]))"""
    )
    stance, colour = stances["RUS VIOLATES inf-treaty"]
    assert (stance, colour.startswith("rgba(178,24,43,")) == ("conflict", True)
    assert "they disagree (1)" in page.locator("#chips").inner_text()
    assert {stance for stance, _ in stances.values()} <= {"a", "b", "both", "conflict"}
    assert "a" in {stance for stance, _ in stances.values()}
    page.evaluate(
        "(key) => kgPage.select({edge: kgPage.idOfKey.get(key)})", "RUS VIOLATES inf-treaty (attributed)"
    )
    text = page.locator("#panel").inner_text()
    assert "according to United States" in text
    assert "according to Vladimir Putin" in text


def test_communities_give_nodes_their_colours(open_page, path, graph):
    page = open_page(path)
    plain = page.evaluate(COLOURS)
    page.locator("#filters summary", has_text="Drawing").click()
    page.get_by_label("Colour by community").check()
    colours = page.evaluate(COLOURS)
    groups = [group & set(colours) for group in find_communities(graph) if len(group) > 2]
    for group in groups:
        assert len({colours[entity] for entity in group}) == 1
    assert len({colours[min(group)] for group in groups}) == len(groups) > 1
    assert colours != plain


def test_every_script_of_the_world_is_shown(open_page, labels, tmp_path, world_corpus, types):
    graph = build_graph(world_corpus, types)
    page = open_page(
        write_page(
            world_corpus,
            graph,
            build_cooccurrence_graph(world_corpus),
            types,
            tmp_path / "w.html",
            title="世界",
        )
    )
    assert {label["text"] for label in labels(page) if label["kind"] == "node"} == {
        "中华人民共和国",
        "إيران",
        "Україна",
    }
    page.locator("#search").fill("україна")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Україна"
    page.evaluate("() => kgPage.select({edge: kgPage.idOfKey.get('IRN AID UKR')})")
    quote = page.locator("blockquote").first
    assert quote.evaluate("(element) => getComputedStyle(element).direction") == "rtl"
    assert quote.locator("mark.source").inner_text() == "إيران"
