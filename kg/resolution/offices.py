"""Resolves offices without a name at the document's date: "the Russian president"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Link
from kg.resolution.reading import Reading, in_order

YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
LONGEST_TITLE = 5


@dataclass(frozen=True, slots=True)
class Holding:
    """A person held an office from `start` to `end` (ISO dates, "" where open)."""

    person: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class OfficeIndex:
    """Title phrases by their last word, and who held which office of which body."""

    titles: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    holders: Mapping[tuple[str, str], tuple[Holding, ...]]
    of_person: Mapping[str, frozenset[tuple[str, str]]]


@lru_cache(maxsize=4)
def index_offices(lexicon: Lexicon) -> OfficeIndex:
    """The index of the lexicon's singular offices."""
    phrases: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, office in sorted(lexicon.offices.items()):
        if office.singular or office.leads:
            for title in office.titles:
                phrases[tuple(title.split())].append(key)
    titles: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for words, keys in phrases.items():
        titles[words[-1]].append((words, tuple(keys)))
    holders: dict[tuple[str, str], list[Holding]] = defaultdict(list)
    of_person: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for entry in lexicon.entries.values():
        for tenure in entry.tenures:
            holders[tenure.office, tenure.body].append(Holding(entry.entity.id, tenure.start, tenure.end))
            of_person[entry.entity.id].add((tenure.office, tenure.body))
    return OfficeIndex(
        {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in titles.items()},
        {key: tuple(sorted(rows, key=lambda row: row.start)) for key, rows in holders.items()},
        {key: frozenset(rows) for key, rows in of_person.items()},
    )


def link_offices(reading: Reading) -> None:
    """Links each definite office of a known body to its holder, or to the person it stands beside."""
    index = index_offices(reading.lexicon)
    linked = in_order(reading.links)
    persons = {link.mention.start: link for link in linked if reading.entities[link.entity].type == "PERSON"}
    bodies = [
        link
        for link in linked
        if reading.entities[link.entity].type in ("STATE", "IGO") and not link.inferred
    ]
    by_end = {link.mention.end: link for link in bodies}
    by_start = {link.mention.start: link for link in bodies}
    past = reading.lexicon.words["descriptions.past"]
    bearers: dict[str, set[str]] = defaultdict(set)
    for first, last, offices in _find_titles(reading, index):
        if bearer := _find_bearer(reading, index, last, offices, persons):
            bearers[reading.doc[first : last + 1].text.lower()].add(bearer)
        elif not _link_office(reading, index, first, last, offices, (persons, by_end, by_start, past)):
            _link_bare(reading, index, first, last, offices, bearers)


def _find_bearer(
    reading: Reading, index: OfficeIndex, last: int, offices: tuple[str, ...], persons: dict[int, Link]
) -> str | None:
    """The person whose title this is: "Foreign Secretary Boris Johnson"."""
    after = reading.doc[last + 1] if last + 1 < len(reading.doc) else None
    return persons[after.idx].entity if after is not None and after.idx in persons else None


def _link_bare(
    reading: Reading,
    index: OfficeIndex,
    first: int,
    last: int,
    offices: tuple[str, ...],
    bearers: Mapping[str, set[str]],
) -> None:
    """ "the president", where the document has named one person with the title or the office."""
    doc = reading.doc
    if (
        first == 0
        or doc[first - 1].lower_ != "the"
        or doc[last].tag_ in ("NNS", "NNPS")
        or doc[last].dep_ in ("compound", "amod")
    ):
        return
    if last + 1 < len(doc) and doc[last + 1].lower_ in ("of", "for", "-"):
        return
    named = bearers.get(doc[first : last + 1].text.lower(), set())
    if not named:
        named = {
            key
            for key in reading.entities
            if any(office in offices for office, _ in index.of_person.get(key, ()))
        }
    if len(named) == 1:
        reading.describe(
            doc[first].idx, doc[last].idx + len(doc[last]), next(iter(named)), "office", confidence=0.7
        )


def _find_titles(reading: Reading, index: OfficeIndex) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """First and last token of each title phrase, longest first, and its offices."""
    for token in reading.doc:
        word = token.lower_
        rows = index.titles.get(word) or (
            index.titles.get(token.lemma_.lower()) if word.endswith("s") else None
        )
        for words, offices in rows or ():
            first = token.i - len(words) + 1
            if first >= 0 and all(
                reading.doc[first + place].lower_ == words[place] for place in range(len(words) - 1)
            ):
                yield first, token.i, offices
                break


Surroundings = tuple[dict[int, Link], dict[int, Link], dict[int, Link], frozenset[str]]


