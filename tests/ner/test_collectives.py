"""Collectives belong to the state they are of, not to the one that backs them."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.model import Block, Document, Mention
from kg.ner import find_mentions

VOCAB = spacy.blank("en").vocab
TAGS = {
    "Russian": "JJ",
    "Syrian": "JJ",
    "backed": "VBN",
    "separatists": "NNS",
    "rebels": "NNS",
    "settlers": "NNS",
    "fought": "VBD",
}
PARTS = {"JJ": "ADJ", "VBN": "VERB", "NNS": "NOUN", "VBD": "VERB"}


def _find(lexicon, text: str) -> list[Mention]:
    """The mentions of `text`, in which " ~" joins a token to the one before it."""
    tokens = text.replace("~", "").split(" ")
    blanks = [not part.startswith("~") for part in [*text.split(" ")[1:], "~"]]
    tags = [TAGS.get(token, "XX") for token in tokens]
    doc = Doc(
        VOCAB, words=tokens, spaces=blanks, tags=tags, pos=[PARTS.get(tag, "X") for tag in tags],
        lemmas=[token.removesuffix("s") for token in tokens],
        sent_starts=[index == 0 for index in range(len(tokens))],
    )  # fmt: skip
    return find_mentions(doc, Document("d", doc.text, blocks=(Block(0, len(doc.text)),)), lexicon)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Now Syrian rebels fought ~.", "Syrian rebels"),
        ("Now settlers fought ~.", "settlers"),
        ("Now Russian ~- ~backed separatists fought ~.", "separatists"),
        ("Now pro ~- ~Russian separatists fought ~.", "separatists"),
        ("Now U.S.-backed Syrian rebels fought ~.", "Syrian rebels"),
    ],
)
def test_a_backer_is_not_the_state_of_a_group(lexicon, text: str, group: str) -> None:
    assert [mention.text for mention in _find(lexicon, text) if mention.type == "GROUP"] == [group]


def test_the_backer_is_still_named(lexicon) -> None:
    found = _find(lexicon, "Now Russian ~- ~backed separatists fought ~.")
    assert [mention.text for mention in found if mention.type == "STATE"] == ["Russian"]
