"""Names that several things share, in sentences each of which a reader of the news understands."""

from collections.abc import Callable

import pytest

from kg.lexicon import load_lexicon
from kg.model import Block, Document
from kg.ner import find_mentions, load_nlp, parse
from kg.resolution import Resolution, resolve

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read_text() -> Callable[[str, str], Resolution]:
    """The resolution of a text by the model and the whole lexicon."""
    nlp, full = load_nlp("md"), load_lexicon()

    def run(text: str, date: str) -> Resolution:
        document = Document("d", text, date=date, blocks=(Block(0, len(text)),))
        ((_, doc),) = parse(nlp, [(document, text)])
        return resolve(doc, document, find_mentions(doc, document, full), full)

    return run


@pytest.mark.parametrize(
    ("text", "date", "name", "meant"),
    [
        ("Russia invaded Georgia. Tbilisi protested.", "2008-08-10", "Georgia", "GEO"),
        ("Georgia wants to join NATO.", "2018", "Georgia", "GEO"),
        ("The party won the election in Georgia and Florida.", "2018", "Georgia", "georgia-us"),
        ("The governor of Georgia certified the result.", "2020", "Georgia", "georgia-us"),
        ("Kinshasa said that Congo would hold elections.", "2018", "Congo", "COD"),
        ("Brazzaville said that Congo would hold elections.", "2018", "Congo", "COG"),
        ("Pyongyang said that Korea would be unified.", "2018", "Korea", "PRK"),
        ("Jordan signed the treaty with Israel.", "1994", "Jordan", "JOR"),
        ("Michael Jordan met Merkel. Later Jordan said nothing.", "2018", "Jordan", "d#michael-jordan"),
        ("The Jordan divides the land.", "2018", "Jordan", "jordan-river"),
        ("Chad sent troops to Mali.", "2018", "Chad", "TCD"),
        ("Chad Smith met Merkel. Chad left.", "2018", "Chad", "d#chad-smith"),
        ("Turkey accused Syria of the attack.", "2018", "Turkey", "TUR"),
        ("Guinea signed an agreement with Equatorial Guinea.", "2018", "Guinea", "GIN"),
        ("Papua New Guinea joined the forum.", "2018", "Papua New Guinea", "PNG"),
        ("Guinea-Bissau left the forum.", "2018", "Guinea-Bissau", "GNB"),
        ("Niger asked Nigeria for help.", "2018", "Niger", "NER"),
        ("Niger asked Nigeria for help.", "2018", "Nigeria", "NGA"),
        ("The Niger flows through Mali.", "2018", "Niger", "niger-river"),
        ("Ireland vetoed the plan.", "2018", "Ireland", "IRL"),
        ("Northern Ireland has no government.", "2018", "Northern Ireland", "northern-ireland"),
        ("Macedonia and Greece signed an accord.", "2018", "Macedonia", "MKD"),
        ("Washington accused Moscow of the attack.", "2018", "Washington", "USA"),
        ("Merkel flew to Washington.", "2018", "Washington", "place:washington"),
        ("Protesters in Washington and Oregon spoke.", "2018", "Washington", "washington-state"),
        (
            "George Washington left. Washington warned of alliances.",
            "1796",
            "Washington",
            "george-washington",
        ),
        ("Kim Jong Il met Putin. Kim praised him.", "2005", "Kim", "kim-jong-il"),
        ("Kim Jong Un met Moon. Kim praised him.", "2018", "Kim", "kim-jong-un"),
        ("Kim met Trump in Singapore.", "2018", "Kim", "kim-jong-un"),
        ("Donald Trump Jr. left. Trump was angry.", "2018", "Trump", "donald-trump"),
        ("Donald Trump left. Trump Jr. was angry.", "2018", "Trump Jr.", "donald-trump-jr"),
        ("Ivanka Trump met Merkel.", "2018", "Ivanka Trump", "ivanka-trump"),
        ("Mrs. Clinton visited Beijing.", "1995", "Clinton", "hillary-clinton"),
        ("Clinton met Yeltsin.", "1995", "Clinton", "bill-clinton"),
        ("Assad thanked Putin.", "2018", "Assad", "bashar-al-assad"),
        ("Assad thanked Brezhnev.", "1980", "Assad", "hafez-al-assad"),
        ("George Bush sent troops.", "1990", "George Bush", "george-h-w-bush"),
        ("George Bush sent troops.", "2004", "George Bush", "george-w-bush"),
    ],
)
def test_a_shared_name(
    read_text: Callable[[str, str], Resolution], text: str, date: str, name: str, meant: str
) -> None:
    found = [link.entity for link in read_text(text, date).links if link.mention.text == name]
    assert found[-1:] == [meant]
