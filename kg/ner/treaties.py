"""Finds treaties, laws, resolutions and negotiated processes by the grammar of their titles."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.model import EntityType
from kg.ner.finds import PATTERN, Find
from kg.ner.page import Page
from kg.ner.phrases import Rules, walk_left, walk_right, walk_subject

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
RESOLUTION = re.compile(
    r"""(?:(?:UN|U\.N\.|United\ Nations|OAS|EU)\ )?
        (?:(?:Security\ Council|UNSC|SC|General\ Assembly|UNGA|Human\ Rights\ Council)\ )?
        [Rr]esolutions?\ (?:[Nn]o\.\ ?)?(?:[A-Z]{1,3}-?)?\d+(?:/\d+)?[A-Z]?
        (?:\ ?\([^)\n]{1,12}\))?(?:\ ?\(\d{4}\))?""",
    re.VERBOSE,
)
FURTHER = re.compile(r"(?:, and|,| and) (\d+(?: ?\(\d{4}\)|/\d+))")
NO_TREATY = frozenset(
    {
        "National",
        "Republican",
        "Democratic",
        "Constitutional",
        "Party",
        "Federal",
        "Nominating",
        "Sports",
        "State",
    }
)
NO_LAW = frozenset(
    {
        "International",
        "Martial",
        "Common",
        "Public",
        "Islamic",
        "Sharia",
        "Roman",
        "Civil",
        "Criminal",
        "Family",
        "Basic",
    }
)
BARE = frozenset({"Charter", "Statute", "Compact", "Act", "Law"})
SUBJECT_LINKS = frozenset({"on", "concerning", "regarding", "relating", "against", "for"})


class TreatyGrammar:
    """The grammar of titles, with its words from the lexicon."""

    def __init__(self, lexicon: Lexicon, rules: Rules) -> None:
        words = lexicon.words
        self.rules = rules
        self.heads = words["treaties.heads"]
        self.loose = words["treaties.loose_heads"]
        self.laws = words["treaties.law_heads"]
        self.small = words["treaties.small_heads"]
        self.processes = words["treaties.process_heads"]
        self.generic = words["treaties.generic"]
        self.organisations = words["recognition.organisation_heads"]
        self.any_head = self.heads | self.laws | self.small | self.processes

    def find(self, page: Page) -> Iterator[Find]:
        """Every title, process, resolution and description of a treaty on the page."""
        for index, word in enumerate(page.words):
            if word not in self.any_head or page.titled[index]:
                continue
            if found := self._read(page, index, word):
                yield found
        yield from _find_resolutions(page.text)

    def _read(self, page: Page, index: int, word: str) -> Find | None:
        if index + 1 < len(page) and page.words[index + 1] in self.organisations:
            return None
        if word in self.heads:
            return self._read_title(page, index)
        if word in self.laws:
            return self._read_law(page, index)
        if word in self.processes:
            return self._read_process(page, index)
        return self._read_small(page, index)

    def _read_title(self, page: Page, index: int) -> Find | None:
        first = walk_left(page, self._skip_subjects(page, index), self.rules)
        last = walk_right(page, index, self.rules)
        if last == index and _opens_subject(page, index):
            last = walk_subject(page, index)
        if first == last or (page.words[index - 1] in NO_TREATY and first < index):
            return None
        if page.words[index] in ("Peace", "Truce", "Understanding") and last == index:
            return None
        if page.labels[index] == "PERSON" or (
            page.words[index] in self.loose and last == index and not self._is_proper(page, first, index)
        ):
            return None
        if last == index and all(page.words[place] in self.generic for place in range(first, index)):
            return None
        if last == index and self._is_actor_only(page, first, index):
            return replace(_span(page, first, last, "TREATY"), kind="description")
        return _span(page, first, last, "TREATY")

    def _read_law(self, page: Page, index: int) -> Find | None:
        first = walk_left(page, index, self.rules)
        last = (
            walk_right(page, index, self.rules)
            if page.words[index] in ("Act", "Law", "Amendment", "Amendments")
            else index
        )
        if first == last or page.labels[index] == "PERSON" or page.words[index - 1] in NO_LAW:
            return None
        if last + 1 < len(page) and page.capital[last + 1] and page.labels[last + 1] == "PERSON":
            return None
        if (
            page.words[index] in ("Law", "Laws")
            and first > 1
            and page.lowers[first - 1] in ("on", "of", "for")
        ):
            return None
        if (
            last == index
            and self._is_actor_only(page, first, index)
            and page.words[index] not in ("Constitution",)
        ):
            return None
        return _span(page, first, _take_year(page, last), "LAW")

    def _read_process(self, page: Page, index: int) -> Find | None:
        """ "Astana process": a place or a capital name before the head; talks only behind a place."""
        first = walk_left(page, index, self.rules)
        if first == index or self._is_actor_only(page, first, index):
            return None
        label = page.labels[index - 1]
        if page.lowers[index] != "process" and label not in ("GPE", "LOC") and page.words[index].islower():
            return None
        if page.opens[first] and first == index - 1 and label == "":
            return None
        return _span(page, first, index, "TREATY")

    def _read_small(self, page: Page, index: int) -> Find | None:
        """ "Minsk agreements" is a name, "the 1987 arms pact", "treaty with Ukraine" are descriptions."""
        start = self._skip_subjects(page, index)
        first = walk_left(page, start, self.rules)
        if (
            first < start
            and not self._is_actor_only(page, first, start)
            and page.labels[start - 1] not in ("PERSON", "NORP")
        ):
            last = walk_subject(page, index) if _opens_subject(page, index) and start == index else index
            return _span(page, first, last, "TREATY")
        year = start > 0 and YEAR.fullmatch(page.words[start - 1])
        last = self._walk_parties(page, index)
        if not year and last == index and first == start:
            return None
        if first < start and not year and last == index and page.words[start - 1] in ("'s", "'"):
            return None
        begin = start - 1 if year else first
        return replace(_span(page, begin, last, "TREATY"), kind="description", rank=PATTERN)

    def _skip_subjects(self, page: Page, index: int) -> int:
        """The index where the small words before the head begin ("nuclear free zone Treaty")."""
        first = index
        while first > 0 and not page.opens[first]:
            word = page.lowers[first - 1]
            if page.capital[first - 1] or (
                word not in self.rules.subjects and not (word == "-" and first < index)
            ):
                break
            first -= 1
        return first

    def _walk_parties(self, page: Page, index: int) -> int:
        """The last word of "with Ukraine on the shared status of the Sea of Azov" or "between A and B"."""
        place = index + 1
        if place >= len(page) or page.lowers[place] not in ("with", "between", "among"):
            return index
        after = place + 1 + (page.lowers[min(place + 1, len(page) - 1)] == "the")
        if after >= len(page) or not (
            page.states[after] or page.known[after] or page.labels[after] in ("GPE", "ORG")
        ):
            return index
        last = after
        if page.tokens[after].dep_ in ("amod", "compound") and not page.states[min(after + 1, len(page) - 1)]:
            return index
        while last + 1 < len(page) and (
            page.tokens[last + 1].ent_iob_ == "I" or self._joins_party(page, last + 1)
        ):
            last += 1
        if last + 1 < len(page) and page.lowers[last + 1] in ("on", "concerning", "regarding"):
            last = max(walk_subject(page, last), last)
        return last

    def _joins_party(self, page: Page, place: int) -> bool:
        after = place + 1 + (page.lowers[min(place + 1, len(page) - 1)] == "the")
        if page.capital[place] and page.states[place]:
            return True
        joined = page.lowers[place] in ("and", ",", "the") and after < len(page)
        return joined and (page.states[after] or page.known[after] or page.labels[after] in ("GPE", "ORG"))

    def _is_actor_only(self, page: Page, first: int, end: int) -> bool:
        """Nothing stands before the head but states, demonyms and hyphens ("Soviet-Japanese")."""
        return all(
            page.words[index] in ("-", "'s", "'", "and") or page.states[index] or page.labels[index] == "NORP"
            for index in range(first, end)
        )

    def _is_proper(self, page: Page, first: int, end: int) -> bool:
        return any(
            page.labels[index] or page.pos[index] == "PROPN"
            for index in range(first, end)
            if page.capital[index]
        )


def _find_resolutions(text: str) -> Iterator[Find]:
    """ "Security Council resolutions 864 (1993) and 932 (1994)": each is one."""
    for match in RESOLUTION.finditer(text):
        yield Find(match.start(), match.end(), "LAW", found_by="resolution")
        end = match.end()
        while further := FURTHER.match(text, end):
            yield Find(further.start(1), further.end(1), "LAW", found_by="resolution")
            end = further.end()


def _opens_subject(page: Page, index: int) -> bool:
    after = index + 2
    if after >= len(page) or page.lowers[index + 1] not in SUBJECT_LINKS or page.capital[after]:
        return False
    if page.words[index] in BARE or (index and page.capital[index - 1]):
        return page.pos[after] == "DET" and page.words[index] not in BARE
    return page.pos[after] in ("DET", "NOUN", "ADJ", "PROPN")


def _take_year(page: Page, last: int) -> int:
    if last + 2 < len(page) and page.lowers[last + 1] == "of" and YEAR.fullmatch(page.words[last + 2]):
        return last + 2
    return last


def _span(page: Page, first: int, last: int, kind: EntityType) -> Find:
    return Find(page.starts[first], page.ends[last], kind)
