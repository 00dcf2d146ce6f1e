"""Resolves offices without a name at the document's date: "the Russian president"."""

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Token

from kg.model import Link
from kg.resolution.offices.index import SHARED, Holding, find_years, index_offices
from kg.resolution.offices.titles import OWNERS, PLURALS, Title, TitleFinder
from kg.resolution.phrases.forum import find_home_state, find_official_state, is_at_un
from kg.resolution.reading import Reading, in_order

NEAR_BEARER = 3  # sentences in which "the ambassador" is the one just named
NEAR_TITLE = 10  # tokens between an office and the name beside it
LONGEST_ACTING = 2  # years
DEFINITE = frozenset({"the", "this", "that", "both"})
SUBJECT = ("nsubj", "nsubjpass")


def link_offices(reading: Reading) -> None:
    """Links each definite office of a known body to its holder, or to the person it stands beside."""
    OfficeReader(reading, [link for link in in_order(reading.links) if not link.inferred]).link_all()


def link_owned_offices(reading: Reading) -> None:
    """ "The country's foreign minister", once it is known which country is meant."""
    described = [
        link for link in in_order(reading.links) if link.mention.kind == "description" and link.inferred
    ]
    OfficeReader(reading, described, owned=True).link_all()


class OfficeReader:
    """Goes through the titles of a document; `links` tell the bodies, `owned` asks for "body's office"."""

    def __init__(self, reading: Reading, links: list[Link], *, owned: bool = False) -> None:
        self.reading = reading
        self.index = index_offices(reading.lexicon)
        self.finder = TitleFinder(reading, links)
        self.owned = owned
        self.former = reading.lexicon.words["descriptions.former"]
        self.leaders = reading.lexicon.words["descriptions.leader"]
        at_un = is_at_un(reading)
        self.home = None if at_un else find_official_state(reading) or find_home_state(reading)
        self.persons = {link.mention.start: link for link in self.finder.owners.values()}
        self.bearers: dict[str, set[str]] = defaultdict(set)

    def link_all(self) -> None:
        """Links the titles of the document that can be told."""
        for title in self.finder.find():
            if self.owned:
                if title.bodies and self.reading.raw[: title.first.idx].rstrip().endswith(OWNERS):
                    self._link(title)
            elif bearer := self._find_bearer(title):
                self.bearers[title.phrase].add(bearer)
            elif title.bodies:
                self._link(title)
            else:
                self._link_bare(title)

    def _find_bearer(self, title: Title) -> str | None:
        """The person whose title this is: "Foreign Secretary Boris Johnson"."""
        doc, place = self.reading.doc, title.last.i + 1
        link = self.persons.get(doc[place].idx) if place < len(doc) else None
        return link.entity if link else None

    def _link(self, title: Title) -> None:
        if not self._is_definite(title) or _is_before_name(title.last):
            return
        if beside := self._find_beside(title):
            if set(title.offices) <= set(SHARED):
                return
            self._describe(title, beside.entity, 0.95)
        elif title.stage == "former":
            self._link_former(title)
        elif title.stage == "other":
            self._leave(title, "an office of the past or to come, without a name")
        else:
            self._link_holders(title)

    def _is_definite(self, title: Title) -> bool:
        """ "The president of France", "Russia's president"; not "a Russian president"."""
        words = {child.lower_ for child in title.last.children if child.dep_ in ("det", "poss")}
        owned = self.reading.raw[: title.first.idx].rstrip().endswith(OWNERS)
        headline = not words and title.last.dep_ in SUBJECT and title.last.tag_ not in PLURALS
        return owned or bool(words & DEFINITE) or headline

    def _link_holders(self, title: Title) -> None:
        told = [holder for body in title.bodies if (holder := self._find_holder(title, body))]
        if title.start < 0 and len(title.bodies) > 1 and title.last.tag_ not in PLURALS:
            told = told[:1]
        for holder in told:
            self.reading.know_id(holder)
            self._describe(title, holder, 0.85)
        if not told:
            self._leave(title, "the holder of the office at the date is not known")

    def _link_former(self, title: Title) -> None:
        """The one person named in the document who held the office before."""
        date = self.reading.document.date or "9999"
        held = {
            person
            for person in self.reading.entities
            for body, holding in self.index.of_person.get(person, ())
            if (holding.office in title.offices or (title.last.lower_ in self.leaders and holding.order))
            and holding.end
            and holding.end < date
            and (not title.bodies or body in title.bodies)
            and not self._governs_still(person, title.offices, date)
        }
        if len(held) == 1:
            self._describe(title, next(iter(held)), 0.65)
        else:
            self._leave(title, "an office of the past or to come, without a name")

    def _governs_still(self, person: str, offices: tuple[str, ...], date: str) -> bool:
        return any(
            holding.office in offices and holding.covers(date)
            for _, holding in self.index.of_person.get(person, ())
        )

    def _link_bare(self, title: Title) -> None:
        """ "the president", where the document has named one person with the title or the office."""
        doc, before = self.reading.doc, title.first.i - 1
        is_former = title.stage == "former" and before >= 0 and doc[before].lower_ in self.former
        before -= is_former
        if before < 0 or doc[before].lower_ != "the" or title.last.tag_ in PLURALS:
            return
        behind = doc[title.last.i + 1 : title.last.i + 2].text.lower()
        if title.last.dep_ in ("compound", "amod") or behind in ("of", "for", "-"):
            return
        if title.stage:
            if is_former:
                self._link_former(title)
            return
        single = [key for key in title.offices if self.reading.lexicon.offices[key].singular]
        named = self.bearers.get(title.phrase, set()) or {
            link.entity
            for link in self.persons.values()
            if link.mention.start < title.begin and self.finder.holds(link.entity, single)
        }
        if not single:
            named &= self._list_near(title)
        if single and self.home and (holder := self._find_holder(title, self.home)):
            if named <= {holder}:
                self.reading.know_id(holder)
                self._describe(title, holder, 0.7)
            else:
                self._leave(title, "the publisher's own and another are as likely")
        elif len(named) == 1:
            self._describe(title, next(iter(named)), 0.7)

    def _list_near(self, title: Title) -> set[str]:
        """Who was named in the sentences just before."""
        here = self.reading.sentences[title.first.i]
        return {
            link.entity
            for start, link in self.persons.items()
            if 0 <= here - self.reading.sentences[self.reading.token_at(start).i] <= NEAR_BEARER
            and start < title.begin
        }

    def _find_beside(self, title: Title) -> Link | None:
        """The person the office is an apposition of: "Putin, the Russian president,"."""
        head = title.last
        beside = (head.head,) if head.dep_ == "appos" else ()
        for token in (*beside, *(child for child in head.children if child.dep_ == "appos")):
            for part in token.subtree:
                link = self.persons.get(part.idx)
                if link and abs(part.i - head.i) < NEAR_TITLE and not self._is_foreign(link, title):
                    return link
        return None

    def _is_foreign(self, link: Link, title: Title) -> bool:
        """The person is known to belong to another state than the office."""
        state = self.reading.entities[link.entity].state
        entities = (self.reading.entities.get(body) for body in title.bodies)
        homes = {entity.state for entity in entities if entity} - {""}
        return (
            bool(state and homes) and state not in homes and not self.finder.holds(link.entity, title.offices)
        )

    def _find_holder(self, title: Title, body: str) -> str | None:
        years = find_years(title.last.sent.text)
        date = self.reading.document.date or ""
        if len(years) == 1 and date[:4] != years[0]:
            date = years[0]
        elif title.stage == "then":
            return None
        holdings = list(self.index.find(title.offices, body))
        if title.stage == "elect":
            return _only({row.person for row in holdings if date and _is_next(row, date)})
        if title.first.i == title.last.i and title.last.lower_.removesuffix("s") in self.leaders:
            holdings = self.index.find_leaders(body, date) if date else []
        if title.stage == "acting":
            holdings = [row for row in holdings if _is_short(row)]
        held = {row.person for row in holdings if not date or row.covers(date) or not row.start}
        named = held & set(self.reading.entities)
        if set(title.offices) <= set(SHARED):
            return _only(named)
        return (_only(held) if date else None) or _only(named)

    def _describe(self, title: Title, person: str, confidence: float) -> None:
        self.reading.describe(title.begin, title.end, person, "office", confidence=confidence)
        self.finder.owners[title.end] = self.reading.links[-1]

    def _leave(self, title: Title, reason: str) -> None:
        self.reading.leave(title.begin, title.end, reason)


def _only(persons: Iterable[str]) -> str | None:
    """The person, if there is just one."""
    found = sorted(persons)
    return found[0] if len(found) == 1 else None


def _is_next(holding: Holding, date: str) -> bool:
    """The office is taken up within a year of `date`."""
    return holding.start > date and int(holding.start[:4]) - int(date[:4]) <= 1


def _is_short(holding: Holding) -> bool:
    return bool(holding.end) and int(holding.end[:4]) - int(holding.start[:4] or 0) <= LONGEST_ACTING


def _is_before_name(last: Token) -> bool:
    """The title belongs to a name that follows and that nothing has resolved."""
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return after is not None and after.dep_ == "compound" and after.pos_ == "PROPN"
