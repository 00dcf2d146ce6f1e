"""Titles of treaties and laws are found whole."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.model import Block, Document
from kg.ner import find_mentions

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
    "pan-Europe process",
    "Agreement on a Timetable for the Negotiation of a Firm and Lasting Peace",
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
    [
        "The Treaty was signed.",
        "They met at the Republican National Convention.",
        "It was common law.",
        "They prayed for Peace on Earth.",
        "Their post-treaty policy failed.",
        "They wrote Resolutions and treaties.",
        "A draft Presidential memorandum was read.",
        "The Russian declaration came as war began.",
        "They had Russia deal with conflicts.",
    ],
)
def test_a_head_alone_is_no_title(find, text: str) -> None:
    assert not [mention for mention in find(text) if mention.type in ("TREATY", "LAW")]


def test_a_day_is_no_part_of_a_treaty(lexicon) -> None:
    words = ["He", "left", "the", "nuclear", "agreement", "with", "Syria", "on", "Tuesday"]
    doc = Doc(
        spacy.blank("en").vocab, words=words, heads=[1, 1, 4, 4, 1, 4, 5, 4, 7], deps=["dep"] * 9,
        pos=["PRON", "VERB", "DET", "ADJ", "NOUN", "ADP", "PROPN", "ADP", "PROPN"],
        ents=["O"] * 8 + ["B-DATE"],
    )  # fmt: skip
    found = find_mentions(doc, Document("d", doc.text, blocks=(Block(0, len(doc.text)),)), lexicon)
    assert "nuclear agreement with Syria" in [mention.text for mention in found]


def test_what_a_place_is_declared_to_be_belongs_to_the_title(find) -> None:
    title = "Declaration of the Indian Ocean as a Zone of Peace"
    found = find(f"They keep to the {title}.", ("the Indian Ocean", "LOC"))
    assert title in [mention.text for mention in found]


def test_a_hyphenated_subject_belongs_to_the_description(find) -> None:
    (mention,) = [
        mention
        for mention in find("They broke the non-aggression pact with Syria.")
        if mention.type == "TREATY"
    ]
    assert mention.text == "non-aggression pact with Syria"


def test_agreements_of_two_places_are_named_by_both(find) -> None:
    text = "They keep the Agreements of Lusaka and Pretoria."
    found = find(text, ("Lusaka", "GPE"), ("Pretoria", "GPE"))
    assert "Agreements of Lusaka and Pretoria" in [mention.text for mention in found]
