"""Titles of treaties and laws are found whole."""

import pytest

TITLES = [
    "Treaty of Amity, Commerce and Navigation",
    "Intermediate-Range Nuclear Forces (INF) Treaty",
    "United Nations Framework Convention on Climate Change",
    "Convention on the Elimination of All Forms of Discrimination against Women",
    "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
    "Optional Protocol to the Convention on the Rights of the Child",
    "Countering America's Adversaries Through Sanctions Act",
    "Agreement establishing the World Trade Organization",
    "Treaty between Russia and Italy",
    "South Pacific nuclear free zone Treaty",
    "Minsk agreements",
    "Security Council resolution 242 (1967)",
    "Astana process",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_found_whole(find, title: str) -> None:
    found = find(f"In that year they signed the {title}.")
    assert title in [
        mention.text for mention in found if mention.type in ("TREATY", "LAW") and mention.kind == "name"
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "They signed the Treaty of Friendship and Alliance on 3 May 1950.",
            "Treaty of Friendship and Alliance",
        ),
        (
            "It ratified the Convention on Cluster Munitions and the Arms Trade Treaty.",
            "Convention on Cluster Munitions",
        ),
        ("It ratified the Convention on Cluster Munitions and the Arms Trade Treaty.", "Arms Trade Treaty"),
        ("Russia signed the Arms Trade Treaty, Syria did not.", "Arms Trade Treaty"),
    ],
)
def test_a_title_ends_where_another_thing_begins(find, text: str, title: str) -> None:
    assert title in [mention.text for mention in find(text) if mention.type == "TREATY"]


def test_several_resolutions_are_several_laws(find) -> None:
    found = find("They recalled Security Council resolutions 242 (1967) and 338 (1973).")
    assert [mention.text for mention in found if mention.type == "LAW"] == [
        "Security Council resolutions 242 (1967)",
        "338 (1973)",
    ]


def test_a_year_before_a_common_noun_makes_a_description(find) -> None:
    (mention,) = [
        mention for mention in find("Support for the 1987 arms pact waned.") if mention.type == "TREATY"
    ]
    assert (mention.text, mention.kind) == ("1987 arms pact", "description")


@pytest.mark.parametrize(
    "text",
    ["The Treaty was signed.", "They met at the Republican National Convention.", "It was common law."],
)
def test_a_head_alone_is_no_title(find, text: str) -> None:
    assert not [mention for mention in find(text) if mention.type in ("TREATY", "LAW")]
