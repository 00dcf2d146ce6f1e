"""What several do jointly they do together: "Chad and Niger launched a joint offensive"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.lexicon import Frame, Lexicon, Slot
from kg.relations.actors import Actor, Actors
from kg.relations.frames.matching import Match
from kg.relations.syntax import Control, own, prepositional, subjects

FRAME = Frame("COOPERATE", "verb", "joint", "A+B act jointly", Slot("A+B"), priority=1)
# what is said or agreed jointly has frames of its own
VERBAL = ("agreement", "talk", "request", "offer", "accusation")


def find_joint(span: Span, actors: Actors, lexicon: Lexicon, controls: Control) -> Iterator[Match]:
    """A COOPERATE match for each "joint", "jointly" or "together" whose doers are several or named."""
    verbal = {word for group in VERBAL for word in lexicon.words[f"groups.{group}"]} | {"statement"}
    for token in span:
        verb, noun = _shared_act(token)
        if verb is None or (noun is not None and noun.lemma_.lower() in verbal):
            continue
        doers = [actor for doer in subjects(verb, controls) for actor in actors.of(doer)]
        partners = _partners(noun, actors)
        if len({actor.entity for actor in doers}) > 1:
            yield Match(FRAME, verb, tuple(doers), tuple(doers), token, "verb A+B")
        elif doers and partners:
            yield Match(FRAME, verb, tuple(doers), partners, token, "verb")


def _shared_act(token: Token) -> tuple[Token | None, Token | None]:
    """The verb that is done jointly, and the noun where that is what is joint."""
    word, head = token.lower_, token.head
    if word in ("jointly", "together"):
        verb = head.head.head if head.pos_ == "ADP" else head
        is_act = verb.pos_ == "VERB" and (word == "jointly" or verb.i < token.i)
        return (verb if is_act else None), None
    if word != "joint" or token.dep_ != "amod" or head.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return None, None
    verb = head.head.head if head.dep_ == "pobj" else head.head
    return (verb, head) if verb.pos_ == "VERB" else (None, None)


def _partners(noun: Token | None, actors: Actors) -> tuple[Actor, ...]:
    """With whom a single doer does it: "a joint venture with India"."""
    if noun is None or own(noun, "poss"):
        return ()
    nouns = [other for path, other in prepositional(noun) if path == "with"]
    return tuple(actor for other in nouns for actor in actors.of(other))
