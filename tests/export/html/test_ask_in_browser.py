"""Questions about two actors, the table, and the life of a treaty."""

import pytest

from kg.graph import claims_between, find_path

pytestmark = pytest.mark.browser
CLEAR_NODES = """() => kgPage.network.body.nodeIndices
  .filter((id) => kgPage.network.body.nodes[id].options.color.background.endsWith(",1)"))
  .map((id) => kgPage.nodes[id].entity).sort()"""
CLEAR_EDGES = """() => kgPage.drawn().edges
  .filter((edge) => /0\\.(6|9)/.test(kgPage.network.body.edges[edge.id].options.color.color))
  .map((edge) => edge.key)"""
FOCUSED = """() => {
  const element = document.activeElement;
  const label = element.labels && element.labels[0] ? element.labels[0].innerText : "";
  return [element.tagName, element.id, element.getAttribute("aria-label") || element.innerText || label];
}"""


def name_two(page, first, second):
    page.get_by_role("button", name="Ask", exact=True).click()
    for label, name in (("First actor", first), ("Second actor", second)):
        page.get_by_role("combobox", name=label).fill(name)
        page.keyboard.press("Enter")


def test_the_chain_between_two_has_a_sentence_a_step(open_page, drawn, count_pixels, path, graph):
    page = open_page(path)
    before = count_pixels(page)
    name_two(page, "Hezbollah", "Ukraine")
    page.get_by_role("button", name="What links them?").click()
    wanted = find_path(graph, "hezbollah", "UKR")
    steps = page.locator(".chain > li")
    assert steps.count() == len(wanted) > 1
    assert all(step.locator("blockquote").count() == 1 for step in steps.all())
    assert len(page.evaluate(CLEAR_EDGES)) == len(wanted)
    assert count_pixels(page) != before
    assert page.url.endswith("#path=hezbollah,UKR")


def test_without_a_chain_it_says_so(open_page, path):
    page = open_page(path, fragment="#path=RUS,g20")
    assert "No chain" in page.locator("#panel").inner_text()


def test_two_actors_show_their_claims_both_ways(open_page, path, corpus):
    page = open_page(path)
    name_two(page, "Russia", "United States")
    page.get_by_role("button", name="How do they stand?").click()
    for summary in page.locator("#panel summary").all():
        summary.click()
    page.wait_for_function("() => !document.querySelector('#panel details[open] > summary:only-child')")
    wanted = claims_between(corpus, "RUS", "USA")
    assert page.locator("#panel blockquote").count() == len(wanted) > 0
    assert page.evaluate(CLEAR_NODES) == ["RUS", "USA"]


def test_the_score_stands_up_for_cooperation_and_down_for_conflict(open_page, path):
    page = open_page(path, fragment="#pair=RUS,UKR")
    chart = page.locator(".scores svg")
    assert "2022 -" in chart.get_attribute("aria-label")
    bars = chart.evaluate(
        "(svg) => Array.from(svg.querySelectorAll('rect'), (bar) => Number(bar.getAttribute('y')))"
    )
    assert bars
    assert all(top >= 45 for top in bars)


def test_the_table_is_of_what_is_chosen_and_can_be_sorted(open_page, drawn, path, graph):
    page = open_page(path, fragment="#node=UKR")
    page.get_by_role("button", name="Table").click()
    names = page.locator("#table tbody tr td:nth-child(1), #table tbody tr td:nth-child(3)")
    rows = page.locator("#table tbody tr")
    near = [
        data
        for *ends, data in graph.edges(data=True)
        if "UKR" in ends and data["status"] in ("", "attributed")
    ]
    assert rows.count() == len(near)
    assert names.filter(has_text="Ukraine").count() >= len(near)
    page.get_by_role("columnheader", name="Source", exact=True).get_by_role("button").click()
    first = page.locator("#table tbody tr td:nth-child(1)").all_inner_texts()
    assert first == sorted(first)
    page.keyboard.press("Enter")
    assert page.locator("#table tbody tr td:nth-child(1)").all_inner_texts() == sorted(first, reverse=True)
    assert page.get_by_role("columnheader", name="Source ↓").get_attribute("aria-sort") == "descending"


def test_a_treaty_shows_its_stages_in_order(open_page, tmp_path, treaty_path):
    page = open_page(treaty_path, fragment="#node=inf-treaty")
    life = [" ".join(text.split()) for text in page.locator(".life li").all_inner_texts()]
    assert life == [
        "1987-12-08 signed by Russia, United States",
        "told 2018-11 withdrawn by United States possible",
        "2019 withdrawn by United States",
    ]
    page.locator(".life button").first.click()
    assert "signed the INF Treaty" in page.locator("#panel").inner_text()


def test_a_claim_can_be_cited_and_read_in_context(open_page, treaty_path):
    page = open_page(
        treaty_path,
        fragment="#edge=USA%20PARTY_TO%20inf-treaty",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.get_by_role("button", name="Copy citation").first.click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("() => navigator.clipboard.readText()") == (
        "“The United States signed the INF Treaty in 1987.” Arms control, Review A, 2018-11-27, arms.txt."
    )
    page.get_by_role("button", name="In context").first.click()
    assert "Russia signed the INF Treaty" in page.locator(".context").first.inner_text()


def test_keys_alone_lead_through_the_page(open_page, path):
    page = open_page(path)
    page.keyboard.press("/")
    page.keyboard.type("minsk")
    page.keyboard.press("Enter")
    focused = []
    for _ in range(60):
        page.keyboard.press("Tab")
        focused.append(page.evaluate(FOCUSED))
    ids = [name for _, name, _ in focused]
    assert ids.index("back") < ids.index("ask") < ids.index("fit") < ids.index("only")
    assert all(text.strip() for tag, _, text in focused if tag in ("BUTTON", "INPUT", "SELECT", "SUMMARY"))
