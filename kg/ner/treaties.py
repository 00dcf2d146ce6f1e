"""Finds treaties, laws, resolutions and negotiated processes by the grammar of their titles."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.model import EntityType
from kg.ner.finds import PATTERN, Find
from kg.ner.numbered import find_numbered
from kg.ner.page import Page
from kg.ner.phrases import Rules, walk_left, walk_right, walk_subject

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
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
UNWRITTEN = frozenset({"declaration", "declarations", "charter", "memorandum", "memoranda"})
PREFIXES = frozenset({"post", "pre", "pan", "trans", "inter", "intra", "cross", "anti", "pro", "non"})
UNBOUND = frozenset({"Peace", "Truce", "Understanding"})
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
            if word not in self.any_head or page.titled[index] or page.pos[index] == "VERB":
                continue
            if found := self._read(page, index, word):
                yield found
        yield from find_numbered(page.text)

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
        if page.words[index] in UNBOUND and (last == index or page.lowers[index + 1] != "of"):
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
            and page.lowers[first - 1 - (page.lowers[first - 1] == "the")] in ("on", "of", "for")
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
        if first > 1 and _has_prefix(page, first):
            first -= 2
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
        if _has_prefix(page, index) or _is_verb(page, index) or self._is_vague(page, first, index):
            return None
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

    def _is_vague(self, page: Page, first: int, index: int) -> bool:
        """ "Presidential memorandum" tells no instrument, "Algerian declaration" need be no document."""
        if first == index:
            return False
        declared = page.lowers[index] in UNWRITTEN and page.words[index - 1] not in ("'s", "'")
        return (declared and self._is_actor_only(page, first, index)) or all(
            page.words[place] in self.generic or page.words[place] == "and" for place in range(first, index)
        )

    def _skip_subjects(self, page: Page, index: int) -> int:
        """The index where the small words before the head begin ("nuclear free zone Treaty")."""
        first = index
        while first > 0 and not page.opens[first]:
            word = page.lowers[first - 1]
            if first > 2 and "".join(page.lowers[first - 3 : first]) in self.rules.subjects:
                first -= 3
                continue
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
        if _opens_matter(page, last + 1):
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


def _opens_subject(page: Page, index: int) -> bool:
    after = index + 2
    if after >= len(page) or page.lowers[index + 1] not in SUBJECT_LINKS or page.capital[after]:
        return False
    if page.words[index] in BARE or (index and page.capital[index - 1]):
        return page.pos[after] == "DET" and page.words[index] not in BARE
    return page.pos[after] in ("DET", "NOUN", "ADJ", "PROPN")


def _opens_matter(page: Page, link: int) -> bool:
    """ "on the Sea of Azov" tells the matter, "on Tuesday" the day."""
    after = link + 1
    return (
        after < len(page)
        and page.lowers[link] in ("on", "concerning", "regarding")
        and page.labels[after] not in ("DATE", "TIME")
        and not page.words[after].isdigit()
    )


def _is_verb(page: Page, index: int) -> bool:
    """ "have the United Nations deal with conflicts": not an instrument of an actor."""
    follows = page.lowers[index + 1 : index + 2] == ["with"]
    return page.lowers[index] == "deal" and follows and index > 0 and page.known[index - 1]


def _has_prefix(page: Page, index: int) -> bool:
    """A small prefix hangs on the word: "post-treaty", "pan-Europe"."""
    return (
        index > 1
        and page.words[index - 1] == "-"
        and page.words[index - 2] in PREFIXES
        and page.ends[index - 1] == page.starts[index]
    )


def _take_year(page: Page, last: int) -> int:
    if last + 2 < len(page) and page.lowers[last + 1] == "of" and YEAR.fullmatch(page.words[last + 2]):
        return last + 2
    return last


def _span(page: Page, first: int, last: int, kind: EntityType) -> Find:
    return Find(page.starts[first], page.ends[last], kind)
