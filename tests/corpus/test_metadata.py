"""What the top of a text tells of itself."""

import pytest

from kg.corpus import find_blocks
from kg.corpus.metadata import Metadata, read_metadata

BODY = "Norway signed the pact on 1 April 2020, and Turkey will follow in the summer of 2031, its envoy said."


def read(text, **options):
    return read_metadata(text, find_blocks(text, **options))


def test_a_page_of_a_think_tank():
    text = (
        f"Source: Getty\n\nWhat Does Ankara Want From the Summit?\n\nPublished on November 27, 2018\n\n{BODY}"
    )
    assert read(text) == Metadata(title="What Does Ankara Want From the Summit?", date="2018-11-27")


def test_a_report_of_an_agency():
    text = f"Norway signs pact\n\nBy Jane Doe and John Roe\n\nOSLO, Nov. 27, 2018 (Reuters) - {BODY}"
    assert read(text) == Metadata("Norway signs pact", "Jane Doe, John Roe", "Reuters", "2018-11-27")


def test_a_title_in_sentence_case_and_a_paper_named_beside_the_date():
    title = "After the storm: what is left of the U.S. pledge to Norway, and who will keep it?"
    told = read(f"{title}\n\nThe Oslo Herald\n3 May 2021\n\n{BODY}")
    assert told == Metadata(title=title, publisher="The Oslo Herald", date="2021-05-03")


def test_front_matter_wins():
    matter = "---\ntitle: Peace\ndate: 3 May 2021\nauthors:\n  - Ana Silva\n  - Bo Li\n---\n"
    told = read(f"{matter}# War\n\nBy Jane Doe\n\n{BODY}", markdown=True)
    assert (told.title, told.author, told.date) == ("Peace", "Ana Silva, Bo Li", "2021-05-03")


def test_header_lines():
    told = read(
        f"Title: A quiet deal\nAuthor: Ana Silva\nDate: 3 May 2021\nSource: The Oslo Herald\n\n{BODY}"
    )
    assert told == Metadata("A quiet deal", "Ana Silva", "The Oslo Herald", "2021-05-03")


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("3 May 2021", "2021-05-03"),
        ("By Ana Silva | 3 May 2021", "2021-05-03"),
        ("Updated May 5, 2021\n\nPublished May 3, 2021", "2021-05-03"),
        ("Updated May 5, 2021", "2021-05-05"),
        ("OSLO, Nov. 27 (Reuters) - It rained.", None),
        ("The Treaty of Paris, 10 February 1763", None),
    ],
)
def test_the_date_of_publication_and_no_other(top, day):
    assert read(f"{top}\n\n{BODY}").date == day


def test_a_date_in_the_running_text_is_not_that_of_the_document():
    wrapped = "The parties met in the town hall, where the law that was\npublished on 3 May 2019\nwas read."
    assert read(wrapped).date is None


@pytest.mark.parametrize("source", ["Getty", "AP Photo", "Image library", "https://example.org/a.jpg"])
def test_who_made_the_picture_is_no_publisher(source):
    assert read(f"Source: {source}\n\n{BODY}").publisher is None


def test_a_heading_further_down_is_no_title():
    assert (
        read(f"Dana Trent, director of the Oslo Forum.\n\n{BODY}\n\nA View From Ankara\n\n{BODY}").title
        is None
    )


def test_who_gives_a_speech_is_its_author():
    assert read(f"Remarks by President Jane Doe at the Summit\n\n{BODY}").author == "President Jane Doe"
