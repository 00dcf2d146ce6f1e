"""Which words of a sentence share the time of a predicate: the verb that carries an event noun, what governs
a clause without a subject of its own, the verb it is coordinated with."""

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.relations.syntax import CLAUSES, own

Share = Literal["all", "initial"]
MEANWHILE = frozenset({"when", "while", "as"})


def find_carriers(head: Token, path: str, lexicon: Lexicon) -> dict[int, Share]:
    """Token index → whether all its times are those of `head`, or only the ones that stand before it.

    path: verb, noun, role, title or adjective.
    """
    verb: Token | None = head
    if head.pos_ not in ("VERB", "AUX"):
        verb = _bearing_verb(head) if path == "title" else _carrying_verb(head, lexicon)
    shares: dict[int, Share] = {head.i: "all"}
    if verb is None:
        return shares
    for other in (verb, *_sharing(verb)):
        shares[other.i] = "all"
    for index, share in _governors(verb, lexicon) if path != "title" else ():
        shares.setdefault(index, share)
    return shares


def _bearing_verb(noun: Token) -> Token | None:
    """The verb of the clause a title stands in: he holds it when that happens."""
    while noun.pos_ not in ("VERB", "AUX"):
        if noun.dep_ == "ROOT" or noun.dep_ in CLAUSES:
            return None
        noun = noun.head
    return noun


def _carrying_verb(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb that says when the event or state happens: "imposed sanctions", "the war began"."""
    node = noun
    while node.dep_ in ("conj", "appos") and node.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        node = node.head
    if (
        node.dep_ in ("pobj", "pcomp")
        and node.head.dep_ == "prep"
        and node.head.lower_ in ("in", "into", "to", "at")
    ):
        node = node.head
    verb = node.head
    if verb.pos_ not in ("VERB", "AUX") or node.dep_ == "ROOT":
        return None
    if node.dep_ in ("nsubj", "attr", "acomp", "oprd") or verb.lemma_ == "be":
        return verb
    lemma = verb.lemma_.lower()
    carries = lemma in lexicon.words["nouns.support_verbs"] or lemma in lexicon.words["times.aspects"]
    return verb if carries else None


def _sharing(verb: Token) -> Iterator[Token]:
    """The verb whose object and adverbials it shares: "seized and held three ships in 2018"."""
    for other in own(verb, "conj"):
        if other.pos_ == "VERB" and other.i - verb.i <= 3 and not own(other, "nsubj", "nsubjpass"):
            yield other


def _governors(verb: Token, lexicon: Lexicon) -> Iterator[tuple[int, Share]]:
    share: Share = "all"
    while verb.dep_ != "ROOT":
        parent = verb.head
        if verb.dep_ == "conj" and parent.pos_ in ("VERB", "AUX"):
            share = "initial"
        elif verb.dep_ == "pcomp" and parent.dep_ == "prep" and parent.lower_ in lexicon.words["times.means"]:
            parent, share = parent.head, "initial"
        elif verb.dep_ == "advcl" and _is_simultaneous(verb):
            share = share if _is_purpose(verb) else "initial"
        elif verb.dep_ != "xcomp":
            return
        if parent.pos_ not in ("VERB", "AUX"):
            return
        yield parent.i, share
        verb = parent


def _is_purpose(clause: Token) -> bool:
    return clause.tag_ == "VB" and any(child.lower_ == "to" for child in own(clause, "aux"))


def _is_simultaneous(clause: Token) -> bool:
    """A clause with "when" or "while"; a participle or purpose without a subject or a "having"."""
    markers = {child.lower_ for child in own(clause, "mark", "advmod")}
    if markers & MEANWHILE and clause.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    if own(clause, "nsubj", "nsubjpass", "mark") or clause.tag_ not in ("VBG", "VBN", "VB"):
        return False
    return not any(child.lower_ == "having" for child in own(clause, "aux"))
