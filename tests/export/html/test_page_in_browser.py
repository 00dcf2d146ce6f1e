"""The page in a real browser, offline: what is drawn, what a click shows, and that nothing of a text runs."""

import html

import pytest

from kg.export import make_page, render_page, write_page
from kg.graph import build_graph

pytestmark = pytest.mark.browser


def click_edge(page, key):
    """Click the middle of a straight edge, where it is on the screen."""
    box = page.locator("#canvas").bounding_box()
    place = page.evaluate(
        """(key) => {
          const edge = kgPage.edges[kgPage.idOfKey.get(key)];
          const ends = kgPage.network.getPositions([edge.from, edge.to]);
          const [a, b] = [ends[edge.from], ends[edge.to]];
          const middle = {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2};
          return kgPage.network.canvasToDOM(middle);
        }""",
        key,
    )
    page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])


def click_node(page, entity):
    box = page.locator("#canvas").bounding_box()
    place = page.evaluate(
        "(id) => kgPage.network.canvasToDOM(kgPage.network.getPositions([id])[id])",
        page.evaluate("(entity) => kgPage.idOfEntity.get(entity)", entity),
    )
    page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])


def test_the_graph_is_drawn(open_page, drawn, count_pixels, path):
    page = open_page(path)
    assert count_pixels(page) > 5000
    places = page.evaluate("() => Object.values(kgPage.network.getPositions())")
    assert len({(place["x"], place["y"]) for place in places}) == len(places) == len(drawn(page)["nodes"])


def test_it_opens_on_what_is_stated_and_attributed(open_page, drawn, path, graph):
    page = open_page(path)
    wanted = {
        key for *_, key, data in graph.edges(keys=True, data=True) if data["status"] in ("", "attributed")
    }
    assert set(drawn(page)["edges"]) == wanted
    assert f"{len(wanted)} relations of {graph.number_of_edges()}" in page.locator("#counts").inner_text()


def test_a_click_on_an_edge_shows_its_sentence(open_page, path):
    page = open_page(path)
    click_edge(page, "ISR ASSAULT hezbollah")
    panel = page.locator("#panel")
    assert "Israel struck Hezbollah convoys." in panel.inner_text()
    assert [panel.locator(f"mark.{role}").inner_text() for role in ("source", "cue", "target")] == [
        "Israel",
        "struck",
        "Hezbollah",
    ]
    assert "A war of many fronts" in panel.inner_text()


def test_a_click_on_a_node_lists_its_claims(open_page, path):
    page = open_page(path)
    click_node(page, "IRN")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Iran"
    assert "UPHOLDS" in panel.inner_text().upper()
    panel.locator("summary", has_text="Hezbollah").click()
    panel.locator("blockquote").wait_for()
    assert "Iran arms Hezbollah, the United States says." in panel.inner_text()
    assert "according to United States" in panel.inner_text()
    page.keyboard.press("Escape")
    assert "Iran" not in panel.inner_text()


def test_status_speaker_and_sources_are_told(open_page, path):
    page = open_page(path, fragment="#edge=RUS%20VIOLATES%20inf-treaty%20(attributed%2C%20denied)")
    text = page.locator("#panel").inner_text()
    assert "denied" in text
    assert "according to Vladimir Putin" in text
    page = open_page(path, fragment="#edge=CHN%20COOPERATE%20RUS")
    assert "speaker: Dmitri Trenin" in page.locator("#panel").inner_text()
    page = open_page(path, fragment="#edge=RUS%20ASSAULT%20UKR")
    assert "3 distinct statements from 2 independent sources" in page.locator("#panel").inner_text()


def test_search_finds_aliases_without_accents(open_page, path):
    page = open_page(path)
    page.keyboard.press("/")
    page.keyboard.type("guterres anto")
    assert page.locator("#matches").inner_text() == "No such name"
    page.locator("#search").fill("antonio")
    assert "António Guterres" in page.locator("#matches li").first.inner_text()
    page.locator("#search").fill("KRÉMLIN")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Russia"
    assert page.url.endswith("#node=RUS")


def test_arrows_choose_among_the_matches(open_page, path):
    page = open_page(path)
    page.locator("#search").fill("united")
    names = page.locator("#matches li span").all_inner_texts()
    assert len(names) > 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == names[1]


