"""Finds the two or three a plural description means: "both presidents", "the two signatories"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.model import EntityType, Link
from kg.resolution.offices.index import find_years, index_offices
from kg.resolution.reading import Reading

PAIR_FAR = 4
HOLDERS_FAR = 2  # sentences in which a state named tells its president
TREATY_FAR = 2
TOPIC_FAR = 10
OFTEN, AGAIN = 4, 2  # times a state of the whole document, or of the last sentences, is named
STATED = ("name", "metonym", "demonym")


class PairFinder:
    """Looks back for so many states or persons: named, in office, party to the treaty, or the topic."""

    def __init__(self, reading: Reading, named: Sequence[Link]) -> None:
        words = reading.lexicon.words
        self.reading = reading
        self.named = named
        self.leaders = words["descriptions.leader"]
        self.plain = words["descriptions.plain"] | {"neighbouring", "neighboring"}
        self.signatories = words["descriptions.signatories"]
        self.offices = index_offices(reading.lexicon)
        self.counts = Counter(link.entity for link in named if link.mention.kind in STATED)

    def find(self, token: Token, lemma: str, kind: EntityType, number: int) -> list[str]:
        """The `number` of the kind that `token` means (0: two or three); empty where not sure."""
        if lemma in self.signatories and number and (found := self._find_parties(token, number)):
            return found
        if found := self._find_named(token, kind, number):
            return found
        if not number:
            return []
        if kind == "PERSON":
            return self._find_officers(token, number)
        if self._is_told_apart(token):
            return []
        return self._find_parties(token, number) or (self._find_topic(token) if number == 2 else [])

    def _is_told_apart(self, token: Token) -> bool:
        """ "The two so-called republics"."""
        told = {child.lower_ for child in token.lefts if child.dep_ in ("amod", "compound", "advmod")}
        return bool(told - self.plain)

    def _find_named(self, token: Token, kind: EntityType, number: int) -> list[str]:
        """Those of the nearest sentences that name just so many; those of several must be named again."""
        wanted = (number,) if number else (2, 3)
        together: list[str] = []
        for back in range(PAIR_FAR):
            distinct = self._list_in(token, kind, back)
            together = list(dict.fromkeys((*distinct, *together)))
            if len(distinct) in wanted:
                return distinct
            if len(together) in wanted and all(self.counts[key] >= AGAIN for key in together):
                return together
            if len(distinct) > max(wanted):
                return []
        return []

    def _list_in(self, token: Token, kind: EntityType, back: int) -> list[str]:
        found = (
            link.entity
            for link in self._before(token, back)
            if self.reading.entities[link.entity].type == kind and not self._is_literal(link)
        )
        return list(dict.fromkeys(found))

    def _before(self, token: Token, back: int) -> Iterator[Link]:
        """The links before `token` in the sentence `back` sentences before its own."""
        here = self.reading.sentences[token.i] - back
        for link in self.named:
            if link.mention.start >= token.idx:
                break
            if self.reading.sentences[self.reading.token_at(link.mention.start).i] == here:
                yield link

    def _is_literal(self, link: Link) -> bool:
        return (
            link.mention.kind == "name"
            and not link.metonymic
            and self.reading.root_of(link.mention).dep_ == "pobj"
            and self.reading.entities[link.entity].type == "PLACE"
        )

    def _find_parties(self, token: Token, number: int) -> list[str]:
        """The parties of the last treaty spoken of, if they are so many."""
        here = self.reading.sentences[token.i]
        near = [
            link.entity
            for link in self.named
            if 0 <= here - self.reading.sentences[self.reading.token_at(link.mention.start).i] <= TREATY_FAR
            and self.reading.entities[link.entity].type == "TREATY"
            and (entry := self.reading.lexicon.entries.get(link.entity))
            and entry.parties
        ]
        if len(set(near)) != 1:
            return []
        listed = self.reading.lexicon.entries[near[-1]].parties
        parties = sorted({key for key in listed if key != "SUN" or "RUS" not in listed})
        return parties if len(parties) == number else []

    def _find_officers(self, token: Token, number: int) -> list[str]:
        """The holders of the office at the date, told by themselves or by their states."""
        for back in range(HOLDERS_FAR):
            links = list(self._before(token, back))
            persons = {link.entity for link in links if self.reading.entities[link.entity].type == "PERSON"}
            states = {self._state_of(link) for link in links} - {""}
            found = {person for state in states if (person := self._find_holder(token, state))}
            if persons <= found and len(found) == number:
                return sorted(found)
        states_told = self._find_parties(token, number) or self._find_topic(token)
        found = {person for state in states_told if (person := self._find_holder(token, state))}
        return sorted(found) if len(found) == number else []

    def _state_of(self, link: Link) -> str:
        entity = self.reading.entities[link.entity]
        return entity.id if entity.type == "STATE" else entity.state

    def _find_holder(self, token: Token, state: str) -> str | None:
        """Who holds the office in `state` at the document's date; None where the text tells another year."""
        date = self.reading.document.date or ""
        if not date or find_years(" ".join(part.text for part in token.head.subtree)):
            return None
        lemma = token.lemma_.lower()
        compounds = [child.lower_ for child in token.lefts if child.dep_ in ("compound", "amod")]
        phrase = (*(word for word in compounds if word.isalpha()), lemma)
        offices = {
            key for words, keys in self.offices.titles.get(lemma, ()) if words == phrase for key in keys
        }
        rows = [row for row in self.offices.find(offices, state) if row.covers(date)]
        if lemma in self.leaders:
            rows = self.offices.find_leaders(state, date)
        found = sorted({row.person for row in rows})
        return found[0] if len(found) == 1 else None

    def _find_topic(self, token: Token) -> list[str]:
        """The two states of which the whole document speaks, where both were named of late."""
        states = [
            (count, key) for key, count in self.counts.items() if self.reading.entities[key].type == "STATE"
        ]
        ranked = sorted(states, key=lambda row: (-row[0], row[1]))
        if len(ranked) < 2 or ranked[1][0] < OFTEN or (len(ranked) > 2 and 2 * ranked[2][0] > ranked[1][0]):
            return []
        pair = {ranked[0][1], ranked[1][1]}
        near = {link.entity for back in range(TOPIC_FAR) for link in self._before(token, back)}
        return sorted(pair) if pair <= near else []
