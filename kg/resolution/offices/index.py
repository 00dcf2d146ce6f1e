"""Who held which office of which body when, and by which titles texts call the offices."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon

PART = re.compile(r"[^\s-]+|-")
YEAR = re.compile(r"\b(?:1[6-9]\d\d|20\d\d)\b")
SHARED = ("envoy", "ambassador")  # many hold these at a time: only a person the document names is told
LAST_ORDER = 9  # who comes behind in rank is never "the Russian leader"


@dataclass(frozen=True, slots=True)
class Holding:
    """A person held an office from `start` to `end` (ISO dates, "" where open); `order` is its rank."""

    person: str
    office: str
    start: str
    end: str
    order: int

    def covers(self, date: str) -> bool:
        """The office was held at `date` (ISO, of any length)."""
        size = len(date)
        return bool(self.start) and self.start[:size] <= date and (not self.end or self.end[:size] >= date)


@dataclass(frozen=True, slots=True)
class OfficeIndex:
    """Title phrases (with their offices) by last word, the holdings of each body and of each person."""

    titles: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    of_body: Mapping[str, tuple[Holding, ...]]
    of_person: Mapping[str, tuple[tuple[str, Holding], ...]]

    def find(self, offices: Iterable[str], body: str) -> Iterator[Holding]:
        """The holdings of any of the offices of `body`, in order of time."""
        wanted = frozenset(offices)
        return (holding for holding in self.of_body.get(body, ()) if holding.office in wanted)

    def find_leaders(self, body: str, date: str) -> list[Holding]:
        """Who leads `body` at `date`: the holdings of the highest rank."""
        held = [row for row in self.of_body.get(body, ()) if 0 < row.order <= LAST_ORDER and row.covers(date)]
        highest = min((row.order for row in held), default=0)
        return [row for row in held if row.order == highest]


@lru_cache(maxsize=4)
def index_offices(lexicon: Lexicon) -> OfficeIndex:
    """The index of the lexicon's offices that one person holds at a time or that lead their body."""
    phrases: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, office in sorted(lexicon.offices.items()):
        if office.singular or office.leads or key in SHARED:
            for title in office.titles:
                phrases[tuple(PART.findall(title))].append(key)
    titles: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for words, keys in phrases.items():
        titles[words[-1]].append((words, tuple(keys)))
    of_body: dict[str, list[Holding]] = defaultdict(list)
    of_person: dict[str, list[tuple[str, Holding]]] = defaultdict(list)
    for entry in lexicon.entries.values():
        for tenure in entry.tenures:
            known = lexicon.offices.get(tenure.office)
            order = known.order if known else 0
            holding = Holding(entry.entity.id, tenure.office, tenure.start, tenure.end, order)
            of_body[tenure.body].append(holding)
            of_person[entry.entity.id].append((tenure.body, holding))
    return OfficeIndex(
        {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in titles.items()},
        {key: tuple(sorted(rows, key=lambda row: (row.start, row.person))) for key, rows in of_body.items()},
        {person: tuple(rows) for person, rows in of_person.items()},
    )


def find_years(text: str) -> list[str]:
    """The different years a text states, in its order."""
    return list(dict.fromkeys(YEAR.findall(text)))
