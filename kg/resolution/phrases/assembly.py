"""Resolves what a speech at the United Nations need not name: "the Assembly", "this Organization"."""

from spacy.tokens import Token

from kg.resolution.phrases.forum import is_at_un
from kg.resolution.reading import Reading, in_order

UNITED_NATIONS, ASSEMBLY = "un", "un-general-assembly"
BODIES = {"Organization": UNITED_NATIONS, "Organisation": UNITED_NATIONS, "Assembly": ASSEMBLY}
POINTING = frozenset({"the", "this", "our"})
PLAIN = frozenset({"world", "august", "great", "very", "own", "international", "universal", "entire"})
NEAR = 3  # sentences in which another body of the kind is still the one meant


def link_forum(reading: Reading) -> None:
    """Links the bodies of the United Nations that a speech there names by their kind alone."""
    if not is_at_un(reading):
        return
    taken = [(link.mention.start, link.mention.end) for link in reading.links]
    for token in reading.doc:
        body = BODIES.get(token.text)
        if (
            body is None
            or body not in reading.lexicon.entries
            or any(start <= token.idx < end for start, end in taken)
        ):
            continue
        if _is_bare(token) and not _has_rival(reading, token, body):
            reading.know_id(body)
            reading.describe(token.idx, token.idx + len(token), body, "forum", confidence=0.85)


def _is_bare(token: Token) -> bool:
    """ "This Organization", "the world Organization"; not "the Organization of African Unity"."""
    doc, before = token.doc, token.i - 1
    while before >= 0 and doc[before].lower_ in PLAIN:
        before -= 1
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if after is not None and (after.lower_ in ("of", "for", "on") or after.pos_ == "PROPN"):
        return False
    return before >= 0 and doc[before].lower_ in POINTING


def _has_rival(reading: Reading, token: Token, body: str) -> bool:
    """Another body of the same kind was named just before: "the Organization of American States"."""
    here = reading.sentences[token.i]
    stem = token.text[:5]
    return any(
        link.mention.start < token.idx
        and link.entity not in (body, UNITED_NATIONS)
        and reading.entities[link.entity].type in ("IGO", "ORG", "ARMED_GROUP")
        and any(word.startswith(stem) for word in link.mention.text.split())
        and here - reading.sentences[reading.token_at(link.mention.start).i] < NEAR
        for link in in_order(reading.links)
    )
