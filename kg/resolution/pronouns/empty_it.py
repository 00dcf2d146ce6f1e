"""Tells the "it" that stands for nothing: "it is likely that", "makes it hard to", "it seems"."""

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.resolution.pronouns.antecedents import SUBJECT

REPORTED = frozenset(
    [
        "say",
        "believe",
        "know",
        "expect",
        "think",
        "report",
        "hope",
        "agree",
        "note",
        "recall",
        "understand",
        "decide",
        "stress",
        "recognize",
        "argue",
    ]
)
CLAUSAL = ("ccomp", "xcomp", "advcl", "csubj", "acl", "relcl")


class EmptyIt:
    """Judges "it" by its verb and adjective, with the words of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.empty_verbs = lexicon.words["pronouns.empty_verbs"]
        self.stances = lexicon.words["descriptions.stances"]
        self.empty_adjectives = lexicon.words["pronouns.empty_adjectives"]

    def is_empty(self, token: Token) -> bool:
        """ "It is likely that", "makes it hard to", "it seems", "be it war or peace"."""
        if token.dep_ == "expl":
            return True
        if token.i and token.nbor(-1).lower_ == "be":
            return True
        head, lemma = token.head, token.head.lemma_.lower()
        clause = any(child.dep_ in CLAUSAL and child.i > token.i for child in head.children)
        if token.dep_ in SUBJECT and lemma == "be":
            return self._is_cleft(head, clause)
        if token.dep_ in SUBJECT and lemma in self.empty_verbs:
            return clause or lemma in ("rain", "snow", "happen")
        if token.dep_ == "nsubjpass" and lemma in REPORTED:
            return clause
        return head.pos_ == "ADJ" and token.dep_ in SUBJECT and head.dep_ == "ccomp"

    def _is_cleft(self, head: Token, clause: bool) -> bool:
        told = [
            child
            for child in head.children
            if child.dep_ in ("acomp", "attr", "prep", "oprd") and child.i > head.i
        ]
        named = [child for child in told if child.dep_ == "attr" and child.pos_ == "PROPN"]
        if any(clause or any(grand.dep_ == "relcl" for grand in child.children) for child in named):
            return True
        if any(child.dep_ == "attr" and child.lemma_.lower() in self.stances for child in told):
            return True
        if any(child.lemma_.lower() in self.empty_adjectives for child in told) or (clause and told):
            return True
        return any(
            child.pos_ == "ADJ" and (grand.dep_ in CLAUSAL or grand.lower_ == "for")
            for child in told
            for grand in child.children
        )
