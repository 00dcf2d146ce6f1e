"""Resolves definite descriptions: "the treaty", "the two countries", "the regime", "the 1987 arms pact"."""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from kg.model import EntityType, Link
from kg.resolution.phrases.fitting import find_introduced, is_of_other_year
from kg.resolution.phrases.forum import find_only_state
from kg.resolution.phrases.nouns import list_nouns
from kg.resolution.phrases.pairs import PairFinder
from kg.resolution.phrases.told import find_told, find_town
from kg.resolution.reading import Reading, in_order

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
KINDS: tuple[EntityType, ...] = ("TREATY", "LAW", "STATE", "IGO", "ORG", "ARMED_GROUP", "PLACE", "EVENT")
DETERMINING = ("det", "predet", "nummod", "cc:preconj")
DEFINITE = frozenset({"the", "this", "that", "these", "those", "said"})
FAR = {"TREATY": 12, "LAW": 6, "STATE": 2, "IGO": 6, "ORG": 6, "ARMED_GROUP": 4, "PLACE": 2, "EVENT": 6}
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
FAR_RULERS = 8
OWN_HEAD = 1.0  # what a noun that the name itself bears adds
FAR_LONE = 20  # sentences, for the only place of the document that bears the noun in its name
TOPIC = 4.0  # what the state of the title has before others, as one that governs
LANDS = frozenset({"country", "nation", "state"})
PLURAL = ("NNS", "NNPS")


