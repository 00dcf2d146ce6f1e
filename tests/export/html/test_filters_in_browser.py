"""Each filter, by what is drawn; and the address that holds them all."""

import pytest

from kg.graph import build_graph
from kg.model import Corpus

pytestmark = pytest.mark.browser
ASSERTED = ("", "attributed")


@pytest.fixture(scope="session")
def edges_with(corpus, types):
    """The keys of the asserted edges that are left if only claims that pass a test are kept."""

    def choose(is_kept, statuses=ASSERTED):
        extractions = [
            type(item)(
                **{
                    name: getattr(item, name) for name in type(item).__slots__ if name != "claims"
                },
                claims=tuple(claim for claim in item.claims if is_kept(claim, item.document)),
            )
            for item in corpus.extractions
        ]  # fmt: skip
        kept = Corpus(tuple(extractions), corpus.entities, corpus.source_groups)
        graph = build_graph(kept, types)
        return {key for *_, key, data in graph.edges(keys=True, data=True) if data["status"] in statuses}

    return choose


def open_section(page, title):
    page.locator("#filters summary", has_text=title).click()


def are_within(claim, document, first, last):
    days = [day for day in (claim.time_start, claim.time_end) if day] or [document.date or ""]
    return bool(days[0]) and days[0][:4] <= last and days[-1][:4] >= first


def test_a_single_relation_can_be_left_out(open_page, drawn, count_pixels, path, edges_with):
    page = open_page(path)
    before = count_pixels(page)
    open_section(page, "Relations")
    page.get_by_label("accuse").uncheck()
    assert set(drawn(page)["edges"]) == edges_with(lambda claim, _: claim.type != "ACCUSE")
    assert count_pixels(page) != before
    assert page.get_by_label("Verbal conflict").evaluate("(box) => box.indeterminate")
    page.get_by_label("Verbal conflict").uncheck()
    assert not [key for key in drawn(page)["edges"] if " THREATEN " in key or " ACCUSE " in key]


def test_one_switch_shows_all_statuses(open_page, drawn, count_pixels, path, graph):
    page = open_page(path)
    before = count_pixels(page)
    page.get_by_text("All statuses").click()
    assert set(drawn(page)["edges"]) == {key for *_, key in graph.edges(keys=True)}
    assert count_pixels(page) != before
    assert page.get_by_label("denied").is_checked()
    page.get_by_text("Asserted", exact=True).click()
    assert count_pixels(page) == before


def test_confidence_leaves_the_surer_claims(open_page, drawn, path, edges_with):
    page = open_page(path)
    open_section(page, "Evidence")
    page.get_by_label("Confidence, at least").fill("0.9")
    assert set(drawn(page)["edges"]) == edges_with(lambda claim, _: claim.confidence >= 0.9)


@pytest.mark.parametrize(
    ("label", "field", "value"), [("Publisher", "publisher", "Review A"), ("Document", "id", "iran.md")]
)
def test_one_source_can_be_chosen(open_page, drawn, path, edges_with, label, field, value):
    page = open_page(path)
    open_section(page, "Evidence")
    page.get_by_label(label).select_option(value)
    wanted = edges_with(lambda _, document: getattr(document, field) == value)
    assert set(drawn(page)["edges"]) == wanted != set()


def test_the_time_is_chosen_by_two_handles(open_page, drawn, count_pixels, path, edges_with):
    page = open_page(path)
    before = count_pixels(page)
    first, last = (page.get_by_label(name, exact=True) for name in ("From", "To"))
    begin = int(first.get_attribute("aria-valuetext"))
    last.focus()
    for _ in range(2022 - 2017):
        page.keyboard.press("ArrowLeft")
    assert last.get_attribute("aria-valuetext") == "2017"
    assert set(drawn(page)["edges"]) == edges_with(
        lambda claim, document: are_within(claim, document, "0", "2017")
    )
    first.fill(str(2015 - begin))
    wanted = edges_with(lambda claim, document: are_within(claim, document, "2015", "2017"))
    assert set(drawn(page)["edges"]) == wanted != set()
    assert count_pixels(page) < before
    assert "from=2015&to=2017" in page.url


