"""Decides where a place name stands for its government, people or team, and where for the place."""

import re
from dataclasses import replace

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.lexicon.letters import slug
from kg.model import Entity, Link
from kg.resolution.reading import Reading

DEEPEST = 6
VOWELS = re.compile("[aeiouyh-]")
REPEATED = re.compile(r"(.)\1+")
CONSONANTS = str.maketrans("cqwzj", "kkvsy")


def settle_places(reading: Reading, metonyms: str) -> None:
    """Marks the metonymic uses of states and places; capitals so used become their state."""
    judge = _Judge(reading.lexicon)
    reading.links = [_settle(reading, link, judge, metonyms) for link in reading.links]


def _settle(reading: Reading, link: Link, judge: "_Judge", metonyms: str) -> Link:
    entity = reading.entities[link.entity]
    if link.mention.kind == "metonym":
        return _settle_seat(reading, link, entity, metonyms)
    if link.mention.kind != "name" or entity.type not in ("STATE", "PLACE"):
        return link
    if entity.type == "PLACE" and entity.name.rsplit(" ", 1)[-1] in judge.natural:
        return link
    acts = judge.acts(reading.root_of(link.mention), strict=link.method == "capital")
    if link.method != "capital":
        return replace(link, metonymic=acts)
    return _settle_capital(reading, link, entity, acts, metonyms)


def _settle_seat(reading: Reading, link: Link, entity: Entity, metonyms: str) -> Link:
    if metonyms == "state":
        return link
    state = reading.know_id(entity.state or entity.id)
    name = _find_spelling(reading, link.mention.text, state)
    seat = Entity(f"seat:{slug(name)}", name, "ORG", subtype="seat of power", state=state)
    return replace(link, entity=reading.know(seat), mention=replace(link.mention, type="ORG"))


def _find_spelling(reading: Reading, name: str, state: str) -> str:
    """The name of the capital for another spelling of it: "Kiev" and "Kyiv" are one seat."""
    capitals = (name.text for name in reading.lexicon.entries[state].names if name.kind == "capital")
    return next((capital for capital in capitals if _strip(capital) == _strip(name)), name)


def _strip(name: str) -> str:
    """The consonants of a name, those that stand for each other as one."""
    return REPEATED.sub(r"\1", VOWELS.sub("", slug(name).translate(CONSONANTS)))


def _settle_capital(reading: Reading, link: Link, place: Entity, acts: bool, metonyms: str) -> Link:
    if not acts:
        return replace(link, method="lexicon")
    mention = replace(link.mention, kind="metonym")
    if metonyms == "separate":
        return _settle_seat(
            reading, replace(link, mention=mention, method="metonym", metonymic=True), place, metonyms
        )
    state = reading.know_id(place.state)
    return Link(replace(mention, type="STATE"), state, "metonym", metonymic=True, confidence=0.9)


