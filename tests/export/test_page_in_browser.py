"""The page in a real browser, offline: what is drawn, what a click shows, and that nothing of a text runs."""

import html
import os
import shutil
from collections import Counter
from itertools import combinations

import pytest

from kg.export import render_page, write_page
from kg.graph import build_cooccurrence_graph, build_graph

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
DRAWN_PIXELS = """() => {
  const canvas = document.querySelector("#canvas canvas");
  const copy = Object.assign(document.createElement("canvas"), {width: canvas.width, height: canvas.height});
  const brush = copy.getContext("2d", {willReadFrequently: true});
  brush.drawImage(canvas, 0, 0);
  const pixels = brush.getImageData(0, 0, canvas.width, canvas.height).data;
  let drawn = 0;
  for (let place = 0; place < pixels.length; place += 4) {
    const isGround = pixels[place + 3] === 0 || pixels[place] + pixels[place + 1] + pixels[place + 2] === 765;
    drawn += isGround ? 0 : 1;
  }
  return drawn;
}"""


@pytest.fixture(scope="module")
def browser():
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if not program:
        reason = f"no browser; install one of {', '.join(PROGRAMS)}"
        if os.environ.get("CI") or os.environ.get("KG_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser):
    """Opens a file and returns the page; afterwards no request and no complaint must have been made."""
    seen, contexts = Counter(), []

    def open_file(path, *, fragment="", **options):
        context = browser.new_context(offline=True, viewport={"width": 1300, "height": 850}, **options)
        contexts.append(context)
        page = context.new_page()
        address = path.as_uri()
        page.on(
            "request",
            lambda request: seen.update([request.url] if request.url.split("#")[0] != address else []),
        )
        page.on("console", lambda message: seen.update([f"{message.type}: {message.text}"]))
        page.on("pageerror", lambda error: seen.update([str(error)]))
        page.on("dialog", lambda dialog: (seen.update([dialog.message]), dialog.dismiss()))
        page.goto(address + fragment)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert seen == Counter()


@pytest.fixture(scope="module")
def path(tmp_path_factory, corpus, graph, together, types):
    place = tmp_path_factory.mktemp("page") / "graph.html"
    return write_page(corpus, graph, together, types, place, title="Arms, sanctions and talks")


@pytest.fixture(scope="module")
def big_path(tmp_path_factory, big_corpus, types):
    place = tmp_path_factory.mktemp("big") / "graph.html"
    graph, together = build_graph(big_corpus, types), build_cooccurrence_graph(big_corpus)
    return write_page(big_corpus, graph, together, types, place, title="Big")


@pytest.fixture(scope="module")
def hostile_path(tmp_path_factory, hostile_corpus, hostile_graph, hostile_together, types):
    place = tmp_path_factory.mktemp("hostile") / "graph.html"
    title = "</title><img src=x onerror=window.hacked=1>"
    return write_page(hostile_corpus, hostile_graph, hostile_together, types, place, title=title)


def drawn(page):
    return page.evaluate(
        """() => {
          const shown = kgPage.drawn();
          return {edges: shown.edges.map((edge) => edge.key), nodes: shown.nodes.size};
        }"""
    )


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


def test_the_graph_is_drawn(open_page, path):
    page = open_page(path)
    assert page.evaluate(DRAWN_PIXELS) > 5000
    places = page.evaluate("() => Object.values(kgPage.network.getPositions())")
    assert len({(place["x"], place["y"]) for place in places}) == len(places) == drawn(page)["nodes"]


def test_it_opens_on_what_is_stated_and_attributed(open_page, path, graph):
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
def test_filters_change_what_is_drawn(open_page, path, label, key, is_drawn_first):
    page = open_page(path)
    before = page.evaluate(DRAWN_PIXELS), page.locator("#counts").inner_text()
    assert (key in drawn(page)["edges"]) is is_drawn_first
    page.locator("#filters").get_by_label(label).click()
    assert (key in drawn(page)["edges"]) is not is_drawn_first
    page.wait_for_function(
        "(before) => document.querySelector('#counts').textContent !== before", arg=before[1]
    )
    page.wait_for_timeout(100)
    assert page.evaluate(DRAWN_PIXELS) != before[0]


def test_seen_together_is_apart_and_off_at_first(open_page, path, together):
    page = open_page(path)
    stated = len(drawn(page)["edges"])
    page.get_by_label("Seen together").check()
    assert len(drawn(page)["edges"]) == stated + together.number_of_edges()
    page.evaluate("() => kgPage.select({edge: kgPage.idOfKey.get('CHN CO_OCCURS IRN')})")
    assert "no relation is stated" in page.locator("#panel").inner_text()


def test_minimum_of_sources_leaves_what_two_printed(open_page, path, graph):
    page = open_page(path)
    page.locator("#filters input[type=range]").fill("2")
    wanted = {key for *_, key, data in graph.edges(keys=True, data=True) if data["sources"] >= 2}
    assert set(drawn(page)["edges"]) == wanted


def test_the_table_holds_the_same_relations(open_page, path):
    page = open_page(path)
    page.get_by_role("button", name="Table").click()
    assert page.locator("#table tbody tr").count() == len(drawn(page)["edges"])
    page.locator("#table tbody tr").first.get_by_role("button").nth(1).click()
    assert "3 distinct statements" in page.locator("#panel").inner_text()


def labels(page):
    """What is written on the canvas, each with its box, after the next frame."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.evaluate("() => kgPage.labels()")


def list_clashes(found):
    return [
        (a["text"], b["text"]) for a, b in combinations(found, 2)
        if a["left"] < b["right"] - 0.01 and b["left"] < a["right"] - 0.01
        and a["top"] < b["bottom"] - 0.01 and b["top"] < a["bottom"] - 0.01
    ]  # fmt: skip


def show_from_near(page, node):
    page.evaluate(
        "(id) => kgPage.network.moveTo({position: kgPage.network.getPositions([id])[id], scale: 3})", node
    )
    return labels(page)


@pytest.mark.parametrize("size", [(1400, 900), (1000, 700), (500, 700)])
@pytest.mark.parametrize("name", ["path", "big_path"])
def test_no_two_labels_overlap_and_none_is_cut(open_page, request, name, size):
    page = open_page(request.getfixturevalue(name))
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.wait_for_timeout(200)
    found, box = labels(page), page.locator("#canvas").bounding_box()
    assert len(found) > 8
    assert list_clashes(found) == []
    for label in found:
        assert 0 <= label["left"] < label["right"] <= box["width"]
        assert 0 <= label["top"] < label["bottom"] <= box["height"]


def test_no_label_is_behind_the_filters(open_page, path):
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


def test_a_hidden_label_appears_when_zoomed_in(open_page, big_path):
    page = open_page(big_path)
    named = {label["id"] for label in labels(page) if label["kind"] == "node"}
    hidden = page.evaluate("() => Array.from(kgPage.drawn().nodes)")
    node = next(node for node in hidden if node not in named)
    found = show_from_near(page, node)
    assert node in {label["id"] for label in found if label["kind"] == "node"}
    assert list_clashes(found) == []


def test_a_selected_node_and_its_neighbours_have_names(open_page, big_path):
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


def test_treaties_are_named_first(open_page, path):
    page = open_page(path)
    treaties = page.evaluate(
        """() => kgPage.nodes.filter((node) => node.type === "TREATY")
          .map((node) => node.id).filter((id) => kgPage.drawn().nodes.has(id))"""
    )
    found = {label["id"]: label for label in labels(page) if label["kind"] == "node"}
    assert len(treaties) == 3
    assert all(found[treaty]["font"].startswith("bold") for treaty in treaties)


def test_a_long_name_is_shortened_on_the_canvas_only(open_page, path):
    page = open_page(path, fragment="#node=jcpoa")
    number = page.evaluate("() => kgPage.idOfEntity.get('jcpoa')")
    texts = {label["id"]: label["text"] for label in labels(page) if label["kind"] == "node"}
    assert texts[number] == "Joint Comprehensive Plan…"
    assert page.locator("#panel h2").inner_text() == "Joint Comprehensive Plan of Action"


def test_a_click_on_a_label_selects(open_page, path):
    page = open_page(path)
    label = next(label for label in labels(page) if label["text"] == "Ukraine")
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(
        box["x"] + (label["left"] + label["right"]) / 2, box["y"] + (label["top"] + label["bottom"]) / 2
    )
    assert page.locator("#panel h2").inner_text() == "Ukraine"


def test_relations_are_written_where_they_are_chosen(open_page, path):
    page = open_page(path)
    before = [label["text"] for label in labels(page) if label["kind"] == "edge"]
    page.evaluate("() => kgPage.select({node: kgPage.idOfEntity.get('RUS')})")
    chosen = labels(page)
    assert "assault" in [label["text"] for label in chosen if label["kind"] == "edge"]
    assert list_clashes(chosen) == []
    page.evaluate("() => kgPage.select({})")
    assert [label["text"] for label in labels(page) if label["kind"] == "edge"] == before


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


def test_it_lives_in_a_sandboxed_frame(open_page, tmp_path, corpus, graph, together, types):
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
    assert shown.evaluate(DRAWN_PIXELS) > 5000


def test_nothing_of_a_hostile_document_runs(open_page, hostile_path, hostile_graph):
    page = open_page(hostile_path)
    assert page.evaluate(DRAWN_PIXELS) > 500
    for number in range(len(hostile_graph)):
        page.evaluate("(id) => kgPage.select({node: id})", number)
        for summary in page.locator("#panel summary").all():
            summary.click()
    page.get_by_role("button", name="Table").click()
    page.locator("#search").fill("a")
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


def test_a_big_graph_shows_all_when_asked(open_page, big_path, big_corpus, types):
    page = open_page(big_path)
    first = drawn(page)
    assert 100 < first["nodes"] <= 300
    page.get_by_role("button", name="Show all (400)").click()
    assert drawn(page)["nodes"] == 400
    assert len(drawn(page)["edges"]) == build_graph(big_corpus, types).number_of_edges()
