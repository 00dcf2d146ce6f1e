"""Which nouns of the parse fill the slots of a frame."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.lexicon import Slot
from kg.lexicon.frames import CLAUSE_PATHS
from kg.relations.actors import Actors
from kg.relations.frames.doers import Doers
from kg.relations.syntax import antecedent, is_hyphened, is_question, is_statement, own, prepositional

Fillers = dict[str, list[Token]]


class Slots:
    """Finds the fillers of slots; state: the actors of the document and who does its events."""

    def __init__(self, actors: Actors, doers: Doers, demands: frozenset[str]) -> None:
        self.actors = actors
        self.doers = doers
        self.demands = demands

    def choose(self, slot: Slot, nouns: list[Token], fillers: Fillers) -> Token | None:
        """The noun that stands in the slot; fills `fillers` when the slot is an actor's."""
        if slot.words:
            named = self._conjoined(antecedent(noun) for noun in nouns)
            found = next((noun for noun in named if _is_among(noun, slot.words)), None)
            if found is not None and slot.possessor:
                fillers.setdefault(slot.possessor, []).extend(_possessors(found))
            return found
        if slot.name != "_":
            fillers.setdefault(slot.name, []).extend(nouns)
        return nouns[0] if nouns else None

    def fill(self, slot: Slot, verb: Token, pool: list[Token], fillers: Fillers) -> Token | None:
        """The noun that stands in a slot beside subject and object; `pool` are the words it may hang on."""
        if slot.paths & CLAUSE_PATHS:
            nouns = self._in_clause(slot, verb, fillers)
        elif slot.paths:
            nouns = [noun for token in pool for path, noun in prepositional(token) if path in slot.paths]
            if not nouns and slot.name == "_":
                nouns = _infinitives(verb) if "to" in slot.paths else _bare(pool, slot)
        else:
            nouns = own(verb, "dative", "oprd", "acomp", "attr", "ccomp", "xcomp") + own(verb, "dobj")
            nouns = [noun for noun in nouns if noun.i not in {filler.i for filler in fillers.get("B", [])}]
            nouns += [aux for clause in own(verb, "ccomp") for aux in own(clause, "aux")]
        return self.choose(slot, nouns, fillers)

    def _conjoined(self, nouns: Iterable[Token]) -> Iterator[Token]:
        """The nouns with their conjuncts and, of "part of the aid", the aid."""
        for noun in nouns:
            yield noun
            yield from self._conjoined(own(noun, "conj"))
            if noun.lemma_.lower() in self.actors.partitives:
                yield from (other for path, other in prepositional(noun) if path == "of")

    def _in_clause(self, slot: Slot, verb: Token, fillers: Fillers) -> list[Token]:
        """The subject of the clause below the verb (that), or the first actor below it other than the
        subject (...)."""
        clauses = [clause for clause in own(verb, "ccomp", "xcomp") if clause.i > verb.i]
        if "that" in slot.paths:
            demands = verb.lemma_.lower() in self.demands
            stated = [c for c in clauses if not (is_question(c) or (demands and is_statement(c)))]
            return [noun for clause in stated for noun in own(clause, "nsubj", "nsubjpass")]
        if "to..." in slot.paths:
            clauses = [clause for clause in clauses if clause.dep_ == "xcomp"]
        doers = {actor.entity for token in fillers.get("A", []) for actor in self.actors.of(token)}
        # who vows that another will do it does not vow it to him
        doing = {noun.i for clause in own(verb, "ccomp") for noun in own(clause, "nsubj", "nsubjpass")}
        for noun in self._below([*clauses, *own(verb, "dobj")]):
            if noun.i not in doing and any(actor.entity not in doers for actor in self.doers.through(noun)):
                return [noun]
        return []

    def _below(self, heads: list[Token]) -> Iterator[Token]:
        """The nouns of a clause or object, the nearer ones first."""
        for head in heads:
            near = [*own(head, "dobj", "nsubj", "nsubjpass"), *(noun for _, noun in prepositional(head))]
            yield from near
            for noun in near:
                yield from (other for _, other in prepositional(noun))
            yield from self._below([*own(head, "xcomp", "ccomp", "conj"), *own(head, "acl")])


def _possessors(noun: Token) -> list[Token]:
    """Whose the noun is: "Iran's aid", "the U.S.-led coalition"."""
    found = own(noun, "poss", "compound", "amod")
    return found + [left for word in found for left in word.children if is_hyphened(left, word)]


def reached(slot: Slot, pool: list[Token]) -> list[Token]:
    """The nouns that the prepositions of the slot lead to."""
    return [noun for token in pool for path, noun in prepositional(token) if path in slot.paths]


def _infinitives(verb: Token) -> list[Token]:
    """The clauses below the verb that begin with "to"."""
    clauses = own(verb, "xcomp", "ccomp")
    return [clause for clause in clauses if any(child.lower_ == "to" for child in own(clause, "aux"))]


def _bare(pool: list[Token], slot: Slot) -> list[Token]:
    """The preposition itself where no noun follows it: "sees China as unpredictable"."""
    return [child for token in pool for child in own(token, "prep") if child.lower_ in slot.paths]


def _is_among(noun: Token, words: frozenset[str]) -> bool:
    """Whether the noun, or the noun it is compounded with ("aid program"), is one of the words."""
    return noun.lemma_.lower() in words or any(c.lemma_.lower() in words for c in own(noun, "compound"))
