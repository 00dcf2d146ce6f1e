"""What belongs to the page, and what only looks so."""

import pytest

from kg.corpus.boilerplate import is_boilerplate

PAGE = [
    "Source: Getty",
    "Photo: Jane Doe/Reuters",
    "Image credit: Oslo Herald",
    "Photo by Jane Doe via Getty Images",
    "© 2021 The Oslo Herald",
    "All rights reserved.",
    "The Oslo Forum does not take institutional positions on public policy issues; the views represented "
    "herein are those of the author(s).",
    "The opinions expressed here are solely those of the author.",
    "The views in this article do not necessarily reflect those of the Oslo Herald.",
    "Subscribe to our newsletter for news from Oslo",
    "Read more: Why treaties fail",
    "(Reporting by Jane Doe in Oslo; Editing by John Roe)",
    "Additional reporting by Jane Doe.",
    "This site uses cookies to improve your visit.",
    "Published on November 27, 2018",
    "Last updated: 3 May 2021, 10:15 GMT",
    "New York, 26 September 2017",
    "5 min read",
    "https://example.org/peace",
    "press@example.org",
    "***",
    "24",
    "This interview has been edited for length and clarity.",
    "END 2:40 P.M. EST",
    "Tags: Norway, Turkey",
]
TEXT = [
    "Sources in Ankara said that Turkey would leave.",
    "The source of the conflict: water.",
    "Read the treaty and you will see that Norway never promised ships.",
    "Published figures show that Turkey sells more drones than ever before to its neighbours.",
    "The views of Norway are not those of the alliance.",
    "Share of the vote fell in Turkey.",
    "Copyrights and patents divided China and the United States for decades, and " * 6,
    "Norway signed on 3 May 2021.",
    "Read more widely, the treaty is less a bargain than a truce, and the states that signed it knew as much "
    "when they met in Vienna, for none of them expected it to last.",
    "Donated tanks reached Kyiv.",
    "(c) Their own political organization adapted to the needs of the people.",
]


@pytest.mark.parametrize("line", PAGE)
def test_the_page(line):
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", TEXT)
def test_the_text(line):
    assert not is_boilerplate(line)