class _Judge:
    """Reads from the parse what is asked of a place name."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.locative = words["metonymy.locative"]
        self.actor_links = words["metonymy.actor_links"]
        self.place_verbs = words["metonymy.place_verbs"]
        self.place_passives = words["metonymy.place_passives"]
        self.place_objects = words["metonymy.place_objects"]
        self.giving = words["metonymy.giving"]
        self.taking = words["metonymy.taking"]
        self.place_nouns = words["metonymy.place_nouns"]
        self.actor_nouns = words["metonymy.actor_nouns"]
        self.acts_nouns = words["nouns.acts"]
        self.natural = words["recognition.place_heads"]
        self.trust = words["metonymy.trust"]

    def acts(self, token: Token, depth: int = 0, *, strict: bool = False) -> bool:
        """True where the name that `token` heads stands for people who act or are dealt with.

        `strict` asks for plain signs, as a capital is a city first.
        """
        head, role = token.head, token.dep_
        if depth > DEEPEST or head.i == token.i:
            return False
        if role == "conj":
            return self.acts(head, depth + 1, strict=strict)
        if role == "appos":
            return (
                head.pos_ == "NOUN"
                and head.lemma_.lower() not in self.place_nouns
                and self.acts(head, depth + 1)
            )
        if role in ("pobj", "pcomp"):
            return self._acts_behind(head, depth, strict)
        if role in ("nsubj", "csubj"):
            return self._acts_as_subject(token, head)
        if role == "nsubjpass":
            return head.lemma_.lower() not in self.place_passives
        if role in ("dobj", "obj", "dative", "iobj"):
            return head.lemma_.lower() not in self.place_objects
        if role == "poss":
            return self._owns(head, strict)
        if role in ("compound", "nmod", "amod", "npadvmod"):
            return head.lemma_.lower() in self.actor_nouns and head.lemma_.lower() not in self.place_nouns
        return (
            role == "attr"
            and head.lemma_ == "be"
            and head.pos_ in ("AUX", "VERB")
            and self._has_actor_subject(head)
        )

    def _has_actor_subject(self, verb: Token) -> bool:
        return any(
            child.dep_ == "nsubj" and child.lemma_.lower() in self.actor_nouns for child in verb.children
        )

    def _acts_as_subject(self, token: Token, verb: Token) -> bool:
        lemma = verb.lemma_.lower()
        if lemma == "be":
            return not any(
                (child.dep_ == "attr" and child.lemma_.lower() in self.place_nouns)
                or (
                    child.dep_ in ("prep", "advmod")
                    and child.lower_ in ("in", "on", "near", "at", "where", "there")
                )
                for child in verb.children
            )
        if lemma in ("have", "contain"):
            return not any(
                child.dep_ == "dobj" and child.lemma_.lower() in self.place_nouns for child in verb.children
            )
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
            return lemma not in self.place_passives
        return lemma not in self.place_verbs

    def _owns(self, noun: Token, strict: bool) -> bool:
        lemma = noun.lemma_.lower()
        if any(
            child.tag_ in ("JJS", "RBS")
            or (child.lower_ in ("leading", "main", "own", "major", "top") and strict)
            for child in noun.children
        ):
            return False
        if strict and noun.pos_ == "NOUN" and lemma not in self.acts_nouns:
            return lemma in self.actor_nouns
        if lemma in self.actor_nouns:
            return True
        return lemma not in self.place_nouns and noun.pos_ != "PROPN"

    def _acts_behind(self, link: Token, depth: int, strict: bool) -> bool:
        """What the preposition `link` makes of its object."""
        word, governor = link.lower_, link.head
        lemma = governor.lemma_.lower()
        if word == "in":
            return lemma in self.trust
        if word in self.locative:
            return False
        if word == "by":
            return link.dep_ == "agent" or governor.pos_ in ("NOUN", "VERB")
        if strict and word not in ("with", "by", "of", "to", "from", "against"):
            return word == "between" and (
                lemma in self.actor_nouns
                or lemma in self.acts_nouns
                or lemma in ("talk", "agreement", "tension", "conflict")
            )
        if word in ("for", "under"):
            return governor.pos_ in ("VERB", "NOUN", "AUX", "PROPN") and lemma not in (
                "leave",
                "depart",
                "sail",
                "set",
                "embark",
                "bind",
                "flee",
            )
        if word in self.actor_links:
            return lemma not in (
                "border",
                "boundary",
                "road",
                "route",
                "distance",
                "line",
                "flight",
                "strait",
                "frontier",
                "travel",
                "journey",
            )
        if word == "to":
            return lemma in self.giving
        if word == "from":
            return lemma in self.taking
        if word == "on":
            return governor.pos_ == "NOUN" and lemma not in self.place_nouns
        if word in ("of",):
            return self._acts_of(governor)
        if word in ("like", "than", "unlike", "as", "including", "except", "among"):
            return (
                governor.pos_ in ("NOUN", "VERB", "ADJ", "AUX", "PROPN")
                and depth < 2
                and self.acts(governor, depth + 1)
            )
        if word == "over":
            return lemma in (
                "victory",
                "win",
                "defeat",
                "power",
                "sovereignty",
                "control",
                "influence",
                "triumph",
                "rule",
                "prevail",
            )
        return False

    def _acts_of(self, governor: Token) -> bool:
        lemma = governor.lemma_.lower()
        if lemma in self.place_nouns:
            return False
        return lemma in self.actor_nouns
