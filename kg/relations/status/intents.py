"""What an actor says it will do is a promise, a threat or a refusal: "announced that it will send aid"."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import ClaimType, Lexicon
from kg.relations.actors import Actors
from kg.relations.syntax import is_passive, own, undergoers_of

FUTURE = frozenset({"will", "shall", "would", "'ll", "wo", "'d"})
STANDING = frozenset({"standing", "treaty"})
OBLIGING = frozenset({"AGREE", "REJECT"})
# a deed done for others is promised or refused, one done against them is threatened
COOPERATION = frozenset({"verbal cooperation", "material cooperation"})


@dataclass(frozen=True, slots=True)
class Intent:
    """The word that states the intention, and the name of the claim type it makes of it."""

    head: Token
    type: str
    is_promise: bool = False


class Intents:
    """Recognises intentions; state: the actors of the document and the words of the lexicon."""

    def __init__(self, actors: Actors, lexicon: Lexicon) -> None:
        self.actors = actors
        self.verbs = lexicon.words["intents.verbs"]
        self.promises = lexicon.words["intents.promises"]
        self.adjectives = lexicon.words["intents.adjectives"]
        self.nouns = lexicon.words["intents.nouns"]

    def find(self, deed: Token, claim_type: ClaimType, source: str, *, negated: bool) -> Intent | None:
        """The intention of the actor `source` to do the deed, None where none is stated."""
        clause = _first_conjunct(deed)
        governor = clause.head
        if clause.dep_ == "xcomp" and governor.lemma_.lower() in self.promises:
            is_own = self._is_among(source, undergoers_of(governor))
            return _read_promise(deed, governor, claim_type) if is_own else None
        if clause.dep_ == "acl" and governor.lemma_.lower() in self.nouns:
            is_own = _is_infinitive(clause) or self._is_among(source, [governor])
            return _read_promise(deed, governor, claim_type) if is_own else None
        stated = name_intent(claim_type, negated=negated, is_conditional=_has_unless(deed))
        if not stated:
            return None
        if clause.dep_ == "ccomp" and governor.lemma_.lower() in self.verbs:
            is_ahead = any(child.lower_ in FUTURE for verb in (deed, clause) for child in own(verb, "aux"))
            said_by = undergoers_of(governor) if is_ahead else []
            if stated in OBLIGING and any(self._is_spokesman(token) for token in said_by):
                return Intent(governor, stated)
        elif clause.dep_ == "xcomp" and governor.lower_ in self.adjectives and governor.dep_ == "acomp":
            said_by = own(governor.head, "nsubj")
        else:
            return None
        return Intent(governor, stated) if self._is_among(source, said_by) else None

    def _is_spokesman(self, token: Token) -> bool:
        """Whether it is an official or organ of whoever the sentence is about: "…, the ministry said"."""
        lemma = token.lemma_.lower()
        is_official = lemma == "statement" or lemma in self.actors.people or lemma in self.actors.organs
        return is_official and not (self.actors.of(token) or self.actors.owners(token))

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


def _read_promise(deed: Token, word: Token, claim_type: ClaimType) -> Intent | None:
    """Of "vowed not to yield" the promise itself is affirmed, what it promises is not."""
    is_conditional = _has_unless(deed) or _has_unless(word)
    stated = name_intent(claim_type, negated=bool(own(deed, "neg")), is_conditional=is_conditional)
    return Intent(word, stated, is_promise=True) if stated else None


def _first_conjunct(verb: Token) -> Token:
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    return verb


def _is_infinitive(clause: Token) -> bool:
    """Whether it is "to supply" in "signed a contract to supply", whose doer is who signed."""
    return not is_passive(clause) and any(child.lower_ == "to" for child in own(clause, "aux"))


def _has_unless(deed: Token) -> bool:
    return any(mark.lower_ == "unless" for clause in own(deed, "advcl") for mark in own(clause, "mark"))