def _link_office(
    reading: Reading,
    index: OfficeIndex,
    first: int,
    last: int,
    offices: tuple[str, ...],
    around: Surroundings,
) -> bool:
    """True where the phrase names a body, so that it is settled one way or the other."""
    persons, by_end, by_start, past = around
    doc = reading.doc
    after = doc[last + 1] if last + 1 < len(doc) else None
    if after is not None and after.dep_ == "compound" and after.pos_ == "PROPN":
        return True
    bodies, start = _find_bodies(reading, first, last, by_end, by_start)
    if not bodies:
        return False
    if _is_indefinite(doc[first], doc[last]):
        return True
    end = doc[last].idx + len(doc[last])
    begin = start if start >= 0 else doc[first].idx
    if beside := _find_beside(doc[last], persons):
        reading.describe(begin, end, beside.entity, "office", confidence=0.95)
        return True
    if any(
        doc[place].lower_ in past for place in range(max(first - 3, 0), first) if doc[place].idx >= begin - 12
    ):
        reading.leave(begin, end, "an office of the past or to come, without a name")
        return True
    for body in bodies:
        if holder := _find_holder(reading, index, offices, body, doc[first]):
            reading.know_id(holder)
            reading.describe(begin, end, holder, "office", confidence=0.85)
        else:
            reading.leave(begin, end, "the holder of the office at the date is not known")
    return True


def _find_bodies(
    reading: Reading, first: int, last: int, by_end: dict[int, Link], by_start: dict[int, Link]
) -> tuple[list[str], int]:
    """The states or bodies the office belongs to, and where the phrase begins (-1: at the title)."""
    doc = reading.doc
    before = first - 1
    if before >= 0 and doc[before].lower_ in ("'s", "’s", "'", "’"):
        before -= 1
    while before >= 0 and doc[before].lower_ in ("current", "incumbent", "sitting", "then", "-", "acting"):
        before -= 1
    link = by_end.get(doc[before].idx + len(doc[before])) if before >= 0 else None
    if link:
        bodies, start = [link.entity], link.mention.start
        plural = doc[last].tag_ in ("NNS", "NNPS")
        joint = reading.token_at(start).i - 1
        if (
            plural
            and joint > 0
            and doc[joint].lower_ == "and"
            and (other := by_end.get(doc[joint - 1].idx + len(doc[joint - 1])))
        ):
            return [other.entity, *bodies], other.mention.start
        return ([], -1) if plural else (bodies, start)
    if last + 2 < len(doc) and doc[last + 1].lower_ == "of":
        after = doc[last + 2]
        after = doc[last + 3] if after.lower_ == "the" and last + 3 < len(doc) else after
        if link := by_start.get(after.idx):
            return [link.entity], -1
    return [], -1


def _is_indefinite(first: Token, head: Token) -> bool:
    return any(
        child.dep_ == "det" and child.lower_ in ("a", "an", "any", "every", "no", "each", "another")
        for child in head.children
    )


def _find_beside(head: Token, persons: dict[int, Link]) -> Link | None:
    """The person the office is an apposition of: "Putin, the Russian president,"."""
    for token in (
        head.head if head.dep_ == "appos" else None,
        *(child for child in head.children if child.dep_ == "appos"),
    ):
        if token is None:
            continue
        for part in token.subtree:
            if part.idx in persons and abs(part.i - head.i) < LONGEST_TITLE * 2:
                return persons[part.idx]
    return None


def _find_holder(
    reading: Reading, index: OfficeIndex, offices: tuple[str, ...], body: str, token: Token
) -> str | None:
    holdings = [holding for office in offices for holding in index.holders.get((office, body), ())]
    date = _date_of(reading, token)
    if date:
        held = {holding.person for holding in holdings if _covers(holding, date)}
        named = [key for key in sorted(held) if key in reading.entities]
        return next(iter(held)) if len(held) == 1 else named[0] if len(named) == 1 else None
    named = sorted({holding.person for holding in holdings if holding.person in reading.entities})
    return named[0] if len(named) == 1 else None


def _date_of(reading: Reading, token: Token) -> str:
    """The year the sentence states, else the document's date."""
    years = YEAR.findall(token.sent.text)
    date = reading.document.date or ""
    return years[0] if len(set(years)) == 1 and date[:4] != years[0] else date


def _covers(holding: Holding, date: str) -> bool:
    size = len(date)
    return (
        bool(holding.start)
        and holding.start[:size] <= date
        and (not holding.end or holding.end[:size] >= date)
    )
