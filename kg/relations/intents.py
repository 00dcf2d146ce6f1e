"""What an actor says it will do is a promise, a threat or a refusal: "announced that it will send aid"."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import ClaimType, Lexicon
from kg.relations.actors import Actors
from kg.relations.qualifiers import undergoers_of
from kg.relations.syntax import own

FUTURE = frozenset({"will", "shall", "would", "'ll", "wo", "'d"})
STANDING = frozenset({"standing", "treaty"})
# a deed done for others is promised or refused, one done against them is threatened
COOPERATION = frozenset({"verbal cooperation", "material cooperation"})


@dataclass(frozen=True, slots=True)
class Intent:
    """The word that states the intention, and the name of the claim type it makes of it."""

    head: Token
    type: str


class Intents:
    """Recognises intentions; state: the actors of the document and the words of the lexicon."""

    def __init__(self, actors: Actors, lexicon: Lexicon) -> None:
        self.actors = actors
        self.verbs = lexicon.words["intents.verbs"]
        self.adjectives = lexicon.words["intents.adjectives"]
        self.nouns = lexicon.words["intents.nouns"]

    def find(self, deed: Token, claim_type: ClaimType, source: str, *, negated: bool) -> Intent | None:
        """The intention of the actor `source` to do the deed, None where none is stated."""
        stated = name_intent(claim_type, negated=negated, is_conditional=_has_unless(deed))
        if not stated:
            return None
        clause = _first_conjunct(deed)
        governor = clause.head
        if clause.dep_ == "ccomp" and governor.lemma_.lower() in self.verbs:
            is_ahead = any(child.lower_ in FUTURE for verb in (deed, clause) for child in own(verb, "aux"))
            said_by = undergoers_of(governor) if is_ahead else []
        elif clause.dep_ == "xcomp" and governor.lower_ in self.adjectives and governor.dep_ == "acomp":
            said_by = own(governor.head, "nsubj")
        elif clause.dep_ == "acl" and governor.lemma_.lower() in self.nouns:
            return Intent(governor, stated) if self._is_among(source, [governor]) else None
        else:
            return None
        return Intent(governor, stated) if self._is_among(source, said_by) else None

    def _is_among(self, source: str, tokens: Iterable[Token]) -> bool:
        return any(
            actor.entity == source
            for token in tokens
            for actor in (self.actors.of(token) or self.actors.owners(token))
        )


def name_intent(claim_type: ClaimType, *, negated: bool, is_conditional: bool) -> str:
    """AGREE, REJECT or THREATEN; "" where the stated deed is neither for nor against anyone."""
    if claim_type.family in STANDING:
        return ""
    if claim_type.family in COOPERATION:
        return "REJECT" if negated else "THREATEN" if is_conditional else "AGREE"
    return "THREATEN" if claim_type.family == "material conflict" and not negated else ""


def _first_conjunct(verb: Token) -> Token:
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    return verb


def _has_unless(deed: Token) -> bool:
    return any(mark.lower_ == "unless" for clause in own(deed, "advcl") for mark in own(clause, "mark"))
