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
        if _is_town(reading, link) and judge.is_literal(reading.root_of(link.mention)):
            return _settle_town(reading, link, entity)
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


def _is_town(reading: Reading, link: Link) -> bool:
    """A seat that is a town and no capital: it bears no article but its own ("The Hague")."""
    first = reading.token_at(link.mention.start)
    return first.text == "The" or (first.i > 0 and first.nbor(-1).text == "The")


def _settle_town(reading: Reading, link: Link, state: Entity) -> Link:
    place = Entity(f"place:{slug(link.mention.text)}", link.mention.text, "PLACE", state=state.id)
    mention = replace(link.mention, kind="name", type="PLACE")
    return replace(link, entity=reading.know(place), mention=mention, method="lexicon", metonymic=False)


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
        self.burdening = words["metonymy.burdening"]
        self.leaning = words["metonymy.leaning"]

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
            and (self._has_actor_subject(head) or self._is_cleft(head))
        )

    def is_literal(self, token: Token) -> bool:
        """The name stands behind a preposition of place: "in The Hague"."""
        return token.dep_ == "pobj" and token.head.lower_ in self.locative

    def _is_cleft(self, verb: Token) -> bool:
        """ "It is Moscow that decides": what is told behind tells who acts."""
        parts = {child.dep_: child for child in verb.children}
        subject = parts.get("nsubj")
        told = parts.get("ccomp") or parts.get("relcl") or parts.get("advcl")
        attribute = parts.get("attr")
        if told is None and attribute is not None:
            told = next((child for child in attribute.children if child.dep_ == "relcl"), None)
        if subject is None or told is None or subject.lower_ != "it":
            return False
        relative = next((child for child in told.children if child.dep_ in ("nsubj", "mark")), None)
        return (
            relative is not None
            and relative.lower_ in ("that", "who", "which")
            and told.lemma_.lower() not in self.place_verbs
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
        if link.dep_ == "conj" and governor.pos_ == "ADP":
            governor = governor.head
        lemma = governor.lemma_.lower()
        if word == "in":
            return lemma in self.trust
        if word in ("toward", "towards"):
            moved = {child.lemma_.lower() for child in governor.children if child.dep_ == "dobj"}
            return lemma in self.leaning or bool(moved & self.leaning)
        if word == "on" and lemma in self.burdening:
            return True
        if word == "for" and link.i < governor.i and link.is_sent_start:
            return governor.pos_ == "AUX" or lemma in ("be", "mean", "remain", "become", "seem")
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
            return self._acts_of(governor) or _is_sided(governor)
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


def _is_sided(noun: Token) -> bool:
    """ "On the side of Moscow": not "the other side of Moscow"."""
    words = [child.lower_ for child in noun.lefts]
    return noun.lower_ == "side" and noun.head.lower_ in ("on", "to", "by") and words in (["the"], [])
