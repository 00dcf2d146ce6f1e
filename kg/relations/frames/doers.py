"""Who does what an event noun names: its owner, the subject of the verb that carries it,
the one accused of it."""

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.relations.actors import Actor, Actors
from kg.relations.syntax import Control, antecedent, objects, own, prepositional, subjects

ADJUNCTS = frozenset({"in", "during", "after"})
CHARGES = frozenset({"for", "in", "of", "over", "with"})
DEEDS = ("nouns.attacks", "groups.attack", "groups.protest")
AVOWALS = frozenset({"accept", "admit", "assume", "claim", "take"})

SUPPORT = frozenset({"aid", "assistance", "backing", "help", "support"})


class Doers:
    """Reads the doers of events; state: the actors of the document and the words of the lexicon."""

    def __init__(self, actors: Actors, lexicon: Lexicon, controls: Control) -> None:
        self.actors = actors
        self.controls = controls
        self.contexts = lexicon.contexts
        self.support = lexicon.words["nouns.support_verbs"]
        self.acts = lexicon.words["nouns.acts"]
        self.attacks = frozenset().union(*(lexicon.words[name] for name in DEEDS))

    def carrier(self, noun: Token) -> Token | None:
        """The verb that lends the event noun its subject: "launched an attack on", "left after talks with",
        "took part in talks with"."""
        head = noun.head
        if noun.dep_ == "pobj" and head.lower_ in ADJUNCTS and head.head.pos_ in ("VERB", "AUX", "ADJ"):
            return head.head.head if head.head.dep_ == "acomp" else head.head
        if noun.dep_ == "pobj" and head.dep_ != "agent" and head.head.pos_ == "VERB" and head.head.i < noun.i:
            head = head.head
        elif noun.dep_ == "conj" and noun.head.dep_ in ("dobj", "nsubjpass"):
            head = noun.head.head
        if head.pos_ != "VERB" or noun.dep_ not in ("dobj", "nsubjpass", "pobj", "conj"):
            return None
        return head if head.lemma_.lower() in self.support else None

    def of(self, noun: Token, *, besides: frozenset[str] = frozenset()) -> list[Actor]:
        """Who does the event, none of the prepositions `besides` leading to the doer."""
        owners = self._owners(noun, besides)
        if all(actor.inferred for actor in owners):
            return self._found(self._bearers(noun)) or owners
        return owners

    def through(self, token: Token) -> list[Actor]:
        """Who acts: the actor named, or the one behind an act or event."""
        is_event = any(link.mention.type == "EVENT" for link in self.actors.named.get(token.i, ()))
        return (self.behind(token) if is_event else []) or self.actors.of(token) or self.behind(token)

    def behind(self, token: Token) -> list[Actor]:
        """Who acts through a noun that is no actor itself: "U.S. airstrikes killed"."""
        noun = antecedent(token)
        if noun.pos_ not in ("NOUN", "PROPN"):
            return []
        lemma = noun.lemma_.lower()
        if lemma in self.attacks:
            return self._found(_agents(noun)) or self.of(noun, besides=frozenset({"of"}))
        if lemma not in self.acts or noun is not token:
            return []
        return self.actors.possessors(noun) or self._found(self._bearers(noun))

    def _owners(self, noun: Token, besides: frozenset[str]) -> list[Actor]:
        if found := self.actors.owners(noun):
            return found
        paths = [path for path in ("by", "of", "from") if path not in besides]
        for path, other in prepositional(noun):
            if path in paths and (found := self.actors.of(other)):
                return found
        return []

    def _bearers(self, noun: Token) -> list[Token]:
        if noun.dep_ == "pobj" and (helped := _supported(noun.head)):
            return helped
        carrier = self.carrier(noun)
        if carrier is not None:
            return subjects(carrier, self.controls)
        if noun.dep_ == "pobj":
            return [*self._accused(noun.head), *_avowers(noun.head)]
        is_blamed = noun.head.lemma_.lower() == "blame"
        return [other for path, other in prepositional(noun.head) if path == "on"] if is_blamed else []

    def _accused(self, preposition: Token) -> list[Token]:
        """Of whom it is said: "blamed Russia for the attack", "accused of the murder"."""
        verb = preposition.head
        context = self.contexts.get(("verb", verb.lemma_.lower())) if verb.pos_ == "VERB" else None
        is_charge = context is not None and context.group == "accusations" and preposition.lower_ in CHARGES
        return objects(verb) if is_charge else []

    def _found(self, tokens: list[Token]) -> list[Actor]:
        return [actor for token in tokens for actor in self.actors.of(token) or self.behind(token)]


def _avowers(preposition: Token) -> list[Token]:
    """Who says that it was his deed: "claimed responsibility for the bombing"."""
    noun = preposition.head
    if preposition.lower_ != "for" or noun.lemma_.lower() not in ("responsibility", "credit"):
        return []
    return own(noun.head, "nsubj") if noun.dep_ == "dobj" and noun.head.lemma_.lower() in AVOWALS else []


def _supported(preposition: Token) -> list[Token]:
    """Who is helped in it: "support for Mali in the fight against al-Qaeda"."""
    if preposition.lower_ != "in":
        return []
    governor = preposition.head
    if governor.dep_ == "pobj" and governor.head.head.lemma_.lower() in SUPPORT:
        return [governor]
    favours = own(governor, "dobj") if governor.pos_ == "VERB" else [governor]
    return [
        other
        for noun in favours
        if noun.lemma_.lower() in SUPPORT
        for path, other in prepositional(noun)
        if path in ("for", "to", "of")
    ]


def _agents(noun: Token) -> list[Token]:
    """Who is named by a participle: "a bomb planted by"."""
    return [
        other for clause in own(noun, "acl") for agent in own(clause, "agent") for other in own(agent, "pobj")
    ]
