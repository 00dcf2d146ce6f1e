"""The page in Firefox: drawn, searched and clicked, without a complaint."""

import pytest

pytestmark = pytest.mark.browser

FIREFOX = ("firefox-esr", "firefox")


@pytest.fixture(scope="module")
def found(run_script, small_page):
    return run_script("firefox.js", FIREFOX, small_page, "Iran")


def test_the_graph_is_drawn(found):
    assert found["version"].startswith("firefox")
    assert found["pixels"] > 5000


@pytest.mark.parametrize("way", ["searched", "clicked"])
def test_search_and_click_show_the_sentences(found, way):
    assert found[way].startswith("Iran\n")
    assert "Iran arms Hezbollah, the United States says." in found[way]


def test_nothing_is_complained_of(found):
    assert found["complaints"] == []
