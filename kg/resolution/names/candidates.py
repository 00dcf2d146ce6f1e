"""How well a document supports that a name stands for an entry of the lexicon."""

from collections.abc import Mapping

from spacy.tokens import Token

from kg.lexicon import Entry
from kg.lexicon.letters import plain
from kg.model import Mention
from kg.resolution.reading import Reading

LIFETIME = 40
STRONG, REGIONAL = 4.0, 8.0
REGIONS = frozenset({"state", "province", "region", "territory", "republic", "district"})


def score_candidate(reading: Reading, entry: Entry, homes: Mapping[str, int], mention: Mention) -> float:
    """How well the document supports that `mention` stands for `entry`."""
    entity = entry.entity
    score = min(homes.get(entity.id, 0), 3) * 1.0
    if entity.state and entity.state != entity.id:
        score += 1.0 * homes.get(entity.state, 0) / max(homes.values(), default=1)
    text = plain(mention.text)
    if any(name.text == text and name.strong for name in entry.names):
        score += STRONG
    if entity.type == "PLACE" and entity.subtype in REGIONS and _is_regional(reading, entry, mention):
        score += REGIONAL
    year = (reading.document.date or "")[:4]
    if (year and entry.start and entry.start[:4] > year) or (
        year and entry.end and int(entry.end[:4]) + LIFETIME < int(year)
    ):
        score -= 3
    return score


def _is_regional(reading: Reading, entry: Entry, mention: Mention) -> bool:
    """ "Georgia and Florida", "Atlanta, Georgia", "the governor of Georgia": a part of a state."""
    root = reading.root_of(mention)
    officers = reading.lexicon.words["descriptions.regional"]
    if root.dep_ == "pobj" and root.head.head.lemma_.lower() in officers:
        return True
    if root.dep_ in ("compound", "poss", "nmod") and root.head.lemma_.lower() in officers:
        return True
    if any(_is_sister(reading, entry, part) for part in _joined_to(root)):
        return True
    before = reading.doc[max(root.i - 2, 0) : root.i]
    return len(before) == 2 and before[1].text == "," and _is_city_of(reading, entry, before[0])


def _joined_to(root: Token) -> list[Token]:
    """What stands beside the name in a list."""
    first = root
    while first.dep_ == "conj":
        first = first.head
    return [
        part
        for part in (first, *(token for token in first.subtree if token.dep_ == "conj"))
        if part.i != root.i
    ]


def _is_sister(reading: Reading, entry: Entry, token: Token) -> bool:
    """The token names another part of the same state."""
    return any(
        other.type == "PLACE" and other.subtype == entry.entity.subtype and other.state == entry.entity.state
        for name in reading.lexicon.names.get(token.text, ())
        if name.strong and name.entry != entry.entity.id
        for other in (reading.lexicon.entries[name.entry].entity,)
    )


def _is_city_of(reading: Reading, entry: Entry, token: Token) -> bool:
    return any(
        other.subtype == "city" and other.state == entry.entity.state
        for name in reading.lexicon.names.get(token.text, ())
        for other in (reading.lexicon.entries[name.entry].entity,)
    )
