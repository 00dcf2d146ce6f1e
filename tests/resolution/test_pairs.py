"""Descriptions told by their own words, by the treaty spoken of, or by who holds the office."""

import pytest

from kg.lexicon import load_lexicon
from kg.model import Block, Document, Mention
from kg.resolution import resolve


@pytest.fixture(scope="module")
def full():
    return load_lexicon()


@pytest.fixture
def link(full, parse_lines):
    """The descriptions and pronouns of a parse: (text, entity); `named` are (text, type, id[, kind])."""

    def run(lines: str, *named: tuple[str, ...], date: str = "2018-11-27", publisher: str | None = None):
        doc = parse_lines(lines)
        mentions = []
        for text, kind, key, *rest in named:
            start = doc.text.index(text)
            keys = (key,) if key else ()
            mentions.append(Mention(start, start + len(text), text, *(rest or ["name"]), kind, keys))
        document = Document("d", doc.text, date=date, publisher=publisher, blocks=(Block(0, len(doc.text)),))
        found = resolve(doc, document, mentions, full)
        return [(row.mention.text, row.entity) for row in found.links if row.inferred]

    return run


START = """
    New PROPN NNP compound 1
    START PROPN NNP nsubj 2
    expires VERB VBZ ROOT 2 expire
    . PUNCT . punct 2
    |"""


@pytest.mark.parametrize(
    ("determiner", "noun", "meant"),
    [
        ("Both", "presidents", {"donald-trump", "vladimir-putin"}),
        ("Both", "capitals", {"RUS", "USA"}),
        ("Three", "capitals", set()),
    ],
)
def test_the_parties_of_the_treaty_spoken_of(link, determiner: str, noun: str, meant: set[str]) -> None:
    lines = f"""{START}
        {determiner} DET DT det 5
        {noun} NOUN NNS nsubj 6 {noun.removesuffix("s")}
        agree VERB VBP ROOT 6 agree
    """
    found = link(lines, ("New START", "TREATY", "new-start"))
    assert {entity for text, entity in found if text.endswith(noun)} == meant


@pytest.mark.parametrize(("adjective", "meant"), [("nuclear", ["jcpoa"]), ("maritime", [])])
def test_the_words_of_a_description_tell_which_is_meant(link, adjective: str, meant: list[str]) -> None:
    lines = f"""
        Iran PROPN NNP nsubj 1
        kept VERB VBD ROOT 1 keep
        the DET DT det 3
        JCPOA PROPN NNP dobj 1
        . PUNCT . punct 1
        |
        The DET DT det 7
        {adjective} ADJ JJ amod 7
        deal NOUN NN nsubj 8
        holds VERB VBZ ROOT 8 hold
    """
    found = link(lines, ("Iran", "STATE", "IRN"), ("JCPOA", "TREATY", "jcpoa"))
    assert [entity for text, entity in found if text.endswith("deal")] == meant


@pytest.mark.parametrize(("day", "meant"), [("17", ["sochi-memorandum"]), ("18", [])])
def test_a_memorandum_is_told_by_the_day_it_was_concluded(link, day: str, meant: list[str]) -> None:
    lines = f"""
        The DET DT det 1
        memorandum NOUN NN nsubj 6
        concluded VERB VBN acl 1 conclude
        on ADP IN prep 2
        September PROPN NNP pobj 3
        {day} NUM CD nummod 4
        holds VERB VBZ ROOT 6 hold
    """
    assert [entity for _, entity in link(lines)] == meant


def test_his_country_is_the_state_of_the_person(link) -> None:
    lines = """
        Putin PROPN NNP nsubj 1
        said VERB VBD ROOT 1 say
        his PRON PRP$ poss 3
        country NOUN NN nsubj 4
        wants VERB VBZ ccomp 1 want
        its PRON PRP$ poss 6
        share NOUN NN dobj 4
    """
    found = link(lines, ("Putin", "PERSON", "vladimir-putin"))
    assert found[1:] == [("his", "vladimir-putin"), ("country", "RUS"), ("its", "RUS")]


@pytest.mark.parametrize(("publisher", "meant"), [("UK Government", ["boris-johnson"]), ("BBC", [])])
def test_an_office_alone_is_the_publishing_government_s(link, publisher: str, meant: list[str]) -> None:
    lines = """
        The DET DT det 2
        Foreign PROPN NNP compound 2
        Secretary PROPN NNP nsubj 3
        spoke VERB VBD ROOT 3 speak
    """
    assert [entity for _, entity in link(lines, date="2016-11-01", publisher=publisher)] == meant


def test_the_jihadists_are_the_armed_group_so_described(link) -> None:
    lines = """
        Islamic PROPN NNP compound 1
        State PROPN NNP nsubj 2
        held VERB VBD ROOT 2 hold
        . PUNCT . punct 2
        |
        The DET DT det 5
        jihadists NOUN NNS nsubj 6 jihadist
        fled VERB VBD ROOT 6 flee
    """
    found = link(lines, ("Islamic State", "ARMED_GROUP", "islamic-state"))
    assert found == [("jihadists", "islamic-state")]


@pytest.mark.parametrize(("publisher", "meant"), [("White House", []), (None, ["emmanuel-macron"])])
def test_the_president_may_be_the_publisher_s_own(link, publisher: str | None, meant: list[str]) -> None:
    lines = """
        President PROPN NNP compound 1
        Macron PROPN NNP nsubj 2
        spoke VERB VBD ROOT 2 speak
        . PUNCT . punct 2
        |
        The DET DT det 5
        president NOUN NN nsubj 6
        agreed VERB VBD ROOT 6 agree
    """
    found = link(lines, ("Macron", "PERSON", "emmanuel-macron"), publisher=publisher)
    assert [entity for text, entity in found if text == "president"] == meant


@pytest.mark.parametrize(("publisher", "meant"), [("UK Government", ["GBR"]), ("BBC", [])])
def test_we_is_the_government_that_publishes(link, publisher: str, meant: list[str]) -> None:
    lines = """
        We PRON PRP nsubj 1
        condemn VERB VBP ROOT 1 condemn
        it PRON PRP dobj 1
    """
    assert [entity for _, entity in link(lines, publisher=publisher)] == meant
