"""What forbids that a description means something named before it: its year, another of its kind between."""

from spacy.tokens import Token

from kg.resolution.offices.index import find_years
from kg.resolution.reading import Reading

INDEFINITE = frozenset({"a", "an", "another", "any", "no", "every", "each", "such"})
COPULAS = frozenset({"be", "become", "remain"})
CONCLUDED = frozenset({"sign", "ratify", "conclude", "adopt", "pass", "enact", "approve"})
DATED = ("TREATY", "LAW")
APART = 2  # years between signature, ratification and force


def is_of_other_year(reading: Reading, entity: str, token: Token) -> bool:
    """ "The 1795 treaty", "ratified the treaty in 1846": the treaty named before it is of another year."""
    entry = reading.lexicon.entries.get(entity)
    if entry is None or not entry.start or entry.entity.type not in DATED:
        return False
    opened = int(entry.start[:4])
    if years := find_years(" ".join(child.text for child in token.children if child.dep_ == "nummod")):
        return abs(int(years[0]) - opened) > 1
    if token.dep_ not in ("dobj", "nsubjpass") or token.head.lemma_.lower() not in CONCLUDED:
        return False
    told = find_years(" ".join(part.text for part in token.head.subtree))
    return len(told) == 1 and abs(int(told[0]) - opened) > APART


def find_introduced(reading: Reading, token: Token, taken: list[tuple[int, int]]) -> int:
    """Where the last new one of the kind comes in without a name ("reached an agreement"); -1 if nowhere."""
    lemma = token.lemma_.lower()
    here = reading.sentences[token.i]
    for place in range(token.i - 1, -1, -1):
        other = reading.doc[place]
        if here - reading.sentences[place] > 2:
            break
        if other.lemma_.lower() != lemma or any(start <= other.idx < end for start, end in taken):
            continue
        if any(child.lower_ in INDEFINITE for child in other.children) and not _is_told_of(other):
            return other.idx
    return -1


def _is_told_of(token: Token) -> bool:
    """ "The Pact was an agreement": said of what is named, not new."""
    return token.dep_ in ("appos", "conj") or (
        token.dep_ in ("attr", "oprd") and token.head.lemma_.lower() in COPULAS
    )