class Describer:
    """Looks back through the links of a document for what a description names."""

    def __init__(self, reading: Reading) -> None:
        words = reading.lexicon.words
        self.reading = reading
        self.kinds = {kind: words[f"descriptions.{kind}"] for kind in KINDS}
        self.nouns = frozenset().union(*self.kinds.values())
        self.two_states = words["descriptions.two_states"]
        self.two_persons = words["descriptions.two_persons"]
        self.pairs = self.two_states | self.two_persons
        self.plural_nouns = words["descriptions.plural_nouns"]
        self.rule = words["descriptions.rule"]
        self.plain = words["descriptions.plain"]
        self.rulers = words["descriptions.rulers"]
        self.named = self._list_named()
        self.topic = find_only_state(reading, reading.document.title or "")
        self.counts = Counter(link.entity for link in self.named if link.mention.kind == "name")
        treaties = {key for key, entity in reading.entities.items() if entity.type == "TREATY"}
        self.single_treaty = len(treaties) == 1
        self.taken = [
            (link.mention.start, link.mention.end) for link in reading.links if link.mention.kind != "demonym"
        ]

    def link_all(self) -> None:
        """Links every description of the document that can be told; those of several behind those of one."""
        interesting = self.nouns | self.two_states | self.two_persons | self.rule
        nouns = [
            token
            for token in self.reading.doc
            if token.pos_ in ("NOUN", "PROPN")
            and (token.lemma_.lower() in interesting or token.lower_ in self.plural_nouns)
            and not self._is_taken(token)
        ]
        several = [token for token in nouns if not self._link(token, token.lemma_.lower())]
        self.named = self._list_named()
        pairs = PairFinder(self.reading, self.named)
        for token in several:
            counted = self._count(token)
            if self._is_pair(token, token.lemma_.lower(), counted):
                number = max(NUMBERS.get(word, 0) for word in counted)
                self._link_several(token, token.lemma_.lower(), number, pairs)

    def _list_named(self) -> list[Link]:
        """The links in order, without what a heading only places or counts among persons and states."""
        return [
            link
            for link in in_order(self.reading.links)
            if not self.reading.in_heading(link.mention.start)
            or self.reading.entities[link.entity].type in ("IGO", "TREATY", "ARMED_GROUP")
        ]

    def _is_taken(self, token: Token) -> bool:
        return any(start <= token.idx < end for start, end in self.taken)

    def _count(self, token: Token) -> set[str]:
        return {child.lower_ for child in token.children if child.dep_ in DETERMINING}

    def _link(self, token: Token, lemma: str) -> bool:
        """Links what means one thing; False where several may be meant."""
        if lemma in self.rule and self._link_rule(token):
            return True
        if lemma == "capital" and (town := find_town(self.reading, token, self.named)):
            start, place = town
            self.reading.describe(start, token.idx + len(token), self.reading.know(place), "description")
            return True
        word = token.lower_ if token.tag_ in PLURAL else lemma
        counted = self._count(token)
        if token.tag_ in PLURAL and (word not in self.plural_nouns or counted & NUMBERS.keys()):
            return False
        if not counted & DEFINITE or word not in self.nouns | self.plural_nouns:
            return True
        if key := find_told(self.reading, token, self.named):
            self.reading.know_id(key)
            self.reading.describe(*self._bounds(token), key, "description", confidence=0.8)
            self.named = self._list_named()
        elif not self._is_modified(token):
            self._link_one(token, word)
        return True

    def _is_pair(self, token: Token, lemma: str, counted: set[str]) -> bool:
        """ "both leaders", "the three powers", "the countries"; not "two European powers"."""
        if "all" in counted:
            return False
        if counted & NUMBERS.keys():
            foreign = (
                child.text[:1].isupper() for child in token.children if child.dep_ in ("amod", "compound")
            )
            told = counted & (DEFINITE | {"both"}) or "two" in counted
            return bool(told) and lemma in self.pairs and not any(foreign)
        return "the" in counted and lemma in ("country", "nation", "state") and not self._is_modified(token)

    def _is_modified(self, token: Token) -> bool:
        """Words tell the noun apart from what was named: "the foreign country", "the state of affairs"."""
        return any(
            (child.dep_ in ("amod", "compound", "poss", "nmod") and child.lower_ not in self.plain)
            or (
                child.dep_ == "prep"
                and child.lower_ in ("of", "with", "between", "for", "against", "on", "over")
            )
            or child.dep_ in ("relcl", "acl")
            for child in token.children
        )

    def _link_rule(self, token: Token) -> bool:
        """ "the Trump administration", "Barack Obama's administration": the person's state."""
        owner = next((child for child in token.children if child.dep_ in ("poss", "compound", "nmod")), None)
        if owner is None:
            return False
        for link in self.named:
            if (
                link.mention.start <= owner.idx < link.mention.end
                and self.reading.entities[link.entity].type == "PERSON"
            ):
                state = self.reading.entities[link.entity].state
                if state in self.reading.lexicon.entries:
                    self.reading.know_id(state)
                    self.reading.describe(
                        link.mention.start, token.idx + len(token), state, "administration", confidence=0.9
                    )
                return True
        return False

    def _link_several(self, token: Token, lemma: str, number: int, pairs: PairFinder) -> None:
        start, end = self._bounds(token)
        kind: EntityType = "PERSON" if lemma in self.two_persons else "STATE"
        found = pairs.find(token, lemma, kind, number)
        for entity in found:
            if entity in self.reading.lexicon.entries:
                self.reading.know_id(entity)
            self.reading.describe(start, end, entity, "description", confidence=0.75)
        if not found:
            self.reading.leave(start, end, f"no {number or 'few'} of type {kind} stand out before it")

    def _before(self, token: Token, first: int, last: int) -> Iterator[Link]:
        """Links before `token` in the sentences [first, last)."""
        for link in self.named:
            if link.mention.start >= token.idx:
                break
            if first <= self.reading.sentences[self.reading.token_at(link.mention.start).i] < last:
                yield link

    def _link_one(self, token: Token, lemma: str) -> None:
        start, end = self._bounds(token)
        here = self.reading.sentences[token.i]
        rows = list(self._before(token, here - max(FAR.values()), here + 1))
        near = Counter(link.entity for link in rows)
        fitting = self._list_fitting(token, lemma, list(self._before(token, here - FAR_LONE, here + 1)))
        scored = [
            (self._score(link, token, lemma, near), link.mention.start, link.entity) for link in fitting
        ]
        best = max(scored, default=None)
        if best and lemma in LANDS and self._has_rival(token, best[2], rows):
            self.reading.leave(start, end, "two states are as likely")
        elif best and best[0] > -FAR_LONE:
            self.reading.describe(start, end, best[2], "description", confidence=0.7)
        elif lemma in LANDS and self._is_of_topic(token, rows):
            self.reading.describe(
                start, end, self.reading.know_id(self.topic or ""), "description", confidence=0.65
            )
        elif lemma in self.kinds["TREATY"]:
            self.reading.leave(start, end, "nothing of its kind was named before it")

    def _list_fitting(self, token: Token, lemma: str, rows: list[Link]) -> list[Link]:
        """What the noun can point back to, by type, distance, year and who rules."""
        here = self.reading.sentences[token.i]
        ruled = {
            entity.state for link in rows if (entity := self.reading.entities[link.entity]).type == "PERSON"
        }
        named = [
            link.entity
            for link in self.named
            if link.method == "administration" and link.mention.start < token.idx
        ][-1:]
        is_proper = lemma in ("organization", "organisation") and token.text[:1].isupper()
        introduced = find_introduced(self.reading, token, self.taken) if lemma in self.kinds["TREATY"] else -1

        def fits(link: Link) -> bool:
            entity = self.reading.entities[link.entity]
            if entity.type not in self.kinds or lemma not in self._nouns_for(link.entity):
                return False
            if entity.type not in ("TREATY", "LAW") and link.mention.kind == "demonym":
                return False
            if lemma == "administration" and link.entity not in (named or ruled):
                return False
            if (is_proper and entity.type != "IGO") or link.mention.start < introduced:
                return False
            far = FAR_RULERS if lemma in self.rulers else FAR[entity.type]
            if entity.type == "PLACE" and self._is_lone(link.entity, lemma):
                far = FAR_LONE
            distance = here - self.reading.sentences[self.reading.token_at(link.mention.start).i]
            return distance <= far and not is_of_other_year(self.reading, link.entity, token)

        return [link for link in rows if fits(link)]

    def _is_lone(self, key: str, noun: str) -> bool:
        """The only place of the document that bears the noun in its name: "the strait"."""
        bearers = {
            entity.id
            for entity in self.reading.entities.values()
            if entity.type == "PLACE" and noun in entity.name.lower().split()
        }
        return bearers == {key}

    def _is_of_topic(self, token: Token, rows: list[Link]) -> bool:
        """Somebody of the title's state is spoken of in the sentence, and nobody of another."""
        here = self.reading.sentences[token.i]
        states = {
            entity.id if entity.type == "STATE" else entity.state
            for link in rows
            if self.reading.sentences[self.reading.token_at(link.mention.start).i] == here
            and (entity := self.reading.entities[link.entity]).type in ("STATE", "PERSON")
        }
        return self.topic is not None and states == {self.topic}

    def _score(self, link: Link, token: Token, lemma: str, near: Counter[str]) -> float:
        here = self.reading.sentences[token.i]
        distance = here - self.reading.sentences[self.reading.token_at(link.mention.start).i]
        root = self.reading.root_of(link.mention)
        score = self._salience(link, lemma, near) - distance + 0.5 * (root.dep_ in ("nsubj", "nsubjpass"))
        score += 0.001 * (link.mention.start / max(len(self.reading.text), 1))
        return score - 3 * (distance == 0 and self._same_clause(root, token))

    def _has_rival(self, token: Token, best: str, rows: list[Link]) -> bool:
        """Another state is the subject, or owns the subject, of the sentence: "the country" may be it."""
        here = self.reading.sentences[token.i]
        for link in rows:
            root = self.reading.root_of(link.mention)
            climb = root.head if root.dep_ in ("amod", "compound", "poss", "nmod") else root
            if (
                self.reading.sentences[root.i] == here
                and link.entity != best
                and self.reading.entities[link.entity].type == "STATE"
                and climb.dep_ in ("nsubj", "nsubjpass")
            ):
                return True
        return False

    def _salience(self, link: Link, lemma: str, near: Counter[str]) -> float:
        """A treaty named often is likelier meant than one described once; a regime is the state talked of."""
        kind = self.reading.entities[link.entity].type
        if kind == "STATE" and lemma in self.rulers:
            return 0.3 * min(near[link.entity], 12) + TOPIC * (link.entity == self.topic)
        if kind == "EVENT":
            return 0.4 * min(self.counts[link.entity], 5)
        if kind not in ("TREATY", "LAW"):
            return 0.0
        entity = self.reading.entities[link.entity]
        own = OWN_HEAD * any(lemma in name.lower().split() for name in (entity.name, *entity.aliases))
        described = link.mention.kind == "description" and link.method != "description"
        return own + 0.4 * min(self.counts[link.entity], 5) - 1.5 * described

    def _nouns_for(self, key: str) -> frozenset[str]:
        return list_nouns(self.reading, key, self.kinds, is_only_treaty=self.single_treaty)

    def _same_clause(self, root: Token, token: Token) -> bool:
        return (
            root.head.i == token.head.i
            or token.head.i == root.i
            or (root.dep_ in ("poss", "compound") and root.head.i == token.i)
        )

    def _bounds(self, token: Token) -> tuple[int, int]:
        """The noun with its number and adjectives, without article."""
        first = token.i
        for child in token.lefts:
            if child.dep_ in ("amod", "nummod", "compound", "predet") or child.lower_ == "both":
                first = min(first, child.i)
        return self.reading.doc[first].idx, token.idx + len(token)
