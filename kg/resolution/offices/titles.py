"""Finds the phrases of offices, the bodies they belong to, and which holder they speak of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.model import Link
from kg.resolution.offices.index import index_offices
from kg.resolution.reading import Reading, in_order

PLURALS = ("NNS", "NNPS")
OWNERS = ("'s", "’s", "'", "’")
BODIES = ("STATE", "IGO", "ARMED_GROUP", "ORG")


@dataclass(frozen=True, slots=True)
class Title:
    """The phrase of an office: its tokens, what it can be, the bodies it belongs to, where it begins.

    `stage` is "former", "elect", "then", "acting", "other" (deputy, next) or "" (the holder of the day).
    """

    first: Token
    last: Token
    offices: tuple[str, ...]
    bodies: tuple[str, ...] = ()
    start: int = -1
    stage: str = ""

    @property
    def phrase(self) -> str:
        """The title in small letters."""
        return self.last.doc[self.first.i : self.last.i + 1].text.lower()

    @property
    def end(self) -> int:
        """The character behind the title."""
        return self.last.idx + len(self.last)

    @property
    def begin(self) -> int:
        """The first character of the title, with its body where that stands before it."""
        return self.start if self.start >= 0 else self.first.idx


class TitleFinder:
    """Looks for titles; `links` tell the bodies, `owners` (persons by end) grows as offices are linked."""

    def __init__(self, reading: Reading, links: Sequence[Link]) -> None:
        words = reading.lexicon.words
        self.reading = reading
        self.index = index_offices(reading.lexicon)
        self.former, self.acting = words["descriptions.former"], words["descriptions.acting"]
        self.other, self.skipped = words["descriptions.past"], words["descriptions.incumbent"] | self.acting
        bodies = [link for link in links if reading.entities[link.entity].type in BODIES]
        self.by_end: Mapping[int, Link] = {link.mention.end: link for link in bodies}
        self.by_start: Mapping[int, Link] = {link.mention.start: link for link in bodies}
        self.owners = {
            link.mention.end: link
            for link in in_order(reading.links)
            if reading.entities[link.entity].type == "PERSON"
        }

    def find(self) -> Iterator[Title]:
        """Each title phrase of the document, the longest at each place."""
        doc = self.reading.doc
        for token in doc:
            rows = self.index.titles.get(token.lower_, ()) if token.lower_ != "elect" else ()
            if token.tag_ in PLURALS:
                rows = (*rows, *self.index.titles.get(token.lower_.removesuffix("s"), ()))
            for words, offices in rows:
                first = token.i - len(words) + 1
                if first >= 0 and all(
                    doc[first + place].lower_ == words[place] for place in range(len(words) - 1)
                ):
                    elect = [part.lower_ for part in doc[token.i + 1 : token.i + 3]] == ["-", "elect"]
                    yield self._complete(Title(doc[first], doc[token.i + 2 * elect], offices))
                    break

    def _complete(self, title: Title) -> Title:
        """The title with its bodies and its stage."""
        bodies, start = self._find_bodies(title)
        found = replace(title, bodies=tuple(bodies), start=start)
        return replace(found, stage=self._find_stage(found))

    def _find_stage(self, title: Title) -> str:
        doc = self.reading.doc
        if title.last.lower_ == "elect":
            return "elect"
        start = self.reading.token_at(title.begin).i
        words = [token.lower_ for token in doc[max(start - 2, 0) : title.first.i]]
        for stage, told in (("former", self.former), ("acting", self.acting), ("then", {"then"})):
            if any(word in told for word in words):
                return stage
        return "other" if any(word in self.other for word in words) else ""

    def holds(self, person: str, offices: Sequence[str]) -> bool:
        """The person holds one of the offices, or has held or will hold it."""
        return any(holding.office in offices for _, holding in self.index.of_person.get(person, ()))

    def _find_bodies(self, title: Title) -> tuple[list[str], int]:
        """The bodies the office belongs to, and where the phrase begins (-1: at the title)."""
        inside = self.by_start.get(title.first.idx)
        if inside and inside.mention.end < title.last.idx:
            entity = self.reading.entities[inside.entity]
            return [inside.entity, *([entity.state] if entity.type == "ORG" and entity.state else [])], -1
        doc, before = self.reading.doc, title.first.i - 1
        owns = before >= 0 and doc[before].lower_ in OWNERS
        before -= owns
        while before >= 0 and (doc[before].lower_ in self.skipped or doc[before].lower_ in ("then", "-")):
            before -= 1
        if before < 0:
            return [], -1
        if before and doc[before].lower_ in OWNERS:
            before, owns = before - 1, True
        end = doc[before].idx + len(doc[before])
        if link := self.by_end.get(end):
            return self._with_joint(title, link)
        owner = self.owners.get(end) if owns else None
        state = self.reading.entities[owner.entity].state if owner else ""
        if owner and state in self.reading.lexicon.entries and not self.holds(owner.entity, title.offices):
            return [state], owner.mention.start
        return self._find_behind(title)

    def _with_joint(self, title: Title, link: Link) -> tuple[list[str], int]:
        """ "The Polish and Hungarian presidents": both states; a plural of one state tells nobody."""
        if title.last.tag_ not in PLURALS:
            return [link.entity], link.mention.start
        joint = self.reading.token_at(link.mention.start).i - 1
        if joint > 0 and self.reading.doc[joint].lower_ == "and":
            word = self.reading.doc[joint - 1]
            if other := self.by_end.get(word.idx + len(word)):
                return [other.entity, link.entity], other.mention.start
        return [], -1

    def _find_behind(self, title: Title) -> tuple[list[str], int]:
        """ "The president of France", "the presidents of Russia and Turkey"."""
        doc, place = self.reading.doc, title.last.i + 1
        if place + 1 >= len(doc) or doc[place].lower_ != "of":
            return [], -1
        place += 2 if doc[place + 1].lower_ == "the" else 1
        link = self.by_start.get(self._idx(place))
        if link is None:
            return [], -1
        bodies = [link.entity]
        if title.last.tag_ in PLURALS:
            place = self.reading.token_at(link.mention.end - 1).i + 1
            place += 2 if doc[place + 1 : place + 2].text.lower() == "the" else 1
            other = self.by_start.get(self._idx(place))
            bodies = [link.entity, other.entity] if other else []
        return bodies, -1

    def _idx(self, place: int) -> int:
        return self.reading.doc[place].idx if place < len(self.reading.doc) else -1
