"""The tense of the clause a predicate stands in."""

from spacy.tokens import Token

from kg.model import Tense
from kg.relations.syntax import own

FUTURE = frozenset({"will", "shall", "'ll", "wo"})
PERFECT = frozenset({"have", "has", "had"})
SUBORDINATE = frozenset({"xcomp", "advcl", "pcomp", "conj"})


def find_tense(predicate: Token) -> Tense:
    """The tense of the finite verb that carries the predicate; "" where none tells."""
    node = predicate
    while node.dep_ != "ROOT" and (node.pos_ not in ("VERB", "AUX") or _is_bare(node)):
        node = node.head
    words = [node, *own(node, "aux", "auxpass")]
    if any(word.lower_ in FUTURE for word in words) or _is_ahead(node):
        return "future"
    has_perfect = any(word.lower_ in PERFECT for word in words)
    if any(word.tag_ == "VBD" for word in words) or (node.tag_ == "VBN" and has_perfect):
        return "past"
    return "present" if any(word.tag_ in ("VBZ", "VBP") for word in words) else ""


def _is_bare(verb: Token) -> bool:
    """Whether a verb is an infinitive or gerund that has its tense from the verb above: "began to attack"."""
    if verb.dep_ not in SUBORDINATE or verb.tag_ not in ("VB", "VBG"):
        return False
    return not any(word.tag_ in ("MD", "VBD", "VBP", "VBZ") for word in own(verb, "aux", "auxpass"))


def _is_ahead(verb: Token) -> bool:
    """ "is to visit", "is going to visit"."""
    if verb.lemma_.lower() == "be" or (verb.lower_ == "going" and own(verb, "xcomp")):
        return any(any(child.lower_ == "to" for child in own(clause, "aux")) for clause in own(verb, "xcomp"))
    return False
