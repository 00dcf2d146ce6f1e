"""Finds elections, wars, summits and other events by the grammar of their names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.ner.finds import HEADED, PATTERN, Find
from kg.ner.page import Page
from kg.ner.phrases import Rules, walk_left

YEAR = re.compile(r"1[5-9]\d\d|20\d\d(?:-\d\d)?|(?:1[5-9]|20)\d\d-\d\d(?:\d\d)?")
MONTHS = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)
ORDINALS = frozenset({"First", "Second", "Third", "Fourth", "Fifth"})


class EventGrammar:
    """The grammar of event names, with its words from the lexicon."""

    def __init__(self, lexicon: Lexicon, rules: Rules) -> None:
        words = lexicon.words
        self.rules = rules
        self.elections = words["events.election_heads"]
        self.kinds = words["events.election_kinds"]
        self.heads = words["events.heads"]
        self.small = words["events.small_heads"]
        self.leading = words["events.leading"]
        self.deeds = words["events.deeds"]
        self.doubtful = words["events.doubtful"]
        self.any_word = self.elections | self.heads | self.small | self.leading | self.deeds

    def find(self, page: Page) -> Iterator[Find]:
        """Every event on the page."""
        for index, word in enumerate(page.words):
            if word not in self.any_word or page.titled[index]:
                continue
            if found := self._read(page, index, word):
                yield found

    def _read(self, page: Page, index: int, word: str) -> Find | None:
        if word in self.elections and (found := self._read_election(page, index)):
            return found
        if word in self.leading and (found := self._read_leading(page, index)):
            return found
        if word in self.deeds and (found := self._read_deed(page, index)):
            return found
        return self._read_headed(page, index) if word in self.heads or word in self.small else None

    def _read_election(self, page: Page, index: int) -> Find | None:
        """ "2001 Italian general election", "February 1974 United Kingdom general election in Kent"."""
        first = index
        while first > 0 and not page.opens[first] and self._is_election_word(page, first - 1):
            first -= 1
        if first == 0 or not YEAR.fullmatch(page.words[first - 1]):
            return self._read_dated_behind(page, first, index)
        if not any(page.capital[place] for place in range(first, index)):
            return None
        first -= 1
        if (
            first > 0
            and page.words[first - 1] in MONTHS
            and not (first > 1 and page.words[first - 2].isdigit())
        ):
            first -= 1
        return _span(page, first, self._walk_region(page, index))

    def _is_election_word(self, page: Page, index: int) -> bool:
        word = page.words[index]
        if word in self.kinds or (word == "-" and index > 0 and page.ends[index - 1] == page.starts[index]):
            return True
        if word in ("of", "and", "the", "'s", "'"):
            return (
                page.capital[index - 1] and page.words[index - 1] not in self.rules.openers and word != "the"
            )
        return (
            page.capital[index]
            and word not in MONTHS
            and not (page.opens[index] and word in self.rules.openers)
        )

    def _read_dated_behind(self, page: Page, first: int, index: int) -> Find | None:
        """ "Italian general election, 2006"."""
        dated = (
            index + 2 < len(page) and page.words[index + 1] == "," and YEAR.fullmatch(page.words[index + 2])
        )
        capital = first < index and page.capital[first] and page.words[first] not in self.rules.openers
        return _span(page, first, index + 2) if dated and capital else None

    def _walk_region(self, page: Page, index: int) -> int:
        """The end of "in New York" behind an election to a body, else `index`."""
        body = any(
            page.words[place] in ("Senate", "House", "Representatives", "Parliament")
            for place in range(max(index - 4, 0), index)
        )
        if (
            not body
            or index + 2 >= len(page)
            or page.lowers[index + 1] != "in"
            or not page.capital[index + 2]
        ):
            return index
        last = index + 2
        while last + 1 < len(page) and page.capital[last + 1] and page.tokens[last + 1].ent_iob_ == "I":
            last += 1
        return index if page.labels[index + 2] == "DATE" else last

    def _read_leading(self, page: Page, index: int) -> Find | None:
        """ "Battle of Stalingrad", "Operation Desert Storm"."""
        after = index + 1
        if page.words[index] == "Operation":
            return self._run_right(page, index, after)
        if after + 1 >= len(page) or page.lowers[after] not in ("of", "on", "for", "in"):
            return None
        after += 1
        while after < len(page) and page.lowers[after] in ("the", "los", "la", "las", "le"):
            after += 1
        if after < len(page) and page.words[after] in self.rules.dates:
            return None
        return self._run_right(page, index, after)

    def _run_right(self, page: Page, index: int, after: int) -> Find | None:
        last = index
        while after < len(page) and page.capital[after] and not page.opens[after]:
            last = after
            after += 1
            if after + 1 < len(page) and page.lowers[after] in ("of", "-") and page.capital[after + 1]:
                after += 1
        return (
            _span(
                page,
                walk_left(page, index, self.rules) if page.words[index] in ("War", "Conference") else index,
                last,
            )
            if last > index
            else None
        )

    def _read_deed(self, page: Page, index: int) -> Find | None:
        """ "annexation of Crimea", "war in Libya", "Russian intervention in Syria": a description."""
        place = index + 1
        if place + 1 >= len(page) or page.lowers[place] not in ("of", "in", "on"):
            return None
        after = place + 1 + (page.lowers[place + 1] == "the")
        if after >= len(page) or not (page.states[after] or page.labels[after] in ("GPE", "LOC")):
            return None
        last = after
        while last + 1 < len(page) and page.tokens[last + 1].ent_iob_ == "I" and page.capital[last + 1]:
            last += 1
        first = (
            index - 1
            if index and page.states[index - 1] and page.pos[index - 1] == "ADJ" and not page.opens[index]
            else index
        )
        if index and page.lowers[index - 1] == "civil":
            first = index - 1
        return replace(_span(page, first, last), kind="description")

    def _read_headed(self, page: Page, index: int) -> Find | None:
        first = walk_left(page, index, self.rules)
        while first < index and page.words[first] in self.rules.dates:
            first += 1
        if first == index or self._is_other(page, first, index):
            return None
        dated = first > 0 and YEAR.fullmatch(page.words[first - 1]) is not None
        small = page.words[index] in self.small
        if page.words[index] in self.doubtful and not dated and page.labels[index] != "EVENT":
            return None
        if (
            small
            and not dated
            and all(page.states[place] or page.labels[place] == "NORP" for place in range(first, index))
        ):
            return None
        last = self._take_host(page, index)
        span = _span(page, first - 1 if dated else first, last)
        return replace(span, rank=PATTERN if dated or page.labels[index] == "EVENT" or not small else HEADED)

    def _is_other(self, page: Page, first: int, index: int) -> bool:
        """The head belongs to something else: a person, a longer name, or only an opener stands before it."""
        follows = index + 1 < len(page) and page.capital[index + 1] and page.words[index + 1].isalpha()
        person = (
            any(page.labels[place] == "PERSON" for place in range(first, index))
            and page.words[index] in self.small
        )
        lone = (
            index - first == 1
            and page.opens[first]
            and page.labels[first] == ""
            and page.pos[first] != "PROPN"
        )
        return follows or person or lone or page.labels[index] in ("PERSON", "GPE")

    def _take_host(self, page: Page, index: int) -> int:
        """A summit's or a war's end: "World War II"."""
        if index + 1 < len(page) and page.words[index + 1] in ("I", "II", "One", "Two", "1", "2"):
            return index + 1
        return index


def _span(page: Page, first: int, last: int) -> Find:
    return Find(page.starts[first], page.ends[last], "EVENT")