def test_handles_do_not_pass_each_other(open_page, path):
    page = open_page(path, fragment="#to=2016")
    first = page.get_by_label("From", exact=True)
    first.fill(first.get_attribute("max"))
    assert first.get_attribute("aria-valuetext") == "2016"


def test_counts_follow_the_other_filters(open_page, path):
    page = open_page(path)
    row = page.locator("#filters label", has_text="stated as fact").locator("output")
    before = int(row.inner_text())
    page.locator("#filters label", has_text="People").first.uncheck()
    assert 0 < int(row.inner_text()) < before


def test_sources_are_counted_anew_for_what_is_kept(open_page, path):
    page = open_page(path, fragment="#document=arms.txt&edge=RUS%20VIOLATES%20inf-treaty%20(attributed)")
    assert "1 distinct statement from 1 independent source" in page.locator("#panel").inner_text()


def test_reset_takes_all_back(open_page, drawn, path):
    page = open_page(path)
    before = drawn(page)
    page.locator("#filters label", has_text="States").first.uncheck()
    page.get_by_label("conflictual").uncheck()
    assert page.locator(".chip").count() == 2
    page.locator(".chip").first.click()
    assert page.locator(".chip").count() == 1
    page.get_by_role("button", name="Reset filters").click()
    assert drawn(page) == before
    assert page.locator("#chips").is_hidden()


VIEWS = (
    "node=RUS&depth=2&only=1&status=!denied,possible",
    "pair=RUS,USA&entity=!PERSON&sign=1,-1",
    "path=USA,UKR&relation=!ACCUSE&from=2015&to=2018",
    "edge=CHN%20COOPERATE%20RUS&sources=1&confidence=0.5&publisher=Review%20A",
    "voice=USA&against=putin&status=all",
    "document=iran.md&voice=(text)&rollup=1&communities=1&together=1",
)


@pytest.mark.parametrize("view", VIEWS)
def test_the_address_brings_the_view_back(open_page, drawn, count_pixels, path, view):
    first = open_page(path, fragment=f"#{view}")
    first.get_by_role("button", name="Fit").click()
    second = open_page(path, fragment=first.url[first.url.index("#") :])
    assert second.url == first.url
    assert drawn(second) == drawn(first)
    assert second.locator(".chip").all_inner_texts() == first.locator(".chip").all_inner_texts()
    assert second.locator("#panel").inner_text() == first.locator("#panel").inner_text()
    assert count_pixels(second) == count_pixels(first) > 100


def test_back_and_forward_go_through_what_was_looked_at(open_page, path):
    page = open_page(path)
    title = page.locator("#panel h2")
    for entity in ("RUS", "jcpoa"):
        page.evaluate("(entity) => kgPage.select({node: kgPage.idOfEntity.get(entity)})", entity)
    page.get_by_role("button", name="Back", exact=True).click()
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === 'Russia'")
    page.go_back()
    page.wait_for_function("() => document.querySelector('#panel h2').textContent.startsWith('Every')")
    assert page.locator("#back").is_disabled()
    page.go_forward()
    page.get_by_role("button", name="Forward", exact=True).click()
    page.wait_for_function("() => document.querySelector('#panel h2').textContent.startsWith('Joint')")
    assert title.inner_text() == "Joint Comprehensive Plan of Action"


@pytest.mark.parametrize(
    "fragment",
    [
        "#node=%E0%A4%A&status=<b>",
        "#pair=RUS&from=x&to=-1",
        "#voice=__proto__&depth=99&confidence=NaN",
        "#entity=&sign=,,",
    ],
)
def test_a_broken_address_does_no_harm(open_page, path, fragment):
    page = open_page(path, fragment=fragment)
    assert page.evaluate("() => kgPage.network.getScale()") > 0
    assert "Every edge" in page.locator("#panel").inner_text()
