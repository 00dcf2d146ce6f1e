"""A browser without a network, and pages written once for all tests."""

import os
import shutil
from collections import Counter
from itertools import combinations

import pytest

from kg.export import write_page
from kg.graph import build_cooccurrence_graph, build_graph
from kg.model import Document, Entity

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
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


@pytest.fixture(scope="session")
def browser():
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if not program:
        reason = f"no browser; install one of {', '.join(PROGRAMS)}"
        if os.environ.get("CI") or os.environ.get("KG_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    playwright = pytest.importorskip("playwright.sync_api")
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
        context.set_default_timeout(5000)
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
        page.evaluate(NEXT_FRAME)
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert seen == Counter()


@pytest.fixture(scope="session")
def path(tmp_path_factory, corpus, graph, together, types):
    place = tmp_path_factory.mktemp("page") / "graph.html"
    return write_page(corpus, graph, together, types, place, title="Arms, sanctions and talks")


@pytest.fixture(scope="session")
def big_path(tmp_path_factory, big_corpus, types):
    place = tmp_path_factory.mktemp("big") / "graph.html"
    graph, together = build_graph(big_corpus, types), build_cooccurrence_graph(big_corpus)
    return write_page(big_corpus, graph, together, types, place, title="Big")


@pytest.fixture(scope="session")
def hostile_path(tmp_path_factory, hostile_corpus, hostile_graph, hostile_together, types):
    place = tmp_path_factory.mktemp("hostile") / "graph.html"
    title = "</title><img src=x onerror=window.hacked=1>"
    return write_page(hostile_corpus, hostile_graph, hostile_together, types, place, title=title)


@pytest.fixture(scope="session")
def treaty_path(tmp_path_factory, make_small_corpus, types):
    """A treaty that two sign and one may leave, and leaves."""
    corpus = make_small_corpus(
        [
            {"doc": "arms.txt", "type": "PARTY_TO", "stage": "signed", "time_start": "1987-12-08",
             "marked": "{s RUS|Russia} {c|signed} the {t inf-treaty|INF Treaty} too."},
            {"doc": "arms.txt", "type": "PARTY_TO", "stage": "signed", "time_start": "1987-12-08",
             "marked": "{s USA|The United States} {c|signed} the {t inf-treaty|INF Treaty} in 1987."},
            {"doc": "arms.txt", "type": "WITHDRAWS_FROM", "stage": "withdrawn", "modality": "possible",
             "marked": "{s USA|The United States} may {c|leave} the {t inf-treaty|INF Treaty}."},
            {"doc": "arms.txt", "type": "WITHDRAWS_FROM", "stage": "withdrawn", "time_start": "2019-01-01",
             "time_end": "2019-12-31",
             "marked": "{s USA|The United States} {c|left} the {t inf-treaty|INF Treaty} in 2019."},
        ],
        {"arms.txt": Document("arms.txt", "", title="Arms control", publisher="Review A", date="2018-11-27")},
    )  # fmt: skip
    graph, together = build_graph(corpus, types), build_cooccurrence_graph(corpus)
    place = tmp_path_factory.mktemp("treaty") / "graph.html"
    return write_page(corpus, graph, together, types, place, title="A treaty")


@pytest.fixture(scope="session")
def world_corpus(make_small_corpus):
    """Names and sentences in three scripts, one of them from right to left."""
    entities = {key: Entity(key, name, "STATE") for key, name in
                {"CHN": "中华人民共和国", "IRN": "إيران", "UKR": "Україна"}.items()}  # fmt: skip
    lines = [
        {"doc": "a.txt", "type": "AID", "marked": "{s IRN|إيران} {c|تساعد} {t UKR|أوكرانيا}."},
        {"doc": "a.txt", "type": "CONSULT", "marked": "{s CHN|中国}与{t UKR|乌克兰}{c|会谈}。"},
    ]
    return make_small_corpus(lines, {"a.txt": Document("a.txt", "")}, entities)


@pytest.fixture(scope="session")
def drawn():
    """What the page draws: keys of edges, entities of nodes."""
    return lambda page: page.evaluate(
        """() => {
          const shown = kgPage.drawn();
          const name = (id) => kgPage.nodes[id].entity;
          return {edges: shown.edges.map((edge) => edge.key), nodes: Array.from(shown.nodes, name).sort()};
        }"""
    )


@pytest.fixture(scope="session")
def count_pixels():
    """How many points of the canvas are not ground, after the next frame."""

    def count(page):
        page.evaluate(NEXT_FRAME)
        return page.evaluate(DRAWN_PIXELS)

    return count


@pytest.fixture(scope="session")
def labels():
    """What is written on the canvas, each with its box, after the next frame."""

    def read(page):
        page.evaluate(NEXT_FRAME)
        return page.evaluate("() => kgPage.labels()")

    return read


@pytest.fixture(scope="session")
def list_clashes():
    """The pairs of labels that overlap."""

    def compare(found):
        return [
            (a["text"], b["text"]) for a, b in combinations(found, 2)
            if a["left"] < b["right"] - 0.01 and b["left"] < a["right"] - 0.01
            and a["top"] < b["bottom"] - 0.01 and b["top"] < a["bottom"] - 0.01
        ]  # fmt: skip

    return compare
