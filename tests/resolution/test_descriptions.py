"""Descriptions, collectives and first persons: what the text around them tells, and what it does not."""

import pytest

from kg.lexicon import load_lexicon
from kg.model import Block, Document, Mention
from kg.resolution import resolve

SPEECH = "AFG at UN General Debate 1978"


@pytest.fixture(scope="module")
def full():
    return load_lexicon()


@pytest.fixture
def speak(full, parse_lines):
    """The links of a speech: (text, entity) by lines of a parse."""

    def run(lines: str, *named: tuple[str, ...], title: str | None = SPEECH, date: str = "1978"):
        doc = parse_lines(lines)
        mentions = [
            Mention(start := doc.text.index(text), start + len(text), text, "name", kind, (key,))
            for text, kind, key in named
        ]
        document = Document("d", doc.text, title=title, date=date, blocks=(Block(0, len(doc.text)),))
        found = resolve(doc, document, mentions, full)
        return [(link.mention.text, link.entity) for link in found.links], found.unresolved

    return run


COUNTRY = """
    my PRON PRP$ poss 1
    country NOUN NN nsubj 2
    waits VERB VBZ ROOT 2 wait
"""


def test_my_country_is_the_speaker_s(speak) -> None:
    links, _ = speak(COUNTRY)
    assert links == [("my country", "AFG")]


def test_my_country_of_an_unknown_speaker_is_left(speak) -> None:
    links, left = speak(COUNTRY, title="A letter")
    assert links == []
    assert [item.reason for item in left] == ["the state of the speaker is not known"]


@pytest.mark.parametrize(
    ("helper", "verb", "meant"),
    [("warmly ADV RB advmod 2", "welcome", True), ("must AUX MD aux 2", "welcome", False),
     ("still ADV RB advmod 2", "live", False)],
    ids=["states", "duty", "no statement"],
)  # fmt: skip
def test_we_is_the_state_only_where_it_states(speak, helper, verb, meant) -> None:
    lines = f"We PRON PRP nsubj 2\n{helper}\n{verb} VERB VBP ROOT 2 {verb}\nGhana PROPN NNP dobj 2"
    links, _ = speak(lines, ("Ghana", "STATE", "GHA"))
    assert (("We", "AFG") in links) is meant


def test_we_of_a_text_that_is_no_speech_is_nobody(speak) -> None:
    lines = "We PRON PRP nsubj 1\nwelcome VERB VBP ROOT 1 welcome\nGhana PROPN NNP dobj 1"
    links, _ = speak(lines, ("Ghana", "STATE", "GHA"), title="Travel notes")
    assert links == [("Ghana", "GHA")]


BODY = """
    this DET DT det 1
    Organization PROPN NNP nsubj 2
    waits VERB VBZ ROOT 2 wait
"""


def test_this_organization_is_the_united_nations_in_a_speech_there(speak) -> None:
    assert speak(BODY)[0] == [("Organization", "un")]
    assert speak(BODY, title="Annual report")[0] == []


@pytest.mark.parametrize(
    ("before", "name"),
    [("Russian-backed", "Russian-backed separatists"), ("Pro-Russian", "pro-Russian separatists"),
     ("Angry", "separatists")],
)  # fmt: skip
def test_a_collective_is_named_with_whose_side_it_is_on(full, parse_lines, before, name) -> None:
    doc = parse_lines(
        f"{before} ADJ JJ amod 1\nseparatists NOUN NNS nsubj 2 separatist\nfled VERB VBD ROOT 2 flee"
    )
    start = doc.text.index("separatists")
    group = Mention(start, start + 11, "separatists", "description", "GROUP", ("REB",), "collective")
    found = resolve(doc, Document("d", doc.text, blocks=(Block(0, len(doc.text)),)), [group], full)
    assert [entity.name for entity in found.entities] == [name]


def test_what_is_fired_at_a_state_is_not_its_group(full, parse_lines) -> None:
    doc = parse_lines(
        """
        militants NOUN NNS nsubj 1 militant
        shelled VERB VBD ROOT 1 shell
        Israel PROPN NNP dobj 1
        """
    )
    named = [
        Mention(0, 9, "militants", "description", "GROUP", ("REB",), "collective"),
        Mention(18, 24, "Israel", "name", "STATE", ("ISR",)),
    ]
    found = resolve(doc, Document("d", doc.text, blocks=(Block(0, len(doc.text)),)), named, full)
    assert [link.entity for link in found.links] == ["d#militants", "ISR"]


def test_a_new_agreement_between_hides_the_old_treaty(read, told) -> None:
    text = """
        INF PROPN NNP compound 1
        Treaty PROPN NNP nsubj 2
        failed VERB VBD ROOT 2 fail
        . PUNCT . punct 2
        |
        Envoys NOUN NNS nsubj 5 envoy
        reached VERB VBD ROOT 5 reach
        a DET DT det 7
        treaty NOUN NN dobj 5
        . PUNCT . punct 5
        |
        The DET DT det 10
        treaty NOUN NN nsubj 11
        failed VERB VBD ROOT 11 fail
    """
    result = read(text, ("INF Treaty", "TREATY", "inf-treaty"))
    assert told(result) == [("INF Treaty", "inf-treaty")]


def test_a_treaty_of_another_year_is_not_meant(read, told) -> None:
    text = """
        INF PROPN NNP compound 1
        Treaty PROPN NNP nsubj 2
        failed VERB VBD ROOT 2 fail
        . PUNCT . punct 2
        |
        Envoys NOUN NNS nsubj 5 envoy
        signed VERB VBD ROOT 5 sign
        the DET DT det 7
        treaty NOUN NN dobj 5
        in ADP IN prep 5
        1963 NUM CD pobj 8
    """
    assert told(read(text, ("INF Treaty", "TREATY", "inf-treaty"))) == [("INF Treaty", "inf-treaty")]
