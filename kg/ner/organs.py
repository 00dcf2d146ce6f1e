"""Finds organs of states ("Turkish parliament") and organisations by the head of their name."""

from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.ner.finds import HEADED, Find
from kg.ner.page import Page
from kg.ner.phrases import Rules, walk_left

LISTS = ("parliament", "ministry", "court", "bank", "agency", "forces")
LONGEST = 5


class OrganGrammar:
    """Organs behind states, and capitalised names with an organisation's head."""

    def __init__(self, lexicon: Lexicon, rules: Rules) -> None:
        self.rules = rules
        self.organs = {name for key in LISTS for name in lexicon.words[f"organs.{key}"]}
        self.organ_ends = {name.split()[-1] for name in self.organs}
        self.heads = lexicon.words["recognition.organisation_heads"]
        self.links = lexicon.words["recognition.organisation_links"]
        self.places = lexicon.words["recognition.place_heads"]
        self.never = lexicon.words["recognition.never_names"]
        self.instruments = (
            lexicon.words["treaties.heads"] | lexicon.words["treaties.law_heads"]
        ) - lexicon.words["treaties.ambiguous_heads"]

    def find(self, page: Page) -> Iterator[Find]:
        """Every organ, headed organisation and headed place on the page."""
        for index, word in enumerate(page.words):
            if page.lowers[index] in self.organ_ends and (organ := self._read_organ(page, index)):
                yield organ
            if page.titled[index] or not page.capital[index]:
                continue
            if word in self.heads and (found := self._read_headed(page, index)):
                yield found
            elif word in self.places and (place := self._read_place(page, index)):
                yield place

    def _read_organ(self, page: Page, index: int) -> Find | None:
        """ "Russian Foreign Ministry", "U.S. Congress", "Iran's parliament" (span from the organ on)."""
        for first in range(max(index - LONGEST, 0), index + 1):
            name = " ".join(page.lowers[first : index + 1])
            if name not in self.organs or first == 0 or page.opens[first]:
                continue
            before = first - 1
            if page.words[before] in ("'s", "'") and before > 0 and page.states[before - 1]:
                return Find(page.starts[first], page.ends[index], "ORG", found_by="organ")
            if page.states[before]:
                while before > 0 and page.states[before - 1] and not page.opens[before]:
                    before -= 1
                return Find(page.starts[before], page.ends[index], "ORG", found_by="organ")
        return None

    def _read_headed(self, page: Page, index: int) -> Find | None:
        first = walk_left(page, index, self.rules)
        last = self._walk_tail(page, index)
        if (
            first == last
            or page.labels[index] in ("PERSON", "EVENT")
            or self._is_other(page, first, index, last)
        ):
            return None
        if (first == index and not page.capital[index]) or (
            last + 1 < len(page) and _goes_on(page, last + 1, self.heads)
        ):
            return None
        if (
            all(page.states[place] for place in range(first, index))
            and last == index
            and page.words[index] not in ("Party", "Parliament", "Congress", "Senate")
        ):
            return None if page.labels[index] != "ORG" else _span(page, first, last)
        return _span(page, first, last)

    def _is_other(self, page: Page, first: int, index: int, last: int) -> bool:
        """The words are an instrument's ("Federal Advisory Committee Act") or nobody's ("Record Group")."""
        tail = " ".join(page.words[min(index + 2, last) : last + 1]) if last > index else ""
        return (
            page.words[last] in self.instruments
            or tail in self.never
            or page.text[page.starts[first] : page.ends[last]] in self.never
        )

    def _walk_tail(self, page: Page, index: int) -> int:
        """The last word of "Union for a Popular Movement", "Party of Socialists and Democrats"."""
        last = place = index
        while place + 1 < len(page) and not page.opens[place + 1]:
            place += 1
            word = page.lowers[place]
            if page.capital[place]:
                if page.labels[place] == "PERSON" or page.words[place] in self.rules.stops:
                    break
                last = place
            elif (
                (word in ("of", "for") and place - last == 1)
                or (word in ("the", "a") and page.lowers[place - 1] in ("of", "for", "and"))
                or (word == "and" and place - last == 1 and self._joins(page, index, place))
            ):
                continue
            elif word not in ("-", "'s", "'") or page.ends[place - 1] != page.starts[place]:
                break
        return last

    def _joins(self, page: Page, index: int, place: int) -> bool:
        """The "and" stands inside the name: behind "of", before one word, not before another actor."""
        inside = any(word in ("of", "for") for word in page.lowers[index:place])
        after = place + 1
        return (
            inside
            and after < len(page)
            and page.capital[after]
            and not page.states[after]
            and page.labels[after] in ("", "ORG")
            and page.tokens[after].ent_iob_ != "B"
        )

    def _read_place(self, page: Page, index: int) -> Find | None:
        first = walk_left(page, index, self.rules)
        if first == index or page.labels[index] in ("PERSON", "ORG", "EVENT"):
            return None
        if index + 1 < len(page) and page.capital[index + 1]:
            return None
        return replace(_span(page, first, index), type="PLACE")


def _goes_on(page: Page, place: int, heads: frozenset[str]) -> bool:
    return page.words[place] in heads and page.capital[place]


def _span(page: Page, first: int, last: int) -> Find:
    return Find(page.starts[first], page.ends[last], "ORG", rank=HEADED)