@pytest.mark.parametrize(
    ("label", "key", "is_drawn_first"),
    [
        ("wished", "UKR MEMBER_OF nato (desired)", False),
        ("denied", "CHN SUPPORT UKR (denied)", False),
        ("conflictual", "RUS ASSAULT UKR", True),
        ("Material cooperation", "RUS AID SYR", True),
        ("Treaties", "USA PARTY_TO inf-treaty", True),
        ("attributed", "RUS VIOLATES inf-treaty (attributed)", True),
    ],
)
def test_filters_change_what_is_drawn(open_page, drawn, count_pixels, path, label, key, is_drawn_first):
    page = open_page(path)
    before = count_pixels(page), page.locator("#counts").inner_text()
    assert (key in drawn(page)["edges"]) is is_drawn_first
    if label == "Material cooperation":
        page.locator("#filters summary", has_text="Relations").click()
    page.locator("#filters").get_by_label(label).click()
    assert (key in drawn(page)["edges"]) is not is_drawn_first
    page.wait_for_function(
        "(before) => document.querySelector('#counts').textContent !== before", arg=before[1]
    )
    page.wait_for_timeout(100)
    assert count_pixels(page) != before[0]


def test_seen_together_is_apart_and_off_at_first(open_page, drawn, path, together):
    page = open_page(path)
    stated = len(drawn(page)["edges"])
    page.locator("#filters summary", has_text="Drawing").click()
    page.get_by_label("Seen together").check()
    assert len(drawn(page)["edges"]) == stated + together.number_of_edges()
    page.evaluate("() => kgPage.select({edge: kgPage.idOfKey.get('CHN CO_OCCURS IRN')})")
    assert "no relation is stated" in page.locator("#panel").inner_text()


def test_minimum_of_sources_leaves_what_two_printed(open_page, drawn, path, graph):
    page = open_page(path)
    page.locator("#filters summary", has_text="Evidence").click()
    page.get_by_label("Independent sources, at least").fill("2")
    wanted = {key for *_, key, data in graph.edges(keys=True, data=True) if data["sources"] >= 2}
    assert set(drawn(page)["edges"]) == wanted


def test_the_table_holds_the_same_relations(open_page, drawn, path):
    page = open_page(path)
    page.get_by_role("button", name="Table").click()
    assert page.locator("#table tbody tr").count() == len(drawn(page)["edges"])
    page.locator("#table tbody tr").first.get_by_role("button").nth(1).click()
    assert "3 distinct statements" in page.locator("#panel").inner_text()


def test_dark_mode_is_dark(open_page, path):
    page = open_page(path, color_scheme="dark")
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 29)"


@pytest.mark.parametrize("width", [500, 900, 1300])
def test_nothing_runs_over_the_edge(open_page, path, width):
    page = open_page(path, fragment="#node=jcpoa")
    page.set_viewport_size({"width": width, "height": 700})
    page.wait_for_timeout(100)
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator("#canvas").bounding_box()["height"] > 200


def test_it_lives_in_a_sandboxed_frame(open_page, count_pixels, tmp_path, corpus, graph, together, types):
    page = html.escape(render_page(corpus, graph, together, types, title="Arms"))
    frame = (
        f'<iframe sandbox="allow-scripts allow-downloads" width="1200" height="700" srcdoc="{page}"></iframe>'
    )
    place = tmp_path / "frame.html"
    place.write_text(f"<!DOCTYPE html><title>A notebook</title>{frame}", encoding="utf-8")
    shown = open_page(place).frames[1]
    shown.wait_for_function("() => window.kgPage")
    shown.evaluate("() => kgPage.select({node: kgPage.idOfEntity.get('RUS')})")
    assert shown.locator("#panel h2").inner_text() == "Russia"
    assert count_pixels(shown) > 5000


