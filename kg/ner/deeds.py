"""Finds persons by what only persons do: who "was elected", "resigned", or ran "as a candidate"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.ner.finds import HEADED, Find
from kg.ner.page import Page

SUBJECTS = ("nsubj", "nsubjpass")
OWN_PRONOUNS = frozenset({"he", "him", "his", "himself", "she", "her", "herself"})
JOINING = frozenset({"join", "rejoin", "leave", "quit"})
RUNNING = frozenset({"run", "campaign", "stand"})
PARTICLES = frozenset({"Van", "Von", "De", "Di", "Della", "Del", "Da", "Du", "Le", "Mac", "Ben", "Bin"})
UNKNOWN = frozenset({"", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT"})


class DeedReader:
    """Single names that are the subject of a person's deed."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.deeds = words["recognition.person_deeds"]
        self.passive = words["recognition.person_passives"]
        self.roles = words["recognition.person_roles"]
        self.refused = (
            words["recognition.titles"]
            | words["recognition.never_names"]
            | words["recognition.sentence_openers"]
            | words["recognition.organisation_heads"]
            | words["recognition.place_heads"]
            | words["organs.parliament"]
        )

    def find(self, page: Page) -> Iterator[Find]:
        """The unknown single names that do what only persons do."""
        for index in range(len(page)):
            if page.tokens[index].dep_ not in SUBJECTS or not page.capital[index]:
                continue
            first = _walk_left(page, index)
            if self._may_be_person(page, first, index) and self._acts(page, index):
                yield Find(page.starts[first], page.ends[index], "PERSON", found_by="deed", rank=HEADED)

    def _may_be_person(self, page: Page, first: int, last: int) -> bool:
        token, word = page.tokens[last], page.words[last]
        alone = (first == 0 or page.opens[first] or not page.capital[first - 1]) and not (
            last + 1 < len(page) and page.capital[last + 1] and not page.opens[last + 1]
        )
        return (
            alone
            and (token.tag_ == "NNP" or (token.tag_ == "NN" and page.labels[last] != ""))
            and page.labels[last] in UNKNOWN
            and not page.known[last]
            and not page.titled[last]
            and not (first > 0 and page.lowers[first - 1] in ("the", "a", "an", "-"))
            and word not in self.refused
            and len(word) > 2
            and not word.isupper()
        )

    def _acts(self, page: Page, index: int) -> bool:
        token = page.tokens[index]
        verb = token.head
        if token.dep_ == "nsubjpass":
            return verb.lemma_.lower() in self.passive or self._has_role(verb)
        if verb.lemma_.lower() in self.deeds or self._has_role(verb) or self._serves(verb):
            return True
        return _is_own_pronoun_near(page, index)

    def _serves(self, verb: Token) -> bool:
        """ "Joined the Labour Party", "ran for mayor", "served on the board", "served a term"."""
        lemma = verb.lemma_.lower()
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        if lemma in JOINING:
            return any(child.lower_ == "party" for child in objects)
        if lemma in RUNNING:
            return any(part.lemma_.lower() in self.roles for part in _behind(verb, "for"))
        if lemma != "serve":
            return False
        return any(child.lower_ in ("term", "sentence") for child in objects) or any(
            part.lower_ in ("board", "committee", "council") for part in _behind(verb, "on")
        )

    def _has_role(self, verb: Token) -> bool:
        """ "Served as chairman", "was a lawyer", "was made an adviser"."""
        for child in verb.children:
            if child.dep_ in ("attr", "oprd") and child.lemma_.lower() in self.roles:
                return True
        return any(part.lemma_.lower() in self.roles for part in _behind(verb, "as"))


def _behind(verb: Token, preposition: str) -> list[Token]:
    """What depends on the preposition of the verb."""
    return [
        part
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == preposition
        for part in child.children
    ]


def _walk_left(page: Page, index: int) -> int:
    """The first word of a double name ("Derby-Lewis") or one with a particle ("Van Buren")."""
    first = index
    while first > 0 and not page.opens[first]:
        if page.words[first - 1] in PARTICLES:
            first -= 1
        elif _is_hyphenated(page, first):
            first -= 2
        else:
            break
    return first


def _is_hyphenated(page: Page, index: int) -> bool:
    return (
        index > 1
        and page.words[index - 1] == "-"
        and page.ends[index - 1] == page.starts[index]
        and page.ends[index - 2] == page.starts[index - 1]
        and page.capital[index - 2]
    )


def _is_own_pronoun_near(page: Page, index: int) -> bool:
    """The sentence begins with this name and says "he" or "she" before another person comes."""
    sentence = page.tokens[index].sent
    if page.tokens[index].head.dep_ != "ROOT" or any(
        page.labels[at] == "PERSON" for at in _between(page, sentence.start_char, index)
    ):
        return False
    for at in range(index + 1, len(page)):
        if page.starts[at] >= sentence.end_char or page.labels[at] == "PERSON":
            return False
        if page.words[at] in OWN_PRONOUNS:
            return True
    return False


def _between(page: Page, start: int, index: int) -> range:
    return range(page.token_at(start), index)