def test_a_sandboxed_frame_goes_back_without_an_address(open_page, tmp_path, corpus, graph, together, types):
    page = html.escape(render_page(corpus, graph, together, types, title="Arms"))
    place = tmp_path / "frame.html"
    frame = f'<iframe sandbox="allow-scripts" width="1200" height="700" srcdoc="{page}"></iframe>'
    place.write_text(f"<!DOCTYPE html><title>A notebook</title>{frame}", encoding="utf-8")
    shown = open_page(place).frames[1]
    shown.wait_for_function("() => window.kgPage")
    for entity in ("RUS", "USA"):
        shown.evaluate("(entity) => kgPage.select({node: kgPage.idOfEntity.get(entity)})", entity)
    shown.get_by_role("button", name="Back", exact=True).click()
    assert shown.locator("#panel h2").inner_text() == "Russia"


def test_nothing_of_a_hostile_document_runs(open_page, count_pixels, hostile_path, hostile_graph):
    page = open_page(hostile_path)
    assert count_pixels(page) > 500
    for number in range(len(hostile_graph)):
        page.evaluate("(id) => kgPage.select({node: id})", number)
        for summary in page.locator("#panel summary").all():
            summary.click()
    page.get_by_role("button", name="Table").click()
    page.locator("#search").fill("a")
    page.keyboard.press("Escape")
    for number in range(len(hostile_graph)):
        for ask in ("dyad", "path"):
            page.evaluate(
                "([id, ask]) => kgPage.select({pair: [id, (id + 1) % kgPage.nodes.length], ask})",
                [number, ask],
            )
    page.evaluate("() => document.querySelectorAll('#filters details').forEach((part) => (part.open = true))")
    for label in ("Publisher", "Document", "As stated by", "Compared with"):
        for number in range(3):
            page.get_by_label(label).select_option(index=number)
    page.locator(".chip").first.click()
    for number in range(hostile_graph.number_of_edges()):
        page.evaluate("(id) => kgPage.select({edge: id})", number)
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("img, a[href^='javascript']").count() == 0


def test_a_graph_without_claims_says_so(
    open_page, tmp_path, empty_corpus, empty_graph, empty_together, types
):
    page = open_page(
        write_page(empty_corpus, empty_graph, empty_together, types, tmp_path / "e.html", title="Nothing")
    )
    assert "No relation" in page.locator("#empty").inner_text()


def test_a_big_graph_shows_all_when_asked(open_page, drawn, big_path, big_corpus, types):
    page = open_page(big_path)
    first = drawn(page)
    assert 100 < len(first["nodes"]) <= 300
    page.get_by_role("button", name="Show all (400)").click()
    assert len(drawn(page)["nodes"]) == 400
    assert len(drawn(page)["edges"]) == build_graph(big_corpus, types).number_of_edges()


def test_the_script_puts_back_what_the_page_leaves_out(open_page, path, corpus, graph, together, types):
    wanted = make_page(corpus, graph, together, types, title="Arms")
    page = open_page(path)
    assert page.evaluate("() => kgPage.nodes") == wanted.nodes
    found = page.evaluate("() => kgPage.edges")
    assert [{name: edge[name] for name in row} for edge, row in zip(found, wanted.edges, strict=True)] == (
        wanted.edges
    )


def test_a_choice_taken_back_leaves_no_trace(open_page, big_path):
    page = open_page(big_path)
    read = """() => {
      const look = ({id, options}) => [id, JSON.stringify(options.color), options.width, options.borderWidth];
      const {nodes, edges} = kgPage.network.body;
      return [nodes, edges].map((items) => Object.values(items).map(look).sort());
    }"""
    node = page.evaluate("() => Array.from(kgPage.drawn().nodes)[0]")
    before = page.evaluate(read)
    page.evaluate("(node) => kgPage.select({node})", node)
    assert page.evaluate(read) != before
    page.evaluate("() => kgPage.select({})")
    assert page.evaluate(read) == before


def test_a_row_of_chips_is_drawn_with_the_rest(open_page, big_path):
    page = open_page(big_path)
    page.locator("#chips").wait_for(state="hidden")
    drawings = page.evaluate(
        """() => {
          let drawings = 0;
          kgPage.network.on("afterDrawing", () => { drawings += 1; });
          kgPage.filters.minimum = 2;
          kgPage.refresh();
          return drawings;
        }"""
    )
    assert page.locator("#chips").is_visible()
    assert drawings == 0
